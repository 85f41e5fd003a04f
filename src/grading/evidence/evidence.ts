// Evidence: a quote is found in the answer, not believed. Maps a quote to exact offsets of the answer's own text.
// Nothing here knows what a quote is evidence for.
import { findAligned, indexTokens, type TokenIndex } from "./quoteAlignment";
import { normalise, toOriginal, type NormalisedText } from "../text/normalise";
import { blankOut } from "../text/ranges";
import { tokenise } from "../text/tokens";
import type { Language } from "../language/language";
import type { Quote, TextRange } from "../../core/text/textRange";

/** Finds one quote; undefined where the text does not hold it. */
export type QuoteFinder = (quote: string) => Quote | undefined;

/**
 * A finder for quotes of one text: each first as it stands (Unicode, quotation marks, dashes, white space, accents
 * and case folded),
 * else as the window whose tokens align with it to nine tenths, with the same negations, numbers and words of
 * direction.
 * It gives the text's own words; undefined for a quote that is not there or that says nothing ("the"). Ranges in
 * `without` are no evidence: a quote that lies in them is not found, one that spans
 * them is cut to its longer part.
 */
export function quoteFinder(text: string, language: Language, without: readonly TextRange[] = []): QuoteFinder {
  const visible = blankOut(text, without);
  let folded: NormalisedText | undefined;
  let all: NormalisedText | undefined;
  let tokens: TokenIndex | undefined;
  const aligned = (fragment: string): TextRange | undefined => {
    tokens ??= indexTokens(withoutListNumbers(visible), language);
    return findAligned(tokens, withoutListNumbers(fragment), language);
  };
  // A quote may be of the whole text, with what is no evidence in it.
  const amongAll = (fragment: string): TextRange | undefined =>
    without.length === 0 ? undefined : findExactly((all ??= normalise(text)), fragment);
  return (quote) => {
    const wanted = fragments(quote, language);
    if (wanted.length === 0) return undefined;
    folded ??= normalise(visible);
    // The answer may hold the dots itself.
    const whole = wanted.length > 1 ? findExactly(folded, quote) : undefined;
    if (whole) return longestPart(text, whole, without);
    let best: Quote | undefined;
    for (const fragment of wanted) {
      const found = findExactly(folded, fragment) ?? aligned(fragment) ?? amongAll(fragment);
      const kept = found && longestPart(text, found, without);
      if (kept === undefined) return undefined;
      if (best === undefined || kept.end - kept.start > best.end - best.start) best = kept;
    }
    return best;
  };
}

/** The numbers of a list are read by nobody: blanks stand for them. */
function withoutListNumbers(text: string): string {
  return text.replace(/^[ \t>]*\d{1,3}[.)](?=[ \t])/gm, (number) => " ".repeat(number.length));
}

/** The parts of a quote around "…" or "[...]", each of which must be found; none where a part says nothing. */
function fragments(quote: string, language: Language): string[] {
  const parts = quote
    .split(/\[?(?:\.{3,}|…)\]?/u)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const said = parts.filter((part) => saysSomething(part, language));
  return said.length > 0 && (said.length === parts.length || parts.length > 1) ? said : [];
}

function saysSomething(part: string, language: Language): boolean {
  return tokenise(part, language).some(
    (t) =>
      t.value !== undefined ||
      (!t.grammar && t.word.length > 1) ||
      /[^\p{ASCII}]/u.test(t.word) ||
      language.isNegation(t.word),
  );
}

function findExactly(text: NormalisedText, fragment: string): TextRange | undefined {
  const whole = normalise(fragment).text.trim();
  // A model often adds or drops the punctuation at the ends.
  const bare = whole.replace(/^["'([{*_\s]+|["')\]}*_.,;:!?\s]+$/g, "");
  for (const wanted of whole === bare ? [whole] : [whole, bare]) {
    if (wanted === "") continue;
    for (let at = text.text.indexOf(wanted); at >= 0; at = text.text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if (!cutsWord(text.text, at) && !cutsWord(text.text, end)) return toOriginal(text, at, end);
    }
  }
  return undefined;
}

/** Whether a boundary lies inside a word; scripts without spaces have no such place. */
function cutsWord(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 1), at + 1);
  if (at <= 0 || at >= text.length) return false;
  return (
    /^[\p{L}\p{N}]{2}$/u.test(around) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(around)
  );
}

/** What is left of a range outside `without`: the longest part, where that is at least half of it. */
function longestPart(text: string, range: TextRange, without: readonly TextRange[]): Quote | undefined {
  let parts: TextRange[] = [range];
  for (const cut of without) {
    parts = parts.flatMap((p) =>
      cut.end <= p.start || cut.start >= p.end
        ? [p]
        : [
            { start: p.start, end: cut.start },
            { start: cut.end, end: p.end },
          ].filter((q) => q.end > q.start),
    );
  }
  let best: Quote | undefined;
  for (const part of parts) {
    const start = part.start + (/^\s*/.exec(text.slice(part.start, part.end))?.[0].length ?? 0);
    const body = text.slice(start, part.end).trimEnd();
    // Marks that belong to the last letter (e + U+0301) stay with it.
    const end =
      start +
      body.length +
      (/^\p{M}+/u.exec(text.slice(start + body.length, part.end === range.end ? undefined : part.end))?.[0].length ??
        0);
    if (/[\p{L}\p{N}]/u.test(body) && (best === undefined || end - start > best.end - best.start))
      best = { start, end, text: text.slice(start, end) };
  }
  return best;
}
