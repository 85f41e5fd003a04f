// What a call that is no grading came to: its whole text, or why there is none, in the words that every failure of a
// model is told in.
import type { ModelOutcome } from "./modelClient";
import { notGraded, type NotGraded } from "./notGraded";

export type CallText =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "not-done"; readonly failure: NotGraded };

/** Of a call to `model` that `signal` may have stopped. */
export function callText(outcome: ModelOutcome, model: string, signal: AbortSignal): CallText {
  if (signal.aborted) return { kind: "not-done", failure: notGraded("cancelled", model) };
  if (outcome.kind === "failed") {
    const { reason, cause, retryAfter, detail } = outcome;
    const more = { ...(cause && { cause }), ...(retryAfter !== undefined && { retryAfter }) };
    return { kind: "not-done", failure: notGraded(reason, model, { ...more, detail }) };
  }
  if (outcome.finish === "length") return { kind: "not-done", failure: notGraded("truncated", model) };
  return { kind: "text", text: outcome.text };
}
