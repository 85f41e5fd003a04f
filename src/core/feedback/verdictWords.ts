// The words and signs for verdicts, flags and marks, in one place, so that text, hover, list and report agree.
// Wording only; what is drawn where is layout's work.
import { t } from "@vscode/l10n";
import type { Flag } from "../grade";
import type { VerdictKind } from "../question";

const signs = { met: "✓", partly: "◐", missed: "○", contradicted: "✗", unclear: "?" } as const satisfies Record<
  VerdictKind,
  string
>;

/** From the one that most needs the learner's eye to the one that needs it least. */
export const worstFirst = [
  "contradicted",
  "missed",
  "partly",
  "unclear",
  "met",
] as const satisfies readonly VerdictKind[];

/** 0 for the worst verdict; sorts ascending. */
export function severity(kind: VerdictKind): number {
  return worstFirst.indexOf(kind);
}

/** The verdict's sign, one character; a shape, so that meaning is never in colour alone. */
export function verdictSign(kind: VerdictKind): string {
  return signs[kind];
}

/** The verdict in a word or two. An estimate can confirm but not refute, so it never says "missed" or "wrong". */
export function verdictWord(kind: VerdictKind, estimate: boolean): string {
  switch (kind) {
    case "met":
      return estimate ? t("Covered") : t("Good");
    case "partly":
      return estimate ? t("Partly matched") : t("Partly");
    case "missed":
      return estimate ? t("Could not match") : t("Not found");
    case "contradicted":
      return estimate ? t("Worth checking") : t("Not correct");
    case "unclear":
      return t("Unclear");
  }
}

/** What a grader noticed about the whole answer, as one sentence for the learner. */
export function flagSentence(flag: Flag): string {
  switch (flag) {
    case "blank":
      return t("There is no answer yet.");
    case "dont-know":
      return t("This looks like “I don't know”.");
    case "question-echo":
      return t("This looks like the question itself rather than an answer to it.");
    case "word-soup":
      return t("This looks like loose key words; sentences that say how they belong together would earn more.");
    case "gibberish":
      return t("This does not look like words the grader can read.");
    case "flipped-negation":
      return t("This looks like a statement turned into its opposite: check the “not”.");
    case "instructions-in-answer":
      return t("Something here looks like an instruction to the grader; it was left out and changes no marks.");
    case "graders-disagree":
      return t("The model and the built-in grader see this answer very differently; read the remarks with care.");
    case "quote-not-found":
      return t("The model quoted words that are not in your answer; those quotes were dropped.");
  }
}
