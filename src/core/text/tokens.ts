// Tokens: the words and numbers of a text, with exact offsets into the original.
import { isFunctionWord } from "./functionWords";
import { findNumbers, speltNumber } from "./numbers";
import { normalise, toOriginal } from "./normalise";
import { stem } from "./stems";

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
const wordPattern = new RegExp(`[${cjk}]|(?:(?![${cjk}])[\\p{L}\\p{N}])+(?:'(?:(?![${cjk}])\\p{L})+)?(?:\\+\\+|#)?`, "gu");
const abbreviation = /^\p{Lu}[\p{Lu}\p{N}]{1,5}s?$/u;

/** The tokens of a text in order. Hyphenated words come apart ("fine-tuning" is two tokens); scripts without spaces give one token a character. */
export function tokenise(original: string): Token[] {
  const folded = normalise(original);
  const tokens: Token[] = [];
  const push = (start: number, end: number, value?: number): void => {
    const word = folded.text.slice(start, end).replace(/'s?$/, "");
    const range = toOriginal(folded, start, end);
    const known = value ?? speltNumber(word);
    tokens.push({
      ...range,
      word,
      stem: value === undefined ? stem(word) : word,
      ...(known === undefined ? {} : { value: known }),
      grammar: value === undefined && isFunctionWord(word),
      capitals: abbreviation.test(original.slice(range.start, range.end)),
    });
  };
  let words = folded.text;
  for (const n of findNumbers(folded.text)) {
    push(n.start, n.end, n.value);
    words = words.slice(0, n.start) + " ".repeat(n.end - n.start) + words.slice(n.end);
  }
  const numbers = tokens.length;
  for (const match of words.matchAll(wordPattern)) push(match.index, match.index + match[0].length);
  return numbers === 0 ? tokens : tokens.sort((a, b) => a.start - b.start);
}
