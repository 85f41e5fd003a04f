// Character 4-grams of a text's content words: what catches inflections, compounds and slips that stems do not.
import type { Token } from "../text/tokens";

/** Counts of 4-grams with their Euclidean length. */
export interface CharGrams {
  /** By the four characters' codes packed into one integer, seven bits each. */
  readonly counts: ReadonlyMap<number, number>;
  readonly length: number;
}

/** The 4-grams of the content words, the words parted by single spaces. */
export function charGrams(tokens: readonly Token[]): CharGrams {
  const counts = new Map<number, number>();
  const text = ` ${tokens
    .filter((t) => !t.grammar)
    .map((t) => t.word)
    .join(" ")} `;
  let square = 0;
  let gram = 0;
  for (let i = 0; i < text.length; i++) {
    gram = ((gram << 7) | (text.charCodeAt(i) & 127)) & 0xfffffff;
    if (i < 3) continue;
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
