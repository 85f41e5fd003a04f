// What to draw in the document for a grade: highlighted phrases, gutter icons and verdict lines, each with its place.
// Decides; draws nothing. Everything here has its twin in feedbackList.
import { t } from "@vscode/l10n";
import type { TextRange } from "../evidence";
import type { VerdictKind } from "../question";
import { paragraphAt, paragraphsOf, type DocumentLines, type Paragraph } from "./documentLines";
import type { Remark } from "./remarks";
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

/** A short line of text beside the learner's own, never part of the document. */
export interface VerdictLine {
  readonly kind: DrawnKind;
  readonly line: number;
  /** On a line with words: goes after them. Otherwise it has the blank line to itself. */
  readonly afterWords: boolean;
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

/** Longest verdict line on a blank line and after a paragraph's words, in characters: `after` text is clipped, not wrapped. */
export const verdictLineLimits = { onBlankLine: 55, afterWords: 40 } as const;

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
    if (!remark || quote.state === "gone" || quote.start >= quote.end) return [];
    return [{ remark: quote.remark, kind: quote.state === "edited" ? "stale" : remark.kind, start: quote.start, end: quote.end }];
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
    .filter((index) => remarks[index]?.quotes.length === 0 && remarks[index].kind !== "met")
    .sort((a, b) => rank(remarks[a]?.kind ?? "met") - rank(remarks[b]?.kind ?? "met") || a - b);
}

/** Where the line for the missing remarks goes: the blank line under the answer, one further down where there are more, or after its last words. */
export function missingSpot(lines: DocumentLines, paragraphs: readonly Paragraph[], answerLine: number): { readonly line: number; readonly afterWords: boolean } {
  const end = lines.lineCount - 1;
  const last = paragraphs.at(-1);
  if (!last) return { line: Math.min(Math.max(answerLine, 0), end), afterWords: false };
  return last.last >= end ? { line: last.last, afterWords: true } : { line: Math.min(last.last + 2, end), afterWords: false };
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
  return [...groupBy(placed, (p) => paragraphAt(paragraphs, p.line)?.first ?? p.line).values()].map((same) => worst(same));
}

function verdictLinesOf(input: LayoutInput, shown: readonly Shown[], missing: readonly number[], paragraphs: readonly Paragraph[]): VerdictLine[] {
  const { remarks, lines, estimate } = input;
  const result: VerdictLine[] = [];
  // A remark speaks once, at its best quote; the line stands under the paragraph in which that quote ends.
  const best = [...new Map([...shown].reverse().map((s) => [s.remark, s])).values()].reverse();
  const spot = missing.length > 0 ? missingSpot(lines, paragraphs, input.answerLine) : undefined;
  let spotTaken = false;

  for (const group of groupBy(best, (s) => paragraphAt(paragraphs, lines.lineAt(s.end - 1))).entries()) {
    const [paragraph, members] = group;
    if (!paragraph) continue;
    const told = worst(members);
    const remark = remarks[told.remark];
    if (!remark) continue;
    const below = paragraph.last + 1;
    const blankBelow = below < lines.lineCount && lines.lineText(below).trim() === "" && spot?.line !== below;
    const line = blankBelow ? below : paragraph.last;
    const all = [told.remark, ...members.map((m) => m.remark).filter((r) => r !== told.remark)];
    const more = members.length > 1 ? ` (+${members.length - 1})` : "";
    const shares = spot?.afterWords === true && spot.line === line;
    if (shares && told.kind === "met") continue;
    const tail = shares ? `${more} · ${verdictSign("missed")} ${estimate ? t("{0} not matched", missing.length) : t("{0} not found", missing.length)}` : more;
    spotTaken ||= shares;
    result.push({
      kind: told.kind,
      line,
      afterWords: !blankBelow,
      text: verdictLineText(remark, told.kind, estimate, blankBelow ? verdictLineLimits.onBlankLine : verdictLineLimits.afterWords, tail),
      remarks: shares ? [...all, ...missing] : all,
    });
  }

  const first = missing[0] === undefined ? undefined : remarks[missing[0]];
  if (spot && first && !spotTaken) {
    const limit = spot.afterWords ? verdictLineLimits.afterWords : verdictLineLimits.onBlankLine;
    const more = missing.length > 1 ? ` (+${missing.length - 1})` : "";
    const kind = input.tracked.current ? first.kind : "stale";
    result.push({ kind, ...spot, text: verdictLineText(first, kind, estimate, limit, more, true), remarks: missing });
  }
  return result;
}

function verdictLineText(remark: Remark, kind: DrawnKind, estimate: boolean, limit: number, tail: string, ideaFirst = false): string {
  const word = verdictWord(remark.kind, estimate);
  const said = ideaFirst ? remark.idea || remark.text : remark.text || remark.idea;
  const head = kind === "stale" ? `↳ ${verdictSign(remark.kind)} ${t("Earlier text")}` : `↳ ${verdictSign(remark.kind)} ${word}`;
  const rest = withoutWord(said, word);
  return `${shorten(rest === "" ? head : `${head}: ${rest}`, limit - Array.from(tail).length)}${tail}`;
}

/** Drops the verdict's own word where the remark begins with it: "Partly. Say which …" must not read "Partly: Partly. Say which …". */
function withoutWord(text: string, word: string): string {
  const start = text.slice(0, word.length);
  const next = text.slice(word.length);
  return start.toLowerCase() === word.toLowerCase() && /^\s*[:.,–—-]/.test(next) ? next.replace(/^\s*[:.,–—-]+\s*/, "") : text;
}
