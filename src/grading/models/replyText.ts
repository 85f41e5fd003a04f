// Collects a reply from the values that a service sends, in whichever field it puts its words: content, parts of
// content, arguments of a tool call, or thinking. Counts the words and looks into none.
import { longestReply, type TokenUsage } from "../llm/modelClient";
import { TooLong } from "./boundedBody";
import { pieceIn } from "./replyShapes";
import { isRecord, type JsonRecord } from "../../core/text/jsonRecord";

type Field = "content" | "tool" | "thinking" | "refusal";

/** A reply as far as it has come. */
export class ReplyText {
  private readonly said: Record<Field, string> = { content: "", tool: "", thinking: "", refusal: "" };
  private finish: string | undefined;
  private choice: number | undefined;
  private count = 0;
  /** Tokens, where the service gave both counts. */
  usage: TokenUsage | undefined;
  /** Whether any value looked like part of a reply. */
  isReply = false;

  /** `expected`: names of fields of the reply that is asked for, which some services send without anything around. */
  constructor(private readonly expected: readonly string[] = []) {}

  /** Takes one value; returns the piece of content in it. Throws `TooLong`. */
  take(value: unknown): string {
    const piece = this.isBare(value) ? { value, said: { message: { content: value } } } : pieceIn(value);
    this.countTokens(piece?.value ?? value);
    if (piece === undefined) return "";
    this.isReply = true;
    const { said } = piece;
    if (said === undefined || !this.isFirstChoice(said.choice)) return "";
    if (said.reason !== undefined) this.finish = said.reason;
    return this.takeMessage(said.message);
  }

  /** Whether a value is the reply itself, with nothing around it; what it calls errors are those of the answer then. */
  isBare(value: unknown): value is JsonRecord {
    return !this.isReply && isRecord(value) && this.expected.filter((name) => name in value).length >= 2;
  }

  /** The reply: content, else a tool call's arguments, else what came as thinking only. */
  get text(): string {
    const { content, tool, thinking } = this.said;
    if (content.trim() !== "") return content;
    return tool.trim() === "" ? thinking : tool;
  }

  /** All words so far, whatever they are. */
  get everything(): string {
    return Object.values(this.said).join(" ");
  }

  /** Whether the model or a filter said that it will not. */
  get refused(): boolean {
    if (this.finish !== undefined && /filter|safety|recitation|blocklist|prohibited|refus/i.test(this.finish))
      return true;
    return this.said.refusal !== "" && this.said.content === "";
  }

  /** Whether the service says that the reply ended by a failure, and not which. */
  get failed(): boolean {
    return this.finish !== undefined && /^(?:error|failed)$/i.test(this.finish);
  }

  get finished(): "stop" | "length" | "unknown" {
    if (this.finish === undefined) return "unknown";
    return /length|max_?tokens/i.test(this.finish) ? "length" : "stop";
  }

  /** Only the first of several replies is read. */
  private isFirstChoice(choice: number | undefined): boolean {
    this.choice ??= choice;
    return choice === undefined || choice === this.choice;
  }

  private takeMessage(message: Readonly<Record<string, unknown>>): string {
    this.add("thinking", message["reasoning_content"] ?? message["reasoning"] ?? message["thinking"]);
    this.add("thinking", textOf(message["reasoning_details"]));
    this.add("refusal", message["refusal"]);
    const calls = message["tool_calls"];
    // Only the first call is the reply.
    const call: unknown = Array.isArray(calls) ? calls[0] : { function: message["function_call"] };
    if (isRecord(call) && isRecord(call["function"])) this.add("tool", call["function"]["arguments"]);
    this.add("tool", message["parsed"] ?? message["partial_json"]);
    const content = message["content"] ?? message["text"];
    if (!Array.isArray(content)) return this.add("content", content);
    return content.map((part: unknown) => this.takePart(part)).join("");
  }

  private takePart(part: unknown): string {
    if (!isRecord(part)) return this.add("content", part);
    const type = typeof part["type"] === "string" ? part["type"] : "text";
    if (/think|reason/.test(type)) {
      this.add("thinking", textOf(part["thinking"] ?? part["text"] ?? part["summary"]));
      return "";
    }
    return type === "refusal" ? this.add("refusal", part["refusal"]) && "" : this.add("content", textOf(part["text"]));
  }

  private add(field: Field, piece: unknown): string {
    const text = isRecord(piece) ? JSON.stringify(piece) : piece;
    if (typeof text !== "string" || text === "") return "";
    this.count += bytesOf(text);
    if (this.count > longestReply) throw new TooLong(longestReply);
    this.said[field] += text;
    return text;
  }

  private countTokens(value: unknown): void {
    if (!isRecord(value)) return;
    const usage = value["usage"] ?? (isRecord(value["x_groq"]) ? value["x_groq"]["usage"] : undefined);
    if (!isRecord(usage)) return;
    const tokensIn = usage["prompt_tokens"] ?? usage["input_tokens"];
    const tokensOut = usage["completion_tokens"] ?? usage["output_tokens"];
    if (isCount(tokensIn) && isCount(tokensOut)) this.usage = { tokensIn, tokensOut };
  }
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(textOf).join("");
  return isRecord(value) ? textOf(value["text"] ?? value["value"]) : "";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** UTF-8 bytes of a text. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // A pair of halves is four bytes, two a half.
    if (code >= 0x80) bytes += code >= 0x800 && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
