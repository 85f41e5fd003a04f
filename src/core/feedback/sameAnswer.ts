// Places in an answer that is the same as another but for blanks, line ends and how letters are composed: a file
// written
// by another editor is no other answer. Positions only.
import { answerHash } from "../text/hash";
import type { Quote } from "../text/textRange";

/**
 * Moves quotes of `graded` into `answer`; undefined where that is another answer. Linear; each quote then costs a
 * binary search.
 */
export function quoteMover(graded: string, answer: string): ((quote: Quote) => Quote) | undefined {
  if (answer === graded) return (quote) => quote;
  if (answerHash(answer) !== answerHash(graded)) return undefined;
  const from = wordsOf(graded);
  const to = wordsOf(answer);
  if (from.length !== to.length) return undefined;
  const move = (offset: number): number => {
    const index = lastBefore(from, offset);
    const [word, there] = [from[index], to[index]];
    if (!word || !there) return 0;
    const within = Math.min(offset - word.start, word.length);
    return there.start + (within === word.length ? there.length : Math.min(within, there.length));
  };
  return ({ start, end }) => {
    const range = { start: move(start), end: Math.max(move(start), move(end)) };
    return { ...range, text: answer.slice(range.start, range.end) };
  };
}

interface Word {
  readonly start: number;
  readonly length: number;
}

/** Everything between blanks. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ start: index, length: word.length }));
}

/** Index of the last word that starts at or before the offset; the first one where none does. */
function lastBefore(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((words[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
