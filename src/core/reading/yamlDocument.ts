// YAML text to a plain value that still knows the place of each of its parts. Where the text does not parse, a mend is
// looked for, told, and read on with. What the value must look like is said in shapes.ts.
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from "yaml";
import { t } from "@vscode/l10n";
import type { FindingCode } from "./findingCodes";
import type { Mend, Report, Span } from "./source";
import { mended } from "./yamlEntries";
import { candidates, type Candidate } from "./yamlMends";
import { findProblems, type YamlProblem } from "./yamlProblems";

/** Keys and indices that lead to a part of the value. */
export type Path = readonly PropertyKey[];

/** A parsed YAML text. Spans are of the file that it came from. */
export interface YamlDocument {
  /** Plain data; shares nothing with the parser. */
  readonly value: unknown;
  /** The text that was parsed, mends included. */
  readonly text: string;
  readonly contents: Node | null;
  /** The part at `path`: the value itself where it is a scalar, else its key. A part that is missing has the place of what it is missing from. */
  spanOf(path: Path): Span;
  /** As `spanOf`, but of `text`. */
  placeOf(path: Path): Span;
  /** The key `key` of the map at `path`. */
  keySpan(path: Path, key: string): Span;
  /** Where the value at `path` stands in `text`; undefined where there is none. */
  nodeSpan(path: Path): Span | undefined;
  /** The parser's node at `path`. */
  nodeAt(path: Path): unknown;
  /** A span of `text` as one of the file. */
  inFile(span: Span): Span;
}

/** Longest text that mends are looked for in, and how many characters are parsed again for them: some fifty tries for a question. */
const longestMended = 100_000;
const patience = 400_000;
const mostMends = 40;

/** Parses the part of a file that `at` spans. Reports every mistake that has a mend, and the first one that has none; undefined where there was one of the latter. */
export function parseYaml(file: string, at: Span, report: Report): YamlDocument | undefined {
  const edits: Mend[] = [];
  let text = file.slice(at.start, at.end);
  let left = patience;
  const inFile = (span: Span): Span => ({
    start: at.start + unedited(span.start, edits),
    end: at.start + unedited(span.end, edits),
  });
  let parsed = parse(text);
  for (let i = 0; parsed.problem && i < mostMends; i++) {
    const { problem } = parsed;
    let found: { readonly candidate: Candidate; readonly next: Parsed } | undefined;
    for (const candidate of problem.mendable && text.length <= longestMended ? candidates(text, problem.start) : []) {
      left -= text.length;
      if (left < 0) break;
      const next = parse(mended(text, candidate.mend));
      if (next.problem && lineOf(next.text, next.problem.start) <= lineOf(text, problem.start)) continue;
      found = { candidate, next };
      break;
    }
    if (!found) {
      report(inFile(problem), problem.code, problem.message);
      return undefined;
    }
    const { code, message, mend } = found.candidate;
    report(inFile(found.candidate.at ?? mend), code, message, { ...mend, ...inFile(mend) });
    edits.push(mend);
    text = found.next.text;
    parsed = found.next;
  }
  if (parsed.problem || !parsed.document) {
    if (parsed.problem) report(inFile(parsed.problem), parsed.problem.code, parsed.problem.message);
    return undefined;
  }
  return new ParsedYaml(text, parsed.document, inFile);
}

interface Parsed {
  readonly text: string;
  readonly document?: Document.Parsed;
  readonly problem: YamlProblem | undefined;
}

function parse(text: string): Parsed {
  const deep = tooDeep(text);
  if (deep !== undefined) return { text, problem: deepProblem(deep) };
  // The parser makes an Error of each mistake, and the engine a stack of each Error, which takes most of the time.
  const errors: ErrorConstructor & { stackTraceLimit?: number } = Error;
  const limit = errors.stackTraceLimit;
  try {
    errors.stackTraceLimit = 0;
    const document = parseDocument(text, {
      lineCounter: new LineCounter(),
      prettyErrors: false,
      logLevel: "error",
      version: "1.2",
      schema: "core",
      // Looking for them is done in yamlProblems.ts: the parser compares each key with every other.
      uniqueKeys: false,
    });
    return { text, document, problem: findProblems(document)[0] };
  } catch {
    // The parser recurses: what is nested too deeply ends in a RangeError.
    return { text, problem: deepProblem(0) };
  } finally {
    if (limit !== undefined) errors.stackTraceLimit = limit;
  }
}

