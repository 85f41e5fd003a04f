// Mends for YAML that does not parse: what the author most likely meant, tried one after the other. A mend counts only
// where the text parses further with it, so nothing here has to be sure.
import { t } from "@vscode/l10n";
import type { FindingCode } from "./findingCodes";
import { isField } from "./fieldHelp";
import type { Mend, Span } from "./source";
import { entryAt, inQuotes, inSingleQuotes, isQuoted, troublesomeSign, type Entry } from "./yamlEntries";

/** A mend with what is to be said where it helps. */
export interface Candidate {
  readonly code: FindingCode;
  readonly message: string;
  readonly mend: Mend;
  /** Set where nothing but its success speaks for it: then all errors must be gone. */
  readonly guess?: boolean;
  /** Where the mistake is, if not where the mend is. */
  readonly at?: Span;
}

/** How many lines above an error may be to blame for it. */
const mostLinesAbove = 400;

/** What may mend an error at an offset, likeliest first. */
export function candidates(text: string, offset: number): Candidate[] {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const line = lineAt(text, start);
  const entry = entryAt(text, offset);
  const next = Math.min(start + line.length + 1, text.length);
  return [
    ...allTabs(text, start, line),
    ...tabs(text, start, line),
    // The parser may stop where the line above ends.
    ...allTabs(text, next, lineAt(text, next)),
    ...tabs(text, next, lineAt(text, next)),
    ...listBehindKey(line, start),
    ...missingBlanks(line, start),
    ...(entry ? escapes(entry) : []),
    ...openEnds(text, start),
    ...(entry ? [...itemInQuotes(entry, offset), ...quotes(entry)] : []),
    ...missingColon(line, start),
    ...missingBlanks(lineAt(text, previousStart(text, start)), previousStart(text, start)),
    ...indents(text, start, line),
    ...strayKey(text, start),
  ].slice(0, 32);
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end === -1 ? text.length : end);
}

function previousStart(text: string, start: number): number {
  return start === 0 ? 0 : text.lastIndexOf("\n", start - 2) + 1;
}

function tabs(text: string, start: number, line: string): Candidate[] {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  if (!indent.includes("\t")) return [];
  // A dash goes with the one under it, which would else be part of its text.
  const next = /^ *(?=- )/.exec(lineAt(text, start + line.length + 1))?.[0].length;
  const alike = next !== undefined && /^[ \t]*- /.test(line) ? [next] : [];
  return [...new Set([...alike, ...columnsAbove(text, start), 2, 4])].slice(0, 8).map((column) => ({
    code: "tab-indent",
    message: t("This line is indented with a tab: YAML takes blanks only."),
    mend: { start, end: start + indent.length, newText: " ".repeat(column), title: t("Indent with blanks") },
  }));
}

/** Columns that a tab may stand for. */
const tabWidths = [2, 4, 8];

/** Tabs in front of many lines: an editor's way to indent, and one mistake. */
function allTabs(text: string, start: number, line: string): Candidate[] {
  const tabbed = [...text.matchAll(/^ *\t[ \t]*(?=\S)/gm)];
  const last = tabbed.at(-1);
  if (!/^ *\t/.test(line) || tabbed.length < 2 || last === undefined) return [];
  const span = { start, end: last.index + last[0].length };
  return tabWidths.map((width) => ({
    code: "tab-indent",
    guess: true,
    message: t("Lines are indented with tabs from here on: YAML takes blanks only."),
    at: { start, end: start + line.length - line.trimStart().length },
    mend: {
      ...span,
      newText: text
        .slice(span.start, span.end)
        .replace(/^ *\t[ \t]*/gm, (indent) => indent.replaceAll("\t", " ".repeat(width))),
      title: t("Indent with blanks"),
    },
  }));
}

/** `hints: - Think of it.` */
function listBehindKey(line: string, start: number): Candidate[] {
  const key = /^([ \t]*(?:-[ \t]+)*)([A-Za-z]\w*):[ \t]+(?=-[ \t])/.exec(line);
  if (!key || !isField(key[2] ?? "")) return [];
  const insert = start + key[0].length;
  const column = (key[1]?.length ?? 0) + 2;
  return [
    {
      code: "dash-indent",
      message: t("A list begins on the line below its key: write the dash there."),
      at: { start: insert, end: insert + 1 },
      mend: {
        start: insert,
        end: insert,
        newText: `\n${" ".repeat(column)}`,
        title: t("Begin the list on its own line"),
      },
    },
  ];
}

