// An answer made ready for the check: its sentences as a reader sees them, with their words. Made in bounded pieces.
import type { TextRange } from "../../core/textRange";
import type { Language } from "../language/language";
import { pieces } from "../text/pieces";
import { sentences } from "../text/sentences";
import type { Slices } from "../text/slices";
import { tokenise, type Token } from "../text/tokens";

/** A sentence of the answer with its tokens; offsets are UTF-16 into the answer. */
export interface Sentence extends TextRange {
  readonly tokens: readonly Token[];
}

/** The sentences of a text; yields after each piece. */
export function* splitSentences(text: string, language: Language): Slices<Sentence[]> {
  const found: Sentence[] = [];
  for (const { start, end } of pieces(text)) {
    const piece = text.slice(start, end);
    if (/[\p{L}\p{N}]/u.test(piece)) addSentences(found, piece, start, language);
    yield undefined;
  }
  return found;
}

function addSentences(found: Sentence[], piece: string, offset: number, language: Language): void {
  const tokens = tokenise(piece, language, offset);
  let at = 0;
  for (const range of sentences(piece, language)) {
    const start = range.start + offset;
    const end = range.end + offset;
    while ((tokens[at]?.start ?? Infinity) < start) at++;
    const from = at;
    while ((tokens[at]?.start ?? Infinity) < end) at++;
    found.push({ start, end, tokens: tokens.slice(from, at) });
  }
}

/** Words that observations about a text as a whole are made from. */
const mostWords = 3000;

/** The first words of an answer: enough to tell what kind of text it is. */
export function firstWords(sentences: readonly Sentence[]): Token[] {
  const words: Token[] = [];
  for (const { tokens } of sentences) {
    for (const token of tokens) words.push(token);
    if (words.length >= mostWords) break;
  }
  return words;
}
