// A call that gave no whole text, in the words that every failure of a model is told in.
import type { ModelOutcome } from "./modelClient";
import { notGraded, type NotGraded } from "./notGraded";

/** Why a call is of no use; undefined of one that came whole. */
export function failureOfCall(outcome: ModelOutcome, model: string): NotGraded | undefined {
  if (outcome.kind === "failed") {
    const { reason, cause, retryAfter, detail } = outcome;
    const more = { ...(cause && { cause }), ...(retryAfter !== undefined && { retryAfter }) };
    return notGraded(reason, model, { ...more, detail });
  }
  return outcome.finish === "length" ? notGraded("truncated", model) : undefined;
}
