// An answer made ready for matching: its sentences with their tokens, and where each word stands.
import type { TextRange } from "../../core/evidence";
import { sentences } from "../../core/text/sentences";
import { tokenise } from "../../core/text/tokens";
import type { Token } from "../../core/text/tokens";

/** A sentence of the answer with its tokens; offsets are UTF-16 into the answer. */
export interface Sentence extends TextRange {
  readonly tokens: readonly Token[];
}

/** The answer as the matching sees it. */
export interface AnswerText {
  readonly answer: string;
  readonly sentences: readonly Sentence[];
  /** Stem (also of two neighbouring words joined) to the sentences that hold it. */
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** Every different word with its stem, for slips of the keyboard. */
  readonly words: ReadonlyMap<string, string>;
}

/** The sentences of a text with their tokens. */
export function splitSentences(text: string): Sentence[] {
  const tokens = tokenise(text);
  let at = 0;
  return sentences(text).map((range) => {
    while ((tokens[at]?.start ?? Infinity) < range.start) at++;
    const from = at;
    while ((tokens[at]?.start ?? Infinity) < range.end) at++;
    return { ...range, tokens: tokens.slice(from, at) };
  });
}

/** Makes chosen sentences of an answer ready for matching. */
export function indexSentences(answer: string, parts: readonly Sentence[]): AnswerText {
  const byStem = new Map<string, number[]>();
  const words = new Map<string, string>();
  const add = (key: string, sentence: number): void => {
    const held = byStem.get(key);
    if (held === undefined) byStem.set(key, [sentence]);
    else if (held.at(-1) !== sentence) held.push(sentence);
  };
  parts.forEach((part, i) => {
    part.tokens.forEach((token, j) => {
      add(token.stem, i);
      if (!token.grammar) words.set(token.word, token.stem);
      const next = part.tokens[j + 1];
      if (next && !token.grammar && !next.grammar) add(`${token.word}${next.stem}`, i);
    });
  });
  return { answer, sentences: parts, byStem, words };
}

/** The text with the ranges' characters replaced by line breaks, so that offsets stay and sentences do not run together. */
export function withoutRanges(text: string, ranges: readonly TextRange[]): string {
  let out = text;
  for (const { start, end } of ranges) out = out.slice(0, start) + "\n".repeat(end - start) + out.slice(end);
  return out;
}
