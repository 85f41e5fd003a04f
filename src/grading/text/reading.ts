// A Markdown answer as a reader sees it: what is struck out, commented, a picture or a link's target is blank,
// entities and tags are
// resolved. The text keeps its length, so every offset stays. One pass, linear in the text whatever its shape.
import type { TextRange } from "../../core/text/textRange";
import { decodeEntity, readTag } from "./htmlPieces";
import type { Slices } from "./slices";

/** An answer as it is read. */
export interface Reading {
  /** As long as the answer, with the same offsets. */
  readonly shown: string;
  readonly comments: readonly TextRange[];
  readonly struckOut: readonly TextRange[];
  /** Fenced blocks, without the fences' own lines. */
  readonly codeBlocks: readonly TextRange[];
  readonly pictures: readonly TextRange[];
  readonly links: readonly TextRange[];
}

/** What stands for a character that a reader does not see inside a word: folding drops it. */
const unseen = "\u00ad";
/** Longest name of a link or picture, and longest stretch of code within a line. */
const longestName = 400;
const longestCode = 2000;
/** Characters between two chances to pause. */
const step = 20_000;
/** Parts of the text kept apart at a time. */
const mostParts = 3000;

/** Reads a Markdown text. */
export function* read(answer: string): Slices<Reading> {
  const reader = new Reader(answer);
  let paused = 0;
  while (reader.at < answer.length) {
    reader.next();
    if (reader.at - paused < step) continue;
    paused = reader.at;
    yield undefined;
  }
  return reader.result();
}

/** The kinds of ASCII characters that may begin something; all others are passed over. */
const special = new Uint8Array(128);
for (const c of "\n<&~`!]\\hH*") special[c.charCodeAt(0)] = 1;

class Reader {
  at = 0;
  private lineStart = true;
  /** Where the line begins that is being read. */
  private line = 0;
  private copied = 0;
  private readonly chunks: string[] = [];
  private parts: string[] = [];
  private readonly found = {
    comments: [] as TextRange[],
    struckOut: [] as TextRange[],
    codeBlocks: [] as TextRange[],
    pictures: [] as TextRange[],
    links: [] as TextRange[],
  };
  private readonly ahead = new Map<string, { readonly from: number; readonly found: number }>();
  private readonly noCode = new Map<number, number>();

  constructor(private readonly text: string) {}

  result(): Reading {
    this.parts.push(this.text.slice(this.copied));
    this.join();
    return { shown: this.chunks.join(""), ...this.found };
  }

  /** Puts the parts together now and then, so that the end does not hold everything up. */
  private join(): void {
    this.chunks.push(this.parts.join(""));
    this.parts = [];
  }

  /** Goes on to behind the next thing that means something. */
  next(): void {
    const { text } = this;
    if (this.lineStart) {
      this.lineStart = false;
      this.line = this.at;
      if (this.fence() || this.definition()) return;
    }
    let at = this.at;
    const stop = Math.min(text.length, at + step);
    while (at < stop) {
      const code = text.charCodeAt(at);
      if (code < 128 && special[code] === 1) break;
      at++;
    }
    this.at = at;
    if (at < stop) this.at = Math.max(at + 1, this.meaning(text.charCodeAt(at)));
  }

  /** Handles what begins here; where to go on, or 0 where it is only a character. */
  private meaning(code: number): number {
    switch (code) {
      case 10:
        this.lineStart = true;
        return 0;
      case 38:
        return this.entity();
      case 60:
        return this.angle();
      case 126:
        return this.tildes();
      case 96:
        return this.code();
      case 33:
        return this.picture();
      case 93:
        return this.target();
      case 92:
        return this.escape();
      case 42:
        return this.star();
      default:
        return this.address();
    }
  }

  /** Puts `by`, filled up to the range's length, in the place of a range. */
  private replace(start: number, end: number, by = "", fill = " "): number {
    this.parts.push(this.text.slice(this.copied, start), by, fill.repeat(end - start - by.length));
    this.copied = end;
    if (this.parts.length > mostParts) this.join();
    return end;
  }

  /** Where `needle` stands next at or after `from`, or the text's end; looked up once however often it is asked. */
  private nextOf(needle: string, from: number): number {
    const known = this.ahead.get(needle);
    if (known !== undefined && known.from <= from && from <= known.found) return known.found;
    const at = this.text.indexOf(needle, from);
    const found = at < 0 ? this.text.length : at;
    this.ahead.set(needle, { from, found });
    return found;
  }

  private lineEnd(from: number): number {
    return this.nextOf("\n", from);
  }

  /** A fenced block; its fences' lines become blank, its code stays. */
  private fence(): boolean {
    const { text, at } = this;
    const mark = fenceAt(text, at);
    if (mark === undefined) return false;
    const first = this.lineEnd(at);
    if (mark.char === "`" && text.slice(mark.end, first).includes("`")) return false;
    let line = first + 1;
    while (line < text.length) {
      const close = fenceAt(text, line);
      const end = this.lineEnd(line);
      if (close?.char === mark.char && close.length >= mark.length && text.slice(close.end, end).trim() === "") break;
      line = end + 1;
    }
    const stop = Math.min(line, text.length);
    this.replace(at, first);
    if (stop > first + 1) this.found.codeBlocks.push({ start: first + 1, end: stop });
    this.at = stop < text.length ? this.replace(stop, this.lineEnd(stop)) : text.length;
    return true;
  }

  /** "[name]: target" on a line of its own; a footnote's text is read. */
  private definition(): boolean {
    const { text, at } = this;
    let start = at;
    while (start < at + 3 && text.charAt(start) === " ") start++;
    if (text.charAt(start) !== "[" || text.charAt(start + 1) === "^") return false;
    const close = this.nextOf("]", start);
    const end = this.lineEnd(start);
    if (close >= end || close - start > longestName || text.charAt(close + 1) !== ":") return false;
    this.found.links.push({ start, end });
    this.at = this.replace(start, end);
    return true;
  }

