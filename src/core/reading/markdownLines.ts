// The lines of a Markdown text that give it its shape: headings, code fences, comments, link definitions. One pass over
// the lines, so that its cost grows with the text alone. What the headings mean is said in sections.ts.
import { invisibleClass } from "./invisible";
import type { SourceText, Span } from "./source";

/** A heading: its whole lines, and what it says. */
export interface Heading extends Span {
  readonly level: number;
  readonly title: string;
  /** Only looks like a heading: between its signs and its words stands no plain blank. */
  readonly blankMissing: boolean;
  /** Only looks like one: it stands in so far that it is code. */
  readonly indented?: boolean;
  /** Of a line made a heading by the `---` or `===` under it: that line. */
  readonly underline?: Span;
}

/** A code fence or a comment, from its first line to its last; to the end of the text where it has no end. */
export interface Enclosure extends Span {
  readonly closed: boolean;
  /** What opened it: the signs of the fence, or `<!--`. */
  readonly signs: string;
}

/** `[label]: target` on a line of its own. */
export interface LinkDefinition extends Span {
  readonly label: string;
}

/** What one pass found, each list in order. */
export interface MarkdownLines {
  readonly headings: readonly Heading[];
  readonly fences: readonly Enclosure[];
  readonly comments: readonly Enclosure[];
  readonly definitions: readonly LinkDefinition[];
}

