// Text as a search compares it, and where its words stand in what is shown. Pure.
import type { TextRange } from "../../core/textRange";

/** Lower case without accents, so that "resume" finds "Résumé". */
export function fold(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (/^[\u0000-\u007F]*$/.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The folded words of a query. */
export function searchWords(query: string): string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/**
 * Where the words of a query stand in a text, as sorted, disjoint ranges; empty where folding changes the text's
 * length.
 */
export function matchRanges(shown: string, words: readonly string[]): TextRange[] {
  const text = fold(shown);
  if (text.length !== shown.length) return [];
  const hits = words.flatMap((word) => {
    const start = text.indexOf(word);
    return start < 0 ? [] : [{ start, end: start + word.length }];
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

/** Characters of a text shown before and after the word that was found in it. */
const before = 24;
const after = 70;

/** A piece of a text around the first of the words that stands in it, cut at spaces. */
export function excerpt(whole: string, words: readonly string[]): string {
  const folded = fold(whole);
  const hits = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
  // Where folding changed the length, the place in the folded text is no place in the other.
  const at = folded.length === whole.length && hits.length > 0 ? Math.min(...hits) : 0;
  const from = at <= before ? 0 : whole.lastIndexOf(" ", at - before) + 1;
  const space = whole.indexOf(" ", at + after);
  const to = space < 0 || space > at + after + before ? Math.min(at + after + before, whole.length) : space;
  const start = Math.max(from, at - 2 * before);
  return `${start > 0 ? "…" : ""}${whole.slice(start, to)}${to < whole.length ? "…" : ""}`;
}
