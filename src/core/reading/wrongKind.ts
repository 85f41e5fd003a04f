// A value of another kind than belongs at its place: a number for a text, a text for a list. Goes by what was written,
// not by what YAML made of it.
import { isCollection, isFlowCollection } from "./yamlNodes";
import { t } from "@vscode/l10n";
import type { FindingCode } from "./findingCodes";
import { fieldHelp } from "./fieldHelp";
import { idPattern } from "./ids";
import { describe, kindOf, lastKey, nameOf } from "./shapePaths";
import type { Mend, Span } from "./source";
import { entryAt, inQuotes, type Entry } from "./yamlEntries";
import type { Path, YamlDocument } from "./yamlDocument";
import { cutByComment, needsQuotes } from "./yamlMends";

interface Misfit {
  readonly document: YamlDocument;
  readonly path: Path;
  readonly input: unknown;
  /** As the shape's library calls it: string, int, array, object. */
  readonly expected: string;
  readonly isId: boolean;
}

interface Explained {
  readonly code: FindingCode;
  readonly message: string;
  readonly at?: Span | undefined;
  readonly mend?: Mend | undefined;
}

/** What to say of the misfit, and its mend where there is one. */
export function wrongKind(misfit: Misfit): Explained {
  switch (misfit.expected) {
    case "string":
      return noText(misfit) ?? plain(misfit);
    case "array":
      return noList(misfit) ?? plain(misfit);
    case "int":
    case "number":
      return noNumber(misfit) ?? plain(misfit);
    default:
      return plain(misfit);
  }
}

function plain({ path, input, expected }: Misfit): Explained {
  const help = fieldHelp(lastKey(path));
  const name = nameOf(path);
  if (input === null)
    return { code: "empty-value", message: t("{0} is empty: write {1}.", name, help ?? kindOf(expected)) };
  const message = t(
    "{0} must be {1}, not {2}: write {3}.",
    name,
    kindOf(expected),
    describe(input),
    help ?? kindOf(expected),
  );
  return { code: "wrong-kind", message };
}

/** Something that was meant as a text, and YAML takes for something else. */
function noText(misfit: Misfit): Explained | undefined {
  const { document, path, input, isId } = misfit;
  const node = document.nodeAt(path);
  const span = document.nodeSpan(path);
  const written = span ? document.text.slice(span.start, span.end) : "";
  if (isCollection(node) && span) return collection(misfit, isFlowCollection(node), span);
  if (written === "") return input === null ? emptyText(misfit) : undefined;
  if (isId && !idPattern.test(written)) {
    const message = t("{0} cannot be {1}: write {2}.", nameOf(path), describe(written), fieldHelp("id") ?? "");
    return { code: "bad-id", message };
  }
  const at = span && document.inFile(span);
  const message = t("{0} must be text: put it in quotes, {1}.", nameOf(path), inQuotes(written));
  const mend = at && { ...at, newText: inQuotes(written), title: t("Put it in quotes") };
  return { code: "needs-quotes", message, at, mend };
}

/** A text that looks like a list or like keys, on the lines of its entry. */
function collection({ document, isId, input }: Misfit, inBrackets: boolean, span: Span): Explained | undefined {
  const entry = entryAt(document.text, span.start);
  const inList = entry !== undefined && entry.start < span.start && inBrackets;
  const part = inList ? { ...span, text: document.text.slice(span.start, span.end) } : entry;
  if (isId || !part || part.text === "" || /^-\s/.test(part.text)) return undefined;
  const many = Array.isArray(input) ? !inBrackets : Object.keys(Object(input) as object).length > 1 && !inBrackets;
  if (many || part.end <= span.start) return undefined;
  return quoted(document, part);
}

function quoted(document: YamlDocument, part: Span & { readonly text: string }): Explained {
  const { code, message, mend } = needsQuotes(part);
  const at = document.inFile(part);
  return { code, message, at, mend: { ...mend, ...at } };
}

/** Nothing is read: perhaps all of it stands behind a #. */
function emptyText({ document, path, isId }: Misfit): Explained | undefined {
  const key = document.placeOf(path);
  const lineEnd = document.text.indexOf("\n", key.start);
  const line = document.text.slice(key.start, lineEnd === -1 ? document.text.length : lineEnd);
  const comment = /(?:^|[ \t])(#.*?)[ \t]*$/.exec(line);
  if (!comment || isId) return undefined;
  const start = key.start + line.indexOf("#", comment.index);
  const text = comment[1] ?? "";
  const at = document.inFile({ start, end: start + text.length });
  return { ...cutByComment(true), at, mend: { ...at, newText: inQuotes(text), title: t("Put it in quotes") } };
}

/** Signs that word processors put before the items of a list. */
const bullets = /^[\u2013\u2014\u2022\u00B7*+][ \t]/;

function noList(misfit: Misfit): Explained | undefined {
  const { document, path, input } = misfit;
  const span = document.nodeSpan(path);
  if (typeof input !== "string" || !span) return undefined;
  const entry = entryAt(document.text, span.start);
  const { code, message } = plain(misfit);
  const written = document.text.slice(span.start, span.end);
  const at = document.inFile(span);
  if (bullets.test(written)) {
    const newText = written.replace(/(^|\n)([ \t]*)[\u2013\u2014\u2022\u00B7*+](?=[ \t])/g, "$1$2-");
    const mend = { ...at, newText, title: t('Write "{0}" before each item', "-") };
    return { code, message, at, mend };
  }
  if (/^-\S/.test(written)) {
    const newText = written.replace(/(^|\n)([ \t]*-)(?=\S)/g, "$1$2 ");
    const missing = t('A blank is missing behind "{0}": write one.', "-");
    const mend = { ...at, newText, title: t("Add the blank") };
    return { code: "blank-missing", message: missing, at: { start: at.start, end: at.start + 1 }, mend };
  }
  return {
    code,
    message,
    at,
    mend: entry && { ...at, newText: asList(written, entry, path), title: t("Make it a list") },
  };
}

/** Ids in brackets; texts on lines of their own, behind dashes. */
function asList(written: string, entry: Entry, path: Path): string {
  const ids = written.split(/[,\s]+/).filter((id) => id !== "");
  if (["requires", "questions"].includes(lastKey(path)) && ids.every((id) => idPattern.test(id)))
    return `[${ids.join(", ")}]`;
  return `\n${" ".repeat(entry.column + 2)}- ${written}`;
}

/** `"4"`, `4 marks`. */
function noNumber(misfit: Misfit): Explained | undefined {
  const { document, path, input } = misfit;
  const span = document.nodeSpan(path);
  if (typeof input !== "string" || !span) return undefined;
  const [number, ...more] = input.match(/\d+/g) ?? [];
  if (number === undefined || more.length > 0 || /[-.]/.test(input)) return undefined;
  const at = document.inFile(span);
  return { ...plain(misfit), mend: { ...at, newText: String(Number(number)), title: t("Write {0}", Number(number)) } };
}
