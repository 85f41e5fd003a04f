// The places that "Next remark" and "Previous remark" go through. Order only; moving the cursor is the host's work.
import type { TextRange } from "../textRange";
import type { Layout } from "./layout";

/** One place to stop at: words with a remark, or the end of the answer for what was not found in it. */
export interface RemarkStop extends TextRange {
  /** Indexes of the remarks told here. */
  readonly remarks: readonly number[];
}

/** All stops in document order; the remarks without words come last, in one stop at `missingAt`. */
export function remarkStops(layout: Layout, missing: readonly number[], missingAt: number): RemarkStop[] {
  const stops = layout.highlights
    .map(({ start, end, remarks }): RemarkStop => ({ start, end, remarks }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return missing.length === 0 ? stops : [...stops, { start: missingAt, end: missingAt, remarks: missing }];
}

/** The stop after or before the one at the cursor's selection, and whether that went round; undefined without stops. */
export function nextStop(
  stops: readonly RemarkStop[],
  selection: TextRange,
  direction: 1 | -1,
): { readonly stop: RemarkStop; readonly wrapped: boolean } | undefined {
  const here = stops.findIndex((s) => s.start === selection.start && s.end === selection.end);
  let index: number;
  if (here >= 0) index = here + direction;
  else if (direction === 1) index = stops.findIndex((s) => s.start >= selection.start);
  else index = stops.findLastIndex((s) => s.end <= selection.start);
  if (here < 0 && direction === 1 && index < 0) index = stops.length;
  const wrapped = index < 0 || index >= stops.length;
  const stop = wrapped ? stops.at(direction === 1 ? 0 : -1) : stops[index];
  return stop && { stop, wrapped };
}
