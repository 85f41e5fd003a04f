// "conflict-markers": two versions of the answer stand in it, parted by the marks of a merge.
import { quoteOf, type Observer } from "./observation";

/** Marks that a merge left. */
export const conflictMarkers: Observer = {
  id: "conflict-markers",
  find({ answer }) {
    const start = lineWith(answer, "<<<<<<<", 0);
    const middle = start < 0 ? -1 : lineWith(answer, "=======", start);
    const last = middle < 0 ? -1 : lineWith(answer, ">>>>>>>", middle);
    if (last < 0) return [];
    const lineEnd = answer.indexOf("\n", last);
    const end = lineEnd < 0 ? answer.length : lineEnd;
    return [{ id: "conflict-markers", quote: quoteOf(answer, { start, end }) }];
  },
};

/** Where the next line begins with exactly this mark; −1 where none does. */
function lineWith(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    const begins = at === 0 || text.charAt(at - 1) === "\n";
    if (begins && /^(?:\s|$)/.test(text.charAt(at + mark.length))) return at;
  }
  return -1;
}
