// YAML text to a plain value that still knows the line of each of its parts.
// Syntax only: what the value must look like is said in shapes.ts.
import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from "yaml";
import { t } from "@vscode/l10n";
import type { Report } from "./source";

/** Keys and indices that lead to a part of the value. */
export type Path = readonly PropertyKey[];

/** Syntax errors told of one text. */
const mostErrors = 5;

/** A parsed YAML text. */
export interface YamlDocument {
  /** Plain data; shares nothing with the parser. */
  readonly value: unknown;
  /** 1-based line in the file of the part at `path`: of the value itself where it is a scalar, else of its key. A part that is missing has the line of what it is missing from. */
  lineOf(path: Path): number;
  /** 1-based line in the file of the key `key` of the map at `path`. */
  lineOfKey(path: Path, key: string): number;
}

/** Parses YAML that starts after `before` lines of its file. Reports every syntax error and returns undefined if there is one. */
export function parseYaml(text: string, before: number, report: Report): YamlDocument | undefined {
  const counter = new LineCounter();
  const line = (offset: number): number => before + Math.max(counter.linePos(offset).line, 1);
  let document: Document.Parsed;
  let value: unknown;
  let sound = true;
  const refuse = (at: number, message: string): void => {
    sound = false;
    report(at, message);
  };
  try {
    document = parseDocument(text, {
      lineCounter: counter,
      prettyErrors: false,
      logLevel: "error",
      version: "1.2",
      schema: "core",
    });
    // One slip in YAML often makes the parser stumble at each line after it; the first few tell enough.
    for (const error of [...document.errors, ...document.warnings].slice(0, mostErrors))
      refuse(line(error.pos[0]), explain(error.code, error.message));
    visit(document, {
      Alias: (_, node) =>
        refuse(
          line(node.range?.[0] ?? 0),
          t("Anchors and aliases are not read: write the value out instead of *{0}.", node.source),
        ),
    });
    if (!sound) return undefined;
    value = document.toJS();
  } catch (error) {
    // The parser recurses: thousands of nested brackets end in a RangeError.
    report(before + 1, tooDeep(error instanceof Error ? error.message : String(error)));
    return undefined;
  }
  const root = document.contents;
  return {
    value,
    lineOf: (path) => line(offsetOf(root, path)),
    lineOfKey: (path, key) => line(keyOffset(root, path, key) ?? offsetOf(root, path)),
  };
}

/** Offset of the deepest part of `path` that exists. */
function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = startOf(root) ?? 0;
  for (const step of path) {
    const child = isCollection(node) ? node.get(step, true) : undefined;
    if (child === undefined) break;
    const key = isMap(node) ? keyOf(node, step) : undefined;
    const start = startOf(child);
    offset = (isScalar(child) && child.value !== null ? start : (key ?? start)) ?? offset;
    node = child;
  }
  return offset;
}

function keyOffset(root: Node | null, path: Path, key: string): number | undefined {
  const map = path.length === 0 ? root : isCollection(root) ? root.getIn(path, true) : undefined;
  return isMap(map) ? keyOf(map, key) : undefined;
}

function keyOf(map: { readonly items: readonly { readonly key: unknown }[] }, name: PropertyKey): number | undefined {
  const key = map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(name))?.key;
  return isScalar(key) ? key.range?.[0] : undefined;
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}

function tooDeep(said: string): string {
  return t("The YAML cannot be read: it is nested too deeply ({0}). Write plain keys, lists and texts.", said);
}

/** The parser's message, with what to write instead where authors trip often. */
function explain(code: string, message: string): string {
  const said = message.replace(/\s+/g, " ").trim();
  if (/call stack/i.test(said)) return tooDeep(said);
  switch (code) {
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
    case "UNEXPECTED_TOKEN":
      return t('YAML: {0} Put a text that contains ": " or starts with a special sign in quotes.', said);
    case "TAB_AS_INDENT":
      return t("YAML: {0} Indent with spaces.", said);
    case "DUPLICATE_KEY":
      return t("YAML: {0} Keep one of the two.", said);
    case "MULTIPLE_DOCS":
      return t("YAML: the file holds several documents. Remove the --- lines between them.");
    default:
      return t("YAML: {0}", said);
  }
}
