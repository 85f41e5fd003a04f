// Tokens: the words and numbers of a text, with exact offsets into the original.
import type { Language } from "../language/language";
import { findNumbers } from "./numbers";
import { normalise } from "./normalise";

/** A word or number; offsets are UTF-16 into the text that was given. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Folded: lower case, straight apostrophes, no accents. */
  readonly word: string;
  readonly stem: string;
  /** The number's value, for numerals and spelt numbers to twelve. */
  readonly value?: number;
  /** A function word ("the", "of"). */
  readonly grammar: boolean;
  /** Written as an abbreviation: two to six capitals or digits, with or without a plural s. */
  readonly capitals: boolean;
}

const cjk = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
const spacedWord = `(?:(?![${cjk}])[\\p{L}\\p{N}])+(?:'(?:(?![${cjk}])\\p{L})+)?(?:\\+\\+|#)?`;
const wordPattern = new RegExp(`[${cjk}]|${spacedWord}`, "gu");
const runPattern = new RegExp(`[${cjk}]+|${spacedWord}`, "gu");
const unspaced = new RegExp(`^[${cjk}]`, "u");
const abbreviation = /^\p{Lu}[\p{Lu}\p{N}]{1,5}s?$/u;

/**
 * The tokens of a text in order; `offset` is added to their places. Hyphenated words come apart ("fine-tuning" is two
 * tokens);
 * scripts without spaces give one token a character, or a word where the language tells words.
 */
export function tokenise(original: string, language: Language, offset = 0): Token[] {
  const folded = normalise(original);
  const tokens: Token[] = [];
  const push = (start: number, end: number, value?: number): void => {
    const slice = folded.text.slice(start, end);
    const word = slice.includes("'") ? slice.replace(/'s?$/, "") : slice;
    const from = folded.starts[start] ?? 0;
    const to = folded.ends[end - 1] ?? from;
    const known = value ?? language.speltNumber(word);
    const grammar = value === undefined && language.isFunctionWord(word);
    const capitals =
      to - from <= 7 && original.charAt(from) !== word.charAt(0) && abbreviation.test(original.slice(from, to));
    const shared = {
      start: from + offset,
      end: to + offset,
      word,
      stem: value === undefined ? language.stem(word) : word,
      grammar,
      capitals,
    };
    tokens.push(known === undefined ? shared : { ...shared, value: known });
  };
  let at = 0;
  const { segment } = language;
  const words = (from: number, to: number): void => {
    for (const match of folded.text.slice(from, to).matchAll(segment ? runPattern : wordPattern)) {
      const start = from + match.index;
      if (segment && unspaced.test(match[0]))
        for (const part of segment(match[0])) push(start + part.index, start + part.index + part.segment.length);
      else push(start, start + match[0].length);
    }
  };
  for (const n of findNumbers(folded.text, language)) {
    words(at, n.start);
    push(n.start, n.end, n.value);
    at = n.end;
  }
  words(at, folded.text.length);
  return tokens;
}
