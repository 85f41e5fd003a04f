// Keeps quotes in step with a document that is being edited. A quote whose words were touched becomes "edited"; the
// same words back again make it "standing". Positions only: what a quote is about is in remarks, how it looks in
// layout.
import type { Quote, TextRange } from "../text/textRange";
import { quoteMover } from "./sameAnswer";

/** One change as VS Code reports it: offsets into the document before the event, UTF-16. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** The document as it is now. */
export interface CurrentText {
  /** Where the answer begins; undefined while the answer line is missing. */
  readonly answerStart: number | undefined;
  readonly length: number;
  slice(start: number, end: number): string;
}

/** standing: the graded words are there; edited: they were touched; gone: they could not be found in the text. */
export type QuoteState = "standing" | "edited" | "gone";

/** A quote with its place in the document as it is now (document offsets, not answer offsets). */
export interface TrackedQuote extends TextRange {
  /** Index into the remarks. */
  readonly remark: number;
  /** The words and place that the grader saw, answer offsets. */
  readonly graded: Quote;
  readonly state: QuoteState;
  /** Everything that edits of an edited quote have touched: where its words would come back. */
  readonly reach: TextRange;
}

/** All quotes of one grade over one document. */
export interface TrackedRemarks {
  /** The graded answer, with the line ends of the document. */
  readonly graded: string;
  /**
   * True while the answer is the graded one, but for blanks at ends of lines and how these end. Otherwise remarks
   * without a quote and the marks are of an earlier text.
   */
  readonly current: boolean;
  readonly quotes: readonly TrackedQuote[];
}

/**
 * Places the quotes of a graded text in the document as it is now. Where the answer differs, a quote stands if it lies
 * in the unchanged beginning or end, or if its words occur exactly once; otherwise it is gone. No claim is made for
 * others.
 */
export function trackRemarks(
  graded: string,
  remarks: readonly { readonly quotes: readonly Quote[] }[],
  now: CurrentText,
): TrackedRemarks {
  const { answerStart } = now;
  const answer = answerStart === undefined ? undefined : now.slice(answerStart, now.length);
  const all = remarks.flatMap(({ quotes }, remark) => quotes.map((quote) => ({ remark, graded: quote })));
  const mover = answer === undefined ? undefined : quoteMover(graded, answer);
  if (answer !== undefined && answerStart !== undefined && mover) {
    // The same answer: from here on its own text is what was graded.
    const quotes = all.map(({ remark, graded: quote }) => {
      const moved = mover(quote);
      return stand({ remark, graded: moved }, answerStart + moved.start);
    });
    return { graded: answer, current: true, quotes };
  }
  const place =
    answer === undefined || answerStart === undefined ? () => undefined : placer(graded, answer, answerStart);
  const quotes = all.map((quote): TrackedQuote => {
    const start = place(quote.graded);
    return start === undefined ? { ...quote, state: "gone", ...nowhere, reach: nowhere } : stand(quote, start);
  });
  return { graded, current: false, quotes };
}

const nowhere: TextRange = { start: 0, end: 0 };

/**
 * Steps all quotes through one change event. `now` is the document after it. Touches only the text near edited quotes.
 */
export function stepRemarks(tracked: TrackedRemarks, changes: readonly TextChange[], now: CurrentText): TrackedRemarks {
  const { graded } = tracked;
  const current =
    now.answerStart !== undefined &&
    now.length - now.answerStart === graded.length &&
    now.slice(now.answerStart, now.length) === graded;
  if (current) {
    const start = now.length - graded.length;
    return { graded, current, quotes: tracked.quotes.map((q) => stand(q, start + q.graded.start)) };
  }
  // From the end, so that one change's offsets hold while the next is applied.
  const fromEnd = [...changes].sort((a, b) => b.rangeOffset - a.rangeOffset);
  const quotes = tracked.quotes.map((quote) => {
    if (quote.state === "gone") return quote;
    const moved = fromEnd.reduce(stepQuote, quote);
    return moved.state === "edited" ? restored(moved, now) : moved;
  });
  return { graded, current: quotes.every(isStanding) && isSameButBlanks(graded, changes, now), quotes };
}

function isStanding({ state }: TrackedQuote): boolean {
  return state === "standing";
}

/**
 * Whether changes of blanks alone (or that took something away) left the graded answer what it was; letters put in
 * never do.
 */
function isSameButBlanks(graded: string, changes: readonly TextChange[], now: CurrentText): boolean {
  if (now.answerStart === undefined || changes.some((change) => change.text.trim() !== "")) return false;
  return quoteMover(graded, now.slice(now.answerStart, now.length)) !== undefined;
}

function stand(quote: Pick<TrackedQuote, "remark" | "graded">, start: number): TrackedQuote {
  const range = { start, end: start + quote.graded.text.length };
  return { remark: quote.remark, graded: quote.graded, state: "standing", ...range, reach: range };
}

function stepQuote(quote: TrackedQuote, change: TextChange): TrackedQuote {
  const from = change.rangeOffset;
  const to = from + change.rangeLength;
  const delta = change.text.length - change.rangeLength;
  const edited = quote.state === "edited";
  // An insertion at either edge leaves standing words alone; an edited quote takes it into its reach, for an undo may
  // bring words back there.
  const before = edited ? to < quote.reach.start : to <= quote.start;
  const after = edited ? from > quote.reach.end : from >= quote.end;
  if (after) return quote;
  if (before) return { ...quote, ...shift(quote, delta), reach: shift(quote.reach, delta) };
  const reach = { start: Math.min(quote.reach.start, from), end: Math.max(quote.reach.end, to) + delta };
  return { ...quote, state: "edited", ...remains(quote, change), reach };
}

/** What is left of a range after a change: text put inside it belongs to it, text put at or over an edge does not. */
function remains(range: TextRange, change: TextChange): TextRange {
  const from = change.rangeOffset;
  const to = from + change.rangeLength;
  const inserted = from + change.text.length;
  const delta = change.text.length - change.rangeLength;
  if (to <= range.start) return shift(range, delta);
  if (from >= range.end) return { start: range.start, end: range.end };
  const start = from > range.start ? range.start : from < range.start ? inserted : from;
  const end = to < range.end ? range.end + delta : to > range.end ? from : inserted;
  return { start, end: Math.max(start, end) };
}

/** Stands again where its very words are within reach, once. */
function restored(quote: TrackedQuote, now: CurrentText): TrackedQuote {
  const { start, end } = quote.reach;
  if (end - start < quote.graded.text.length) return quote;
  const region = now.slice(start, end);
  const at = onlyOccurrence(region, quote.graded.text);
  return at === undefined ? quote : stand(quote, start + at);
}

function placer(graded: string, answer: string, answerStart: number): (quote: Quote) => number | undefined {
  const shorter = Math.min(graded.length, answer.length);
  let head = 0;
  while (head < shorter && graded[head] === answer[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && graded[graded.length - 1 - tail] === answer[answer.length - 1 - tail]) tail += 1;
  return (quote) => {
    if (quote.end <= head) return answerStart + quote.start;
    if (quote.start >= graded.length - tail) return answerStart + quote.start + answer.length - graded.length;
    const at = onlyOccurrence(answer, quote.text);
    return at === undefined ? undefined : answerStart + at;
  };
}

function onlyOccurrence(text: string, words: string): number | undefined {
  if (words === "") return undefined;
  const first = text.indexOf(words);
  return first < 0 || text.indexOf(words, first + 1) >= 0 ? undefined : first;
}

function shift(range: TextRange, delta: number): TextRange {
  return { start: range.start + delta, end: range.end + delta };
}
