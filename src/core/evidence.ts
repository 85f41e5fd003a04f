// Evidence: a quote is found in the answer, not believed. Maps a quote to exact offsets of the answer's own text.
// Nothing here knows what a quote is evidence for.
import { isFunctionWord, isNegation } from "./text/functionWords";
import { isTypo } from "./text/fuzzyWord";
import { normalise, toOriginal, type NormalisedText } from "./text/normalise";
import { tokenise, type Token } from "./text/tokens";

/** A half-open range of UTF-16 offsets into an answer's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A quote that stands in the answer: `text === answer.slice(start, end)`, always. */
export interface Quote extends TextRange {
  readonly text: string;
}

/** Finds one quote; undefined where the text does not hold it. */
export type QuoteFinder = (quote: string) => Quote | undefined;

/** Share of tokens that must align, in order, for a window of the text to stand for a quote. */
const alignment = 0.9;
/** Longer quotes are looked up exactly only, so that a runaway quote costs nothing. */
const mostTokens = 250;

/**
 * Finds a quote in a text: first as it stands (Unicode, quotation marks, dashes, white space, accents and case folded),
 * else the window whose tokens align with it to nine tenths, with the same negations, numbers and words of direction.
 * Returns the text's own words; undefined for a quote that is not there or that says nothing ("the").
 */
export function findQuote(text: string, quote: string): Quote | undefined {
  return quoteFinder(text)(quote);
}

/** A finder for many quotes of one text. Ranges in `without` are no evidence: a quote that lies in them is not found, one that spans them is cut to its longer part. */
export function quoteFinder(text: string, without: readonly TextRange[] = []): QuoteFinder {
  const visible = blankOut(text, without);
  let folded: NormalisedText | undefined;
  let tokens: Tokens | undefined;
  return (quote) => {
    const wanted = fragments(quote);
    if (wanted.length === 0) return undefined;
    folded ??= normalise(visible);
    // The answer may hold the dots itself.
    const whole = wanted.length > 1 ? findExactly(folded, quote) : undefined;
    if (whole) return longestPart(text, whole, without);
    let best: Quote | undefined;
    for (const fragment of wanted) {
      const found = findExactly(folded, fragment) ?? findAligned((tokens ??= indexTokens(visible)), fragment);
      const kept = found && longestPart(text, found, without);
      if (kept === undefined) return undefined;
      if (best === undefined || kept.end - kept.start > best.end - best.start) best = kept;
    }
    return best;
  };
}

/** `text` with each range replaced by as many spaces, so that offsets stay. */
export function blankOut(text: string, ranges: readonly TextRange[]): string {
  let out = text;
  for (const { start, end } of ranges) out = out.slice(0, start) + " ".repeat(Math.max(0, Math.min(end, text.length) - start)) + out.slice(end);
  return out;
}

/** The parts of a quote around "…" or "[...]", each of which must be found; none where a part says nothing. */
function fragments(quote: string): string[] {
  const parts = quote.split(/\[?(?:\.{3,}|…)\]?/u).map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const said = parts.filter(saysSomething);
  return said.length > 0 && (said.length === parts.length || parts.length > 1) ? said : [];
}

function saysSomething(part: string): boolean {
  return tokenise(part).some((t) => t.value !== undefined || (!isFunctionWord(t.word) && t.word.length > 1) || /[^\p{ASCII}]/u.test(t.word) || /^(?:yes|no)$/.test(t.word));
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
  return /^[\p{L}\p{N}]{2}$/u.test(around) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(around);
}

interface Tokens {
  readonly list: readonly Token[];
  /** Per position, the number of its distinct word. */
  readonly ids: readonly number[];
  /** One token a distinct word. */
  readonly distinct: readonly Token[];
}

function indexTokens(text: string): Tokens {
  const list = tokenise(text);
  const byWord = new Map<string, number>();
  const distinct: Token[] = [];
  const ids = list.map((token) => {
    const known = byWord.get(token.word);
    if (known !== undefined) return known;
    byWord.set(token.word, distinct.length);
    return distinct.push(token) - 1;
  });
  return { list, ids, distinct };
}

