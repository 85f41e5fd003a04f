// A roadmap's file as text with lines: line endings made one, offsets turned into places.
// Nothing here knows what a question or a roadmap is.
import type { FilePosition, FileRange } from "../roadmap/roadmap";
import type { FindingCode } from "./findingCodes";

/** UTF-16 offsets into a file's normalised text, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A mend as it is found: the text that takes the place of what stands at the span. */
export interface Mend extends Span {
  readonly title: string;
  readonly newText: string;
}

/** Takes down one finding of the file at hand. */
export type Report = (at: Span, code: FindingCode, message: string, mend?: Mend, otherMend?: Mend) => void;

/** Longest file that is read, in UTF-16 units: a list of ten thousand questions fits. */
export const longestFile = 1024 * 1024;

/**
 * Text without a byte-order mark and with `\n` line endings, so that a Windows checkout reads (and hashes) the same.
 * Line numbers stay as they are in the file.
 */
export function normaliseSource(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/** A normalised text that knows its lines. */
export class SourceText {
  /** Offset at which each line starts. */
  private readonly starts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.starts = starts;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** 0-based line of an offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Offset of the line's end, before its line break. */
  lineEnd(line: number): number {
    const next = this.starts[line + 1];
    return next === undefined ? this.text.length : next - 1;
  }

  /** The line without its line break. */
  line(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line));
  }

  /** The words of a line, without the blanks around them. */
  lineSpan(line: number): Span {
    const text = this.line(line);
    const start = this.lineStart(line) + (text.length - text.trimStart().length);
    return { start, end: Math.max(start, this.lineStart(line) + text.trimEnd().length) };
  }

  position(offset: number): FilePosition {
    const line = this.lineAt(offset);
    return { line, character: offset - this.lineStart(line) };
  }

  range({ start, end }: Span): FileRange {
    const last = this.text.length;
    return { start: this.position(Math.min(start, last)), end: this.position(Math.min(Math.max(end, start), last)) };
  }
}
