// Numbers in text by their value, so that "1,000", "1000" and "1e3" are one number. No units are converted but the per cent sign.

/** A number as it stands in a text; offsets are UTF-16. */
export interface NumberInText {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

const numeral =
  /(?<![\p{L}\p{N}_.])[-+]?(?:\d{1,3}(?:[,\u00a0\u202f']\d{3})+|\d+)(?:\.\d+)?(?:e[-+]?\d{1,3})?(?:\s?\/\s?\d+(?![\d/.]))?\s?(%|percent\b|per cent\b)?(?![\p{N}_])/giu;
const spelt: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve".split(" ").map((w, i) => [w, i]),
);

/** Every numeral of a text in order: grouped digits, decimals, exponents, simple fractions, per cents (50 % is 0.5). Not those inside words ("word2vec") or dotted addresses. */
export function findNumbers(text: string): NumberInText[] {
  const found: NumberInText[] = [];
  for (const match of text.matchAll(numeral)) {
    const start = match.index;
    const raw = match[0].trimEnd();
    const percent = match[1] !== undefined;
    const digits = raw.replace(/(%|percent|per cent)$/i, "").replace(/[,\u00a0\u202f'\s]/g, "");
    // A hyphen after a word or a digit joins or ranges; it is no sign.
    const sign = /^[-+]/.test(digits) && /[\p{L}\p{N})\]]$/u.test(text.slice(Math.max(0, start - 2), start)) ? 1 : 0;
    const [above, below] = digits.slice(sign).split("/");
    const value = Number(above) / (below === undefined ? 1 : Number(below)) / (percent ? 100 : 1);
    if (Number.isFinite(value)) found.push({ start: start + sign, end: start + raw.length, value });
  }
  return found;
}

/** The value of a spelt number from zero to twelve, or undefined. */
export function speltNumber(word: string): number | undefined {
  return spelt.get(word);
}

/** Whether two numbers are equal to about four significant figures, or to the figures that the rounder one shows (relative 0.5 %). */
export function sameNumber(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b));
}
