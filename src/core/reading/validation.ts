// Checks a YAML value against its shape and words each mismatch for an author: where, what, and what to write instead.
import { t } from "@vscode/l10n";
import type * as z from "zod/mini";
import { fieldHelp } from "./shapes";
import type { Report } from "./source";
import type { Path, YamlDocument } from "./yamlDocument";

type Issue = z.core.$ZodIssue;

/** One mismatch, with its path from the root. */
export interface Mismatch {
  readonly path: Path;
  /** Set where the mismatch is that the map at `path` has this unknown key. */
  readonly unknownKey?: string;
  readonly message: string;
}

/** Every mismatch between a value and a shape; empty where it fits. */
export function mismatches(
  shape: z.core.$ZodType & { safeParse: z.ZodMiniType["safeParse"] },
  value: unknown,
): Mismatch[] {
  const result = shape.safeParse(value);
  return result.success ? [] : result.error.issues.flatMap((issue) => explain(issue, [], { shape, value }));
}

/** What a mismatch is explained from: the whole shape and the whole value. */
interface Root {
  readonly shape: z.core.$ZodType;
  readonly value: unknown;
}

/** Reports each mismatch at its line. */
export function reportMismatches(found: readonly Mismatch[], document: YamlDocument, report: Report): void {
  for (const { path, unknownKey, message } of found)
    report(unknownKey === undefined ? document.lineOf(path) : document.lineOfKey(path, unknownKey), message);
}

function explain(issue: Issue, base: Path, root: Root): Mismatch[] {
  const path = [...base, ...issue.path];
  const name = nameOf(path);
  const help = fieldHelp[lastKey(path)] ?? "";
  const input = valueAt(root.value, path);
  const one = (message: string): Mismatch[] => [{ path, message }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path,
        unknownKey: key,
        message: unknownKey(key, input, path, keysAt(root.shape, path)),
      }));
    case "invalid_union":
      return nearestBranch(issue.errors).flatMap((inner) => explain(inner, path, root));
    case "invalid_type":
      if (input === undefined) return one(t("{0} is missing: write {1}.", name, help));
      if (issue.expected === "string" && (typeof input === "number" || typeof input === "boolean"))
        return one(t('{0} must be text: put it in quotes, "{1}".', name, String(input)));
      return one(
        t(
          "{0} must be {1}, not {2}: write {3}.",
          name,
          kindOf(issue.expected),
          describe(input),
          help || kindOf(issue.expected),
        ),
      );
    case "too_small":
      if (issue.origin === "array")
        return one(
          t(
            "{0} has {1} items but needs at least {2}: write {3}.",
            name,
            Array.isArray(input) ? input.length : 0,
            String(issue.minimum),
            help,
          ),
        );
      return one(
        t("{0} must be at least {1}, not {2}: write {3}.", name, String(issue.minimum), describe(input), help),
      );
    case "too_big":
      if (issue.origin === "array")
        return one(
          t(
            "{0} has {1} items but may have at most {2}: write {3}.",
            name,
            Array.isArray(input) ? input.length : 0,
            String(issue.maximum),
            help,
          ),
        );
      if (issue.origin === "string")
        return one(
          t(
            "{0} has {1} characters but may have at most {2}: write {3}.",
            name,
            String(input).length,
            String(issue.maximum),
            help,
          ),
        );
      return one(t("{0} must be at most {1}, not {2}: write {3}.", name, String(issue.maximum), describe(input), help));
    case "invalid_format":
      if (String(input).trim() === "") return one(t("{0} is empty: write {1}.", name, help || t("a text")));
      return one(t("{0} cannot be {1}: write {2}.", name, describe(input), help || fieldHelp["id"] || ""));
    default:
      return one(t("{0} is not valid: write {1}.", name, help));
  }
}

/** The alternative that the author most likely meant: the one that knows most of the keys present. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const strangers = (issues: readonly Issue[]): number =>
    issues.reduce((sum, i) => sum + (i.code === "unrecognized_keys" && i.path.length === 0 ? i.keys.length : 0), 0);
  return branches.reduce((best, next) => (strangers(next) < strangers(best) ? next : best));
}

function unknownKey(key: string, input: unknown, path: Path, known: readonly string[]): string {
  const where = path.length === 0 ? "" : t(" in {0}", nameOf(path));
  const free = known.filter((k) => !Object.hasOwn(Object(input), k));
  const near = nearest(key, free);
  if (near !== undefined) return t('Unknown key "{0}"{1}: did you mean "{2}"?', key, where, near);
  return free.length > 0
    ? t('Unknown key "{0}"{1}: remove it, or use one of {2}.', key, where, free.join(", "))
    : t('Unknown key "{0}"{1}: remove it.', key, where);
}

/** The keys that the shape knows at a path; of alternatives, all of theirs. */
function keysAt(shape: z.core.$ZodType, path: Path): string[] {
  const { def } = (shape as z.core.$ZodTypes)._zod;
  const [step, ...rest] = path;
  switch (def.type) {
    case "optional":
      return keysAt(def.innerType, path);
    case "array":
      return keysAt(def.element, rest);
    case "union":
      return [...new Set(def.options.flatMap((option) => keysAt(option, path)))];
    case "object": {
      if (step === undefined) return Object.keys(def.shape);
      const child = def.shape[String(step)];
      return child ? keysAt(child, rest) : [];
    }
    default:
      return [];
  }
}

/** The candidate nearest to a word by edit distance, or undefined where none is near (a third of the word at most). */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const scored = candidates.map((candidate) => ({
    candidate,
    distance: editDistance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  const best = scored.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(2, Math.floor(word.length / 3)) && best.distance < word.length
    ? best.candidate
    : undefined;
}

/** Levenshtein's distance, one row at a time. Words longer than 80 are not compared. */
function editDistance(a: string, b: string): number {
  if (a.length > 80 || b.length > 80) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}

/** `criteria[2].accepted[1]` as authors count: "criteria 3, accepted 2". */
function nameOf(path: Path): string {
  let name = "";
  for (const step of path)
    name += typeof step === "number" ? ` ${String(step + 1)}` : `${name === "" ? "" : ", "}${String(step)}`;
  return name === "" ? t("The YAML") : `"${name}"`;
}

function lastKey(path: Path): string {
  return String([...path].reverse().find((step) => typeof step === "string") ?? "");
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path)
    value =
      typeof value === "object" && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[step] : undefined;
  return value;
}

function kindOf(expected: string): string {
  switch (expected) {
    case "string":
      return t("a text");
    case "int":
    case "number":
      return t("a whole number");
    case "array":
      return t("a list");
    case "object":
      return t("a set of keys");
    default:
      return expected;
  }
}

function describe(input: unknown): string {
  if (input === null) return t("empty");
  if (Array.isArray(input)) return t("a list");
  if (typeof input === "object") return t("a set of keys");
  const shown = String(input).trim();
  return `"${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}"`;
}
