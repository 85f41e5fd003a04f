// The places that "Next remark" and "Previous remark" go through. Order only; moving the caret is the host's work.
import type { TextRange } from "../text/textRange";
import type { Layout } from "./layout";

/** One place to stop at: words with a remark, or the end of the answer for what has no words in it. */
export interface RemarkStop extends TextRange {
  /** Indexes of the remarks told here. */
  readonly remarks: readonly number[];
}

/**
 * All stops in document order, one for each place where words begin; the remarks without words come last, in one stop
 * at `missingAt`.
 */
export function remarkStops(layout: Layout, missing: readonly number[], missingAt: number): RemarkStop[] {
  const end = missing.length === 0 ? [] : [{ start: missingAt, end: missingAt, remarks: missing }];
  const all: readonly RemarkStop[] = [...layout.highlights, ...end];
  const stops = new Map<number, RemarkStop>();
  for (const { start, end: last, remarks } of all) {
    const here = stops.get(start);
    stops.set(start, {
      start,
      end: Math.max(last, here?.end ?? last),
      remarks: [...new Set([...(here?.remarks ?? []), ...remarks])],
    });
  }
  return [...stops.values()].sort((a, b) => a.start - b.start);
}

/** The stop after or before the one at the caret, and whether that went round; undefined without stops. */
export function nextStop(
  stops: readonly RemarkStop[],
  caret: number,
  direction: 1 | -1,
): { readonly stop: RemarkStop; readonly wrapped: boolean } | undefined {
  const further = direction === 1 ? stops.find((s) => s.start > caret) : stops.findLast((s) => s.start < caret);
  const stop = further ?? stops.at(direction === 1 ? 0 : -1);
  return stop && { stop, wrapped: further === undefined };
}
