// Where a text says nearly what a quote says: windows of tokens within a few edits, never with another negation,
// number or direction.
// Speed matters: a model may send a dozen long quotes that are nowhere in 20,000 characters.
import type { TextRange } from "../../core/text/textRange";
import type { Language } from "../language/language";
import { isTypo } from "../text/fuzzyWord";
import { tokenise, type Token } from "../text/tokens";

/** Share of tokens that must align, in order, for a window of the text to stand for a quote. */
const alignment = 0.9;
/** Longer quotes are looked up exactly only, so that a runaway quote costs nothing. */
const mostTokens = 250;

/** A text's tokens, ready for many quotes. */
export interface TokenIndex {
  readonly list: readonly Token[];
  /** Per position, the number of its distinct word. */
  readonly ids: Uint32Array;
  /** One token a distinct word, and the numbers of words by their letters. */
  readonly distinct: readonly Token[];
  readonly byWord: ReadonlyMap<string, number>;
}

/** Indexes a text. */
export function indexTokens(text: string, language: Language): TokenIndex {
  const list = tokenise(text, language);
  const byWord = new Map<string, number>();
  const distinct: Token[] = [];
  const ids = Uint32Array.from(list, (token) => {
    const known = byWord.get(token.word);
    if (known !== undefined) return known;
    byWord.set(token.word, distinct.length);
    return distinct.push(token) - 1;
  });
  return { list, ids, distinct, byWord };
}

/**
 * The window of `text` with the fewest edits from the fragment's tokens, if few enough and not turned round; UTF-16
 * offsets.
 */
export function findAligned(text: TokenIndex, fragment: string, language: Language): TextRange | undefined {
  const wanted = tokenise(fragment, language);
  const n = wanted.length;
  // One wrong word in three is another claim, so a short quote must align whole.
  const limit = Math.floor(n * (1 - alignment) + 1e-9);
  if (n < 2 || n > mostTokens || text.list.length === 0) return undefined;
  const same = wordsAlike(text, wanted, limit, language);
  if (same === undefined) return undefined;
  let best: Window | undefined;
  for (const region of regions(text.ids, same, n, limit)) {
    for (const window of windows(text.ids, same, region, limit)) {
      if (
        (best === undefined || window.edits < best.edits) &&
        agree(wanted, text.list.slice(window.first, window.last + 1), language)
      )
        best = window;
    }
  }
  const first = best && text.list[best.first];
  const last = best && text.list[best.last];
  return first && last ? { start: first.start, end: last.end } : undefined;
}

/** A window of tokens, both ends included. */
interface Window {
  readonly edits: number;
  readonly first: number;
  readonly last: number;
}

/**
 * For each wanted token, which distinct words of the text stand for it (1) or not (0); undefined where more than
 * `limit` have none.
 */
function wordsAlike(
  text: TokenIndex,
  wanted: readonly Token[],
  limit: number,
  language: Language,
): Uint8Array[] | undefined {
  const known = new Map<string, Uint8Array>();
  let without = 0;
  const rows: Uint8Array[] = [];
  for (const token of wanted) {
    let row = known.get(token.word);
    if (row === undefined) {
      row = new Uint8Array(text.distinct.length);
      const exact = text.byWord.get(token.word);
      if (exact !== undefined) row[exact] = 1;
      // A slip of the keyboard is looked for only where the word itself is not in the text.
      else for (const [i, other] of text.distinct.entries()) if (standsFor(other, token, language)) row[i] = 1;
      known.set(token.word, row);
    }
    rows.push(row);
    if (!row.includes(1) && ++without > limit) return undefined;
  }
  return rows;
}

function standsFor(token: Token, wanted: Token, language: Language): boolean {
  return token.value !== undefined || wanted.value !== undefined
    ? token.value === wanted.value
    : isTypo(token.word, wanted.word, language);
}

/** Stretches of the text dense enough in wanted words to hold a window; both ends included. */
function regions(
  ids: Uint32Array,
  same: readonly Uint8Array[],
  n: number,
  limit: number,
): { readonly from: number; readonly to: number }[] {
  const wanted = new Uint8Array(same[0]?.length ?? 0);
  for (const row of same) row.forEach((value, i) => (wanted[i] = (wanted[i] ?? 0) | value));
  const width = n + limit;
  const found: { from: number; to: number }[] = [];
  let inside = 0;
  for (let at = 0; at < ids.length; at++) {
    inside += wanted[ids[at] ?? 0] ?? 0;
    if (at >= width) inside -= wanted[ids[at - width] ?? 0] ?? 0;
    if (inside < n - limit) continue;
    const from = Math.max(0, at - width + 1);
    const open = found.at(-1);
    if (open && from <= open.to + 1) open.to = at;
    else found.push({ from, to: at });
  }
  return found;
}

/** Windows within a region at most `limit` edits from the wanted tokens (Sellers 1980), one for each end. */
function windows(
  ids: Uint32Array,
  same: readonly Uint8Array[],
  { from, to }: { readonly from: number; readonly to: number },
  limit: number,
): Window[] {
  const n = same.length;
  // cost[i], first[i]: fewest edits of the first i wanted tokens to a window that ends here, and where that window
  // starts.
  let cost = Int32Array.from({ length: n + 1 }, (_, i) => i);
  let first = new Int32Array(n + 1).fill(from);
  let nextCost = new Int32Array(n + 1);
  let nextFirst = new Int32Array(n + 1);
  const found: Window[] = [];
  for (let at = from; at <= to; at++) {
    const id = ids[at] ?? 0;
    nextCost[0] = 0;
    nextFirst[0] = at + 1;
    for (let i = 1; i <= n; i++) {
      const swap = (cost[i - 1] ?? 0) + 1 - (same[i - 1]?.[id] ?? 0);
      const extra = (cost[i] ?? 0) + 1;
      const lost = (nextCost[i - 1] ?? 0) + 1;
      const least = Math.min(swap, extra, lost);
      nextCost[i] = least;
      nextFirst[i] =
        (least === swap ? (i === 1 ? at : first[i - 1]) : least === extra ? first[i] : nextFirst[i - 1]) ?? at;
    }
    [cost, nextCost] = [nextCost, cost];
    [first, nextFirst] = [nextFirst, first];
    const edits = cost[n] ?? n;
    const start = first[n] ?? at;
    if (edits <= limit && start <= at) found.push({ edits, first: start, last: at });
  }
  return found;
}

/**
 * Whether two runs of tokens hold the same number of negations and the same numbers and words of direction in order.
 */
function agree(a: readonly Token[], b: readonly Token[], language: Language): boolean {
  return polarity(a, language) === polarity(b, language);
}

function polarity(tokens: readonly Token[], language: Language): string {
  const negations = tokens.filter((t) => language.isNegation(t.word)).length;
  const fixed = tokens
    .filter((t) => t.value !== undefined || language.isDirection(t.word))
    .map((t) => t.value ?? t.stem);
  return `${negations}:${fixed.join(" ")}`;
}
