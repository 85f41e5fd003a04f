// Keeping and finding attempts: ids, the file's text, which is the latest, which may be shown again. Lists come in the
// order of keeping, which the store knows; a clock is never believed. No file access, clock or randomness here.
import type { Attempt, Receipt, SelfVerdict } from "./attempt";
import { couldRead, foundCount } from "../marks/check";
import type { CountedVerdict } from "../marks/marks";
import type { QuestionKey } from "../roadmap/questionKey";
import { recordId } from "./recordId";
import { givesMarks } from "./standing";

/** What progress needs of an attempt, without its texts, so that thousands can be held. */
export interface AttemptSummary {
  readonly id: string;
  readonly key: QuestionKey;
  readonly kind: Attempt["kind"];
  /** Of the first version's estimate. */
  readonly earlier?: true;
  /** Of a model whose verdicts count for no marks. */
  readonly remarksOnly?: true;
  /** Comparable to what `answerHash` gives. */
  readonly answerHash: string;
  /** Of a check that could read the answer: how many ideas were found, of how many. */
  readonly found?: { readonly found: number; readonly of: number };
  /** A model's verdicts that count for marks. */
  readonly judged: readonly CountedVerdict[];
  readonly ownBefore?: Readonly<Record<string, SelfVerdict>>;
  /** As the receipt has them: what the verdicts were given on. */
  readonly wordings?: Readonly<Record<string, string>>;
}

/** The id of an attempt made at `now`; see `recordId`. */
export function attemptId(now: Date, random: string): string {
  return recordId(now, random);
}

/** The attempt as its file holds it. */
export function serialiseAttempt(attempt: Attempt): string {
  return `${JSON.stringify(attempt, undefined, 1)}\n`;
}

/** The latest of attempts that come in the order of keeping; undefined for none. */
export function latest<T>(attempts: readonly T[]): T | undefined {
  return attempts.at(-1);
}

/** What progress keeps of an attempt. */
export function summarise(attempt: Attempt): AttemptSummary {
  const { id, key, kind, receipt, ownBefore } = attempt;
  return {
    id,
    key,
    kind,
    answerHash: receipt.answerHash,
    ...(attempt.kind === "checked" && attempt.earlier === true ? { earlier: true as const } : {}),
    ...(attempt.kind === "checked" && couldRead(attempt.check) ? { found: foundCount(attempt.check) } : {}),
    ...(attempt.kind === "graded" && !givesMarks(attempt) ? { remarksOnly: true as const } : {}),
    judged:
      attempt.kind === "graded" && givesMarks(attempt)
        ? attempt.grade.verdicts.map(({ criterion, verdict }) => ({ criterion, verdict, by: "model" }))
        : [],
    ...(ownBefore === undefined ? {} : { ownBefore }),
    ...(receipt.wordings === undefined ? {} : { wordings: receipt.wordings }),
  };
}

/** What a replay must match in every field. */
export type ReplayIdentity = Pick<
  Receipt,
  "answerHash" | "rubricHash" | "promptVersion" | "grader" | "model" | "endpoint" | "strict" | "qualification"
>;

const identityFields = ["answerHash", "rubricHash", "promptVersion", "grader", "model", "endpoint"] as const;

/**
 * The latest attempt that the same grader made of the same text by the same rubric; undefined where a new grading is
 * needed.
 */
export function replayable(attempts: readonly Attempt[], wanted: ReplayIdentity): Attempt | undefined {
  return attempts.findLast(
    (attempt) => identityFields.every((field) => attempt.receipt[field] === wanted[field]) && isReplay(attempt, wanted),
  );
}

function isReplay(attempt: Attempt, wanted: ReplayIdentity): boolean {
  const { strict, qualification } = attempt.receipt;
  if ((strict ?? false) !== (wanted.strict ?? false)) return false;
  // What was graded before the model was tried must not stand for what it may do now.
  if (wanted.qualification !== undefined && qualification !== wanted.qualification) return false;
  // Of a criterion marked before amendments, the grader's own verdict is not known any more.
  return attempt.ownBefore === undefined && !(attempt.kind === "checked" && attempt.earlier === true);
}
