// The attempts that a changed rubric touches: of every question with attempts the one that counts, held against the
// rubric as it is now.
import type { Amendment } from "../../core/attempts/amendment";
import type { Attempt } from "../../core/attempts/attempt";
import { attemptInForce } from "../../core/attempts/inForce";
import { keyText } from "../../core/roadmap/questionKey";
import type { PlacedQuestion } from "../../core/roadmap/roadmap";
import { touchedBy, type Touched } from "../../core/attempts/touched";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { AmendmentStore } from "../storage/amendmentStore";
import type { AnswerStore } from "../storage/answerStore";
import type { AttemptStore } from "../storage/attemptStore";

/** One attempt that counts, and what the rubric's change touches of it. */
export interface Affected {
  readonly placed: PlacedQuestion;
  readonly attempt: Attempt;
  /** All of the question, in the order of keeping. */
  readonly amendments: readonly Amendment[];
  readonly touched: Touched;
}

export interface Stores {
  readonly library: Pick<RoadmapLibrary, "all" | "find">;
  readonly answers: Pick<AnswerStore, "states">;
  readonly attempts: AttemptStore;
  readonly amendments: AmendmentStore;
}

/** What is touched, and how many attempts count in all. */
export async function affectedAttempts({ library, answers, attempts, amendments }: Stores): Promise<{
  readonly affected: readonly Affected[];
  readonly of: number;
}> {
  // The roadmaps of the workspace are waited for: those at hand may be of before the change.
  await library.all();
  const [latest, states] = await Promise.all([attempts.latest(), answers.states()]);
  const affected: Affected[] = [];
  let of = 0;
  for (const { key } of latest.values()) {
    const placed = await library.find(key);
    if (placed === undefined) continue;
    const [all, said] = await Promise.all([attempts.list(key), amendments.list(key)]);
    const attempt = attemptInForce(all, said, states.get(keyText(key))?.hash);
    if (attempt === undefined) continue;
    of += 1;
    const touched = touchedBy(attempt, placed.question);
    if (touched !== undefined) affected.push({ placed, attempt, amendments: said, touched });
  }
  return { affected, of };
}
