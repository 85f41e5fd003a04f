// Text as a search compares it, and where its words stand in what is shown. Pure.
import type { TextRange } from "../../core/text/textRange";

// eslint-disable-next-line no-control-regex
const ascii = /^[\u0000-\u007F]*$/;

/** Lower case without accents, so that "resume" finds "Résumé". */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The folded words of a query. */
export function searchWords(query: string): string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/**
 * Where the words of a query stand in a text, as sorted, disjoint ranges of whole characters: "fine" in "ﬁne" is
 * three.
 */
export function matchRanges(shown: string, words: readonly string[]): TextRange[] {
  const { text, placeOf } = foldedWithPlaces(shown);
  const hits = words.flatMap((word) => {
    const start = text.indexOf(word);
    return start < 0 ? [] : [{ start: placeOf(start), end: placeOf(start + word.length - 1, true) }];
  });
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return hits.flatMap(({ start, end }) => {
    const from = Math.max(start, reached);
    if (from >= end) return [];
    reached = end;
    return [{ start: from, end }];
  });
}

/** Characters of a text shown before and after the word that was found in it; few before, since a sidebar is narrow. */
const before = 12;
const after = 70;

/** A piece of a text around the first of the words that stands in it, cut at spaces. */
export function excerpt(whole: string, words: readonly string[]): string {
  const { text, placeOf } = foldedWithPlaces(whole);
  const hits = words.map((word) => text.indexOf(word)).filter((at) => at >= 0);
  const at = hits.length > 0 ? placeOf(Math.min(...hits)) : 0;
  const from = at <= before ? 0 : whole.lastIndexOf(" ", at - before) + 1;
  const space = whole.indexOf(" ", at + after);
  const to = space < 0 || space > at + after + before ? Math.min(at + after + before, whole.length) : space;
  const start = Math.max(from, at - 3 * before);
  return `${start > 0 ? "…" : ""}${whole.slice(start, to)}${to < whole.length ? "…" : ""}`;
}

/** A folded text with the way back: where the character begins, or ends, that an index of the folded text is of. */
function foldedWithPlaces(shown: string): {
  readonly text: string;
  readonly placeOf: (index: number, end?: boolean) => number;
} {
  if (ascii.test(shown)) return { text: fold(shown), placeOf: (index, end = false) => index + (end ? 1 : 0) };
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  let offset = 0;
  for (const character of shown) {
    const folded = fold(character);
    text += folded;
    for (let i = 0; i < folded.length; i++) {
      starts.push(offset);
      ends.push(offset + character.length);
    }
    offset += character.length;
    // An accent of its own belongs to the letter before it.
    if (folded === "" && ends.length > 0) ends[ends.length - 1] = offset;
  }
  return { text, placeOf: (index, end = false) => (end ? ends[index] : starts[index]) ?? shown.length };
}
