// The one port that every grader implements, and the closed union of what a grading can come to.
import type { Flag, Grade, Verdict } from "../core/grade";
import type { Question } from "../core/question";
import type { Receipt } from "../core/attempt";

/** Why an answer was not graded. Never a low mark. */
export type NotGradedReason =
  | "no-key"
  | "refused"
  | "rate-limited"
  | "timed-out"
  | "offline"
  /** The service's certificate, or that of a proxy before it, is not trusted. */
  | "certificate"
  /** The connection ended before the reply did. */
  | "broke-off"
  /** What answers at this address is no model service. */
  | "wrong-address"
  | "no-model"
  | "malformed"
  | "truncated"
  | "too-long"
  /** The reply went on past every bound. */
  | "too-long-reply"
  | "server-error"
  | "cancelled";

export interface GradeRequest {
  readonly question: Question;
  /** The whole saved answer, exactly. */
  readonly answer: string;
  /** True once the learner has tried before: remarks may then come close to the reference. Default false. */
  readonly mayReveal?: boolean;
}

/** What the receipt needs from the grader; hashes are added by the caller. */
export type GraderReceipt = Omit<Receipt, "answerHash" | "rubricHash">;

export type GradeOutcome =
  | { readonly kind: "graded"; readonly grade: Grade; readonly receipt: GraderReceipt }
  /** Nothing to grade (blank or "don't know"): handled in code, no call, no attempt. */
  | { readonly kind: "blank"; readonly flag: Extract<Flag, "blank" | "dont-know">; readonly message: string }
  | {
      readonly kind: "not-graded";
      readonly reason: NotGradedReason;
      /** One sentence for the learner: what happened. */
      readonly message: string;
      /** For the log: the provider's own words, without keys. */
      readonly detail?: string;
      /** Milliseconds to wait, where the provider said so. */
      readonly retryAfter?: number;
    };

export interface Grader {
  readonly id: "built-in" | "model";
  /** Shown to the learner, e.g. "built-in" or the model's name. */
  readonly label: string;
  /** What identifies this grader in a receipt; equal identity and equal text means the grade may be replayed. */
  readonly identity: Pick<Receipt, "grader" | "promptVersion" | "model" | "endpoint" | "strict">;
  /** Grades; never throws for anything a provider or an answer can do. `onVerdict` is called for each verdict that arrives before the outcome, provisionally; only the outcome is final. */
  grade(request: GradeRequest, signal: AbortSignal, onVerdict?: (verdict: Verdict) => void): Promise<GradeOutcome>;
}
