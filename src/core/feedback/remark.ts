// One thing said to the learner: what every place that shows feedback (text, hover, view, report) is given. A shape
// only.
import type { Quote } from "../text/textRange";
import type { VerdictKind } from "../roadmap/question";

/**
 * How a criterion stands, for words, signs and colours alike. "found", "not-found" and "unread" are a
 * check's and judge nothing; "unread" is all that it can say of what it cannot read.
 */
export type RemarkState = VerdictKind | CheckState;

/** What a check says of a criterion. */
export type CheckState = "found" | "not-found" | "unread";

/** Whose word it is. */
export type SaidBy = "check" | "model" | "learner";

/** One thing said to the learner, tied to a criterion and, where possible, to quotes. */
export interface Remark {
  /** Criterion id, or `error:<n>`; unique within an attempt. */
  readonly id: string;
  /**
   * The state that counts: the learner's own verdict where there is one, else the model's, else the check's. An error
   * counts as contradicted.
   */
  readonly state: RemarkState;
  readonly by: SaidBy;
  /** The model's verdict or the check's finding, where the learner's own stands above it. */
  readonly before?: { readonly state: RemarkState; readonly by: SaidBy };
  /** The idea tested, without the answer; empty for an error. */
  readonly idea: string;
  /** Plain text; may be empty. Escape before it goes into Markdown. */
  readonly text: string;
  /** Offsets into the graded answer, best first. */
  readonly quotes: readonly Quote[];
  /**
   * "1 of 1 mark"; or why it does not count; empty where nothing is judged, the criterion is unknown, or it is an
   * error.
   */
  readonly marks: string;
  /** 0..1 where the model said it. */
  readonly confidence?: number;
  /**
   * False for a member of an "any of these" group whose place better members have taken, and for a bonus that earns
   * nothing: it costs nothing, so it is told but not drawn.
   */
  readonly counts: boolean;
  /** A criterion that the prompt does not ask for. */
  readonly bonus?: true;
  /** Of a group, what it still waits for: "one more of 4". */
  readonly group?: string;
  /** The learner does not want to see it. */
  readonly dismissed: boolean;
  /** The learner's sentence against it. */
  readonly disputed?: string;
  /** The author's words for a misconception that the answer reads like; asked as a question, never asserted. */
  readonly misconception?: string;
}
