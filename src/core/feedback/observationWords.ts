// What a check observed, in sentences that are true and judge nothing. Wording only; finding is the check's work.
import { t } from "@vscode/l10n";
import type { Observation, ObservationId } from "../marks/check";

/** One observation as a sentence or two for the learner. A misconception is asked about, never asserted. */
export function observationSentence(observation: Pick<Observation, "id" | "misconception">): string {
  switch (observation.id) {
    case "blank":
      return t("There is no answer here yet.");
    case "dont-know":
      return t("This reads like “I don't know”. A guess is worth writing down: you can compare it with the reference.");
    case "repeats-question":
      return t("This reads like the question again: its words are the question's own.");
    case "list-of-terms":
      return t("This reads like a list of terms: sentences would say how they belong together.");
    case "other-language":
      return t(
        "The check reads English, German and Chinese, as the roadmap is written: mark it yourself or use a model.",
      );
    case "only-picture":
      return t("There is only a picture or a link here, which the check cannot read: mark it yourself.");
    case "only-code":
      return t("There is only code here, which the check cannot read: mark it yourself or use a model.");
    case "conflict-markers":
      return t("There are conflict markers in this text: both sides of the conflict were read.");
    case "orders-to-grader":
      return t("Something here reads like an order to a grader; it changes nothing.");
    case "hidden-text":
      return t("There are invisible characters here that hide words; what they hide was not read.");
    case "common-misconception": {
      const { misconception = "" } = observation;
      return misconception === ""
        ? t("Something here reads like a belief that many learners hold; compare it with the reference.")
        : t("Did you mean: “{0}”? Many learners believe this; compare it with the reference.", misconception);
    }
  }
}

/** The same in a few words, for the row above the answer. */
export function observationPhrase(id: ObservationId): string {
  switch (id) {
    case "blank":
      return t("no answer yet");
    case "dont-know":
      return t("reads like “I don't know”");
    case "repeats-question":
      return t("reads like the question again");
    case "list-of-terms":
      return t("reads like a list of terms");
    case "other-language":
      return t("another language than the roadmap's");
    case "only-picture":
      return t("only a picture or a link");
    case "only-code":
      return t("only code");
    case "conflict-markers":
      return t("has conflict markers");
    case "orders-to-grader":
      return t("reads like an order to a grader");
    case "hidden-text":
      return t("has hidden text");
    case "common-misconception":
      return t("a question about one idea");
  }
}
