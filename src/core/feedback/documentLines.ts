// A document seen as lines, and its paragraphs: where a verdict line may stand. No feedback here.

/** What layout needs of a document. Lines are 0-based, offsets UTF-16. */
export interface DocumentLines {
  readonly lineCount: number;
  /** Without its line break. */
  lineText(line: number): string;
  lineStart(line: number): number;
  /** The line that holds the offset; the nearest one where it is outside the document. */
  lineAt(offset: number): number;
}

/** A run of lines read as one: a paragraph, a heading, a list item or a fenced block with what it touches. */
export interface Paragraph {
  readonly first: number;
  readonly last: number;
}

/** The lines of a text, for documents that are not open in an editor. */
export function linesOf(text: string): DocumentLines {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return {
    lineCount: starts.length,
    lineText: (line) =>
      text.slice(starts[line] ?? text.length, starts[line + 1] ?? text.length).replace(/[\r\n]+$/, ""),
    lineStart: (line) => starts[line] ?? text.length,
    lineAt: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

const fenceLine = /^ {0,3}(`{3,}|~{3,})/;
const startsAnew = /^\s*(?:[-*+]|\d{1,9}[.)])\s|^ {0,3}#{1,6}(?:\s|$)/;
const heading = /^ {0,3}#{1,6}(?:\s|$)/;

/**
 * The paragraphs from `fromLine` to the end, in order. Blank lines inside a fence do not end it; an open fence runs to
 * the end.
 */
export function paragraphsOf(lines: DocumentLines, fromLine: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let first: number | undefined;
  let fence: string | undefined;
  let afterHeading = false;
  const close = (last: number): void => {
    if (first !== undefined) paragraphs.push({ first, last });
    first = undefined;
  };
  for (let line = Math.max(fromLine, 0); line < lines.lineCount; line += 1) {
    const text = lines.lineText(line);
    const mark = fenceLine.exec(text)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && text.trim() === mark) fence = undefined;
      continue;
    }
    if (text.trim() === "") {
      close(line - 1);
      afterHeading = false;
      continue;
    }
    if (afterHeading || startsAnew.test(text)) close(line - 1);
    first ??= line;
    fence = mark;
    afterHeading = heading.test(text);
  }
  close(lines.lineCount - 1);
  return paragraphs;
}

/** The paragraph that holds the line, or undefined on a blank line. Paragraphs in order. */
export function paragraphAt(paragraphs: readonly Paragraph[], line: number): Paragraph | undefined {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphs[middle];
    if (!paragraph) return undefined;
    if (line < paragraph.first) high = middle - 1;
    else if (line > paragraph.last) low = middle + 1;
    else return paragraph;
  }
  return undefined;
}
