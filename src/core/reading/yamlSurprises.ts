// Compares what an author wrote with what YAML read: texts that a comment cuts short, escapes that eat TeX, list items
// that became part of the text above, numbers in another form. All of it parses, and none of it was meant.
import { isPair, isScalar, type Scalar } from "yaml";
import { t } from "@vscode/l10n";
import type { Report, Span } from "./source";
import { isTodo } from "./todo";
import { entryAt, inQuotes } from "./yamlEntries";
import { eachScalar, type YamlDocument } from "./yamlDocument";
import { cutByComment, eatenEscape } from "./yamlMends";
import { findDuplicateKeys } from "./yamlProblems";

const numberFields = new Set(["marks", "anyOf"]);
const listFields = new Set([
  ...["topics", "subtopics", "requires", "questions"],
  ...["criteria", "of", "accepted", "misconceptions", "hints"],
]);
/** Fields that hold ids: a comment behind one cuts nothing. */
const idFields = new Set(["id", "requires", "questions"]);

/** Reports every place where the value is not what the text says. */
export function reportSurprises(document: YamlDocument, report: Report): void {
  findDuplicateKeys(document.contents, (key, name) =>
    report(
      document.inFile(key),
      "duplicate-key",
      t('The key "{0}" stands here a second time. Keep one of them.', name),
    ),
  );
  eachScalar(document, (node, parents) => {
    if (!isScalar(node) || !node.range) return;
    const place = { start: node.range[0], end: node.range[1] };
    const field = fieldOf(parents);
    if (typeof node.value === "number" && numberFields.has(field)) numberForm(document, node, place, report);
    if (typeof node.value !== "string") return;
    if (isTodo(node.value)) report(document.inFile(place), "todo", t("TODO: write what belongs here."));
    if (node.type === "PLAIN") {
      if (!idFields.has(field)) commentBehind(document, place, report);
      dashInside(document, place, report);
    } else if (node.type === "QUOTE_DOUBLE") {
      escapesInside(document, place, node.value, report);
    }
  });
}

function fieldOf(parents: readonly unknown[]): string {
  const pair = parents.findLast((parent) => isPair(parent));
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : "";
}

/** `04`, `0x4`, `4e0`. */
function numberForm(document: YamlDocument, node: Scalar, place: Span, report: Report): void {
  const written = document.text.slice(place.start, place.end);
  const read = String(node.value);
  if (written === read || !Number.isSafeInteger(node.value)) return;
  const at = document.inFile(place);
  const mend = { ...at, newText: read, title: t("Write {0}", read) };
  report(at, "number-form", t("{0} is read as {1}: write {1}.", written, read), mend);
}

/** A comment as it is usually set stands two blanks behind the text and has a blank behind its #. */
function commentBehind(document: YamlDocument, place: Span, report: Report): void {
  const lineEnd = document.text.indexOf("\n", place.end);
  const behind = document.text.slice(place.end, lineEnd === -1 ? document.text.length : lineEnd);
  const comment = /^([ \t]+)#(.?)/.exec(behind);
  if (!comment) return;
  const farOff = comment[1] !== " ";
  const spaced = /^[ \t#]$/.test(comment[2] ?? "");
  if (farOff && spaced) return;
  const { code, message } = cutByComment(!farOff && !spaced);
  const whole = document.text.slice(place.start, place.end) + behind.trimEnd();
  const at = document.inFile({ start: place.start, end: place.start + whole.length });
  report(at, code, message, { ...at, newText: inQuotes(whole), title: t("Put it in quotes") });
}

/**
 * A line that begins with a dash and became part of the text above: it stands further in than the dash above, or the
 * key of its list is missing.
 */
function dashInside(document: YamlDocument, place: Span, report: Report): void {
  const text = document.text.slice(place.start, place.end);
  const dash = /\n([ \t]*)-(?=[ \t])/.exec(text);
  // A text that begins with a dash lacks the blank behind it, which is told.
  if (!dash || text.startsWith("-")) return;
  const start = place.start + dash.index + 1;
  const indent = dash[1]?.length ?? 0;
  const at = document.inFile({ start: start + indent, end: start + indent + 1 });
  const entry = entryAt(document.text, place.start);
  if (entry?.keyStart !== undefined) {
    // Where a list belongs, that it is none is told of the text as a whole.
    if (listFields.has(/^[\w-]+/.exec(document.text.slice(entry.keyStart))?.[0] ?? "")) return;
    const message = t(
      'No list begins above this dash: write the key of the list, such as "accepted:", on a line above it.',
    );
    report(at, "dash-indent", message);
    return;
  }
  const message = t(
    "This dash stands further in than the one above, so its line is part of the text above: align them.",
  );
  const newText = " ".repeat(entry?.column ?? indent);
  report(at, "dash-indent", message, {
    ...document.inFile({ start, end: start + indent }),
    newText,
    title: t("Align the dashes"),
  });
}

/** Escapes that make what no text holds; of new lines, those that begin a TeX command. */
const controlEscape = /\\[abefrtv0LPN_](?=[A-Za-z])/;
const texWord = /\\n(?:abla|u|eq?|eg|ot|otin|i|mid|leq|geq|exists|ewline)(?![A-Za-z])/;
const inMath = /\$[^$]*\\n(?=[A-Za-z])[^$]*\$/;

/** What no author means to write: an escape made it. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const control = /[\0-\x08\x0B\f\x0E-\x1F\x7F\x85]/;

function escapesInside(document: YamlDocument, place: Span, value: string, report: Report): void {
  const text = document.text.slice(place.start, place.end);
  const bare = text.replaceAll("\\\\", "  ");
  if (!control.test(value) && ![controlEscape, texWord, inMath].some((pattern) => pattern.test(bare))) return;
  const { code, message, mend } = eatenEscape({ ...place, text });
  const at = document.inFile(place);
  report(at, code, message, { ...mend, ...at });
}
