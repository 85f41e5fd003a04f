// Ranges of a text taken out without moving anything else.
import type { TextRange } from "../../core/text/textRange";

/** `text` with each range replaced by as many spaces, so that offsets stay. */
export function blankOut(text: string, ranges: readonly TextRange[]): string {
  return filled(text, ranges, (length) => " ".repeat(length));
}

/** The same with blank lines, so that what stands before a range and what stands after it are never read as one. */
export function blankLines(text: string, ranges: readonly TextRange[]): string {
  return filled(text, ranges, (length) => (length < 2 ? "\n" : `\n${" ".repeat(length - 2)}\n`));
}

function filled(text: string, ranges: readonly TextRange[], fill: (length: number) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const from = Math.min(Math.max(start, at), text.length);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    parts.push(text.slice(at, from), fill(to - from));
    at = to;
  }
  return parts.join("") + text.slice(at);
}
