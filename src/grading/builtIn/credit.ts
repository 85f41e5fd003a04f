// From similarity to credit and from credit to a verdict's kind. Nothing is fitted.
import type { VerdictKind } from "../../core/question";

/** Constants of the credit curve. */
export const creditCurve = {
  single: { zero: 0, full: 0.6, exponent: 0.6 },
  several: { zero: 0.14, full: 0.41, exponent: 1 },
};

/** Credit 0..1 of a similarity 0..1: `((similarity - zero) / (full - zero)) ^ exponent`, bounded. */
export function creditOf(similarity: number, wordings: number): number {
  const { zero, full, exponent } = wordings > 1 ? creditCurve.several : creditCurve.single;
  const share = Math.min(1, Math.max(0, (similarity - zero) / (full - zero)));
  return share ** exponent;
}

/** "covered", "partly matched" or "could not match". */
export function verdictOf(credit: number): VerdictKind {
  return credit >= 0.75 ? "met" : credit >= 0.35 ? "partly" : "missed";
}
