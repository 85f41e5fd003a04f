// An amendment: what is said of an attempt later. A file of its own that points to the attempt; never changed, never
// removed.
import type { SelfVerdict } from "./attempt";
import type { QuestionKey } from "../roadmap/questionKey";

/** What an amendment says. */
export type Amends =
  /** The learner's own verdict on a criterion; `statement` is the hash of the statement that was in sight. */
  | { readonly kind: "mark"; readonly criterion: string; readonly verdict: SelfVerdict; readonly statement?: string }
  /** The remark on a criterion (or `error:<n>`) is not to be shown any more. */
  | { readonly kind: "dismiss"; readonly criterion: string }
  /** The learner disagrees, in a sentence of theirs; the verdict stands until they mark it or another grading does. */
  | { readonly kind: "dispute"; readonly criterion: string; readonly words: string }
  /** The attempt itself is taken back: it counts for nothing, and the one before it does again. */
  | { readonly kind: "withdraw" }
  /** Takes another amendment back; an undone undo brings it back. */
  | { readonly kind: "undo"; readonly amendment: string };

export interface Amendment {
  readonly version: 1;
  /** `<UTC time>-<random>`, also the file's name without `.json`. */
  readonly id: string;
  readonly key: QuestionKey;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Id of the attempt. */
  readonly attempt: string;
  readonly amends: Amends;
}
