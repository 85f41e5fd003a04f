// Which quotes of an attempt are on screen, in what look, and which remarks have no words there. Decides no places.
import type { TextRange } from "../text/textRange";
import type { DocumentLines } from "./documentLines";
import { lookOf, urgency, type Look } from "./look";
import type { Remark } from "./remark";
import type { TrackedRemarks } from "./trackedRemarks";
import { severity } from "./words";

/** What layout works from. */
export interface LayoutInput {
  readonly remarks: readonly Remark[];
  readonly tracked: TrackedRemarks;
  readonly lines: DocumentLines;
  /** 0-based line on which the answer begins. */
  readonly answerLine: number;
  /** False where the learner turned verdict lines off: highlights and gutter only. */
  readonly verdictLines: boolean;
}

/** A quote that has words on screen. */
export interface Shown extends TextRange {
  /** Index into the remarks. */
  readonly remark: number;
  /** True where what the remark says is of an earlier text. */
  readonly stale: boolean;
  readonly look: Look;
  readonly urgency: number;
}

/**
 * Indexes of the remarks that have no words in the answer to stand at and that the learner should still see: the most
 * urgent first, then rubric order.
 */
export function missingRemarks(remarks: readonly Remark[]): number[] {
  const isMissing = ({ quotes, counts, dismissed, state }: Remark): boolean =>
    quotes.length === 0 && counts && !dismissed && state !== "met" && state !== "unread";
  return remarks
    .flatMap((remark, index) => (isMissing(remark) ? [{ index, severity: severity(remark.state) }] : []))
    .sort((a, b) => a.severity - b.severity || a.index - b.index)
    .map(({ index }) => index);
}

/**
 * The quotes to draw. A verdict is of its quotes together: where one was edited, none of it stands. What a check found
 * stands sentence by sentence.
 */
export function shownQuotes(remarks: readonly Remark[], { quotes }: TrackedRemarks): Shown[] {
  const touched = new Set(quotes.filter((q) => q.state !== "standing").map((q) => q.remark));
  return quotes.flatMap((quote): Shown[] => {
    const remark = remarks[quote.remark];
    if (!remark?.counts || remark.dismissed || quote.state === "gone" || quote.start >= quote.end) return [];
    const stale = remark.by === "check" ? quote.state === "edited" : touched.has(quote.remark);
    const { start, end } = quote;
    const look = stale ? "stale" : lookOf(remark);
    return [{ remark: quote.remark, start, end, stale, look, urgency: urgency(remark, stale) }];
  });
}

/** The most urgent of some; the earliest of equals. */
export function mostUrgent<T extends { readonly urgency: number }>(items: readonly [T, ...T[]]): T {
  return items.reduce((a, b) => (b.urgency < a.urgency ? b : a));
}

/** Items by a key, in order of first appearance. */
export function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
