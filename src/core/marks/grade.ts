// What a grade is: a model's verdicts on one answer. It holds no marks; those are added up from it in marks.ts, each
// time.
import type { ObservationId } from "./check";
import type { VerdictKind } from "../roadmap/question";
import type { Quote } from "../text/textRange";

/** What a model found for one criterion. */
export interface Verdict {
  /** Criterion id. */
  readonly criterion: string;
  readonly verdict: VerdictKind;
  /** Quotes that stand in the answer, best first; may be empty. */
  readonly quotes: readonly Quote[];
  /** For the learner, at most 240 characters: what earned or lost the marks. */
  readonly remark: string;
  /** 0..1 where the grader said it. */
  readonly confidence?: number;
}

/** Something wrong in the answer that no single criterion covers, tied to its words. */
export interface ErrorRemark {
  readonly quotes: readonly Quote[];
  readonly remark: string;
}

/** What was noticed about the answer or its grading as a whole: what the check observed, and what the model did. */
export type Flag = ObservationId | "graders-disagree" | "quote-not-found";

/** All verdicts of one answer. */
export interface Grade {
  /** One per criterion, in rubric order. */
  readonly verdicts: readonly Verdict[];
  readonly errors: readonly ErrorRemark[];
  /** One or two sentences on the whole answer; may be empty. */
  readonly summary: string;
  readonly flags: readonly Flag[];
}
