// Stems: the Porter stem of a folded word, with British and American spellings brought together first.
import { stemmer } from "stemmer";

const memory = new Map<string, string>();
const memoryLimit = 20_000;

/**
 * The stem of a folded (lower-case) word; words with anything but a–z come back unchanged. Memoised, since answers
 * repeat their words.
 */
export function stem(word: string): string {
  const known = memory.get(word);
  if (known !== undefined) return known;
  const value = /^[a-z]{3,40}$/.test(word) ? stemmer(american(word)) : word;
  if (memory.size >= memoryLimit) memory.clear();
  memory.set(word, value);
  return value;
}

function american(word: string): string {
  return word
    .replace(/is(e|es|ed|ing|ation|ations|er|ers)$/, (whole, end: string) =>
      word.length - whole.length >= 4 ? `iz${end}` : whole,
    )
    .replace(/ys(e|es|ed|ing)$/, "yz$1")
    .replace(/(col|behavi|fav|neighb|lab|hon)our/, "$1or")
    .replace(/([aeiou])ll(ed|ing|er)$/, "$1l$2")
    .replace(/(cent|met|fib|theat)re(s?)$/, "$1er$2");
}
