// What an author wrote at one place of a YAML text, taken by lines and indentation as people read it, whatever the
// parser makes of it; and how it is put in quotes.
import { invisibleClass } from "./invisible";
import { isField } from "./fieldHelp";
import type { Mend, Span } from "./source";

/** A value as it was written behind its key or dash, with the lines that go on with it. */
export interface Entry extends Span {
  readonly text: string;
  /** Column of the dash or key that it belongs to. */
  readonly column: number;
  /** Offset of its key, where it has one. */
  readonly keyStart?: number;
}

const dashes = /^[ \t]*(?:-[ \t]+)*/;
const anyKey = /^["']?([A-Za-z_][\w-]*)["']?[ \t]*:(?:[ \t]+|$)/;
const startsEntry = /^[ \t]*(?:-(?:[ \t]|$)|["']?[A-Za-z_][\w-]*["']?[ \t]*:(?:[ \t]|$))/;
/** How far up the beginning of an entry is looked for, and how many lines of it are read. */
const mostLines = 50;

/** The entry that an offset lies in; undefined where there is none. */
export function entryAt(text: string, offset: number): Entry | undefined {
  let start = text.lastIndexOf("\n", offset - 1) + 1;
  for (let i = 0; i < mostLines && start > 0 && !startsEntry.test(lineFrom(text, start)); i++)
    start = text.lastIndexOf("\n", start - 2) + 1;
  const line = lineFrom(text, start);
  if (!startsEntry.test(line)) return undefined;
  const lead = dashes.exec(line)?.[0] ?? "";
  const rest = line.slice(lead.length);
  const key = anyKey.exec(rest);
  // Behind a dash only a field's name is a key: "- Rule: …" is a text.
  const isKey = key !== null && (!lead.includes("-") || isField(key[1] ?? ""));
  const column = isKey ? lead.length : Math.max(lead.lastIndexOf("-"), 0);
  const valueStart = start + lead.length + (isKey ? key[0].length : 0);
  let end = start + line.length;
  for (let i = 0; i < mostLines && goesOn(lineFrom(text, end + 1), column, end < text.length); i++)
    end += 1 + lineFrom(text, end + 1).length;
  end = valueStart + withoutComment(text.slice(valueStart, end)).length;
  return {
    start: valueStart,
    end,
    text: text.slice(valueStart, end),
    column,
    ...(isKey ? { keyStart: start + lead.length } : {}),
  };
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end === -1 ? text.length : end);
}

/** Whether a line goes on with an entry whose dash or key stands in a column. */
function goesOn(line: string, column: number, exists: boolean): boolean {
  if (!exists || line.trim() === "") return false;
  const indent = line.length - line.trimStart().length;
  if (indent <= column || /^-(?:[ \t]|$)/.test(line.trimStart())) return false;
  return !isField(anyKey.exec(line.trimStart())?.[1] ?? "");
}

/** A value without the comment behind it: a blank, #, and a blank. */
function withoutComment(value: string): string {
  const comment = /[ \t]#(?=[ \t]|$)/m.exec(value);
  return (comment ? value.slice(0, comment.index) : value).trimEnd();
}

/**
 * A text between quotes, so that YAML reads it as it is written: double ones, or single ones where the text has double
 * quotes or backslashes.
 */
export function inQuotes(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/**
 * A text as YAML, on one line: bare where it is surely a text, else in single quotes, in which no sign has a meaning.
 */
export function scalar(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const plain =
    /^[A-Za-z][A-Za-z0-9 ,.;()/-]*[A-Za-z0-9.)]$/.test(line) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(line);
  return plain ? line : `'${line.replaceAll("'", "''")}'`;
}

/** Whether a value is one text in quotes already. */
export function isQuoted(text: string): boolean {
  return /^"(?:[^"\\]|\\[^])*"$/.test(text) || /^'(?:[^']|'')*'$/.test(text);
}

/** A text in double quotes as one in single quotes, in which a backslash is a backslash. */
export function inSingleQuotes(doubleQuoted: string): string {
  const inner = doubleQuoted.replace(/^"/, "").replace(/"$/, "");
  return `'${inner.replace(/\\(["\\/])/g, "$1").replaceAll("'", "''")}'`;
}

const signs = new RegExp(`[${invisibleClass}]`);

/** The text after a mend. */
export function mended(text: string, { start, end, newText }: Mend): string {
  return text.slice(0, start) + newText + text.slice(end);
}

/** Why a value cannot stand without quotes, as a sign that a message can name; undefined where no sign is to blame. */
export function troublesomeSign(text: string): string | undefined {
  const first = /^(?:[-?](?=\s)|[*&!%@`>|{}[\],"'#:])/.exec(text)?.[0];
  if (first !== undefined) return first;
  if (/:(?:\s|$)/.test(text)) return ": ";
  if (/\s#/.test(text)) return " #";
  return signs.exec(text)?.[0];
}
