// An attempt: one grading or check of one saved text, kept for ever and never changed, with the receipt that makes it
// replayable.
import type { Check } from "../marks/check";
import type { Grade } from "../marks/grade";
import type { VerdictKind } from "../roadmap/question";
import type { QuestionKey } from "../roadmap/questionKey";

/**
 * What a model's results on the goldens allow: marks, remarks without marks, or nothing; unknown where it was not
 * asked.
 */
export type Qualification = "qualified" | "remarks-only" | "unfit" | "unknown";

/** Where an attempt is an earlier one brought to a changed rubric: only what the change touches was looked at again. */
export interface Regraded {
  /** Id of the earlier attempt, whose place this one takes. */
  readonly of: string;
  /** Id of the one run of "regrade" that made it, shared by all that it made. */
  readonly run: string;
  /** Ids of the criteria that were looked at again; the others are as the earlier attempt has them. */
  readonly asked: readonly string[];
}

/** Hashes are SHA-256 in hex. */
export interface Receipt {
  readonly answerHash: string;
  readonly rubricHash: string;
  /** By criterion the words that its verdict was given on, as `wordingsOf` has them; absent in older attempts. */
  readonly wordings?: Readonly<Record<string, string>>;
  readonly regraded?: Regraded;
  /**
   * Changes whenever the same input could come to something else: prompt wording, reply schema, or how the check
   * finds.
   */
  readonly promptVersion: string;
  readonly grader: "check" | "model";
  /** Model name as asked for; absent for a check. */
  readonly model?: string;
  /** Address of the service without credentials or query; absent for a check. */
  readonly endpoint?: string;
  readonly strict?: boolean;
  /** What the model had shown of itself by then; absent for a check and in attempts made before it was asked. */
  readonly qualification?: Qualification;
  /** Decoy criteria asked, and how many of them the model called met or partly. */
  readonly decoys?: { readonly asked: number; readonly met: number };
  readonly tokensIn?: number;
  readonly tokensOut?: number;
  /** Wall time, milliseconds. */
  readonly ms: number;
}

/** What the learner may say of a criterion. */
export type SelfVerdict = Extract<VerdictKind, "met" | "partly" | "missed">;

interface AttemptBase {
  readonly version: 2;
  /** `<UTC time>-<random>`, also the file's name without `.json`. */
  readonly id: string;
  readonly key: QuestionKey;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The text that was graded or checked, exactly. All ranges point into it. */
  readonly answer: string;
  /** Question title and prompt as they were, so that a report can still show them when the roadmap changed. */
  readonly asked: { readonly title: string; readonly prompt: string };
  readonly receipt: Receipt;
  /** The learner's own verdicts by criterion, as versions before amendments kept them inside the attempt. */
  readonly ownBefore?: Readonly<Record<string, SelfVerdict>>;
}

/** A model's grading. */
export interface GradedAttempt extends AttemptBase {
  readonly kind: "graded";
  readonly grade: Grade;
}

/**
 * A check, without a model and without marks. `earlier`: made from the estimate of the first version, which judged by
 * words.
 */
export interface CheckedAttempt extends AttemptBase {
  readonly kind: "checked";
  readonly check: Check;
  readonly earlier?: true;
}

export type Attempt = GradedAttempt | CheckedAttempt;
