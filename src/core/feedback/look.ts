// How something drawn looks: one name for each look, from a remark's state and whose word it is. Colours are the
// host's.
import type { VerdictKind } from "../roadmap/question";
import type { SelfVerdict } from "../attempts/attempt";
import type { CheckState, Remark, RemarkState } from "./remark";
import { severity } from "./words";

/**
 * A model's verdicts by their kind; `found`, all that is a check's; `own-…`, the learner's verdicts; `stale`,
 * anything whose words were edited since.
 */
export type Look = VerdictKind | "found" | `own-${SelfVerdict}` | "stale";

/** Every look in stacking order: of two highlights on the same words the later one's underline is seen. */
export const looks = [
  "stale",
  "found",
  "met",
  "own-met",
  "unclear",
  "partly",
  "own-partly",
  "missed",
  "own-missed",
  "contradicted",
] as const satisfies readonly Look[];

/** Whether a state is a check's, which judges nothing. */
export function isCheckState(state: RemarkState): state is CheckState {
  return state === "found" || state === "not-found" || state === "unread";
}

/** The look of a remark whose words stand. */
export function lookOf({ state, by }: Pick<Remark, "state" | "by">): Look {
  if (isCheckState(state)) return "found";
  if (by !== "learner") return state;
  switch (state) {
    case "met":
    case "partly":
      return `own-${state}`;
    case "missed":
    case "contradicted":
    case "unclear":
      return "own-missed";
  }
}

/**
 * Sorts ascending, what most needs the learner's eye first; what is stale comes behind everything that still stands.
 */
export function urgency(remark: Pick<Remark, "state">, stale: boolean): number {
  return stale ? 99 : severity(remark.state);
}
