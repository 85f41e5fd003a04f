// The built-in grader's words for the learner. They say what was found and why it counts, never the statement or the reference.
import { t } from "@vscode/l10n";
import type { Flag, Verdict } from "../../core/grade";
import type { Question, VerdictKind } from "../../core/question";

/**
 * The remark of a criterion: the reason only, since the verdict's word, the idea and the quote stand beside it wherever it is shown.
 * `words` are the answer's own words that matched.
 */
export function remarkOf(verdict: VerdictKind, words: readonly string[]): string {
  const found = words
    .slice(0, 5)
    .map((w) => `“${shorten(w, 30)}”`)
    .join(", ");
  switch (verdict) {
    case "met":
      return found === "" ? t("The sentence says it in other words.") : t("Matched {0}.", found);
    case "partly":
      return found === ""
        ? t("Only a part of this idea could be matched.")
        : t("Matched {0}; could not match the rest of this idea.", found);
    default:
      return t("No sentence matched this idea. If you said it in other words, mark it yourself.");
  }
}

/** Why a sentence of the answer stands against a criterion, as far as can be told. */
export type Suspicion = "misconception" | "flipped-negation" | "denied" | "opposite" | "swapped";

/** The remark of a criterion that a sentence speaks against; it names the kind of trouble and never what would be right. */
export function suspicionRemark(suspicion: Suspicion): string {
  switch (suspicion) {
    case "misconception":
      return t("Reads like a common mistake. Check this sentence again.");
    case "flipped-negation":
      return t("Reads like a right sentence turned round. Check the “not”s and the opposites.");
    case "denied":
      return t("Has the right words but seems to deny the idea. Worth checking.");
    case "opposite":
      return t("Has the right words but seems to say the opposite. Worth checking.");
    case "swapped":
      return t("Has the right words but seems to swap what belongs to which. Worth checking.");
  }
}

/** The remark of a criterion that a gate keeps from earning. */
export function zeroRemark(flag: Flag | undefined): string {
  switch (flag) {
    case "word-soup":
      return t("The words are there, but nothing is said about them.");
    case "flipped-negation":
      return t("The text reads like the reference turned round.");
    default:
      return remarkOf("missed", []);
  }
}

/** One or two sentences on the whole answer. */
export function summaryOf(question: Question, verdicts: readonly Verdict[], flags: readonly Flag[]): string {
  const said = flags.map(flagText).filter((s) => s !== "");
  const count = (kind: VerdictKind): number => verdicts.filter((v) => v.verdict === kind).length;
  const counts = t(
    "Built-in estimate: {0} of {1} ideas covered, {2} partly matched.",
    count("met"),
    question.criteria.length,
    count("partly"),
  );
  const contradicted = count("contradicted");
  return [...said, counts, ...(contradicted > 0 ? [t("Look again at what is worth checking.")] : [])].join(" ");
}

function flagText(flag: Flag): string {
  switch (flag) {
    case "question-echo":
      return t("This looks like a copy of the question.");
    case "gibberish":
      return t("This looks like random letters.");
    case "word-soup":
      return t("This looks like a heap of words rather than sentences or a list, so it earns at most a quarter.");
    case "flipped-negation":
      return t("One sentence looks like a right one turned round.");
    case "instructions-in-answer":
      return t("Some of the text looks like instructions to the grader and was left out of the grading.");
    default:
      return "";
  }
}

function shorten(text: string, most: number): string {
  const plain = text.trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).trimEnd()}…`;
}
