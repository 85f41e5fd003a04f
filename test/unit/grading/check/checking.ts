// Checks an answer and says what was found, for the tests of the check.
import type { Check, ObservationId } from "../../../../src/core/marks/check";
import type { Question } from "../../../../src/core/roadmap/question";
import { newChecker } from "../../../../src/grading/check/checker";

/** The check of one answer to a question that stands alone; throws where there is none. */
export async function checkOf(question: Question, answer: string, language?: string): Promise<Check> {
  const outcome = await newChecker([question], language).check(question, answer, { pause: () => Promise.resolve() });
  if (outcome.kind !== "checked") throw new Error(outcome.kind);
  return outcome.check;
}

/** Ids of the criteria that an answer speaks of. */
export async function foundIn(question: Question, answer: string): Promise<string[]> {
  const { criteria } = await checkOf(question, answer);
  return criteria.filter((c) => c.found).map((c) => c.criterion);
}

/** Ids of what was observed, each once. */
export async function observedIn(question: Question, answer: string): Promise<ObservationId[]> {
  const { observations } = await checkOf(question, answer);
  return [...new Set(observations.map((o) => o.id))];
}
