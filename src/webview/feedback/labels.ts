// The Feedback view's own words: buttons, questions and what is said aloud. What is true of an answer comes from the
// host in words.
import { t } from "@vscode/l10n";
import type { SelfVerdict } from "../../core/attempts/attempt";
import type { CardQuote, FeedbackState } from "../../shared/feedbackMessages";
import type { WalkProgress } from "./walk";

/** The learner's three answers, in the order of their buttons, with the key of each. */
export const markKeys = [
  ["met", "y"],
  ["partly", "p"],
  ["missed", "n"],
] as const satisfies readonly (readonly [SelfVerdict, string])[];

/** A mark's button. */
export function markWord(verdict: SelfVerdict): string {
  switch (verdict) {
    case "met":
      return t("Yes");
    case "partly":
      return t("Partly");
    case "missed":
      return t("No");
  }
}

/** A button's tooltip: what it does, and its key. */
export function withKey(action: string, key: string): string {
  return t("{0} ({1})", action, key);
}

/** What is said of the learner's words beside them; empty while they stand as they were. */
export function placeWord(place: CardQuote["place"]): string {
  switch (place) {
    case "standing":
      return "";
    case "edited":
      return t("edited since");
    case "gone":
      return t("no longer in your answer");
  }
}

/** "Mark it yourself: 2 of 6". */
export function walkSentence({ at, of }: WalkProgress): string {
  return at === undefined ? t("All marked") : t("Mark it yourself: {0} of {1}", at, of);
}

/** What a new state says aloud; empty where the learner need not hear of it. */
export function news(before: FeedbackState | undefined, after: FeedbackState): string {
  if (before?.status !== "answer" || after.status !== "answer" || before.document !== after.document) return "";
  const [was, is] = [before.head, after.head];
  if (is.unkept !== undefined && is.unkept !== was.unkept) return is.unkept;
  if (is.notGraded !== undefined && is.notGraded !== was.notGraded) return is.notGraded;
  if (is.progress !== undefined) return was.progress === undefined ? is.progress.text : "";
  return is.headline !== was.headline || is.about !== was.about ? `${is.headline} ${is.about}`.trim() : "";
}
