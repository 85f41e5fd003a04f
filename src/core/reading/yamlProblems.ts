// What is wrong with a YAML text in itself, as the parser and a look at its nodes tell: syntax, keys that repeat, and
// the parts of YAML that a roadmap does not use.
import { isScalar, isSeq, visit, type Document, type Node } from "yaml";
import { t } from "@vscode/l10n";
import type { FindingCode } from "./findingCodes";
import type { Span } from "./source";

/** A mistake at a place of the parsed text. */
export interface YamlProblem extends Span {
  readonly code: FindingCode;
  readonly message: string;
  /** Whether it may be a slip that quotes, a blank or a sign would mend. */
  readonly mendable: boolean;
}

/** Every problem that keeps a document from being read, in the order of the text. */
export function findProblems(document: Document.Parsed): YamlProblem[] {
  const found: YamlProblem[] = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    start: pos[0],
    end: Math.max(pos[1], pos[0] + 1),
    code: "yaml-syntax",
    message: explain(code, message),
    mendable: code !== "MULTIPLE_DOCS",
  }));
  const anchors = new Set<string>();
  visit(document.contents, {
    Node: (_, node) => {
      const anchor = "anchor" in node ? node.anchor : undefined;
      if (anchor !== undefined) anchors.add(anchor);
      return undefined;
    },
  });
  const aliased = new Set<string>();
  visit(document.contents, {
    Alias: (_, node) => {
      aliased.add(node.source);
      found.push(aliasProblem(node, anchors));
    },
  });
  visit(document.contents, {
    Scalar: (_, node) => void found.push(...unusedAnchor(node, aliased)),
    Seq: (_, node) => void (isSeq(node) && found.push(...unusedAnchor(node, aliased))),
  });
  return found.sort((a, b) => a.start - b.start);
}

function aliasProblem(
  node: { readonly source: string; readonly range?: readonly number[] | null },
  anchors: ReadonlySet<string>,
): YamlProblem {
  const start = node.range?.[0] ?? 0;
  const message = t("Anchors and aliases are not read: write the value out instead of *{0}.", node.source);
  const end = start + node.source.length + 1;
  return { start, end, code: "yaml-alias", message, mendable: !anchors.has(node.source) };
}

/** A text that begins with & and a word is an anchor to YAML, which takes the word away. */
function unusedAnchor(
  node: Pick<Node, "range"> & { readonly anchor?: string | undefined },
  aliased: ReadonlySet<string>,
): YamlProblem[] {
  if (node.anchor === undefined || aliased.has(node.anchor)) return [];
  const end = node.range?.[0] ?? 0;
  const message = t('Anchors are not read: put the text in quotes if "&{0}" belongs to it.', node.anchor);
  return [{ start: Math.max(0, end - 1), end, code: "needs-quotes", message, mendable: true }];
}

/** Reports each key that a map has twice. */
export function findDuplicateKeys(contents: Node | null, tell: (key: Span, name: string) => void): void {
  visit(contents, {
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) tell({ start: key.range?.[0] ?? 0, end: key.range?.[1] ?? 0 }, name);
        seen.add(name);
      }
    },
  });
}

/** The parser's message, with what to write instead where authors trip often. */
function explain(code: string, message: string): string {
  const said = message.replace(/\s+/g, " ").trim();
  switch (code) {
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
    case "UNEXPECTED_TOKEN":
      return t('YAML: {0}. Put a text that contains ": " or starts with a special sign in quotes.', said);
    case "BAD_DQ_ESCAPE":
      return t("YAML: {0}. Use single quotes, in which a backslash is a backslash.", said);
    case "TAB_AS_INDENT":
      return t("YAML: {0}. Indent with blanks.", said);
    case "MULTIPLE_DOCS":
      return t("YAML: the file holds several documents. Remove the --- lines between them.");
    default:
      return t("YAML: {0}", said);
  }
}
