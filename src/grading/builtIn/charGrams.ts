// Character 4-grams of a text's content words: what catches inflections, compounds and slips that stems do not.
import type { Token } from "../../core/text/tokens";

/** Counts of 4-grams with their Euclidean length. */
export interface CharGrams {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

/** The 4-grams of the content words, the words parted by single spaces. */
export function charGrams(tokens: readonly Token[]): CharGrams {
  const counts = new Map<string, number>();
  const text = ` ${tokens.filter((t) => !t.grammar).map((t) => t.word).join(" ")} `;
  let square = 0;
  for (let i = 0; i + 4 <= text.length; i++) {
    const gram = text.slice(i, i + 4);
    const before = counts.get(gram) ?? 0;
    counts.set(gram, before + 1);
    square += 2 * before + 1;
  }
  return { counts, length: Math.sqrt(square) };
}

/** Cosine of two 4-gram counts, 0..1; 0 where either is empty. */
export function cosine(a: CharGrams, b: CharGrams): number {
  const [few, many] = a.counts.size <= b.counts.size ? [a.counts, b.counts] : [b.counts, a.counts];
  let dot = 0;
  for (const [gram, count] of few) dot += count * (many.get(gram) ?? 0);
  return dot === 0 ? 0 : Math.min(1, dot / (a.length * b.length));
}
