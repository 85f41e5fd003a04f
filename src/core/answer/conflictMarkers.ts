// The marks that a merge leaves where two versions of a text differ: where they stand, and each version whole.
import type { TextRange } from "../text/textRange";

/** A stretch between the marks of a merge, marks and the last line's end included. */
interface Conflict extends TextRange {
  /** The lines of either version, as they stand. */
  readonly sides: readonly [string, string];
}

/** The first stretch between the marks of a merge, marks included; undefined for none. Linear. */
export function findConflict(text: string): TextRange | undefined {
  const found = conflictFrom(text, 0);
  return found && { start: found.start, end: text[found.end - 1] === "\n" ? found.end - 1 : found.end };
}

/** The first conflict that reaches behind an offset; one that ends before it is of no concern. */
export function findConflictBehind(text: string, offset: number): TextRange | undefined {
  for (const { start, end } of conflicts(text)) if (end > offset) return { start, end };
  return undefined;
}

/** The whole text as either side of the merge has it. */
export function versionsOf(text: string): readonly [string, string] {
  const parts: [string[], string[]] = [[], []];
  let copied = 0;
  for (const { start, end, sides } of conflicts(text)) {
    parts.forEach((part, side) => part.push(text.slice(copied, start), sides[side] ?? ""));
    copied = end;
  }
  const [first, second] = parts.map((part) => part.join("") + text.slice(copied));
  return [first ?? text, second ?? text];
}

function* conflicts(text: string): Generator<Conflict> {
  for (let found = conflictFrom(text, 0); found !== undefined; found = conflictFrom(text, found.end)) yield found;
}

function conflictFrom(text: string, from: number): Conflict | undefined {
  const start = lineWith(text, "<<<<<<<", from);
  const middle = start < 0 ? -1 : lineWith(text, "=======", start);
  const last = middle < 0 ? -1 : lineWith(text, ">>>>>>>", middle);
  if (last < 0) return undefined;
  // Some merges show what both versions came from between them.
  const base = lineWith(text, "|||||||", start);
  const firstEnd = base >= 0 && base < middle ? base : middle;
  const first = text.slice(lineEnd(text, start), firstEnd);
  const second = text.slice(lineEnd(text, middle), last);
  return { start, end: lineEnd(text, last), sides: [first, second] };
}

/** Behind the end of the line that begins at an offset. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** Where the next line begins with exactly this mark; −1 where none does. */
function lineWith(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    const begins = at === 0 || text.charAt(at - 1) === "\n";
    if (begins && /^(?:\s|$)/.test(text.charAt(at + mark.length))) return at;
  }
  return -1;
}
