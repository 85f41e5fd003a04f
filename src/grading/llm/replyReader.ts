// Reads a model's reply, however it is wrapped: fences, thinking, prose around, other keys, JSON inside a string. Pure;
// believes no quote and no number. Where in a text the objects are is replyObjects' work, what the reply means for
// marks verdicts'.
import { isRecord, type JsonRecord } from "../../core/text/jsonRecord";
import type { VerdictKind } from "../../core/roadmap/question";
import { anyOf } from "../anyOf";
import { idReader, type IdReader } from "./criterionIds";
import { longestReply } from "./modelClient";
import { objectsIn, openObject, parseLoosely, unquoted, withoutThinking } from "./replyObjects";
import { confidenceWords } from "./replySchema";
import { verdictWord } from "./verdictWords";

/** What a model said of one criterion; nothing in it is checked against the answer yet. */
export interface CriterionReply {
  readonly id: string;
  readonly quotes: readonly string[];
  readonly reason: string;
  readonly verdict: VerdictKind;
}

export interface Reply {
  readonly criteria: readonly CriterionReply[];
  readonly errors: readonly { readonly quote: string; readonly why: string }[];
  readonly feedback: string;
  /** 0..1, from the model's word. */
  readonly confidence?: number;
  readonly answerContainsInstructions: boolean;
}

export type ReadReply =
  | { readonly kind: "ok"; readonly reply: Reply }
  /** The reply stops before the rubric is through. */
  | { readonly kind: "truncated" }
  /** The model says in words that it will not. */
  | { readonly kind: "declined" }
  | {
      readonly kind: "malformed";
      readonly why: "empty" | "no-object" | "other-criteria";
    };

const mostItems = 200;
/** A criterion lies this deep at most: wrapper, reply, list, item. */
const deepest = 6;

/**
 * Reads a whole reply about `criteria` (ids). `cut` says that the provider stopped it at a limit; verdicts on `decoys`
 * are read where they are there.
 */
export function readReply(
  text: string,
  criteria: readonly string[],
  cut: boolean,
  decoys: readonly string[] = [],
): ReadReply {
  if (cut) return { kind: "truncated" };
  const body = unquoted(withoutThinking(text.slice(0, longestReply)));
  const idOf = idReader([...criteria, ...decoys]);
  const candidates = objectsIn(body).reverse();
  let others = false;
  for (const candidate of candidates) {
    const reply = replyIn(parseLoosely(candidate), criteria, idOf);
    if (reply && aboutAny(reply, criteria)) return { kind: "ok", reply };
    others ||= reply !== undefined && reply.criteria.length > 0;
  }
  if (others) return { kind: "malformed", why: "other-criteria" };
  const open = openObject(body);
  if (open === undefined) {
    const alone = oneByOne(candidates, idOf);
    if (aboutAny(alone, criteria)) return { kind: "ok", reply: alone };
    if (body.trim() === "") return { kind: "malformed", why: "empty" };
    return declines(body) ? { kind: "declined" } : { kind: "malformed", why: "no-object" };
  }
  const reply = replyIn(parseLoosely(open), criteria, idOf);
  // Only closing brackets are missing: everything that earns marks is there.
  const whole = reply && criteria.every((id) => reply.criteria.some((c) => c.id === id));
  return reply && whole ? { kind: "ok", reply } : { kind: "truncated" };
}

/** A reply whose criteria come as an object each, with nothing around them. */
function oneByOne(candidates: readonly string[], idOf: IdReader): Reply {
  const criteria = candidates.toReversed().map((candidate) => criterionOf(parseLoosely(candidate), idOf));
  return {
    criteria: criteria.filter((c) => c !== undefined),
    errors: [],
    feedback: "",
    answerContainsInstructions: false,
  };
}

