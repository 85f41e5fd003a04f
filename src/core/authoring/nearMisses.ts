// Near-misses: ideas that an answer was said to hold and that the check does not find in it, with the words that were
// marked as evidence. Whether a rubric learns from them is its author's to say. Pure.
import { couldRead, type Check } from "../marks/check";
import type { Criterion } from "../roadmap/question";
import { countedVerdicts, type Standing } from "../attempts/standing";
import { asWording } from "./wording";

/** One idea that was met in words which the check does not know. */
export interface NearMiss {
  readonly criterion: string;
  /** The words that were marked as evidence, fit to be accepted wordings; none where nobody pointed at any. */
  readonly words: readonly string[];
}

/** Longer quotes are no wording of one idea; UTF-16 units. */
export const longestWording = 400;

/** Ids of criteria that the learner or a qualified model says are met, by the words that they have now. */
export function metCriteria({ attempt, criteria }: Standing): ReadonlySet<string> {
  const met = countedVerdicts(attempt, criteria).filter(({ verdict }) => verdict === "met");
  return new Set(met.map(({ criterion }) => criterion));
}

/**
 * The near-misses of an attempt, in rubric order. `check` is of the attempt's answer by the rubric as it is now; of an
 * answer that it cannot read there are none, for its "not found" says nothing.
 */
export function nearMissesOf(standing: Standing, check: Check, rubric: readonly Criterion[]): NearMiss[] {
  if (!couldRead(check)) return [];
  const met = metCriteria(standing);
  const found = new Set(check.criteria.filter((one) => one.found).map(({ criterion }) => criterion));
  return rubric
    .filter(({ id }) => met.has(id) && !found.has(id))
    .map((criterion) => ({ criterion: criterion.id, words: evidenceOf(standing, criterion) }));
}

/** The quotes of whoever called it met, each once, without those that the rubric has already. */
function evidenceOf({ criteria }: Standing, { id, statement, accepted }: Criterion): string[] {
  const judged = criteria.find(({ criterion }) => criterion === id)?.judged;
  if (judged?.verdict !== "met") return [];
  const known = new Set([statement, ...accepted].map(asWording));
  const words = judged.quotes.map(({ text }) => asWording(text));
  return [...new Set(words)].filter((text) => text !== "" && text.length <= longestWording && !known.has(text));
}
