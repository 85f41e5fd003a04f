// The marks that a merge leaves where two versions of a text differ. Positions only.
import type { TextRange } from "./textRange";

/** The first stretch between the marks of a merge, marks included; undefined for none. Linear. */
export function findConflict(text: string): TextRange | undefined {
  const start = lineWith(text, "<<<<<<<", 0);
  const middle = start < 0 ? -1 : lineWith(text, "=======", start);
  const last = middle < 0 ? -1 : lineWith(text, ">>>>>>>", middle);
  if (last < 0) return undefined;
  const lineEnd = text.indexOf("\n", last);
  return { start, end: lineEnd < 0 ? text.length : lineEnd };
}

/** Where the next line begins with exactly this mark; −1 where none does. */
function lineWith(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    const begins = at === 0 || text.charAt(at - 1) === "\n";
    if (begins && /^(?:\s|$)/.test(text.charAt(at + mark.length))) return at;
  }
  return -1;
}
