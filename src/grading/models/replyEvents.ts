// From the bytes of a reply to the JSON values in it, whatever their label says: an event stream, one object, objects
// line by line, or a web page. Knows nothing of what the values mean.
import { createParser } from "eventsource-parser";
import { bounds, pieces, TooLong } from "./boundedBody";
import { isPage } from "./serviceError";
import { Turns } from "./turns";

/** One thing that a body holds. */
export type ReplyEvent =
  | { readonly kind: "value"; readonly value: unknown; /** Named `error` by its event. */ readonly isError: boolean }
  /** A page for people. */
  | { readonly kind: "page"; readonly text: string }
  /** Neither events nor JSON nor a page. */
  | { readonly kind: "text"; readonly text: string }
  /** `[DONE]`. */
  | { readonly kind: "done" };

/** What begins like this is an event stream. */
const eventField = /^(?:data|event|id|retry)\s*:|^:/;
/** As much is read before the kind of a body that says nothing is decided. */
const enough = 512;

/** The values of a body in order. Throws `TooLong`, the signal's reason, or what the connection throws. */
export async function* replyEvents(
  response: Response,
  signal: AbortSignal,
  seen: () => void,
): AsyncGenerator<ReplyEvent, void, void> {
  const labelled = /event-stream/i.test(response.headers.get("content-type") ?? "");
  const decoder = new TextDecoder();
  let head = "";
  let reader: EventReader | undefined;
  let bound: number = bounds.reply;
  const turns = new Turns();
  for await (const piece of pieces(response.body, () => bound, signal, seen)) {
    const text = decoder.decode(piece, { stream: true });
    if (reader === undefined) {
      head += text;
      if (!isStream(head, labelled)) continue;
      reader = new EventReader();
      bound = bounds.stream;
      reader.feed(head);
    } else reader.feed(text);
    for (const event of reader.take()) {
      yield event;
      if (event.kind === "done") return;
      if (turns.over) await turns.pass();
    }
  }
  const rest = decoder.decode();
  if (reader === undefined && isStream(`${head}${rest}\n`.padEnd(enough), labelled)) {
    reader = new EventReader();
    reader.feed(head);
  }
  if (reader === undefined) yield* wholeBody(head + rest);
  else yield* reader.end(rest);
}

/** Whether a body's beginning is that of an event stream; false also while that cannot be told. */
function isStream(head: string, labelled: boolean): boolean {
  const text = head.trimStart();
  if (eventField.test(text)) return true;
  return labelled && text.length > 0 && head.length >= enough && !/^[<{[]/.test(text);
}

function* wholeBody(body: string): Generator<ReplyEvent, void, void> {
  if (isPage(body)) return yield { kind: "page", text: body };
  const whole = parse(body);
  if (whole !== undefined) return yield { kind: "value", value: whole, isError: false };
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  const values = lines.map(parse).filter((value) => value !== undefined);
  if (values.length === 0) return yield { kind: "text", text: body };
  for (const value of values) yield { kind: "value", value, isError: false };
}

/** Events of a stream. What lies between them and is JSON counts too; what is neither is passed over. */
class EventReader {
  private readonly found: ReplyEvent[] = [];
  private readonly parser = createParser({
    maxBufferSize: bounds.reply,
    onEvent: ({ data, event }) => this.read(data, event === "error"),
    onError: (error) => {
      if (error.type === "max-buffer-size-exceeded") throw new TooLong(bounds.reply);
      // A field that the format does not know: llama.cpp tells a failure as one named "error".
      if (error.field === "error") this.read(error.value ?? "", true);
      else if (error.line !== undefined && /^\s*[{[]/.test(error.line)) this.read(error.line, false);
    },
  });

  feed(text: string): void {
    this.parser.feed(text);
  }

  /** What was found since the last call. */
  take(): ReplyEvent[] {
    return this.found.splice(0);
  }

  /** What is left at the end, where the last event may lack its blank line. */
  end(rest: string): ReplyEvent[] {
    this.parser.feed(`${rest}\n\n`);
    return this.take();
  }

  private read(data: string, isError: boolean): void {
    const whole = parse(data);
    if (isError && whole === undefined && data.trim() !== "")
      return void this.found.push({ kind: "value", value: data.trim(), isError });
    // Some gateways part events by one line break, which makes one event of many lines of them.
    for (const value of whole === undefined ? data.split("\n").map(parse) : [whole])
      if (value === done) this.found.push({ kind: "done" });
      else if (value !== undefined && value !== null) this.found.push({ kind: "value", value, isError });
  }
}

const done = Symbol("[DONE]");

/** The value, `done`, or undefined for what is no JSON. */
function parse(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === "[DONE]") return done;
  if (trimmed === "") return undefined;
  try {
    return JSON.parse(trimmed) as unknown;
  } catch {
    return undefined;
  }
}
