// From similarity to credit and from credit to a verdict's kind. Nothing is fitted.
import type { VerdictKind } from "../../core/question";

/** Constants of the credit curve. */
export const creditCurve = {
  /** Similarity that already counts as saying it. */
  full: 0.6,
  exponent: 0.6,
  /** Below this similarity nothing was matched: chance overlap. */
  floor: 0.12,
};

/** Credit 0..1 of a similarity 0..1: `min(1, similarity / full) ^ exponent`, 0 below the floor. */
export function creditOf(similarity: number): number {
  if (!(similarity > creditCurve.floor)) return 0;
  return Math.min(1, similarity / creditCurve.full) ** creditCurve.exponent;
}

/** "covered", "partly matched" or "could not match". */
export function verdictOf(credit: number): VerdictKind {
  return credit >= 0.85 ? "met" : credit >= 0.4 ? "partly" : "missed";
}
