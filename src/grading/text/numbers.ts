// Numbers in text by their value, so that "1,000", "1000" and "1e3" are one number. No units are converted but the
// per cent sign.
import type { Language } from "../language/language";

/** A number as it stands in a text; offsets are UTF-16. */
export interface NumberInText {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

const whole = "(?:\\d{1,3}(?:[,\\u00a0\\u202f']\\d{3})+|\\d+)(?:\\.\\d+|,\\d{1,2}(?![\\d,]))?";
const exponent = "(?:e[-+]?\\d{1,3})?";
const below = "(?:\\s?/\\s?\\d+(?![\\d/.]))?";

/** One pattern a language, since each spells "per cent" its own way. */
const numerals = new WeakMap<Language, RegExp>();

function numeralOf(language: Language): RegExp {
  const known = numerals.get(language);
  if (known !== undefined) return known;
  const percent = `\\s?(%|${language.percent})?`;
  const made = new RegExp(`(?<![\\p{L}\\p{N}_.])[-+]?${whole}${exponent}${below}${percent}(?![\\p{N}_])`, "giu");
  numerals.set(language, made);
  return made;
}

/**
 * Every numeral of a text in order: grouped digits, decimals, exponents, simple fractions, per cents (50 % is 0.5).
 * Not those inside words ("word2vec") or dotted addresses.
 */
export function findNumbers(text: string, language: Language): NumberInText[] {
  if (!/\d/.test(text)) return [];
  const found: NumberInText[] = [];
  for (const match of text.matchAll(numeralOf(language))) {
    const start = match.index;
    const raw = match[0].trimEnd();
    const percent = match[1];
    const digits = raw
      .slice(0, percent === undefined ? undefined : -percent.length)
      .trimEnd()
      .replace(/(?<=\d),(?=\d{1,2}(?!\d))/, ".")
      .replace(/[,\u00a0\u202f'\s]/g, "");
    // A hyphen after a word or a digit joins or ranges; it is no sign.
    const sign = /^[-+]/.test(digits) && /[\p{L}\p{N})\]]$/u.test(text.slice(Math.max(0, start - 2), start)) ? 1 : 0;
    const [above, under] = digits.slice(sign).split("/");
    const value = Number(above) / (under === undefined ? 1 : Number(under)) / (percent === undefined ? 1 : 100);
    if (Number.isFinite(value)) found.push({ start: start + sign, end: start + raw.length, value });
  }
  return found;
}

/**
 * Whether two numbers are equal to about four significant figures, or to the figures that the rounder one shows
 * (relative 0.5 %).
 */
export function sameNumber(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b));
}
