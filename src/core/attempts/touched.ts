// What a changed rubric touches of an attempt, found by its receipt, and how many marks move when it is brought up to
// date. Pure; nothing is asked, made or kept here.
import type { Amendment } from "./amendment";
import type { Attempt } from "./attempt";
import { rubricHash } from "../text/hash";
import { marksOf, tally, type Tally } from "../marks/marks";
import type { Question } from "../roadmap/question";
import { countedVerdicts, standingOf } from "./standing";
import { wordingOf } from "./wordings";

/** What of an attempt is no longer of the rubric as it is. */
export interface Touched {
  /** Ids in rubric order: worded otherwise since, or new. */
  readonly criteria: readonly string[];
  /** False where the attempt is older than receipts that hold words: what changed is not known, so all is touched. */
  readonly known: boolean;
}

/** What the change touches; undefined where each criterion has the words that its verdict was given on. */
export function touchedBy({ receipt }: Pick<Attempt, "receipt">, question: Question): Touched | undefined {
  if (receipt.rubricHash === rubricHash(question)) return undefined;
  const { wordings } = receipt;
  if (wordings === undefined) return { criteria: question.criteria.map(({ id }) => id), known: false };
  const criteria = question.criteria.filter((c) => wordings[c.id] !== wordingOf(c).whole).map(({ id }) => id);
  return criteria.length === 0 ? undefined : { criteria, known: true };
}

/** What an attempt came to on the words that its verdicts were given on: before anything is brought up to date. */
export function tallyAsGiven(attempt: Attempt, amendments: readonly Amendment[], question: Question): Tally {
  // Held against no rubric, no verdict is of an earlier one.
  const { criteria } = standingOf(attempt, amendments, undefined);
  return tally(question, countedVerdicts(attempt, criteria));
}

/** How many marks move from one tally to the other, up or down; of a range the end that moves further. */
export function marksMoved(before: Tally, after: Tally): number {
  const [from, to] = [marksOf(before), marksOf(after)];
  return Math.max(Math.abs(to.low - from.low), Math.abs(to.high - from.high));
}
