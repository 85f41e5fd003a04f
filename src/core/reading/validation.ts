// Checks a YAML value against its shape and words each mismatch for an author: where, what, and what to write instead.
import { t } from "@vscode/l10n";
import type * as z from "zod/mini";
import { baseName } from "./fileNames";
import { mostFindings } from "./findingList";
import type { FindingCode } from "./findingCodes";
import { asId } from "./ids";
import { findInvisible, invisibleMend, invisibleMessage, visible } from "./invisible";
import { named, nearest } from "./nearest";
import { fieldHelp } from "./fieldHelp";
import type { Mend, Report, Span } from "./source";
import { describe, keysAt, kindOf, lastKey, nameOf, shapeOf, valueAt } from "./shapePaths";
import type { Path, YamlDocument } from "./yamlDocument";
import { wrongKind } from "./wrongKind";

type Issue = z.core.$ZodIssue;

/** One mismatch, with its path from the root. */
export interface Mismatch {
  readonly path: Path;
  /** Whether the part can be read as if what is wrong were not there. */
  readonly harmless: boolean;
  readonly at: Span;
  readonly code: FindingCode;
  readonly message: string;
  readonly mend?: Mend | undefined;
}

/** Every mismatch between a document and a shape; empty where it fits. One for each path, and no more than are told. */
export function mismatches(
  shape: z.core.$ZodType & { safeParse: z.ZodMiniType["safeParse"] },
  document: YamlDocument,
): Mismatch[] {
  const result = shape.safeParse(document.value);
  if (result.success) return [];
  const flat = placedIssues(result.error.issues);
  const seen = new Set<string>();
  const issues = flat.filter(({ path, issue }) => {
    const key = JSON.stringify([path, issue.code === "unrecognized_keys"]);
    return !seen.has(key) && seen.add(key);
  });
  return new Explainer(shape, document, issues).all();
}

/** Reports each mismatch at its place. */
export function reportMismatches(found: readonly Mismatch[], report: Report): void {
  for (const { at, code, message, mend } of found) report(at, code, message, mend);
}

/** What does not fit, with its path from the root. */
export interface PlacedIssue {
  readonly path: Path;
  readonly issue: Exclude<Issue, z.core.$ZodIssueInvalidUnion>;
}

/** The issues of a value with their paths. */
export function placedIssues(issues: readonly Issue[]): PlacedIssue[] {
  return issues.flatMap((issue) => flatten(issue, []));
}

/** Issues with their paths from the root; of alternatives, those of the one that was most likely meant. */
function flatten(issue: Issue, base: Path): PlacedIssue[] {
  const path = [...base, ...issue.path];
  return issue.code === "invalid_union"
    ? nearestBranch(issue.errors).flatMap((inner) => flatten(inner, path))
    : [{ path, issue }];
}

