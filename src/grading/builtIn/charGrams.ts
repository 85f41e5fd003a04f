// Character 4-grams of a text's content words: what catches inflections, compounds and slips that stems do not.
import type { Token } from "../../core/text/tokens";

/** Counts of the 4-grams of the content words, each word padded by a space on both sides. */
export function charGrams(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const text = ` ${tokens.filter((t) => !t.grammar).map((t) => t.word).join(" ")} `;
  for (let i = 0; i + 4 <= text.length; i++) {
    const gram = text.slice(i, i + 4);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Cosine of two 4-gram counts, 0..1; 0 where either is empty. */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [gram, count] of few) dot += count * (many.get(gram) ?? 0);
  return dot === 0 ? 0 : dot / Math.sqrt(square(a) * square(b));
}

function square(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count * count;
  return sum;
}