  private entity(): number {
    const entity = decodeEntity(this.text, this.at);
    return entity === undefined ? 0 : this.replace(this.at, entity.end, entity.character, unseen);
  }

  private angle(): number {
    const { text, at } = this;
    if (text.startsWith("<!--", at)) {
      const close = this.nextOf("-->", at + 4);
      const ownLine = at - this.line < 4 && text.slice(this.line, at).trim() === "";
      // Without an end it is a comment only where it begins a line, and then to the end of all.
      if (close >= text.length && !ownLine) return 0;
      const end = Math.min(close + 3, text.length);
      this.found.comments.push({ start: at, end });
      return this.replace(at, end);
    }
    const tag = readTag(text, at);
    switch (tag?.kind) {
      case undefined:
        return 0;
      case "inline":
        return this.replace(at, tag.end, "", unseen);
      case "block":
        return this.replace(at, tag.end, "\n");
      case "address":
        this.found.links.push({ start: at, end: tag.end });
        return this.replace(at, tag.end);
      case "picture":
        this.found.pictures.push({ start: at, end: tag.end });
        return this.replace(at, tag.end);
      case "struck": {
        const close = this.nextOf(`</${tag.name}`, tag.end);
        const end = close + tag.name.length + 3;
        if (end > text.length || text.charAt(end - 1) !== ">" || this.endsParagraph(tag.end, close))
          return this.replace(at, tag.end, "", unseen);
        this.found.struckOut.push({ start: at, end });
        return this.replace(at, end);
      }
    }
  }

  /** Whether a blank line or 5,000 characters lie between. */
  private endsParagraph(from: number, to: number): boolean {
    return to - from > 5000 || /\n[ \t]*\n/.test(this.text.slice(from, to));
  }

  private tildes(): number {
    const { text, at } = this;
    const length = runAt(text, at);
    if (length !== 2) return at + length;
    const close = this.nextOf("~~", at + 2);
    if (close >= text.length || close === at + 2 || this.endsParagraph(at, close)) return at + 2;
    this.found.struckOut.push({ start: at, end: close + 2 });
    return this.replace(at, close + 2);
  }

  /** Code within a line stays as it is. */
  private code(): number {
    const { text, at } = this;
    const length = runAt(text, at);
    const from = at + length;
    if ((this.noCode.get(length) ?? 0) > at) return from;
    const limit = Math.min(text.length, from + longestCode);
    let close = this.nextOf("`", from);
    while (close < limit) {
      const other = runAt(text, close);
      if (other === length) return this.endsParagraph(from, close) ? from : close + length;
      close = text.indexOf("`", close + other);
      if (close < 0) break;
    }
    this.noCode.set(length, limit);
    return from;
  }

  private picture(): number {
    const { text, at } = this;
    if (text.charAt(at + 1) !== "[") return 0;
    const close = this.nextOf("]", at + 2);
    if (close - at > longestName || this.lineEnd(at) < close) return 0;
    // "![[scan.png]]" is how notebooks of linked notes write a picture.
    const embedded = text.charAt(at + 2) === "[" && text.charAt(close + 1) === "]";
    const end = embedded ? close + 2 : this.targetEnd(close);
    if (end === 0) return 0;
    this.found.pictures.push({ start: at, end });
    return this.replace(at, end);
  }

  private target(): number {
    const { at } = this;
    const end = this.targetEnd(at);
    if (end === 0) return 0;
    this.found.links.push({ start: at, end });
    return this.replace(at, end);
  }

  /** Where "](target)" or "][name]" ends; 0 where there is neither. */
  private targetEnd(at: number): number {
    const opening = this.text.charAt(at + 1);
    if (opening !== "(" && opening !== "[") return 0;
    const end = this.nextOf(opening === "(" ? ")" : "]", at + 2);
    return end >= this.text.length || this.lineEnd(at) < end ? 0 : end + 1;
  }

  private escape(): number {
    return /[!-/:-@[-`{-~]/.test(this.text.charAt(this.at + 1))
      ? this.replace(this.at, this.at + 1, "", unseen) + 1
      : 0;
  }

  /** Emphasis inside a word does not part it. */
  private star(): number {
    const { text, at } = this;
    const end = at + runAt(text, at);
    const inWord = end - at <= 3 && /\p{L}/u.test(text.charAt(at - 1)) && /\p{L}/u.test(text.charAt(end));
    return inWord ? this.replace(at, end, "", unseen) : end;
  }

  private address(): number {
    const { text, at } = this;
    const start = text.slice(at, at + 8).toLowerCase();
    if (!start.startsWith("http://") && !start.startsWith("https://")) return 0;
    let end = at;
    while (end < text.length && !/[\s<>]/.test(text.charAt(end))) end++;
    this.found.links.push({ start: at, end });
    return this.replace(at, end);
  }
}

/** How many characters like the one at `at` follow each other. */
function runAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let end = at + 1;
  while (text.charCodeAt(end) === code) end++;
  return end - at;
}

/** The fence that a line beginning at `at` opens or closes. */
function fenceAt(
  text: string,
  at: number,
): { readonly char: string; readonly length: number; readonly end: number } | undefined {
  let start = at;
  while (start < at + 12 && /[ \t>]/.test(text.charAt(start))) start++;
  const char = text.charAt(start);
  if (char !== "`" && char !== "~") return undefined;
  const length = runAt(text, start);
  return length < 3 ? undefined : { char, length, end: start + length };
}
