// A long text in pieces of bounded length, cut where a reader would pause.
import type { TextRange } from "../../core/text/textRange";

/** A piece is cut at a blank line, else a line, a sentence or a space, before this many characters. */
const longestPiece = 4000;

/** The pieces of a text in order; together they are the whole text. */
export function* pieces(text: string): Generator<TextRange> {
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start);
    yield { start, end };
    start = end;
  }
}

function pieceEnd(text: string, start: number): number {
  const most = start + longestPiece;
  if (most >= text.length) return text.length;
  const window = text.slice(start, most);
  for (const boundary of ["\n\n", "\n", ". ", " "]) {
    const at = window.lastIndexOf(boundary);
    if (at > longestPiece / 4) return start + at + boundary.length;
  }
  const code = text.charCodeAt(most);
  return code >= 0xdc00 && code <= 0xdfff ? most - 1 : most;
}
