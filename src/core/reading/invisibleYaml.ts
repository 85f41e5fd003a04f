// Finds invisible characters where they change what YAML reads: before, in and behind keys and dashes. In a text they
// may stand.
import { findInvisible, invisibleClass, invisibleMend, invisibleMessage, visible } from "./invisible";
import type { Report, SourceText, Span } from "./source";

const blank = `[ \\t${invisibleClass}]`;
const keyCharacter = "[\\w\\u00AD\\u200B-\\u200F\\u2060-\\u2064\\uFEFF-]";
/** Indentation, dashes, and a key with its colon. */
const structure = new RegExp(`^${blank}*(?:-${blank}+)*(?:[A-Za-z_]${keyCharacter}*${blank}*:${blank}*)?`);

/** The file's text as it looks around keys and dashes, with as many characters as before in each line. Tells each line that had anything invisible there. */
export function repairInvisible(source: SourceText, yaml: Span, report: Report): string {
  const { text } = source;
  if (findInvisible(text.slice(yaml.start, yaml.end)) === -1) return text;
  let repaired = "";
  let at = 0;
  const last = source.lineAt(Math.max(yaml.start, yaml.end - 1));
  for (let line = source.lineAt(yaml.start); line <= last; line++) {
    const lead = structure.exec(source.line(line))?.[0] ?? "";
    const found = findInvisible(lead);
    if (found === -1) continue;
    const start = source.lineStart(line);
    const end = start + lead.length;
    const newText = visible(lead);
    const mend = { start, end, newText, title: invisibleMend() };
    report({ start: start + found, end: start + found + 1 }, "invisible-character", invisibleMessage(lead), mend);
    // What goes in front is made up for behind the line, so that all others stay where they are.
    const lineEnd = source.lineEnd(line);
    repaired += text.slice(at, start) + newText + text.slice(end, lineEnd) + " ".repeat(lead.length - newText.length);
    at = lineEnd;
  }
  return repaired + text.slice(at);
}