/** A key that lost its indentation, so that what follows belongs to nothing. */
function strayKey(text: string, start: number): Candidate[] {
  let at = start;
  for (let i = 0; i < mostLinesAbove && at > 0; i++) {
    at = previousStart(text, at);
    const line = lineAt(text, at);
    const key = /^([A-Za-z]\w*):/.exec(line)?.[1];
    if (key !== undefined && isField(key))
      return [...columnsAbove(text, at)].flatMap((column) =>
        column === 0 ? [] : [{ ...indented(at, line, 0, column), guess: true }],
      );
  }
  return [];
}

/** Columns at which the lines above begin, nearest first. */
function columnsAbove(text: string, start: number): Set<number> {
  const columns = new Set<number>();
  let at = start;
  for (let i = 0; i < 40 && at > 0; i++) {
    at = previousStart(text, at);
    const line = lineAt(text, at);
    for (const pattern of [/^ *- +(?=\S)/, /^ *(?=\S)/]) {
      const column = pattern.exec(line)?.[0].length;
      if (column !== undefined) columns.add(column);
    }
  }
  return columns;
}

/** `id:x` and `-x`; a colon of full width counts as one without a blank. */
function missingBlanks(line: string, start: number): Candidate[] {
  const wide = /^([ \t]*(?:-[ \t]+)*[A-Za-z]\w*[ \t]*)\uFF1A[ \t]*/.exec(line);
  if (wide) {
    const at = { start: start + (wide[1]?.length ?? 0), end: start + wide[0].length };
    const message = t('A key ends with a plain colon and a blank: write ": ".');
    return [{ code: "colon-missing", message, mend: { ...at, newText: ": ", title: t("Add the colon") } }];
  }
  const key = /^([ \t]*(?:-[ \t]+)*([A-Za-z]\w*):)(?=\S)/.exec(line);
  const dash = /^([ \t]*-)(?=[^\s-])/.exec(line);
  const at = (key && isField(key[2] ?? "") ? key : dash)?.[1]?.length;
  if (at === undefined) return [];
  const insert = start + at;
  const sign = line.charAt(at - 1);
  return [
    {
      code: "blank-missing",
      message: t('A blank is missing behind "{0}": write one.', sign),
      at: { start: insert - 1, end: insert },
      mend: { start: insert, end: insert, newText: " ", title: t("Add the blank") },
    },
  ];
}

/** `marks 4`. */
function missingColon(line: string, start: number): Candidate[] {
  const key = /^([ \t]*(?:-[ \t]+)*)([A-Za-z]\w*)(?=[ \t]|$)/.exec(line);
  if (!key || !isField(key[2] ?? "")) return [];
  const insert = start + key[0].length;
  return [
    {
      code: "colon-missing",
      message: t('The colon is missing behind "{0}": write "{0}: ".', key[2] ?? ""),
      at: { start: insert - (key[2]?.length ?? 0), end: insert },
      mend: { start: insert, end: insert, newText: ":", title: t("Add the colon") },
    },
  ];
}

/** TeX in double quotes. */
function escapes(entry: Entry): Candidate[] {
  if (!/^"(?:[^"\\]|\\[^])*"$/.test(entry.text) || !entry.text.includes("\\")) return [];
  return [eatenEscape(entry)];
}

/** What to say of a text in double quotes whose backslashes mean something to YAML. */
export function eatenEscape({ start, end, text }: Span & { readonly text: string }): Candidate {
  return {
    code: "eaten-escape",
    message: t(
      "In double quotes a backslash begins an escape, so this text is not read as written: use single quotes.",
    ),
    mend: { start, end, newText: inSingleQuotes(text), title: t("Use single quotes") },
  };
}

/** The item of a list in brackets that holds an offset. */
function itemInQuotes(entry: Entry, offset: number): Candidate[] {
  if (!/^\[[^\n]*\]$/.test(entry.text)) return [];
  let start = entry.start + 1;
  for (const item of entry.text.slice(1, -1).split(/(?<=,\s)/)) {
    const text = item.replace(/,\s*$/, "").trim();
    const at = start + item.indexOf(text);
    if (text !== "" && offset >= start && offset < start + item.length)
      return isQuoted(text) ? [] : [needsQuotes({ start: at, end: at + text.length, text })];
    start += item.length;
  }
  return [];
}

