// Finds invisible characters where they change what YAML reads: before, between and behind keys and dashes. In a text
// they may stand; in a key they are told when keys are.
import { findInvisible, invisibleClass, invisibleMend, invisibleMessage } from "./invisible";
import type { Report, SourceText, Span } from "./source";

const blank = `[ \\t${invisibleClass}]`;
const keyCharacter = "[\\w\\u00AD\\u200B-\\u200F\\u2060-\\u2064\\uFEFF-]";
/** Indentation with dashes; a key; the colon behind it. */
const structure = new RegExp(`^(${blank}*(?:-${blank}+)*)(?:([A-Za-z_]${keyCharacter}*)(${blank}*:${blank}*))?`);
const everyInvisible = new RegExp(`[${invisibleClass}]`, "g");

/** The file's text, as long as it was, with plain blanks for what is invisible around keys and dashes. Tells each line that had any. */
export function repairInvisible(source: SourceText, yaml: Span, report: Report): string {
  const { text } = source;
  if (findInvisible(text.slice(yaml.start, yaml.end)) === -1) return text;
  let repaired = "";
  let at = 0;
  const last = source.lineAt(Math.max(yaml.start, yaml.end - 1));
  for (let line = source.lineAt(yaml.start); line <= last; line++) {
    const [, lead = "", key = "", colon = ""] = structure.exec(source.line(line)) ?? [];
    const found = findInvisible(lead) === -1 ? findInvisible(colon) : findInvisible(lead);
    if (found === -1) continue;
    const part = findInvisible(lead) === -1 ? colon : lead;
    const start = source.lineStart(line);
    const end = start + lead.length + key.length + colon.length;
    const newText = plainBlanks(lead) + key + plainBlanks(colon);
    const place = start + found + (part === colon ? lead.length + key.length : 0);
    const mend = { start, end, newText, title: invisibleMend() };
    report({ start: place, end: place + 1 }, "invisible-character", invisibleMessage(part), mend);
    repaired += text.slice(at, start) + newText;
    at = end;
  }
  return repaired + text.slice(at);
}

function plainBlanks(text: string): string {
  return text.replace(everyInvisible, " ");
}
