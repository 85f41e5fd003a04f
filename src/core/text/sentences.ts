// Sentences of a Markdown text, with exact offsets. A line that starts a list item, heading or table row starts a sentence.
import type { TextRange } from "../textRange";

const listStart =
  /^[ \t]*(?:[-*+•●○▪◦‣⁃–—]|#{1,6}|>|\|[-: |]*|(?:\(?\d{1,3}|\(?[a-zA-Z]|\(?[ivx]{1,4})[.)])(?=\s|$|[A-Z])[ \t]*/;
const end = /[.!?…。！？]+["'”’)\]]*(?=\s|$)|[。！？]/gu;
const abbreviations = /(?:\b(?:e\.?g|i\.?e|etc|vs|cf|resp|approx|fig|eq|no|dr|mr|ms|st|al)|\b[A-Za-z])\.$/i;

/** The sentences of a text in order, without surrounding white space or list markers; never empty ones. Code and tables come line by line. */
export function sentences(text: string): TextRange[] {
  const found: TextRange[] = [];
  for (const block of blocks(text)) {
    let start = block.start;
    const body = text.slice(block.start, block.end);
    for (const match of body.matchAll(end)) {
      const stop = block.start + match.index + match[0].length;
      const before = text.slice(Math.max(start, stop - 12), stop);
      const after = text.slice(stop, stop + 3).trimStart();
      if (match[0] === "." && abbreviations.test(before) && stop < block.end && !/^\p{Lu}\p{Ll}/u.test(after)) continue;
      push(found, text, start, stop);
      start = stop;
    }
    push(found, text, start, block.end);
  }
  return found;
}

/** Runs of lines that read as one paragraph: a blank line, a fence, a list marker, a heading or a line that ends in a colon ends one, and so do the short lines of notes. */
function blocks(text: string): TextRange[] {
  const found: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  let at = 0;
  let fenced = false;
  for (const line of text.split("\n")) {
    const lineEnd = at + line.length;
    const fence = /^\s*(?:```|~~~)[\w+#-]*\s*$/.test(line);
    if (fence) fenced = !fenced;
    const marker = listStart.exec(line)?.[0].length ?? 0;
    const before = open === undefined ? "" : text.slice(text.lastIndexOf("\n", open.end - 1) + 1, open.end);
    const blank = fence || line.trim() === "" || /^\s*(?:-{3,}|\*{3,}|={3,})\s*$/.test(line);
    if (blank) open = undefined;
    else if (
      marker > 0 ||
      fenced ||
      open === undefined ||
      isNote(before, line) ||
      /[:;|]\s*$/.test(text.slice(open.start, open.end))
    ) {
      open = { start: at + marker, end: lineEnd };
      found.push(open);
      if (/^\s*#{1,6}\s/.test(line)) open = undefined;
    } else open.end = lineEnd;
    at = lineEnd + 1;
  }
  return found;
}

/** Whether a line begins anew rather than goes on with the one before: that one is too short to have been wrapped, and this one begins with a capital. */
function isNote(before: string, line: string): boolean {
  return before.length < 60 && /^\s*["'“(]?[\p{Lu}\p{N}]/u.test(line);
}

function push(found: TextRange[], text: string, from: number, to: number): void {
  let start = from;
  let stop = to;
  while (start < stop && /\s/.test(text.charAt(start))) start++;
  while (stop > start && /\s/.test(text.charAt(stop - 1))) stop--;
  if (start < stop && /[\p{L}\p{N}]/u.test(text.slice(start, stop))) found.push({ start, end: stop });
}
