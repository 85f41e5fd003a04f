// Someone else's Markdown as it may stand in a page that a preview renders: raw HTML and pictures are shown as text, so
// that reading a report never loads anything. Code stays as it was written.
import { Marked, type Token } from "marked";

/** A picture, or a raw tag; `<https://…>` is a link. */
const loads = /!(?=\[)|<(?=[a-z](?![a-z0-9+.-]{1,31}:))/iy;
const fenceLine = / {0,3}(?:(`{3,})[^`\n]*|(~{3,})[^\n]*)(?:\n|$)/y;

/** Longer texts with pictures or tags are shown as code, for looking through them twice would take too long. */
const longest = 100_000;

/** The same Markdown, in which nothing is loaded when it is rendered. Without pictures and raw tags it is unchanged. */
export function quietMarkdown(markdown: string): string {
  if (!/!\[|<[a-z]/i.test(markdown)) return markdown;
  if (markdown.length > longest) return fenced(markdown);
  const quiet = escapeLoading(markdown);
  return isQuiet(quiet) ? quiet : fenced(markdown);
}

/** A backslash before whatever would load, outside of code. */
function escapeLoading(markdown: string): string {
  const spans = new CodeSpans(markdown);
  const parts: string[] = [];
  let copied = 0;
  let at = 0;
  while (at < markdown.length) {
    const end = codeEnd(markdown, at, spans);
    if (end !== undefined) at = end;
    else if (startsAt(loads, markdown, at)) {
      parts.push(markdown.slice(copied, at), "\\");
      copied = at;
      at += 1;
    } else at += markdown[at] === "\\" ? 2 : 1;
  }
  return [...parts, markdown.slice(copied)].join("");
}

/** Where the code that begins here ends; undefined where none does. */
function codeEnd(markdown: string, at: number, spans: CodeSpans): number | undefined {
  const atLineStart = at === 0 || markdown[at - 1] === "\n";
  const opening = atLineStart ? matchAt(fenceLine, markdown, at) : undefined;
  if (opening) {
    const run = opening[1] ?? opening[2] ?? "";
    const closing = new RegExp(`^ {0,3}${run}${run[0] ?? ""}*[ \\t]*$`, "gm");
    closing.lastIndex = at + opening[0].length;
    return closing.exec(markdown) === null ? markdown.length : closing.lastIndex;
  }
  return markdown[at] === "`" ? spans.endOf(at) : undefined;
}

/** Where spans of code end: at the next run of as many backticks, with no blank line before it. */
class CodeSpans {
  /** Starts of the runs of each length, in order. */
  readonly #runs = new Map<number, number[]>();
  readonly #lengths = new Map<number, number>();
  readonly #blanks: readonly number[];

  constructor(markdown: string) {
    for (const { 0: run, index } of markdown.matchAll(/`+/g)) {
      const starts = this.#runs.get(run.length) ?? [];
      starts.push(index);
      this.#runs.set(run.length, starts);
      this.#lengths.set(index, run.length);
    }
    this.#blanks = [...markdown.matchAll(/\n[ \t]*(?=\n)/g)].map(({ index }) => index);
  }

  /** The end of the span, or of the run where it opens none. */
  endOf(at: number): number {
    const length = this.#lengths.get(at) ?? 1;
    const next = firstAfter(this.#runs.get(length) ?? [], at);
    const blank = firstAfter(this.#blanks, at) ?? Infinity;
    return next === undefined || blank < next ? at + length : next + length;
  }
}

/** The first of the ascending numbers that is greater. */
function firstAfter(ascending: readonly number[], than: number): number | undefined {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > than) high = middle;
    else low = middle + 1;
  }
  return ascending[low];
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function startsAt(pattern: RegExp, text: string, at: number): boolean {
  return matchAt(pattern, text, at) !== null;
}

/** What a renderer makes of it, in case it sees no code where we did. */
function isQuiet(markdown: string): boolean {
  const marked = new Marked();
  let quiet = true;
  try {
    void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
      if (token.type === "image" || (token.type === "html" && /<[a-z]/i.test(token.raw))) quiet = false;
    });
  } catch {
    // Nesting thousands deep overflows the parser's stack.
    return false;
  }
  return quiet;
}

/** The text as one block of code, with a fence longer than any in it. */
function fenced(markdown: string): string {
  const run = [...markdown.matchAll(/~+/g)].reduce((most, [tildes]) => Math.max(most, tildes.length), 2);
  const line = "~".repeat(run + 1);
  return `${line}\n${markdown}\n${line}`;
}
