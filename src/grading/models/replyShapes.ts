// The shapes in which services put a piece of a reply: a chat completion's choice, what it is wrapped in, and the forms
// of other interfaces that speak behind the same address. Finds the piece; reads no word of it.
import { isRecord, type JsonRecord } from "../../core/text/jsonRecord";

/** One piece of a reply. */
export interface Said {
  /** As a chat completion has it: `content`, `tool_calls`, `refusal` and the like. */
  readonly message: JsonRecord;
  /** Why the reply ended, in the service's word. */
  readonly reason?: string;
  /** Which of several replies it belongs to. */
  readonly choice?: number;
}

/** Where the counts of tokens stand too: the innermost value that is a piece. */
export interface Piece {
  readonly value: JsonRecord;
  /** Absent where the value is part of a reply and says nothing. */
  readonly said?: Said;
}

const wrappers = ["data", "result", "response", "body"] as const;
const textFields = ["response", "output_text", "generated_text", "completion", "content", "text"] as const;
const reasonFields = ["finish_reason", "done_reason", "stop_reason", "finishReason"] as const;
/** A piece lies this deep at most: text of JSON, list, wrapper. */
const deepest = 3;

/** The piece of a reply in a value that a service sent; undefined where it is none. */
export function pieceIn(value: unknown, depth = 0): Piece | undefined {
  if (depth > deepest) return undefined;
  if (typeof value === "string") return pieceIn(parsed(value), depth + 1);
  if (Array.isArray(value)) return pieceIn(value.find(isRecord), depth + 1);
  if (!isRecord(value)) return undefined;
  const { choices } = value;
  if (Array.isArray(choices)) return piece(value, choices.find(isRecord));
  if (isRecord(choices)) return piece(value, choices);
  // Some services leave the list of choices out and send its one item.
  if (isRecord(value["message"]) || isRecord(value["delta"])) return piece(value, value);
  return otherInterface(value) ?? plainText(value) ?? wrapped(value, depth);
}

/** Gemini's candidates, and the output and events of OpenAI's Responses. */
function otherInterface(value: JsonRecord): Piece | undefined {
  const { candidates, output, delta, type } = value;
  const candidate: unknown = Array.isArray(candidates) ? candidates[0] : undefined;
  if (isRecord(candidate)) {
    const parts = isRecord(candidate["content"]) ? candidate["content"]["parts"] : undefined;
    return piece(value, { ...candidate, message: { content: parts } });
  }
  if (Array.isArray(output)) {
    const content = output.filter(isRecord).flatMap((item) => item["content"] ?? []);
    return piece(value, { ...(isRecord(value["incomplete_details"]) ? { finish_reason: "length" } : {}), content });
  }
  if (typeof delta !== "string" || typeof type !== "string") return undefined;
  return piece(value, { content: [{ type: /reason/.test(type) ? "reasoning" : "text", text: delta }] });
}

function plainText(value: JsonRecord): Piece | undefined {
  const content = textFields.map((name) => value[name]).find((said) => typeof said === "string" || isParts(said));
  return content === undefined ? undefined : piece(value, { ...value, message: { content } });
}

function isParts(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((part) => isRecord(part) && "type" in part);
}

function wrapped(value: JsonRecord, depth: number): Piece | undefined {
  for (const name of wrappers) {
    const inner = isRecord(value[name]) ? pieceIn(value[name], depth + 1) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** `item` is a choice, or the message itself. */
function piece(value: JsonRecord, item: JsonRecord | undefined): Piece {
  if (item === undefined) return { value };
  const message = [item["delta"], item["message"]].find(isRecord) ?? { content: item["content"] ?? item["text"] };
  const reason = [...reasonFields.map((name) => item[name]), message["stop_reason"]].find(isWord);
  const { index } = item;
  const choice = typeof index === "number" && "choices" in value ? { choice: index } : {};
  return { value, said: { message, ...(reason === undefined ? {} : { reason }), ...choice } };
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function parsed(text: string): unknown {
  try {
    return /^\s*["{[]/.test(text) ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
