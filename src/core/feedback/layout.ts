// What to draw in the document for a grade: highlighted phrases, gutter icons and verdict lines, each with its place.
// Decides; draws nothing. Everything here has its twin in feedbackList.
import { t } from "@vscode/l10n";
import type { TextRange } from "../textRange";
import type { VerdictKind } from "../question";
import { paragraphAt, paragraphsOf, type DocumentLines, type Paragraph } from "./documentLines";
import { withoutLead, type Remark } from "./remarks";
import { shorten } from "./shorten";
import type { TrackedRemarks } from "./trackedRemarks";
import { severity, verdictSign, verdictWord } from "./verdictWords";

/** A verdict's kind, or `stale` for a remark whose words were edited. */
export type DrawnKind = VerdictKind | "stale";

/** A quote's words, in document offsets. Ranges may overlap; equal ranges are one highlight of the worst kind. */
export interface Highlight extends TextRange {
  readonly kind: DrawnKind;
  /** Indexes of the remarks about exactly these words. */
  readonly remarks: readonly number[];
}

export interface GutterIcon {
  readonly kind: DrawnKind;
  readonly line: number;
}

/**
 * Where a verdict line stands: alone on a blank line of the document; behind the words of its line; or in the empty space
 * under the document's last line, where no line break of the learner's is needed.
 */
export type VerdictPlace = "blank-line" | "after-words" | "below-end";

/** A short line of text beside the learner's own, never part of the document. */
export interface VerdictLine {
  readonly kind: DrawnKind;
  /** The line that it stands on; below the end, the document's last line. */
  readonly line: number;
  readonly place: VerdictPlace;
  /** Rows under that line: 0, or below the end 1 or 2. */
  readonly row: number;
  readonly text: string;
  /** Indexes of the remarks that it stands for, the one shown first. */
  readonly remarks: readonly number[];
}

/** Everything drawn for one document. */
export interface Layout {
  readonly highlights: readonly Highlight[];
  readonly gutter: readonly GutterIcon[];
  readonly verdictLines: readonly VerdictLine[];
}

export const emptyLayout: Layout = { highlights: [], gutter: [], verdictLines: [] };

/** Longest verdict line by place, in characters: its text is clipped at the editor's edge, not wrapped. */
export const verdictLineLimits = { "blank-line": 55, "below-end": 55, "after-words": 40 } as const satisfies Record<
  VerdictPlace,
  number
>;

/** What layout works from. */
export interface LayoutInput {
  readonly remarks: readonly Remark[];
  readonly tracked: TrackedRemarks;
  readonly lines: DocumentLines;
  /** 0-based line on which the answer begins. */
  readonly answerLine: number;
  readonly estimate: boolean;
  /** False where the learner turned verdict lines off: highlights and gutter only. */
  readonly verdictLines: boolean;
}

interface Shown {
  readonly remark: number;
  readonly kind: DrawnKind;
  readonly start: number;
  readonly end: number;
}

/** Lays out all remarks. Linear in the answer's lines and the remarks; never throws. */
export function layOut(input: LayoutInput): Layout {
  const { remarks, tracked, lines } = input;
  const shown = tracked.quotes.flatMap((quote): Shown[] => {
    const remark = remarks[quote.remark];
    if (!remark?.counts || quote.state === "gone" || quote.start >= quote.end) return [];
    return [
      {
        remark: quote.remark,
        kind: quote.state === "edited" ? "stale" : remark.kind,
        start: quote.start,
        end: quote.end,
      },
    ];
  });
  const missing = input.verdictLines ? missingRemarks(remarks) : [];
  if (shown.length === 0 && missing.length === 0) return emptyLayout;

  const paragraphs = paragraphsOf(lines, input.answerLine);
  return {
    highlights: highlightsOf(shown),
    gutter: gutterOf(shown, paragraphs, lines),
    verdictLines: input.verdictLines ? verdictLinesOf(input, shown, missing, paragraphs) : [],
  };
}

/** Indexes of the remarks that have no words in the answer to stand at and that the learner should still see: worst first, then rubric order. */
export function missingRemarks(remarks: readonly Remark[]): number[] {
  return remarks
    .map((_, index) => index)
    .filter((index) => remarks[index]?.quotes.length === 0 && remarks[index].counts && remarks[index].kind !== "met")
    .sort((a, b) => rank(remarks[a]?.kind ?? "met") - rank(remarks[b]?.kind ?? "met") || a - b);
}

function rank(kind: DrawnKind): number {
  return kind === "stale" ? 99 : severity(kind);
}

