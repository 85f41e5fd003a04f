// From similarity to credit and from credit to a verdict's kind. Nothing is fitted.
import type { VerdictKind } from "../../core/question";

/**
 * The credit curve: similarity that earns nothing, similarity that earns all, and the bend between. Nothing is fitted to marks.
 * `single`, for a rubric made from a reference, is the published starting point `min(1, s / 0.6) ^ 0.6`, anchored at 0.
 * `several`, where a criterion has accepted wordings too, is steeper at both ends: the best of four wordings is reached by a good
 * paraphrase at .41 (of the sample answers' met criteria 90 % lie above .34, the median is .52), and by mere talk of the same
 * subject up to .15 (the median of their missed criteria).
 */
export const creditCurve = {
  single: { zero: 0, full: 0.6, exponent: 0.6 },
  several: { zero: 0.14, full: 0.41, exponent: 1 },
};

/** Credit 0..1 of a similarity 0..1: `((similarity - zero) / (full - zero)) ^ exponent`, bounded. `wordings` counts the statement too. */
export function creditOf(similarity: number, wordings: number): number {
  const { zero, full, exponent } = wordings > 1 ? creditCurve.several : creditCurve.single;
  const share = Math.min(1, Math.max(0, (similarity - zero) / (full - zero)));
  return share ** exponent;
}

/** "Covered", "partly matched" or "could not match". */
export function verdictOf(credit: number): VerdictKind {
  return credit >= 0.75 ? "met" : credit >= 0.35 ? "partly" : "missed";
}
