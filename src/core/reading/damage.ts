// What happened to a file before it was read: saved in another encoding, merged halfway, grown out of bounds.
// Knows no YAML and no sections.
import { t } from "@vscode/l10n";
import { scanMarkdown } from "./markdownLines";
import { longestFile, type Report, type SourceText, type Span } from "./source";

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

/** Tells each merge conflict once and blanks its markers and its second side, so that the rest can be read. A conflict that stands whole in a code fence is an example. */
function withoutConflicts(source: SourceText, report: Report): string {
  const { text } = source;
  if (!/^(?:<{7}|>{7})(?: |$)/m.test(text)) return text;
  const examples = scanMarkdown(source, { start: 0, end: text.length }).fences.filter((fence) => fence.closed);
  const blanked: Span[] = [];
  let open: number | undefined;
  let theirs = false;
  const tell = (line: number): void =>
    report(
      source.lineSpan(line),
      "merge-conflict",
      t(
        "A merge conflict was left here: keep one of the two sides, and remove the lines with <<<<<<<, ======= and >>>>>>>.",
      ),
    );
  for (let line = 0; line < source.lineCount; line++) {
    const span = { start: source.lineStart(line), end: source.lineEnd(line) };
    const words = source.line(line);
    const sign = marker.test(words) ? words.charAt(0) : "";
    if (examples.some((fence) => fence.start < span.start && span.end < fence.end)) continue;
    if (sign === "<") {
      open = line;
      tell(line);
    } else if (sign === ">" && open === undefined) {
      tell(line);
    } else if (open !== undefined && (sign === "=" || sign === "|")) {
      theirs = true;
    }
    if (theirs || sign === "<" || sign === ">") blanked.push(span);
    if (sign === ">") {
      open = undefined;
      theirs = false;
    }
  }
  return blank(text, blanked);
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
