// Cuts a remark to the width that a line in the editor has for it. Text only.
import { oneLine } from "./escapeMarkdown";

/** One line of at most `max` characters (code points), cut at a word and ended with "…" where it was longer. */
export function shorten(text: string, max: number): string {
  const line = oneLine(text);
  const points = Array.from(line);
  if (points.length <= max) return line;
  if (max < 2) return "…";
  const head = points.slice(0, max - 1).join("");
  const atWordEnd = points[max - 1] === " ";
  const space = head.lastIndexOf(" ");
  // A very long first word is cut where it is; a word is worth keeping only when more than half of the line remains.
  const cut = atWordEnd || space < head.length / 2 ? head : head.slice(0, space);
  return `${cut.replace(/[\s,;:.–—-]+$/u, "")}…`;
}
