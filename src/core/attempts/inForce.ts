// Which of a question's attempts counts: for the sidebar, the report, and what is shown when an answer is opened.
import type { Amendment } from "./amendment";
import type { Attempt } from "./attempt";
import { latest } from "./attempts";
import { isWithdrawn, ownVerdictsOf } from "./standing";

/**
 * The attempt that counts for an answer: of those at the text as it stands the newest that a model or the learner
 * judged, else the newest; where none is of this text, the one that the learner last worked with. Both lists come in
 * the order of keeping.
 */
export function attemptInForce(
  attempts: readonly Attempt[],
  amendments: readonly Amendment[],
  hash: string | undefined,
): Attempt | undefined {
  const standing = standingAttempts(attempts, amendments);
  const same = standing.filter(({ receipt }) => receipt.answerHash === hash);
  return (
    same.findLast((attempt) => wasJudged(attempt, amendments)) ?? latest(same) ?? lastWorkedWith(standing, amendments)
  );
}

/** Without those that were taken back, and those whose place a regrading took that was not. */
export function standingAttempts(attempts: readonly Attempt[], amendments: readonly Amendment[]): readonly Attempt[] {
  const kept = attempts.filter((attempt) => !isWithdrawn(attempt, amendments));
  const replaced = new Set(kept.map(({ receipt }) => receipt.regraded?.of));
  return kept.filter(({ id }) => !replaced.has(id));
}

/**
 * The latest attempt, or the one that was marked or disputed since: grading an older text again keeps no new attempt,
 * but what the learner says of it is kept.
 */
function lastWorkedWith(attempts: readonly Attempt[], amendments: readonly Amendment[]): Attempt | undefined {
  const newest = latest(attempts);
  const said = amendments.at(-1);
  if (newest === undefined || said === undefined || said.at <= newest.at) return newest;
  return attempts.find(({ id }) => id === said.attempt) ?? newest;
}

/** Whether somebody judged it: a check alone is no judgement, and takes no other's place. */
export function wasJudged(
  attempt: Pick<Attempt, "id" | "kind" | "ownBefore">,
  amendments: readonly Amendment[],
): boolean {
  return attempt.kind === "graded" || ownVerdictsOf(attempt, amendments).size > 0;
}
