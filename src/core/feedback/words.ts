// The words and signs for states and remarks, in one place, so that text, hover, view, sidebar and report agree.
// Wording only; what is drawn where is layout's work. Marks and totals are in headline, observations in
// observationWords.
import { t } from "@vscode/l10n";
import type { Flag } from "../marks/grade";
import { observationSentence } from "./observationWords";
import type { Remark, RemarkState, SaidBy } from "./remark";

const signs = {
  met: "✓",
  partly: "◐",
  missed: "○",
  contradicted: "✗",
  unclear: "?",
  found: "•",
  "not-found": "–",
  unread: "·",
} as const satisfies Record<RemarkState, string>;

/** From the one that most needs the learner's eye to the one that needs it least. */
export const worstFirst = [
  "contradicted",
  "missed",
  "partly",
  "unclear",
  "not-found",
  "unread",
  "found",
  "met",
] as const satisfies readonly RemarkState[];

/** 0 for the state that most needs the learner's eye; sorts ascending. */
export function severity(state: RemarkState): number {
  return worstFirst.indexOf(state);
}

/**
 * The state's sign, one character; a shape, so that meaning is never in colour alone. A check's look like neither right
 * nor wrong.
 */
export function stateSign(state: RemarkState): string {
  return signs[state];
}

/**
 * The state in a word or two: a model's as a judgement, the learner's own as the answer they gave, a check's as what it
 * is.
 */
export function stateWord(state: RemarkState, by: SaidBy): string {
  switch (state) {
    case "met":
      return by === "learner" ? t("Yes") : t("Good");
    case "partly":
      return t("Partly");
    case "missed":
      return by === "learner" ? t("No") : t("Missing");
    case "contradicted":
      return t("Not correct");
    case "unclear":
      return t("Unclear");
    case "found":
      return t("Speaks of it");
    case "not-found":
      return t("Not found");
    case "unread":
      return t("Not read");
  }
}

/**
 * "Good · lack of variety", "Speaks of: lack of variety": the state and what it is about. The remark's title wherever
 * it is told in full.
 */
export function remarkTitle({ state, by, idea }: Pick<Remark, "state" | "by" | "idea">): string {
  if (idea === "") return stateWord(state, by);
  if (state === "found") return t("Speaks of: {0}", idea);
  if (state === "not-found") return t("Not found: {0}", idea);
  if (state === "unread") return t("Not read: {0}", idea);
  return `${stateWord(state, by)} · ${idea}`;
}

/** The remark's text without the state's word and the idea at its beginning, for places that have just said them. */
export function remarkBody({ state, by, idea, text }: Pick<Remark, "state" | "by" | "idea" | "text">): string {
  const body = withoutLead(withoutLead(text.trim(), stateWord(state, by)), idea).replace(/^\(([^()]*)\)(\.?)$/, "$1$2");
  return body === text.trim() ? body : body.slice(0, 1).toUpperCase() + body.slice(1);
}

/** Drops `lead` where the text begins with it as words of their own: "Partly. Say which …" → "Say which …". */
export function withoutLead(text: string, lead: string): string {
  const next = text.slice(lead.length);
  const begins = text.slice(0, lead.length).toLowerCase() === lead.toLowerCase();
  const leads = lead !== "" && begins && /^\s*([:.,;–—-]|\(|$)/.test(next);
  return leads ? next.replace(/^\s*[:.,;–—-]*\s*/, "") : text;
}

/** Who said it, where that is not a model: "marked by you"; empty for a model, whose name stands in the headline. */
export function saidBy(by: SaidBy): string {
  switch (by) {
    case "learner":
      return t("marked by you");
    case "check":
      return t("not judged");
    case "model":
      return "";
  }
}

/** What was noticed about the whole answer, as one sentence for the learner. */
export function flagSentence(flag: Flag): string {
  if (flag === "graders-disagree")
    return t("The model misses an idea that the check finds in your answer; read the remarks with care.");
  if (flag === "quote-not-found")
    return t("The model quoted words that are not in your answer; those quotes were dropped.");
  return observationSentence({ id: flag });
}