/** The window of `text` with the fewest edits from the fragment's tokens (Sellers 1980), if few enough and not turned round. */
function findAligned(text: Tokens, fragment: string): TextRange | undefined {
  const wanted = tokenise(fragment);
  const n = wanted.length;
  // One wrong word in three is another claim, so a short quote must align whole.
  const limit = Math.floor(n * (1 - alignment) + 1e-9);
  if (n < 2 || n > mostTokens || text.list.length === 0) return undefined;
  const rows = wanted.map((word) => text.distinct.map((token) => alike(token, word)));
  if (rows.filter((row) => !row.includes(true)).length > limit) return undefined;
  // cost[i], from[i]: fewest edits of the first i wanted tokens to a window that ends here, and where that window starts.
  let cost = Array.from({ length: n + 1 }, (_, i) => i);
  let from = new Array<number>(n + 1).fill(0);
  let best: { readonly cost: number; readonly start: number; readonly end: number } | undefined;
  text.ids.forEach((id, at) => {
    const nextCost = [0];
    const nextFrom = [at + 1];
    for (let i = 1; i <= n; i++) {
      const swap = (cost[i - 1] ?? 0) + (rows[i - 1]?.[id] ? 0 : 1);
      const extra = (cost[i] ?? 0) + 1;
      const lost = (nextCost[i - 1] ?? 0) + 1;
      const least = Math.min(swap, extra, lost);
      nextCost.push(least);
      nextFrom.push(least === swap ? (i === 1 ? at : (from[i - 1] ?? 0)) : least === extra ? (from[i] ?? 0) : (nextFrom[i - 1] ?? 0));
    }
    cost = nextCost;
    from = nextFrom;
    const edits = cost[n] ?? n;
    const start = from[n] ?? 0;
    if (edits <= limit && start <= at && (best === undefined || edits < best.cost) && agree(wanted, text.list.slice(start, at + 1))) best = { cost: edits, start, end: at };
  });
  const first = best && text.list[best.start];
  const last = best && text.list[best.end];
  return first && last ? { start: first.start, end: last.end } : undefined;
}

function alike(token: Token, wanted: Token): boolean {
  if (token.value !== undefined || wanted.value !== undefined) return token.value === wanted.value;
  return token.word === wanted.word || isTypo(token.word, wanted.word);
}

const direction = /^(?:more|less|fewer|high(?:er|est)?|low(?:er|est)?|increas\w*|decreas\w*|rais\w*|reduc\w*|before|after|above|below|always|sometimes|only|all|some|large[rst]*|small\w*|fast\w*|slow\w*|same|different|max\w*|min\w*|true|false|encod\w*|decod\w*|with|unlike|like)$/;

/** Whether two runs of tokens hold the same number of negations and the same numbers and words of direction in order. */
function agree(a: readonly Token[], b: readonly Token[]): boolean {
  return polarity(a) === polarity(b);
}

function polarity(tokens: readonly Token[]): string {
  const negations = tokens.filter((t) => isNegation(t.word)).length;
  const fixed = tokens.filter((t) => t.value !== undefined || direction.test(t.word)).map((t) => t.value ?? t.stem);
  return `${negations}:${fixed.join(" ")}`;
}

/** What is left of a range outside `without`: the longest part, where that is at least half of it. */
function longestPart(text: string, range: TextRange, without: readonly TextRange[]): Quote | undefined {
  let parts: TextRange[] = [range];
  for (const cut of without) {
    parts = parts.flatMap((p) =>
      cut.end <= p.start || cut.start >= p.end ? [p] : [{ start: p.start, end: cut.start }, { start: cut.end, end: p.end }].filter((q) => q.end > q.start),
    );
  }
  let best: Quote | undefined;
  for (const part of parts) {
    const start = part.start + (/^\s*/.exec(text.slice(part.start, part.end))?.[0].length ?? 0);
    const body = text.slice(start, part.end).trimEnd();
    // Marks that belong to the last letter (e + U+0301) stay with it.
    const end = start + body.length + (/^\p{M}+/u.exec(text.slice(start + body.length, part.end === range.end ? undefined : part.end))?.[0].length ?? 0);
    if (/[\p{L}\p{N}]/u.test(body) && (best === undefined || end - start > best.end - best.start)) best = { start, end, text: text.slice(start, end) };
  }
  return best;
}
