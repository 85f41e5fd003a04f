// Cuts a question's file into front matter and body, also where the lines of dashes around it are not quite right.
import { t } from "@vscode/l10n";
import { findInvisible, invisibleMend, invisibleMessage, visible } from "./invisible";
import type { Report, SourceText, Span } from "./source";

/** A question's file cut in two. */
export interface SplitFile {
  readonly yaml: Span;
  /** The line that closes the front matter. */
  readonly closing: Span;
  readonly body: Span;
}

/** Dashes as word processors and slips leave them. */
const almostDashes = /^[ \t]*(?:-{2,}|[\u2013\u2014]-*)[ \t]*$/;
const dashes = /^---[ \t]*$/;
const closingLine = /^(?:---|\.\.\.)[ \t]*$/;
const sectionLine = /^#{2,6}[^\S\n]*(?:prompt|reference|golden[^\S\n]*:.*)[^\S\n]*$/i;

/**
 * Cuts a normalised file; reports what is wrong with the lines of dashes, and returns undefined where there is no front
 * matter.
 */
export function splitFrontMatter(source: SourceText, report: Report): SplitFile | undefined {
  const opening = openingLine(source, report);
  if (opening === undefined) return undefined;
  const start = source.lineStart(opening + 1);
  for (let line = opening + 1; line < source.lineCount; line++) {
    const text = source.line(line);
    if (closingLine.test(text)) return cut(source, { start, end: source.lineStart(line) }, line, line + 1);
    if (sectionLine.test(text)) return unclosed(source, opening, line, report);
  }
  report(
    source.lineSpan(opening),
    "front-matter-end",
    t("The front matter that starts here has no end: write --- on a line of its own after the YAML."),
  );
  return undefined;
}

function cut(source: SourceText, yaml: Span, closing: number, body: number): SplitFile {
  const start = Math.min(source.lineStart(body), source.text.length);
  return { yaml, closing: source.lineSpan(closing), body: { start, end: source.text.length } };
}

/** The 0-based line of the first dashes. */
function openingLine(source: SourceText, report: Report): number | undefined {
  let line = 0;
  while (line < source.lineCount - 1 && visible(source.line(line)).trim() === "") line++;
  const text = source.line(line);
  const at = source.lineSpan(line);
  if (line === 0 && dashes.test(text)) return line;
  const next = source.line(line + 1);
  const message = t(
    "The file must start with its front matter: write --- on the first line, the YAML under it, and --- again.",
  );
  const hidden = findInvisible(text);
  if (hidden !== -1 && dashes.test(visible(text).trim())) {
    const mend = { start: 0, end: source.lineEnd(line), newText: "---", title: invisibleMend() };
    report(
      { start: at.start + hidden, end: at.start + hidden + 1 },
      "invisible-character",
      invisibleMessage(text),
      mend,
    );
    return line;
  }
  if (dashes.test(visible(text).trim()) || (almostDashes.test(text) && /^\w+[ \t]*:/.test(next))) {
    const mend = { start: 0, end: source.lineEnd(line), newText: "---", title: t("Start the file with ---") };
    report(at, "front-matter-start", message, mend);
    return line;
  }
  if (/^(?:id|title|marks)[ \t]*:/.test(text)) {
    const mend = { start: at.start, end: at.start, newText: "---\n", title: t("Start the file with ---") };
    report(at, "front-matter-start", message, mend);
    return line - 1;
  }
  report(source.lineSpan(0), "front-matter-start", message);
  return undefined;
}

/** Sections have begun and no dashes came: a line that is almost dashes was meant, or they are missing. */
function unclosed(source: SourceText, opening: number, section: number, report: Report): SplitFile {
  const start = source.lineStart(opening + 1);
  const title = t("Write --- after the YAML");
  for (let line = section - 1; line > opening; line--) {
    if (!almostDashes.test(source.line(line))) continue;
    const mend = { start: source.lineStart(line), end: source.lineEnd(line), newText: "---", title };
    report(
      source.lineSpan(line),
      "front-matter-end",
      t('The front matter ends with a line of three dashes and nothing else: write "---".'),
      mend,
    );
    return cut(source, { start, end: source.lineStart(line) }, line, line + 1);
  }
  const end = source.lineStart(section);
  report(
    source.lineSpan(Math.max(opening, 0)),
    "front-matter-end",
    t("The front matter that starts here has no end: write --- on a line of its own after the YAML."),
    { start: end, end, newText: "---\n\n", title },
  );
  return cut(source, { start, end }, section, section);
}