function quotes(entry: Entry): Candidate[] {
  const { text } = entry;
  if (text === "" || isQuoted(text)) return [];
  return [needsQuotes(entry)];
}

/** What to say of a text that YAML takes for something else. */
export function needsQuotes({ start, end, text }: Span & { readonly text: string }): Candidate {
  const sign = troublesomeSign(text);
  return {
    code: "needs-quotes",
    ...(sign === undefined ? { guess: true } : {}),
    message:
      sign === undefined
        ? t("YAML does not read this as a text: put it in quotes.")
        : sign.trim() === ":"
          ? t('YAML reads what stands before ": " as a key: put the whole text in quotes.')
          : t('To YAML "{0}" means something else than a text: put the whole text in quotes.', sign.trim()),
    mend: { start, end, newText: inQuotes(text), title: t("Put it in quotes") },
  };
}

/** Quotes and brackets that were opened at or above a line and have no end on their own line, highest first. */
function openEnds(text: string, start: number): Candidate[] {
  const found: Candidate[] = [];
  let at = start;
  for (let i = 0; i < mostLinesAbove; i++) {
    const line = lineAt(text, at);
    const value = /^[ \t]*(?:-[ \t]+)*(?:[A-Za-z_][\w-]*:[ \t]+)?(["'[{])/.exec(line);
    if (value) found.unshift(...openEnd(line, at, value[0].length - 1));
    if (at === 0) break;
    at = previousStart(text, at);
  }
  return found.slice(0, 6);
}

function openEnd(line: string, start: number, at: number): Candidate[] {
  const sign = line.charAt(at);
  const rest = line.slice(at).trimEnd();
  const end = start + at + rest.length;
  const at0 = { start: start + at, end };
  if (sign === "[" || sign === "{") {
    const close = sign === "[" ? "]" : "}";
    if (rest.includes(close)) return cutList(rest, at0);
    const message = t('"{0}" has no end: write "{1}" where the list ends.', sign, close);
    return [
      {
        code: "bracket-without-end",
        message,
        at: at0,
        mend: { start: end, end, newText: close, title: t('Add "{0}"', close) },
      },
    ];
  }
  if (isQuoted(rest)) return [];
  const message = t("This quote has no end: write {0} where the text ends.", sign);
  const code = "quote-without-end";
  const mend = { start: end, end, newText: sign, title: t('Add "{0}"', sign) };
  return [
    { code, message, at: at0, mend },
    { ...needsQuotes({ ...at0, text: rest }), at: at0 },
  ];
}

/** `[a, b #1]`, where the comment takes the bracket with it. */
function cutList(list: string, at: Span): Candidate[] {
  if (!/\s#.*\]$/.test(list)) return [];
  const items = list.slice(1, -1).split(/,\s*/);
  const newText = `[${items.map((item) => (/\s#/.test(item) ? inQuotes(item) : item)).join(", ")}]`;
  return [{ ...cutByComment(true), at, mend: { ...at, newText, title: t("Put it in quotes") } }];
}

/** What to say of a text that a comment cuts short. */
export function cutByComment(surely: boolean): Pick<Candidate, "code" | "message"> {
  return surely
    ? {
        code: "cut-by-comment",
        message: t('The text ends before "#", which begins a comment behind a blank: put the whole text in quotes.'),
      }
    : {
        code: "perhaps-cut-by-comment",
        message: t(
          '"#" begins a comment here: put the text in quotes if it belongs to it, else write two blanks before it.',
        ),
      };
}

/** A line that stands a blank or two off the lines that it belongs to. */
function indents(text: string, start: number, line: string): Candidate[] {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  return [...columnsAbove(text, start)]
    .filter((column) => column !== indent && Math.abs(column - indent) <= 3)
    .toSorted((a, b) => Math.abs(a - indent) - Math.abs(b - indent))
    .slice(0, 4)
    .map((column) => indented(start, line, indent, column));
}

function indented(start: number, line: string, indent: number, column: number): Candidate {
  return {
    code: "yaml-syntax",
    message: t(
      "This line is indented by {0} blanks, but what it belongs to by {1}: indent them alike.",
      indent,
      column,
    ),
    at: { start: start + indent, end: start + line.trimEnd().length },
    mend: { start, end: start + indent, newText: " ".repeat(column), title: t("Indent by {0}", column) },
  };
}
