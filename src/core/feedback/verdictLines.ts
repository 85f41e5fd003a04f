// The short lines of text beside the learner's own: one under each paragraph and one at the end of the answer for what
// has no words in it. Text and place only; what is highlighted is layout's work.
import { t } from "@vscode/l10n";
import { paragraphAt, type DocumentLines, type Paragraph } from "./documentLines";
import { lookOf, type Look } from "./look";
import type { Remark } from "./remark";
import { shorten } from "./shorten";
import { groupBy, mostUrgent, type LayoutInput, type Shown } from "./shown";
import { saidBy, stateSign } from "./words";

/**
 * Where a verdict line stands: alone on a blank line of the document; behind the words of its line; or in the empty
 * space under the document's last line, where no line break of the learner's is needed.
 */
export type VerdictPlace = "blank-line" | "after-words" | "below-end";

/** A short line of text beside the learner's own, never part of the document. */
export interface VerdictLine {
  readonly look: Look;
  /** The line that it stands on; below the end, the document's last line. */
  readonly line: number;
  readonly place: VerdictPlace;
  /** 0, or below the end 1 or 2: rows under the line's words, the verdict line on a blank line being the first. */
  readonly row: number;
  readonly text: string;
  /** Indexes of the remarks told at its place, those that its text stands for first. */
  readonly remarks: readonly number[];
}

/** Longest verdict line by place, in characters: its text is clipped at the editor's edge, not wrapped. */
export const verdictLineLimits = { "blank-line": 55, "below-end": 55, "after-words": 40 } as const satisfies Record<
  VerdictPlace,
  number
>;

/**
 * One line a paragraph that has words with a remark, and one for `missing` (indexes of remarks without words, most
 * urgent first).
 */
export function verdictLinesOf(
  input: LayoutInput,
  shown: readonly Shown[],
  missing: readonly number[],
  paragraphs: readonly Paragraph[],
): VerdictLine[] {
  const { lines } = input;
  const result: VerdictLine[] = [];
  // A remark speaks once, at its best quote; the line stands under the paragraph in which that quote ends.
  const best = [...new Map([...shown].reverse().map((s) => [s.remark, s])).values()].reverse();
  for (const [paragraph, members] of groupBy(best, (s) => paragraphAt(paragraphs, lines.lineAt(s.end - 1)))) {
    if (!paragraph) continue;
    const told = mostUrgent(members);
    const same = members.filter((m) => isSameKind(input.remarks, m, told)).map((m) => m.remark);
    const others = members.filter((m) => !isSameKind(input.remarks, m, told)).map((m) => m.remark);
    const line = lineOf(input, same, told.stale, placeUnder(lines, paragraph));
    if (line) result.push({ ...line, remarks: [...same, ...others] });
  }
  const first = missing[0] === undefined ? undefined : input.remarks[missing[0]];
  if (first) {
    const same = missing.filter((m) => isSaidAlike(input.remarks[m], first));
    const spot = placeBelowAnswer(lines, paragraphs.at(-1)?.last, input.answerLine, result);
    const line = lineOf(input, same, !input.tracked.current, spot);
    if (line) result.push({ ...line, remarks: missing });
  }
  return result;
}

function isSameKind(remarks: readonly Remark[], a: Shown, b: Shown): boolean {
  return a.stale === b.stale && isSaidAlike(remarks[a.remark], remarks[b.remark]);
}

function isSaidAlike(one: Remark | undefined, other: Remark | undefined): boolean {
  return one?.state === other?.state && one?.by === other?.by;
}

type Spot = Pick<VerdictLine, "line" | "place" | "row">;

/** The line for remarks of one kind, the first of them named. */
function lineOf(
  input: LayoutInput,
  same: readonly number[],
  stale: boolean,
  spot: Spot,
): Omit<VerdictLine, "remarks"> | undefined {
  const remark = same[0] === undefined ? undefined : input.remarks[same[0]];
  if (!remark) return undefined;
  const text = verdictLineText(remark, same.length - 1, stale, roomAt(input.lines, spot));
  return { look: stale ? "stale" : lookOf(remark), ...spot, text };
}

function placeUnder(lines: DocumentLines, { last }: Paragraph): Spot {
  if (last + 1 >= lines.lineCount) return { line: last, place: "below-end", row: 1 };
  return isBlank(lines, last + 1)
    ? { line: last + 1, place: "blank-line", row: 0 }
    : { line: last, place: "after-words", row: 0 };
}

/**
 * Below the answer's last words, apart from the last paragraph's own verdict line: on a blank line near by, else under
 * the document's end.
 */
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
  const onEnd = taken.some((v) => v.line === end && v.place === "blank-line") ? 1 : 0;
  return { line: end, place: "below-end", row: rows + onEnd + 1 };
}

function isBlank(lines: DocumentLines, line: number): boolean {
  return lines.lineText(line).trim() === "";
}

/** Columns that an editor is taken to have: nothing tells how wide it is, or where it wraps a line. */
const usualColumns = 80;

/**
 * Characters that a verdict line has at its place; behind words that fill the line only as many as its sign and a word
 * need.
 */
function roomAt(lines: DocumentLines, { line, place }: Spot): number {
  const limit = verdictLineLimits[place];
  return place === "after-words" && lines.lineText(line).length + limit > usualColumns ? limit / 2 : limit;
}

/** "↳ ✗ why it happens, and 2 more", "↳ speaks of: why it happens, and 1 more". */
function verdictLineText(remark: Remark, others: number, stale: boolean, limit: number): string {
  const idea = remark.idea === "" ? remark.text : remark.idea;
  const notes = [remark.by === "check" ? "" : saidBy(remark.by), remark.disputed === undefined ? "" : t("disputed")];
  const said = notes.filter((note) => note !== "").join(", ");
  const note = said === "" ? "" : ` (${said})`;
  const write = (words: string): string => `↳ ${head(remark, stale, words)}${note}`;
  const tail = (line: string): string => (others === 0 ? line : withOthers(line, others));
  const frame = Array.from(tail(write(""))).length;
  // Where nearly nothing of the idea would fit, the note gives way.
  const room = limit - frame;
  if (room < shortestIdea) return tail(shorten(`↳ ${head(remark, stale, idea)}`, limit - (frame - write("").length)));
  return tail(write(shorten(idea, room)));
}

/** Characters of an idea below which it is no use. */
const shortestIdea = 8;

function head({ state, by }: Remark, stale: boolean, idea: string): string {
  if (stale) return t("earlier text: {0}", idea);
  if (by === "check") return state === "found" ? t("speaks of: {0}", idea) : t("not found: {0}", idea);
  return `${stateSign(state)} ${idea}`;
}

function withOthers(line: string, others: number): string {
  return others === 1 ? t("{0}, and 1 more", line) : t("{0}, and {1} more", line, others);
}
