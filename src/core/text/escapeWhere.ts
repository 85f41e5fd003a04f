// Puts a backslash before some places of someone else's Markdown and leaves its code as it was written: spans and
// blocks of code are found by the rules of CommonMark, in time that grows with the text.

const fenceLine = / {0,3}(?:(`{3,})[^`\n]*|(~{3,})[^\n]*)(?:\n|$)/y;

/** A backslash before each place where `what` (sticky) begins, outside of code. */
export function escapeWhere(markdown: string, what: RegExp): string {
  const parts: string[] = [];
  let copied = 0;
  for (const { index } of placesOutsideCode(markdown, what)) {
    parts.push(markdown.slice(copied, index), "\\");
    copied = index;
  }
  return [...parts, markdown.slice(copied)].join("");
}

/** Every match of `what` (sticky) that begins outside of code; the next may begin inside the one before. */
export function* placesOutsideCode(markdown: string, what: RegExp): Generator<RegExpExecArray> {
  const spans = new CodeSpans(markdown);
  let at = 0;
  while (at < markdown.length) {
    const end = codeEnd(markdown, at, spans);
    const found = end === undefined ? matchAt(what, markdown, at) : null;
    if (found !== null) yield found;
    at = end ?? at + (markdown[at] === "\\" ? 2 : 1);
  }
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
