// What to draw in the document for an attempt: highlighted phrases, gutter signs and verdict lines, each in its place.
// Decides; draws nothing. Everything here has its twin in the Feedback view.
import type { TextRange } from "../text/textRange";
import { paragraphAt, paragraphsOf, type DocumentLines, type Paragraph } from "./documentLines";
import type { Look } from "./look";
import { groupBy, missingRemarks, mostUrgent, shownQuotes, type LayoutInput, type Shown } from "./shown";
import { verdictLinesOf, type VerdictLine } from "./verdictLines";

/** A quote's words, in document offsets. Ranges may overlap; equal ranges are one highlight of the most urgent look. */
export interface Highlight extends TextRange {
  readonly look: Look;
  /** Indexes of the remarks about exactly these words. */
  readonly remarks: readonly number[];
}

export interface GutterIcon {
  readonly look: Look;
  readonly line: number;
}

/** Everything drawn for one document. */
export interface Layout {
  readonly highlights: readonly Highlight[];
  readonly gutter: readonly GutterIcon[];
  readonly verdictLines: readonly VerdictLine[];
}

export const emptyLayout: Layout = { highlights: [], gutter: [], verdictLines: [] };

/** Lays out all remarks. Linear in the answer's lines and the quotes; never throws. */
export function layOut(input: LayoutInput): Layout {
  const { remarks, tracked, lines } = input;
  const shown = shownQuotes(remarks, tracked);
  const missing = input.verdictLines ? missingRemarks(remarks) : [];
  if (shown.length === 0 && missing.length === 0) return emptyLayout;

  const paragraphs = paragraphsOf(lines, input.answerLine);
  return {
    highlights: highlightsOf(shown),
    gutter: gutterOf(shown, paragraphs, lines),
    verdictLines: input.verdictLines ? verdictLinesOf(input, shown, missing, paragraphs) : [],
  };
}

function highlightsOf(shown: readonly Shown[]): Highlight[] {
  return [...groupBy(shown, (s) => `${s.start}:${s.end}`).values()].map((same) => {
    const { look, start, end } = mostUrgent(same);
    return { look, start, end, remarks: [...new Set(same.map((s) => s.remark))] };
  });
}

function gutterOf(shown: readonly Shown[], paragraphs: readonly Paragraph[], lines: DocumentLines): GutterIcon[] {
  const placed = shown.map((s) => ({ ...s, line: lines.lineAt(s.start) }));
  const byParagraph = groupBy(placed, (p) => paragraphAt(paragraphs, p.line)?.first ?? p.line);
  return [...byParagraph.values()].map((same) => {
    const { look, line } = mostUrgent(same);
    // A paragraph is called good only while everything said of it still stands.
    const good = look === "met" || look === "own-met";
    return { look: good && same.some((s) => s.stale) ? "stale" : look, line };
  });
}
