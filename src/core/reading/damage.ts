// What happened to a file before it was read: saved in another encoding, merged halfway, grown out of bounds.
// Knows no YAML and no sections.
import { t } from "@vscode/l10n";
import { scanMarkdown } from "./markdownLines";
import { longestFile, type Mend, type Report, type SourceText, type Span } from "./source";

/** The text to read on with, as long as the file's own; undefined where there is none. Tells what is damaged. */
export function undamaged(source: SourceText, report: Report): string | undefined {
  const { text } = source;
  if (text.length > longestFile) {
    report(
      source.lineSpan(0),
      "file-too-long",
      t(
        "The file has {0} characters; at most {1} are read: move what is not needed elsewhere.",
        text.length,
        longestFile,
      ),
    );
    return undefined;
  }
  return isUtf8(text, report) ? withoutConflicts(source, report) : undefined;
}

/** Whoever decoded the file left U+FFFD where it was no UTF-8, and U+0000 where it was UTF-16. */
function isUtf8(text: string, report: Report): boolean {
  const at = text.search(/[\0\uFFFD]/);
  if (at === -1) return true;
  report(
    { start: at, end: at + 1 },
    "not-utf8",
    text.includes("\0")
      ? t("The file is not UTF-8 but looks like UTF-16: reopen it with its encoding and save it as UTF-8.")
      : t("The file is not UTF-8, so this character cannot be read: reopen it with its encoding and save it as UTF-8."),
  );
  return false;
}

/** Seven signs, or more where a repository is set up so. */
const marker = /^(?:<{7,}|>{7,}|\|{7,}|={7,})(?: .*)?$/;

/**
 * Tells each merge conflict once and blanks its markers and its second side, so that the rest can be read. A conflict
 * that stands whole in a code fence is an example.
 */
function withoutConflicts(source: SourceText, report: Report): string {
  const { text } = source;
  if (!/^(?:<{7,}|>{7,})(?: |$)/m.test(text)) return text;
  const examples = scanMarkdown(source, { start: 0, end: text.length }).fences.filter((fence) => fence.closed);
  const conflicts = findConflicts(source).filter(
    ({ first, last = first }) =>
      !examples.some((fence) => fence.start < source.lineStart(first) && source.lineEnd(last) < fence.end),
  );
  for (const conflict of conflicts) tellConflict(source, conflict, report);
  const spans = conflicts.flatMap(({ blanked }) => blanked);
  return dashesFirst(blank(text, spans));
}

/** Of a file that is in conflict as a whole the first line is blank now; front matter begins it all the same. */
function dashesFirst(text: string): string {
  const start = /^( +\n)(---\n)/.exec(text);
  return start ? `${start[2] ?? ""}${start[1] ?? ""}${text.slice(start[0].length)}` : text;
}

/** A conflict by its lines; one that is not whole has no end or no middle. */
interface Conflict {
  readonly first: number;
  /** The first line of what is not the first side: `|||||||` or `=======`. */
  middle?: number;
  /** `=======`. */
  second?: number;
  last?: number;
  /** Everything of it but the first side. */
  readonly blanked: Span[];
}

function findConflicts(source: SourceText): Conflict[] {
  const found: Conflict[] = [];
  let open: (Conflict & { readonly size: number }) | undefined;
  /** `=======` of a conflict whose first marker somebody took out. */
  let headless: { readonly line: number; readonly size: number } | undefined;
  const begin = (first: number, size: number): NonNullable<typeof open> => {
    const conflict = { first, size, blanked: [] };
    found.push(conflict);
    return conflict;
  };
  for (let line = 0; line < source.lineCount; line++) {
    const words = source.line(line);
    const size = marker.test(words) ? words.search(/[^<>|=]|$/) : 0;
    const sign = size === 0 || (open && open.size !== size) ? "" : words.charAt(0);
    if (sign === "<") open = begin(line, size);
    else if (sign === ">" && !open) {
      const first = headless?.size === size ? headless.line : line;
      open = begin(first, size);
      for (let i = first; i < line; i++) open.blanked.push(lineOf(source, i));
    } else if (!open && sign === "=") headless = { line, size };
    else if (!open && /^#{1,3} /.test(words)) headless = undefined;
    else if (open && (sign === "=" || sign === "|")) {
      open.middle ??= line;
      if (sign === "=") open.second ??= line;
    }
    if (open && (open.middle !== undefined || sign === "<" || sign === ">")) open.blanked.push(lineOf(source, line));
    if (sign !== ">") continue;
    if (open) open.last = line;
    open = undefined;
    headless = undefined;
  }
  return found;
}

function lineOf(source: SourceText, line: number): Span {
  return { start: source.lineStart(line), end: source.lineEnd(line) };
}

function tellConflict(source: SourceText, { first, middle, second, last }: Conflict, report: Report): void {
  const message = t(
    "A merge conflict was left here: keep one side, and remove the lines with <<<<<<<, ======= and >>>>>>>.",
  );
  const isWhole = middle !== undefined && second !== undefined && last !== undefined;
  const keep = (from: number, to: number, title: string): Mend | undefined =>
    isWhole
      ? {
          start: source.lineStart(first),
          end: source.lineEnd(last),
          newText: source.text.slice(source.lineStart(from), source.lineStart(to)).replace(/\n$/, ""),
          title,
        }
      : undefined;
  const mine = keep(first + 1, middle ?? first, t("Keep the first side"));
  const theirs = keep((second ?? first) + 1, last ?? first, t("Keep the second side"));
  report(source.lineSpan(first), "merge-conflict", message, mine, theirs);
}

/** The text with blanks in place of every character of the spans, which are in order. */
function blank(text: string, spans: readonly Span[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}
