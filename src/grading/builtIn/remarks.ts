// The built-in grader's words for the learner. They name the idea and what was found, never the statement or the reference.
import { t } from "@vscode/l10n";
import type { Flag, Verdict } from "../../core/grade";
import type { Question, VerdictKind } from "../../core/question";

/** Longest remark, UTF-16 units. */
const longest = 240;

/** The remark of a criterion. `words` are the answer's own words that matched. */
export function remarkOf(verdict: VerdictKind, idea: string, words: readonly string[], flipped = false): string {
  const named = shorten(idea, 90);
  const found = words.slice(0, 5).map((w) => `“${shorten(w, 24)}”`).join(", ");
  switch (verdict) {
    case "met":
      return shorten(found === "" ? t("Covered: {0}.", named) : t("Covered: {0} (matched {1}).", named, found), longest);
    case "partly":
      return shorten(found === "" ? t("Partly matched: {0}. Say it more fully.", named) : t("Partly matched: {0}. Found {1}; say how they belong together.", named, found), longest);
    case "contradicted":
      return shorten(flipped ? t("{0}: this looks turned round; check the “not”s and the opposites.", named) : t("{0}: this looks like a common misconception. Check it again.", named), longest);
    default:
      return shorten(t("Could not match: {0}. If you did say it in other words, mark it yourself.", named), longest);
  }
}

/** The remark of a criterion whose words are there but seem denied, turned round or swapped. */
export function doubtRemark(idea: string): string {
  return t("Worth checking: the words fit “{0}”, but the sentence seems to deny it, turn it round or swap its parts.", shorten(idea, 90));
}

/** The remark of a criterion that a gate keeps from earning. */
export function zeroRemark(idea: string, flag: Flag | undefined): string {
  const named = shorten(idea, 90);
  switch (flag) {
    case "word-soup":
      return t("{0}: the words are there, but nothing is said about them.", named);
    case "flipped-negation":
      return t("{0}: this looks like the reference turned round.", named);
    default:
      return remarkOf("missed", idea, []);
  }
}

/** One or two sentences on the whole answer. */
export function summaryOf(question: Question, verdicts: readonly Verdict[], flags: readonly Flag[]): string {
  const said = flags.map(flagText).filter((s) => s !== "");
  const count = (kind: VerdictKind): number => verdicts.filter((v) => v.verdict === kind).length;
  const counts = t("Built-in estimate: {0} of {1} ideas covered, {2} partly matched.", count("met"), question.criteria.length, count("partly"));
  const contradicted = count("contradicted");
  return [...said, counts, ...(contradicted > 0 ? [t("Look again at what is marked as a misconception.")] : [])].join(" ");
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
