// An attempt: one grading of one saved text, kept for ever, with the receipt that makes it replayable.
import type { Grade } from "./grade";

/** How a question is named across roadmaps. */
export interface QuestionKey {
  readonly roadmap: string;
  readonly question: string;
}

/** Hashes are SHA-256 in hex. */
export interface Receipt {
  readonly answerHash: string;
  readonly rubricHash: string;
  /** Changes whenever the same input could be graded otherwise: prompt wording, reply schema, or the built-in grader's formula. */
  readonly promptVersion: string;
  readonly grader: "built-in" | "model";
  /** Model name as asked for; absent for the built-in grader. */
  readonly model?: string;
  /** Base URL without credentials or query; absent for the built-in grader. */
  readonly endpoint?: string;
  readonly strict?: boolean;
  readonly tokensIn?: number;
  readonly tokensOut?: number;
  /** Wall time of the grading, milliseconds. */
  readonly ms: number;
}

export interface Attempt {
  readonly version: 1;
  /** `<UTC time>-<random>`, also the file's name without `.json`; sorts by time. */
  readonly id: string;
  readonly key: QuestionKey;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The graded text, exactly. All ranges in `grade` point into it. */
  readonly answer: string;
  /** Question title and prompt as they were, so that a report can still show them when the roadmap changed. */
  readonly asked: { readonly title: string; readonly prompt: string };
  readonly grade: Grade;
  readonly receipt: Receipt;
}
