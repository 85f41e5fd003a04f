// The one port to a model that grades, and the closed union of what a grading can come to. The check is no grader: it
// stands in check/.
import type { Receipt } from "../core/attempts/attempt";
import type { Check } from "../core/marks/check";
import type { Grade, Verdict } from "../core/marks/grade";
import type { Question } from "../core/roadmap/question";

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
  /** The model said yes to a statement that the answer does not make. */
  | "said-yes-to-decoys"
  /** The model failed the sample answers. */
  | "unfit"
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

/** What a grading took and what was seen of the model on the way. */
export interface GradingFacts {
  readonly calls: number;
  /** Decoy criteria asked, and how many of them were called met or partly. */
  readonly decoys: { readonly asked: number; readonly met: number };
  /** Quotes given, and how many of them are not in the answer. */
  readonly quotes: { readonly given: number; readonly lost: number };
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Milliseconds. */
  readonly ms: number;
}

/** No verdict came of it: the answer is kept, nothing is scored. */
export interface NotGraded {
  readonly kind: "not-graded";
  readonly reason: NotGradedReason;
  /** One sentence for the learner: what happened. */
  readonly message: string;
  /** For the log: the provider's own words, without keys. */
  readonly detail?: string;
  /** Milliseconds to wait, where the provider said so. */
  readonly retryAfter?: number;
  readonly facts?: GradingFacts;
  /** What a model that is not believed had said; for counting only, never shown. */
  readonly verdicts?: readonly Verdict[];
}

export type GradeOutcome =
  | { readonly kind: "graded"; readonly grade: Grade; readonly receipt: GraderReceipt; readonly facts?: GradingFacts }
  /** Nothing to grade (blank or "don't know"): handled in code, no call, no attempt. */
  | { readonly kind: "blank"; readonly check: Check }
  | NotGraded;

export interface Grader {
  readonly id: "model";
  /** Shown to the learner: the model's name. */
  readonly label: string;
  /** What identifies this grader in a receipt; equal identity and equal text means the grade may be replayed. */
  readonly identity: Pick<Receipt, "grader" | "promptVersion" | "model" | "endpoint" | "strict" | "qualification">;
  /**
   * Grades; never throws for anything a provider or an answer can do. `onVerdict` is called for each verdict that
   * arrives before
   * the outcome, provisionally; only the outcome is final.
   */
  grade(request: GradeRequest, signal: AbortSignal, onVerdict?: (verdict: Verdict) => void): Promise<GradeOutcome>;
}
