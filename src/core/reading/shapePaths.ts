// Paths into a YAML value and its shape: what stands there, what may stand there, and how an author calls it.
import { t } from "@vscode/l10n";
import type * as z from "zod/mini";
import type { Path } from "./yamlDocument";

/** The keys that the shape knows at a path; of alternatives, all of theirs. */
export function keysAt(shape: z.core.$ZodType, path: Path): string[] {
  const found = shapesAt(shape, path).flatMap(({ def }) => (def.type === "object" ? Object.keys(def.shape) : []));
  return [...new Set(found)];
}

/** Whether an id or any text belongs at a path; undefined where neither does. */
export function shapeOf(shape: z.core.$ZodType, path: Path): "id" | "text" | undefined {
  const text = shapesAt(shape, path).find(({ def }) => def.type === "string");
  const checks = text?.def.checks ?? [];
  const bounded = checks.some((check) => check._zod.def.check === "max_length");
  const patterned = checks.some((check) => check._zod.def.check === "string_format");
  if (!text) return undefined;
  return bounded && patterned && isIdField(path) ? "id" : "text";
}

function isIdField(path: Path): boolean {
  return ["id", "requires", "questions"].includes(lastKey(path));
}

/** What may stand at a path; of alternatives, all of them. */
function shapesAt(shape: z.core.$ZodType, path: Path): z.core.$ZodTypes["_zod"][] {
  const inner = (shape as z.core.$ZodTypes)._zod;
  const { def } = inner;
  const [step, ...rest] = path;
  if (def.type === "optional") return shapesAt(def.innerType, path);
  if (def.type === "union") return def.options.flatMap((option) => shapesAt(option, path));
  if (step === undefined) return [inner];
  if (def.type === "array") return shapesAt(def.element, rest);
  const child = def.type === "object" ? def.shape[String(step)] : undefined;
  return child ? shapesAt(child, rest) : [];
}

/** `criteria[2].accepted[1]` as authors count: "criteria 3, accepted 2". */
export function nameOf(path: Path): string {
  let name = "";
  for (const step of path)
    name += typeof step === "number" ? ` ${String(step + 1)}` : `${name === "" ? "" : ", "}${String(step)}`;
  return name === "" ? t("The YAML") : `"${name}"`;
}

/** The last key of a path that is a name. */
export function lastKey(path: Path): string {
  return String(path.findLast((step) => typeof step === "string") ?? "");
}

/** The part of a value at a path. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    const isHolder = typeof value === "object" && value !== null;
    value = isHolder ? (value as Readonly<Record<PropertyKey, unknown>>)[step] : undefined;
  }
  return value;
}

/** A kind of value in words. */
export function kindOf(expected: string): string {
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

/** A value in words, short. */
export function describe(input: unknown): string {
  if (input === null) return t("empty");
  if (Array.isArray(input)) return t("a list");
  if (typeof input === "object") return t("a set of keys");
  const shown = String(input).trim();
  return `"${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}"`;
}
