// Reading JSON that a stranger may have written: versions, bounds and shapes, each refusal with its reason.
// What the fields mean is attemptReader's and amendments' business.
import { isId, isQuestionKey, type QuestionKey } from "../roadmap/questionKey";
import { isRecord, type JsonRecord } from "../text/jsonRecord";
import type { Quote } from "../text/textRange";

/** What a stored file came to. `reason` is plain English, for the log. */
export type Stored<T> =
  | { readonly kind: "read"; readonly value: T }
  | { readonly kind: "newer"; readonly version: number }
  | { readonly kind: "refused"; readonly reason: string };

/** Files of more bytes than this are refused unread: no answer, however long, makes one. */
export const largestFile = 16 * 1024 * 1024;

class Refusal extends Error {}

/** Ends the reading of a file; `reason` completes "left out: …". */
export function refuse(reason: string): never {
  throw new Refusal(reason);
}

/** Reads a versioned JSON file by `read`, which may `refuse`. Versions above `newest` are told, not guessed at. */
export function readStored<T>(json: string, newest: number, read: (raw: JsonRecord, version: number) => T): Stored<T> {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return { kind: "refused", reason: "its file is broken" };
  }
  if (!isRecord(raw)) return { kind: "refused", reason: "its file is not of the tutor" };
  const { version } = raw;
  if (!isCount(version) || version === 0) return { kind: "refused", reason: "its file is not of the tutor" };
  if (version > newest) return { kind: "newer", version };
  try {
    return { kind: "read", value: read(raw, version) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", reason: error.message };
    throw error;
  }
}

/** True for a finite number of 0 or more. */
export function isAmount(x: unknown): x is number {
  return typeof x === "number" && Number.isFinite(x) && x >= 0;
}

/** True for a whole number of 0 or more. */
export function isCount(x: unknown): x is number {
  return Number.isSafeInteger(x) && isAmount(x);
}

/** The list, or an empty one for anything else; no longer than `most`. */
export function listOf(x: unknown, most = 1000): readonly unknown[] {
  return Array.isArray(x) ? (x as unknown[]).slice(0, most) : [];
}

/** The text, cut to `most` UTF-16 units; empty for anything else. */
export function textOf(x: unknown, most = 4000): string {
  return typeof x === "string" ? x.slice(0, most) : "";
}

/** A question's key; refuses any other value. */
export function keyOf(raw: unknown): QuestionKey {
  if (!isRecord(raw)) return refuse("it names no question");
  const { roadmap, question } = raw;
  if (typeof roadmap !== "string" || typeof question !== "string") return refuse("it names no question");
  const key = { roadmap, question };
  return isQuestionKey(key) ? key : refuse("it names no question");
}

/** A criterion's id; refuses any other value. */
export function criterionOf(raw: unknown): string {
  return typeof raw === "string" && isId(raw) ? raw : refuse("it names a criterion by no id");
}

/** A time in ISO 8601; refuses any other value. */
export function timeOf(raw: unknown): string {
  return typeof raw === "string" && raw.length <= 40 && !Number.isNaN(Date.parse(raw)) ? raw : refuse("it has no time");
}

/** The quotes that stand in the answer; the others are dropped. */
export function quotesOf(raw: unknown, answer: string): Quote[] {
  return listOf(raw, 20).flatMap((quote) => {
    if (!isRecord(quote)) return [];
    const { start, end, text } = quote;
    if (!isCount(start) || !isCount(end) || typeof text !== "string" || text === "") return [];
    return end - start === text.length && answer.slice(start, end) === text ? [{ start, end, text }] : [];
  });
}
