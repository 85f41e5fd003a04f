// What verdicts and kinds of goldens mean, in a sentence for authors.
import { t } from "@vscode/l10n";
import type { GoldenKind, VerdictKind } from "../roadmap/question";

/** When an author expects that verdict. */
export function verdictMeaning(verdict: VerdictKind): string {
  switch (verdict) {
    case "met":
      return t("The answer says it: all marks of the criterion.");
    case "partly":
      return t("The answer says some of it: half of the marks.");
    case "missed":
      return t("The answer does not say it: no marks.");
    case "contradicted":
      return t("The answer says the opposite: no marks.");
    case "unclear":
      return t("It cannot be told: the marks become a range.");
  }
}

/** What a golden of that kind is a sample of. */
export function goldenMeaning(kind: GoldenKind): string {
  switch (kind) {
    case "full":
      return t("A sample answer that says everything.");
    case "partial":
      return t("A sample answer that says some of it.");
    case "misconception":
      return t("A sample answer that believes something wrong.");
    case "injection":
      return t("A sample answer that tries to command the grader.");
    case "plain-words":
      return t("A right answer without the terms of the rubric.");
    case "half-right":
      return t("An answer of which half is right and half is wrong.");
    case "false-claims":
      return t("The rubric's own words, turned false.");
    case "echo":
      return t("The question again, in other words and order.");
    case "terms":
      return t("A list of the subject's terms that says nothing of them.");
    case "other-language":
      return t("A right answer in another language than the roadmap's.");
  }
}