function worst<T extends { readonly kind: DrawnKind }>(items: readonly [T, ...T[]]): T {
  return items.reduce((a, b) => (rank(b.kind) < rank(a.kind) ? b : a));
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function highlightsOf(shown: readonly Shown[]): Highlight[] {
  return [...groupBy(shown, (s) => `${s.start}:${s.end}`).values()].map((same) => {
    const { kind, start, end } = worst(same);
    return { kind, start, end, remarks: [...new Set(same.map((s) => s.remark))] };
  });
}

function gutterOf(shown: readonly Shown[], paragraphs: readonly Paragraph[], lines: DocumentLines): GutterIcon[] {
  const placed = shown.map((s) => ({ kind: s.kind, line: lines.lineAt(s.start) }));
  return [...groupBy(placed, (p) => paragraphAt(paragraphs, p.line)?.first ?? p.line).values()].map((same) =>
    worst(same),
  );
}

function verdictLinesOf(
  input: LayoutInput,
  shown: readonly Shown[],
  missing: readonly number[],
  paragraphs: readonly Paragraph[],
): VerdictLine[] {
  const { remarks, lines, estimate } = input;
  const result: VerdictLine[] = [];
  // A remark speaks once, at its best quote; the line stands under the paragraph in which that quote ends.
  const best = [...new Map([...shown].reverse().map((s) => [s.remark, s])).values()].reverse();
  for (const [paragraph, members] of groupBy(best, (s) => paragraphAt(paragraphs, lines.lineAt(s.end - 1)))) {
    const told = worst(members);
    const remark = remarks[told.remark];
    if (!paragraph || !remark) continue;
    const spot = placeUnder(lines, paragraph);
    // The built-in grader's reasons are lists of matched words, of use in the hover; a model's remark speaks for itself.
    const said = estimate ? remark.idea || remark.text : remark.text || remark.idea;
    result.push({
      kind: told.kind,
      ...spot,
      text: verdictLineText(remark, said, told.kind, estimate, roomAt(lines, spot), members.length - 1),
      remarks: [told.remark, ...members.map((m) => m.remark).filter((r) => r !== told.remark)],
    });
  }
  const first = missing[0] === undefined ? undefined : remarks[missing[0]];
  if (first) {
    const spot = placeBelowAnswer(lines, paragraphs.at(-1)?.last, input.answerLine, result);
    const kind = input.tracked.current ? first.kind : "stale";
    result.push({
      kind,
      ...spot,
      text: verdictLineText(first, first.idea || first.text, kind, estimate, roomAt(lines, spot), missing.length - 1),
      remarks: missing,
    });
  }
  return result;
}

type Spot = Pick<VerdictLine, "line" | "place" | "row">;

function placeUnder(lines: DocumentLines, { last }: Paragraph): Spot {
  if (last + 1 >= lines.lineCount) return { line: last, place: "below-end", row: 1 };
  return isBlank(lines, last + 1)
    ? { line: last + 1, place: "blank-line", row: 0 }
    : { line: last, place: "after-words", row: 0 };
}

/** Below the answer's last words, apart from the last paragraph's own verdict line: on a blank line near by, else under the document's end. */
function placeBelowAnswer(
  lines: DocumentLines,
  last: number | undefined,
  answerLine: number,
  taken: readonly VerdictLine[],
): Spot {
  const end = lines.lineCount - 1;
  const wanted = last === undefined ? Math.min(Math.max(answerLine, 0), end) : Math.min(last + 2, end);
  if (isBlank(lines, wanted) && !taken.some((v) => v.line === wanted))
    return { line: wanted, place: "blank-line", row: 0 };
  const rows = taken.filter((v) => v.place === "below-end").length;
  return { line: end, place: "below-end", row: rows + 1 };
}

function isBlank(lines: DocumentLines, line: number): boolean {
  return lines.lineText(line).trim() === "";
}

/** Columns that an editor is taken to have: nothing tells how wide it is, or where it wraps a line. */
const usualColumns = 80;

/** Characters that a verdict line has at its place; 0 behind words that leave no room, where the verdict's word must do. */
function roomAt(lines: DocumentLines, { line, place }: Spot): number {
  const limit = verdictLineLimits[place];
  return place === "after-words" && lines.lineText(line).length + limit > usualColumns ? 0 : limit;
}

function verdictLineText(
  remark: Remark,
  said: string,
  kind: DrawnKind,
  estimate: boolean,
  limit: number,
  others: number,
): string {
  const word = verdictWord(remark.kind, estimate);
  const head = `↳ ${verdictSign(remark.kind)} ${kind === "stale" ? t("Earlier text") : word}`;
  const rest = withoutLead(said, word);
  const more = others > 0 ? ` (+${others})` : "";
  return `${shorten(rest === "" || limit === 0 ? head : `${head}: ${rest}`, Math.max(limit, head.length + more.length) - more.length)}${more}`;
}