const listMarker = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const openingFence = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){0,9}(`{3,}|~{3,})([^\n]*)$/;
const heading = /^ {0,3}(#{1,6})([ \t]|$)/;
/** Signs with a blank missing or an invisible one, behind them or before. */
const almostHeading = new RegExp(
  `^(?: {0,3}(#{1,6})(?=[^#\\s]|[^\\S \\t])|[ ${invisibleClass}]{0,3}[${invisibleClass}][ ${invisibleClass}]{0,3}(#{1,6})(?!#))`,
);
const indentedHeading = /^(?: {4,8}|\t)(#{1,6})(?=[ \t]+\S)/;
const underline = /^ {0,3}(-+|=+)[ \t]*$/;
const definition = /^ {0,3}\[(?!\^)([^\]\n]{1,200})\]:[ \t]*\S/;
const rawTag = /^ {0,3}<(pre|script|style|textarea)(?=[\s>])/i;

/** Scans a part of a file. Enclosures that start at an offset of `broken` are not taken for such. */
export function scanMarkdown(source: SourceText, part: Span, broken: ReadonlySet<number> = new Set()): MarkdownLines {
  const scan = new Scan(source, part, broken);
  scan.run();
  return scan;
}

class Scan implements MarkdownLines {
  readonly headings: Heading[] = [];
  readonly fences: Enclosure[] = [];
  readonly comments: Enclosure[] = [];
  readonly definitions: LinkDefinition[] = [];
  private readonly last: number;
  private line: number;
  /** First line of the paragraph that the line before belongs to. */
  private paragraph: number | undefined;
  private inList = false;
  private afterBlank = true;
  private readonly endless = new Set<string>();

  constructor(
    private readonly source: SourceText,
    private readonly part: Span,
    private readonly broken: ReadonlySet<number>,
  ) {
    this.line = source.lineAt(part.start);
    this.last = source.lineAt(Math.max(part.start, part.end - 1));
  }

  run(): void {
    while (this.line <= this.last) {
      const text = this.source.line(this.line);
      if (text.trim() === "") this.endParagraph();
      else if (!this.takeEnclosure(text) && !this.takeHeading(text)) this.takeText(text);
      this.afterBlank = text.trim() === "";
      this.line++;
    }
  }

  private get span(): Span {
    return { start: this.source.lineStart(this.line), end: this.source.lineEnd(this.line) };
  }

  private endParagraph(): void {
    this.paragraph = undefined;
  }

  /** Takes a fence, a comment or raw HTML with all of its lines. */
  private takeEnclosure(text: string): boolean {
    const { start } = this.span;
    if (this.broken.has(start)) return false;
    const fence = openingFence.exec(text);
    const signs = fence?.[1] ?? "";
    if (fence && !(signs.startsWith("`") && fence[2]?.includes("`"))) {
      const deepest = text.indexOf(signs) + 3;
      this.fences.push(this.enclosed(start, signs, (line) => isClosing(line, signs, deepest)));
      return true;
    }
    if (/^ {0,3}<!--/.test(text)) {
      const closed = text.indexOf("-->", text.indexOf("<!--") + 2) !== -1;
      this.comments.push(
        closed ? { ...this.span, closed, signs: "<!--" } : this.enclosed(start, "<!--", (line) => line.includes("-->")),
      );
      return true;
    }
    return this.skipRaw(text);
  }

  /** From the line at hand to the first one after it that ends it. */
  private enclosed(start: number, signs: string, ends: (line: string) => boolean): Enclosure {
    this.endParagraph();
    while (this.line < this.last) {
      this.line++;
      if (ends(this.source.line(this.line))) return { start, end: this.span.end, closed: true, signs };
    }
    return { start, end: this.part.end, closed: false, signs };
  }

  /** `<pre>` and its like hold no headings where they have an end. */
  private skipRaw(text: string): boolean {
    const tag = rawTag.exec(text)?.[1]?.toLowerCase();
    if (tag === undefined || this.endless.has(tag)) return false;
    const from = this.line;
    const closing = `</${tag}>`;
    if (text.toLowerCase().includes(closing)) return false;
    if (this.enclosed(this.span.start, tag, (line) => line.toLowerCase().includes(closing)).closed) return true;
    this.endless.add(tag);
    this.line = from;
    return false;
  }

  private takeHeading(text: string): boolean {
    const inside = this.inList && /^[ \t]/.test(text);
    const real = inside ? null : heading.exec(text);
    const indented = !inside && this.paragraph === undefined && indentedHeading.test(text);
    const found =
      real ?? (inside ? null : (almostHeading.exec(text) ?? (indented ? indentedHeading.exec(text) : null)));
    if (found) {
      const title = withoutClosingSigns(text.slice(found[0].length));
      const level = (found[1] ?? found[2] ?? "#").length;
      this.headings.push({ ...this.span, level, title, blankMissing: !real, ...(indented ? { indented } : {}) });
      // What only looks like a heading is part of the text, unless someone takes it for one.
      if (!real) return false;
      this.endParagraph();
      this.inList = false;
      return true;
    }
    const rule = underline.exec(text);
    if (!rule || this.paragraph === undefined) return false;
    const start = this.source.lineStart(this.paragraph);
    const title = this.source.text.slice(start, this.source.lineEnd(this.line - 1)).trim();
    const level = rule[1]?.startsWith("=") ? 1 : 2;
    this.headings.push({ start, end: this.span.end, level, title, blankMissing: false, underline: this.span });
    this.endParagraph();
    return true;
  }

  private takeText(text: string): void {
    const indented = /^(?: {4}|\t)/.test(text);
    if (listMarker.test(text) && !(indented && !this.inList)) {
      this.inList = true;
      this.endParagraph();
      return;
    }
    if (this.afterBlank && !/^[ \t]/.test(text)) this.inList = false;
    const label = this.inList || this.paragraph !== undefined ? undefined : definition.exec(text)?.[1];
    if (label !== undefined) {
      this.definitions.push({ ...this.span, label });
      return;
    }
    // In a list, a quote or a table a line of dashes makes no heading.
    if (this.inList || indented || /^ {0,3}(?:>|\|)/.test(text)) this.endParagraph();
    else this.paragraph ??= this.line;
  }
}

/** Further in than three blanks from where the fence opened, signs are code. */
function isClosing(line: string, signs: string, deepest: number): boolean {
  const trimmed = line.trim();
  if (line.indexOf(trimmed) > deepest) return false;
  return trimmed.length >= signs.length && trimmed === signs.charAt(0).repeat(trimmed.length);
}

/** The words of a heading, without the signs that may close it. */
function withoutClosingSigns(rest: string): string {
  const words = rest.trim();
  let end = words.length;
  while (end > 0 && words.charAt(end - 1) === "#") end--;
  return end === 0 || /[ \t]/.test(words.charAt(end - 1)) ? words.slice(0, end).trimEnd() : words;
}
