// What JSON of others may turn out to be: the first question that is asked of it.

/** An object of JSON, whose fields may hold anything. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** True for an object that is no list. */
export function isRecord(x: unknown): x is JsonRecord {
  return typeof x === "object" && x !== null && !Array.isArray(x);
}