/** Refusals in the words that models use for them; a longer text that begins so is something else. */
const refusal = anyOf(
  [
    /^\W*(?:i(?:'|’)?m |i am )?(?:very |so )?sorry\b/,
    /^\W*i (?:can(?:'|’)?t|cannot|can not|won(?:'|’)?t|will not|am unable|am not able)\b/,
    /^\W*(?:es )?tut mir leid|^\W*ich kann (?:das |diese[rs]? )?|^\W*(?:je suis )?désolé|^\W*je ne peux pas/,
    /^\W*lo siento|^\W*no puedo|^\W*desculpe|^\W*não posso|^\W*mi dispiace|^\W*non posso/,
    /^\W*извините|^\W*抱歉|^\W*对不起|^\W*申し訳|^\W*죄송/,
  ],
  "iu",
);

function declines(body: string): boolean {
  return body.length < 1_000 && !body.includes("{") && refusal.test(body.trim());
}

function aboutAny(reply: Reply, criteria: readonly string[]): boolean {
  return reply.criteria.some((c) => criteria.includes(c.id));
}

/**
 * The reply in a value: the value itself, or what lies under other keys, in a list, or as JSON in a string. Known
 * criteria come first.
 */
function replyIn(value: unknown, criteria: readonly string[], idOf: IdReader): Reply | undefined {
  let other: Reply | undefined;
  let level: unknown[] = [value];
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const item of level.slice(0, mostItems)) {
      const inner = unpacked(item);
      const reply = shapeOf(inner, idOf);
      if (reply && aboutAny(reply, criteria)) return reply;
      other ??= reply;
      if (Array.isArray(inner)) next.push(...(inner as unknown[]).slice(0, mostItems));
      else if (isRecord(inner)) next.push(...Object.values(inner).slice(0, mostItems));
    }
    level = next;
  }
  return other;
}

/** What a text of JSON says; anything else as it is. */
function unpacked(value: unknown): unknown {
  return typeof value === "string" && /^\s*[{[]/.test(value) && value.includes("verdict") ? parseLoosely(value) : value;
}

function shapeOf(value: unknown, idOf: IdReader): Reply | undefined {
  const fields = fieldsOf(value);
  const list = listOf(unpacked("criteria" in fields ? fields["criteria"] : value), idOf);
  if (list === undefined) return undefined;
  const word = text(fields["confidence"]).trim().toLowerCase();
  const confidence = Object.entries(confidenceWords).find(([name]) => name === word)?.[1];
  const errors = unpacked(fields["errors"]);
  return {
    criteria: list,
    errors: (Array.isArray(errors) ? errors.slice(0, mostItems) : [])
      .filter(isRecord)
      .map((e) => ({ quote: text(e["quote"]), why: text(e["why"]) })),
    feedback: text(fields["feedback"]),
    ...(confidence === undefined ? {} : { confidence }),
    answerContainsInstructions: fields["answercontainsinstructions"] === true,
  };
}

/** Takes the list asked for, or an object keyed by criterion id, or by numbers, as small models write it. */
function listOf(value: unknown, idOf: IdReader): CriterionReply[] | undefined {
  const items: unknown[] | undefined = Array.isArray(value)
    ? value
    : isRecord(value)
      ? Object.entries(value).flatMap(([key, item]) => {
          const known = idOf(key);
          if (known === undefined) return criterionOf(item, idOf) && isRecord(item) ? [item] : [];
          return [isRecord(item) ? { ...item, id: known } : { id: known, verdict: item }];
        })
      : undefined;
  const read = items
    ?.slice(0, mostItems)
    .map((item) => criterionOf(unpacked(item), idOf))
    .filter((c) => c !== undefined);
  // Items without one readable verdict are another shape, not an empty rubric.
  return read && read.length > 0 ? read : undefined;
}

/** One criterion in a parsed value; undefined where it is none. An id that is not known stands as it was written. */
export function criterionOf(value: unknown, idOf: IdReader = () => undefined): CriterionReply | undefined {
  if (!isRecord(value)) return undefined;
  const fields = fieldsOf(value);
  const id = fields["id"] ?? fields["criterion"] ?? fields["criterionid"];
  const verdict = verdictWord(fields["verdict"]);
  if (typeof id !== "string" || verdict === undefined) return undefined;
  const quotes = unpackedList(fields["quotes"] ?? fields["quote"] ?? fields["evidence"]);
  return {
    id: idOf(id) ?? id.trim(),
    quotes: quotes.slice(0, mostItems).flatMap(quoteIn),
    reason: text(fields["reason"]),
    verdict,
  };
}

/** A record by the letters of its keys, whatever their case and separators; the first of two stands. */
function fieldsOf(value: unknown): JsonRecord {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.reverse().map(([key, field]) => [key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""), field]),
  );
}

function quoteIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  const said = isRecord(value) ? (value["text"] ?? value["quote"]) : undefined;
  return typeof said === "string" ? [said] : [];
}

function unpackedList(value: unknown): unknown[] {
  const read = typeof value === "string" && /^\s*\["/.test(value) ? parseLoosely(value) : value;
  return Array.isArray(read) ? read : [value];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
