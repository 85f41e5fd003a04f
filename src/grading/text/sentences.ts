// Sentences of a Markdown text, with exact offsets. A line that starts a list item, heading or table row starts a
// sentence.
import type { TextRange } from "../../core/text/textRange";
import type { Language } from "../language/language";

const numbered = "(?:\\(?\\d{1,3}|\\(?[a-zA-Z]|\\(?[ivx]{1,4})[.)]";
const listStart = new RegExp(
  `^[ \\t]{0,80}(?:[-*+•●○▪◦‣⁃–—]|#{1,6}|>|\\|[-: |]{0,80}|${numbered})(?=\\s|$|[A-Z])[ \\t]*`,
);
const end = /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s|$)|[。！？]/gu;
const rule = /^\s*(?:-{3,}|\*{3,}|={3,})\s*$/;
const fenceLine = /^\s*(?:```|~~~)[\w+#-]*\s*$/;

/** Longest sentence, in UTF-16 units; what runs on is cut at white space where there is any. */
export const longestSentence = 800;
/** A line shorter than this was not wrapped: the next one that begins with a capital is a note of its own. */
const shortLine = 60;

/**
 * The sentences of a text in order, without surrounding white space or list markers; never empty ones. Code and
 * tables come line
 * by line.
 */
export function sentences(text: string, language: Language): TextRange[] {
  const found: TextRange[] = [];
  for (const block of blocks(text)) {
    let start = block.start;
    const body = text.slice(block.start, block.end);
    for (const match of body.matchAll(end)) {
      const stop = block.start + match.index + match[0].length;
      const before = text.slice(Math.max(start, stop - 12), stop);
      const after = text.slice(stop, stop + 3).trimStart();
      const abbreviated = match[0] === "." && stop < block.end && language.endsInAbbreviation(before);
      if (abbreviated && (language.capitalisesNouns || !/^\p{Lu}\p{Ll}/u.test(after))) continue;
      push(found, text, start, stop);
      start = stop;
    }
    push(found, text, start, block.end);
  }
  return found;
}

interface Block {
  start: number;
  end: number;
  /** Where its last line starts. */
  line: number;
}

/**
 * Runs of lines that read as one paragraph: a blank line, a fence, a list marker, a heading or a line that ends in a
 * colon ends one,
 * and so do the short lines of notes.
 */
function blocks(text: string): Block[] {
  const found: Block[] = [];
  let open: Block | undefined;
  let at = 0;
  let fenced = false;
  for (const line of text.split("\n")) {
    const lineEnd = at + line.length;
    const fence = fenceLine.test(line);
    if (fence) fenced = !fenced;
    const marker = listStart.exec(line)?.[0].length ?? 0;
    if (fence || line.trim() === "" || rule.test(line)) open = undefined;
    else if (marker > 0 || fenced || open === undefined || isNote(open, line) || announces(text, open)) {
      open = { start: at + marker, end: lineEnd, line: at };
      found.push(open);
      if (/^\s*#{1,6}\s/.test(line)) open = undefined;
    } else {
      open.end = lineEnd;
      open.line = at;
    }
    at = lineEnd + 1;
  }
  return found;
}

/**
 * Whether a line begins anew rather than goes on: the one before is too short to have been wrapped, and it begins with
 * a capital.
 */
function isNote(open: Block, line: string): boolean {
  return open.end - open.line < shortLine && /^\s*["'“(]?[\p{Lu}\p{N}]/u.test(line);
}

/** Whether a block's last line ends in a mark after which something new begins. */
function announces(text: string, open: Block): boolean {
  const last = text.slice(Math.max(open.line, open.end - longestSentence), open.end).trimEnd();
  return /[:;|]$/.test(last.slice(-1));
}

function push(found: TextRange[], text: string, from: number, to: number): void {
  let start = from;
  let stop = to;
  while (start < stop && isSpace(text, start)) start++;
  while (stop > start && isSpace(text, stop - 1)) stop--;
  while (stop - start > longestSentence) {
    const space = text.lastIndexOf(" ", start + longestSentence);
    const cut = space > start + longestSentence / 2 ? space : wholeCharacter(text, start + longestSentence);
    keep(found, text, start, cut);
    start = cut;
    while (start < stop && isSpace(text, start)) start++;
  }
  keep(found, text, start, stop);
}

function keep(found: TextRange[], text: string, start: number, end: number): void {
  if (start < end && /[\p{L}\p{N}]/u.test(text.slice(start, end))) found.push({ start, end });
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code < 128 ? code >= 9 && code <= 13 : /\s/.test(text.charAt(at)));
}

/** `at`, or one before where it would part the halves of a character. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
