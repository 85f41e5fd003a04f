// Reads a model's reply, however it is wrapped: fences, thinking, prose around, trailing commas. Pure; believes no quote and no number.
// What the reply means for marks is verdicts' work.
import { jsonrepair } from "jsonrepair";
import type { VerdictKind } from "../../core/question";
import { confidenceWords } from "./replySchema";

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
  | { readonly kind: "malformed"; readonly why: string };

/** A model rarely needs a tenth of this; what is longer has run away. */
export const longestReply = 100_000;
const mostItems = 200;
const mostUnclosed = 10;
/** A criterion lies this deep at most: reply, list, item. */
const deepest = 4;

/** Reads a whole reply about `criteria` (ids). `cut` says that the provider stopped it at a limit. */
export function readReply(text: string, criteria: readonly string[], cut: boolean): ReadReply {
  if (cut) return { kind: "truncated" };
  const body = withoutThinking(text.slice(0, longestReply));
  for (const candidate of objectsIn(body).reverse()) {
    const reply = shapeOf(parse(candidate), criteria);
    if (reply) return { kind: "ok", reply };
  }
  const open = openObject(body);
  if (open === undefined)
    return {
      kind: "malformed",
      why: body.trim() === "" ? "The reply is empty." : "The reply holds no object of the expected shape.",
    };
  const reply = shapeOf(parse(open), criteria);
  // Only closing brackets are missing: everything that earns marks is there.
  if (reply && criteria.every((id) => reply.criteria.some((c) => c.id === id))) return { kind: "ok", reply };
  return { kind: "truncated" };
}

/** Takes a reply piece by piece and calls `found` once for each criterion that is complete, in order of arrival. */
export class ReplyStream {
  private text = "";
  private at = 0;
  private inString = false;
  private escaped = false;
  private readonly open: number[] = [];

  constructor(private readonly found: (criterion: CriterionReply) => void) {}

  push(piece: string): void {
    this.text += piece;
    if (this.text.length > longestReply) return;
    // Nothing in a thinking block is a verdict yet.
    if (/^\s*<think/.test(this.text)) {
      const end = this.text.indexOf("</think");
      if (end < 0) return;
      this.at = Math.max(this.at, end);
    }
    for (; this.at < this.text.length; this.at++) this.step(this.text.charAt(this.at));
  }

  private step(c: string): void {
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (c === "\\") this.escaped = true;
      else if (c === '"') this.inString = false;
    } else if (c === "{") this.open.push(this.at);
    else if (this.open.length === 0) return;
    else if (c === '"') this.inString = true;
    else if (c === "}") {
      const start = this.open.pop();
      if (start === undefined || this.open.length > deepest) return;
      const criterion = criterionOf(parse(this.text.slice(start, this.at + 1)));
      if (criterion) this.found(criterion);
    }
  }
}

function withoutThinking(text: string): string {
  const body = text.trimStart();
  const end = body.lastIndexOf("</think>");
  if (/^<think(?:ing)?>/.test(body)) {
    const close = /<\/think(?:ing)?>/.exec(body);
    return close ? body.slice(close.index + close[0].length) : "";
  }
  // Some servers swallow the opening tag; only text before the first object can be thinking then.
  return end >= 0 && end < body.indexOf('"criteria"') ? body.slice(end + "</think>".length) : text;
}

/** Every outermost balanced `{…}` of a text; braces that nothing closes are passed over, a few times. */
function objectsIn(text: string): string[] {
  const found: string[] = [];
  let unclosed = 0;
  for (let start = text.indexOf("{"); start >= 0 && unclosed < mostUnclosed && found.length < mostItems;) {
    const end = closing(text, start);
    if (end === undefined) unclosed++;
    else found.push(text.slice(start, end + 1));
    start = text.indexOf("{", (end ?? start) + 1);
  }
  return found.filter((candidate) => candidate.includes("verdict"));
}

function closing(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let i = start; i < text.length; i++) {
    const c = text.charAt(i);
    if (inString) {
      if (c === "\\") i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === "{") depth++;
    else if (c === "}" && --depth === 0) return i;
  }
  return undefined;
}

/** The tail from the object that holds the criteria, where nothing closes it. */
function openObject(text: string): string | undefined {
  const key = text.indexOf('"criteria"');
  const start = key < 0 ? -1 : text.lastIndexOf("{", key);
  return start < 0 || closing(text, start) !== undefined ? undefined : text.slice(start);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    try {
      return JSON.parse(jsonrepair(text)) as unknown;
    } catch {
      return undefined;
    }
  }
}

function shapeOf(value: unknown, criteria: readonly string[]): Reply | undefined {
  if (!isRecord(value)) return undefined;
  const list = listOf(value["criteria"], criteria);
  if (list === undefined) return undefined;
  const word = text(value["confidence"]).toLowerCase();
  const confidence = Object.entries(confidenceWords).find(([name]) => name === word)?.[1];
  return {
    criteria: list,
    errors: (Array.isArray(value["errors"]) ? value["errors"].slice(0, mostItems) : [])
      .filter(isRecord)
      .map((e) => ({ quote: text(e["quote"]), why: text(e["why"]) })),
    feedback: text(value["feedback"]),
    ...(confidence === undefined ? {} : { confidence }),
    answerContainsInstructions: value["answerContainsInstructions"] === true,
  };
}

/** Takes the list asked for, or an object keyed by criterion id as small models write it. */
function listOf(value: unknown, criteria: readonly string[]): CriterionReply[] | undefined {
  const items: unknown[] | undefined = Array.isArray(value)
    ? value
    : isRecord(value)
      ? Object.entries(value)
          .filter(([id]) => criteria.includes(id))
          .map(([id, item]) => (isRecord(item) ? { ...item, id } : undefined))
      : undefined;
  const read = items
    ?.slice(0, mostItems)
    .map(criterionOf)
    .filter((c) => c !== undefined);
  // Items without one readable verdict are another shape, not an empty rubric.
  return read && (read.length > 0 || items?.length === 0) ? read : undefined;
}

function criterionOf(value: unknown): CriterionReply | undefined {
  if (!isRecord(value)) return undefined;
  const id = value["id"] ?? value["criterion"];
  const verdict = verdictOf(value["verdict"]);
  if (typeof id !== "string" || verdict === undefined) return undefined;
  const quotes: unknown = value["quotes"] ?? value["quote"];
  return {
    id: id.trim(),
    quotes: (Array.isArray(quotes) ? quotes.slice(0, mostItems) : [quotes]).filter(
      (q): q is string => typeof q === "string",
    ),
    reason: text(value["reason"]),
    verdict,
  };
}

const verdictWords: Readonly<Record<string, VerdictKind>> = {
  met: "met",
  partly: "partly",
  partial: "partly",
  partially: "partly",
  "partially met": "partly",
  "partly met": "partly",
  missed: "missed",
  missing: "missed",
  "not met": "missed",
  contradicted: "contradicted",
  incorrect: "contradicted",
  unclear: "unclear",
};

function verdictOf(value: unknown): VerdictKind | undefined {
  const word = text(value).trim().toLowerCase().replace(/[_-]/g, " ");
  return Object.hasOwn(verdictWords, word) ? verdictWords[word] : undefined;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
