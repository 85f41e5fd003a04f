// An answer made ready for the check: its sentences as a reader sees them, with their words. Made in bounded pieces.
import type { TextRange } from "../../core/text/textRange";
import type { Language } from "../language/language";
import { pieces } from "../text/pieces";
import { sentences } from "../text/sentences";
import type { Slices } from "../text/slices";
import { tokenise, type Token } from "../text/tokens";

/** A sentence of the answer with its tokens; offsets are UTF-16 into the answer. */
export interface Sentence extends TextRange {
  /** Its words; of a long answer only those of the beginning are kept. */
  readonly tokens: readonly Token[];
}

/** Called with each sentence and all its words, in order. */
export type Visit = (sentence: Sentence, index: number) => void;

/** Words of an answer that are kept: enough to tell what kind of text it is. */
const mostWords = 3000;

/** The sentences of a text, each shown to `visit` on the way; yields after each piece. */
export function* splitSentences(text: string, language: Language, visit?: Visit): Slices<Sentence[]> {
  const found: Sentence[] = [];
  let kept = 0;
  for (const { start, end } of pieces(text)) {
    const piece = text.slice(start, end);
    if (/[\p{L}\p{N}]/u.test(piece)) {
      for (const sentence of sentencesIn(piece, start, language)) {
        visit?.(sentence, found.length);
        found.push(kept < mostWords ? sentence : { start: sentence.start, end: sentence.end, tokens: none });
        kept += sentence.tokens.length;
      }
    }
    yield undefined;
  }
  return found;
}

const none: readonly Token[] = [];

function sentencesIn(piece: string, offset: number, language: Language): Sentence[] {
  const tokens = tokenise(piece, language, offset);
  let at = 0;
  return sentences(piece, language).map((range) => {
    const start = range.start + offset;
    const end = range.end + offset;
    while ((tokens[at]?.start ?? Infinity) < start) at++;
    const from = at;
    while ((tokens[at]?.start ?? Infinity) < end) at++;
    return { start, end, tokens: tokens.slice(from, at) };
  });
}

/** The first words of an answer. */
export function firstWords(sentences: readonly Sentence[]): Token[] {
  const words: Token[] = [];
  for (const { tokens } of sentences) {
    if (tokens.length === 0 && words.length >= mostWords) break;
    for (const token of tokens) words.push(token);
  }
  return words;
}
