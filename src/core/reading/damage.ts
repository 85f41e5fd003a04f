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

const marker = /^(?:<{7}|>{7}|\|{7}|={7})(?: .*)?$/;

/**
 * Tells each merge conflict once and blanks its markers and its second side, so that the rest can be read. A conflict
 * that stands whole in a code fence is an example.
 */
function withoutConflicts(source: SourceText, report: Report): string {
  const { text } = source;
  if (!/^(?:<{7}|>{7})(?: |$)/m.test(text)) return text;
  const examples = scanMarkdown(source, { start: 0, end: text.length }).fences.filter((fence) => fence.closed);
  const conflicts = findConflicts(source, (line) =>
    examples.some((fence) => fence.start < source.lineStart(line) && source.lineEnd(line) < fence.end),
  );
  for (const conflict of conflicts) tellConflict(source, conflict, report);
  return blank(
    text,
    conflicts.flatMap(({ blanked }) => blanked),
  );
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

function findConflicts(source: SourceText, isExample: (line: number) => boolean): Conflict[] {
  const found: Conflict[] = [];
  let open: Conflict | undefined;
  for (let line = 0; line < source.lineCount; line++) {
    const words = source.line(line);
    const sign = marker.test(words) ? words.charAt(0) : "";
    if (sign !== "" && isExample(line)) continue;
    if (sign === "<" || (sign === ">" && !open)) {
      open = { first: line, blanked: [] };
      found.push(open);
    } else if (open && (sign === "=" || sign === "|")) {
      open.middle ??= line;
      if (sign === "=") open.second ??= line;
    }
    if (open && (open.middle !== undefined || sign === "<" || sign === ">"))
      open.blanked.push({ start: source.lineStart(line), end: source.lineEnd(line) });
    if (sign !== ">") continue;
    if (open) open.last = line;
    open = undefined;
  }
  return found;
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
