// What of a YAML value can be read although some of it does not fit: texts that are none stand as a question mark,
// lists that are none are left out. Nothing is shown of it; it is for what else is wrong to be told.
import type * as z from "zod/mini";
import { valueAt } from "./shapePaths";
import { placedIssues } from "./validation";
import type { Path } from "./yamlDocument";

const ofSums: ReadonlySet<PropertyKey> = new Set(["marks", "anyOf", "bonus"]);

/** Fields with what stands for one that cannot be read; undefined leaves it out. */
const standIns = new Map<PropertyKey, unknown>([
  ...["title", "statement"].map((field) => [field, "?"] as const),
  ...["marks", "anyOf"].map((field) => [field, 1] as const),
  ...["accepted", "misconceptions", "idea", "bonus", "hints"].map((field) => [field, undefined] as const),
]);

/** What can be read. */
export interface ReadableParts {
  readonly value: unknown;
  /** Whether what the marks come to is known. */
  readonly sums: boolean;
}

/** The value with stand-ins; undefined where more does not fit than they stand for. */
export function readableParts(
  shape: z.core.$ZodType & { safeParse: z.ZodMiniType["safeParse"] },
  value: unknown,
): ReadableParts | undefined {
  const result = shape.safeParse(value);
  if (result.success) return { value, sums: true };
  const copy: unknown = JSON.parse(JSON.stringify(value));
  let sums = true;
  for (const { path, issue } of placedIssues(result.error.issues)) {
    // A key that nobody knows in a criterion may be the one that makes it a bonus.
    sums &&= issue.code === "unrecognized_keys" ? path.length === 0 : !path.some((step) => ofSums.has(step));
    if (issue.code === "unrecognized_keys") for (const key of issue.keys) replace(copy, [...path, key], undefined);
    else replaceField(copy, path);
  }
  return shape.safeParse(copy).success ? { value: copy, sums } : undefined;
}

/** The innermost field on a path that has a stand-in. */
function replaceField(root: unknown, path: Path): void {
  const last = path.findLastIndex((step) => standIns.has(step));
  const field = path[last];
  if (field !== undefined) replace(root, path.slice(0, last + 1), standIns.get(field));
}

function replace(root: unknown, path: Path, standIn: unknown): void {
  const holder = valueAt(root, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof holder !== "object" || holder === null || key === undefined) return;
  if (standIn === undefined) Reflect.deleteProperty(holder, key);
  else Reflect.set(holder, key, standIn);
}