/** The alternative that knows most of the keys present. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const strangers = (issues: readonly Issue[]): number =>
    issues.reduce((sum, i) => sum + (i.code === "unrecognized_keys" && i.path.length === 0 ? i.keys.length : 0), 0);
  return branches.reduce((best, next) => (strangers(next) < strangers(best) ? next : best));
}

class Explainer {
  /** Required keys that are missing, by the path of their map. */
  private readonly missing = new Map<string, { readonly path: Path; readonly keys: string[] }>();

  constructor(
    private readonly shape: z.core.$ZodType,
    private readonly document: YamlDocument,
    private readonly issues: readonly PlacedIssue[],
  ) {
    for (const { path, issue } of issues) {
      if (issue.code !== "invalid_type" || valueAt(document.value, path) !== undefined) continue;
      const parent = path.slice(0, -1);
      const entry = this.missing.get(JSON.stringify(parent)) ?? { path: parent, keys: [] };
      entry.keys.push(String(path.at(-1)));
      this.missing.set(JSON.stringify(parent), entry);
    }
  }

  all(): Mismatch[] {
    const found: Mismatch[] = [];
    for (const { path, issue } of this.issues) {
      if (found.length > mostFindings) break;
      if (issue.code === "unrecognized_keys") found.push(...this.unknownKeys(issue.keys, path));
      else if (valueAt(this.document.value, path) !== undefined || issue.code !== "invalid_type")
        found.push(this.explain(issue, path));
    }
    for (const { path, keys } of this.missing.values()) if (keys.length > 0) found.push(this.lacks(path, keys));
    return found;
  }

  private unknownKeys(keys: readonly string[], path: Path): Mismatch[] {
    const present = valueAt(this.document.value, path);
    const known = keysAt(this.shape, path);
    const free = known.filter((key) => !Object.hasOwn(Object(present) as object, key));
    const missing = this.missing.get(JSON.stringify(path))?.keys ?? [];
    return keys.slice(0, mostFindings + 1).map((key) => {
      // The only stranger of a map stands for the only key that it lacks.
      const only = keys.length === 1 && missing.length === 1 ? missing[0] : undefined;
      const meant = nearest(visible(key), free) ?? only;
      const at = missing.indexOf(meant ?? "");
      const lost = at !== -1;
      if (lost) missing.splice(at, 1);
      return this.unknownKey(key, path, meant, free, lost);
    });
  }

  private unknownKey(
    key: string,
    path: Path,
    meant: string | undefined,
    free: readonly string[],
    lost: boolean,
  ): Mismatch {
    const at = this.document.keySpan(path, key);
    const hidden = meant !== undefined && visible(key).trim() === meant;
    const message = hidden ? invisibleMessage(key) : unknownKeyMessage(key, path, meant, free);
    const title = hidden ? invisibleMend() : t('Change to "{0}"', meant ?? "");
    const mend = meant === undefined ? undefined : { ...at, newText: meant, title };
    return { path, harmless: !lost, at, code: hidden ? "invisible-character" : "unknown-key", message, mend };
  }

  private lacks(path: Path, keys: readonly string[]): Mismatch {
    const first = keys[0] ?? "";
    const message =
      keys.length === 1
        ? t("{0} is missing: write {1}.", nameOf([...path, first]), fieldHelp(first) ?? first)
        : t("{0} lacks {1}: write {2}.", nameOf(path), named(keys), named(keys.map((key) => `${key}: …`)));
    return { path, harmless: false, at: this.document.spanOf([...path, first]), code: "missing-key", message };
  }

  private explain(issue: PlacedIssue["issue"], path: Path): Mismatch {
    const { document } = this;
    const input = valueAt(document.value, path);
    const help = fieldHelp(lastKey(path)) ?? "";
    const name = nameOf(path);
    const mismatch = (code: FindingCode, message: string, mend?: Mend): Mismatch => ({
      path,
      harmless: false,
      at: document.spanOf(path),
      code,
      message,
      mend,
    });
    switch (issue.code) {
      case "invalid_type": {
        const isId = shapeOf(this.shape, path) === "id";
        const { code, message, at, mend } = wrongKind({ document, path, input, expected: issue.expected, isId });
        return { ...mismatch(code, message, mend), ...(at ? { at } : {}) };
      }
      case "too_small":
        return mismatch("out-of-range", tooSmall(issue, name, help, input));
      case "too_big":
        return mismatch("out-of-range", tooBig(issue, name, help, input));
      case "invalid_format":
        return this.badFormat(String(input), path, mismatch);
      case "custom":
      case "invalid_element":
      case "invalid_key":
      case "invalid_value":
      case "not_multiple_of":
      case "unrecognized_keys":
        return mismatch("wrong-kind", t("{0} is not valid: write {1}.", name, help));
    }
  }

  /** A text that is blank, or an id that is none. */
  private badFormat(
    input: string,
    path: Path,
    mismatch: (code: FindingCode, message: string, mend?: Mend) => Mismatch,
  ): Mismatch {
    const help = fieldHelp(lastKey(path)) ?? "";
    const name = nameOf(path);
    if (input.trim() === "") return mismatch("empty-value", t("{0} is empty: write {1}.", name, help || t("a text")));
    const at = this.document.spanOf(path);
    if (findInvisible(input) !== -1)
      return mismatch("bad-id", invisibleMessage(input), {
        ...at,
        newText: visible(input).trim(),
        title: invisibleMend(),
      });
    const id = idMeant(input);
    const mend = id === "" ? undefined : { ...at, newText: id, title: t('Change to "{0}"', id) };
    return mismatch(
      "bad-id",
      t("{0} cannot be {1}: write {2}.", name, describe(input), id === "" ? help || fieldHelp("id") || "" : id),
      mend,
    );
  }
}

/** An id that was written as a path or as a file's name is the name alone. */
function idMeant(written: string): string {
  return asId(baseName(written.trim()));
}

function unknownKeyMessage(key: string, path: Path, meant: string | undefined, free: readonly string[]): string {
  if (path.length === 0) {
    if (meant !== undefined) return t('Unknown key "{0}": did you mean "{1}"?', key, meant);
    if (free.length > 0) return t('Unknown key "{0}": remove it, or use one of {1}.', key, named(free));
    return t('Unknown key "{0}": remove it.', key);
  }
  const place = nameOf(path);
  if (meant !== undefined) return t('Unknown key "{0}" in {1}: did you mean "{2}"?', key, place, meant);
  if (free.length > 0) return t('Unknown key "{0}" in {1}: remove it, or use one of {2}.', key, place, named(free));
  return t('Unknown key "{0}" in {1}: remove it.', key, place);
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, name: string, help: string, input: unknown): string {
  const least = String(issue.minimum);
  return issue.origin === "array"
    ? t("{0} has {1} items but needs at least {2}: write {3}.", name, lengthOf(input), least, help)
    : t("{0} must be at least {1}, not {2}: write {3}.", name, least, describe(input), help);
}

function tooBig(issue: z.core.$ZodIssueTooBig, name: string, help: string, input: unknown): string {
  const most = String(issue.maximum);
  if (issue.origin === "array")
    return t("{0} has {1} items but may have at most {2}: write {3}.", name, lengthOf(input), most, help);
  if (issue.origin === "string")
    return t("{0} has {1} characters but may have at most {2}: write {3}.", name, lengthOf(input), most, help);
  return t("{0} must be at most {1}, not {2}: write {3}.", name, most, describe(input), help || kindOf("int"));
}

function lengthOf(input: unknown): number {
  return Array.isArray(input) || typeof input === "string" ? input.length : 0;
}