/** Brackets and dashes that may be open at once. */
const deepest = 200;

/** Offset of what is nested too deeply to be anything an author wrote; the parser would take long over it. */
function tooDeep(text: string): number | undefined {
  const dashes = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${String(deepest)}}`, "m").exec(text)?.index;
  if (dashes !== undefined) return dashes;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (sign === "[" || sign === "{") depth++;
    else if ((sign === "]" || sign === "}") && depth > 0) depth--;
    if (depth > deepest) return i;
  }
  return undefined;
}

function deepProblem(start: number): YamlProblem {
  const message = t("The YAML cannot be read: it is nested too deeply. Write plain keys, lists and texts.");
  return { start, end: start + 1, code: "yaml-too-deep" satisfies FindingCode, message, mendable: false };
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** An offset of the edited text as one of the text before the edits, which were made one after the other. */
function unedited(offset: number, edits: readonly Mend[]): number {
  let at = offset;
  for (const { start, end, newText } of edits.toReversed()) {
    if (at >= start + newText.length) at += end - start - newText.length;
    else if (at > start) at = Math.min(at, end);
  }
  return at;
}

class ParsedYaml implements YamlDocument {
  readonly value: unknown;
  readonly contents: Node | null;
  private readonly keys = new WeakMap<object, ReadonlyMap<string, { readonly key: unknown }>>();

  constructor(
    readonly text: string,
    document: Document.Parsed,
    readonly inFile: (span: Span) => Span,
  ) {
    this.contents = document.contents;
    this.value = document.toJS();
  }

  spanOf(path: Path): Span {
    return this.inFile(this.placeOf(path));
  }

  placeOf(path: Path): Span {
    let node: unknown = this.contents;
    let span = startOf(node) ?? { start: 0, end: 0 };
    for (const step of path) {
      const child = this.child(node, step);
      if (child === undefined) break;
      const value = startOf(child);
      const key = startOf(this.pair(node, step)?.key);
      span = (isScalar(child) && child.value !== null ? value : (key ?? value)) ?? span;
      node = child;
    }
    return span;
  }

  keySpan(path: Path, key: string): Span {
    const span = startOf(this.pair(this.nodeAt(path), key)?.key);
    return span ? this.inFile(span) : this.spanOf(path);
  }

  nodeSpan(path: Path): Span | undefined {
    const node = this.nodeAt(path);
    return isAlias(node) || isScalar(node) || isCollection(node) ? rangeOf(node) : undefined;
  }

  nodeAt(path: Path): unknown {
    let node: unknown = this.contents;
    for (const step of path) node = this.child(node, step);
    return node;
  }

  private child(node: unknown, step: PropertyKey): unknown {
    if (!isMap(node)) return isCollection(node) ? node.get(step, true) : undefined;
    const pair = this.pair(node, step);
    return pair && "value" in pair ? (pair.value ?? undefined) : undefined;
  }

  /** Looks each map's keys up once: a map of ten thousand keys is asked for each of them. */
  private pair(map: unknown, name: PropertyKey): { readonly key: unknown; readonly value?: unknown } | undefined {
    if (!isMap(map)) return undefined;
    let keys = this.keys.get(map);
    if (!keys) {
      keys = new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : "", pair]));
      this.keys.set(map, keys);
    }
    return keys.get(String(name));
  }
}

function rangeOf(node: { readonly range?: readonly number[] | null }): Span | undefined {
  return node.range ? { start: node.range[0] ?? 0, end: node.range[1] ?? node.range[0] ?? 0 } : undefined;
}

/** A scalar whole; of a collection the place where it starts. */
function startOf(node: unknown): Span | undefined {
  if (isScalar(node)) return rangeOf(node);
  const span = isCollection(node) ? rangeOf(node) : undefined;
  return span && { start: span.start, end: span.start + 1 };
}

/** Every scalar of a document with its keys, in order; keys themselves are left out. */
export function eachScalar(document: YamlDocument, look: (node: Node, parents: readonly unknown[]) => void): void {
  visit(document.contents, {
    Scalar: (place, node, parents) => {
      if (place !== "key") look(node, parents);
    },
  });
}
