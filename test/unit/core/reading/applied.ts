// What a file is after a quick fix.
import { SourceText } from "../../../../src/core/reading/source";
import type { FindingFix } from "../../../../src/core/roadmap/roadmap";

/** The text with the mend made. */
export function applied(text: string, { range, newText }: FindingFix): string {
  const source = new SourceText(text);
  const at = ({ line, character }: { line: number; character: number }): number => source.lineStart(line) + character;
  return text.slice(0, at(range.start)) + newText + text.slice(at(range.end));
}
