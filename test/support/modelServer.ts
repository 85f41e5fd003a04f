// A real HTTP server on 127.0.0.1 that speaks as an OpenAI-compatible service: /v1/models and /v1/chat/completions,
// streamed. What it answers is scripted per request; every request is kept. By default it is an honest model
// (honestModel.ts).
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { honestReply } from "./honestModel";

/** The body of a chat request, as far as tests look at it. */
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly stream?: boolean;
  readonly temperature?: number;
  readonly seed?: number;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly response_format?: {
    readonly type: string;
    readonly json_schema?: {
      readonly name: string;
      readonly strict: boolean;
      readonly schema: Record<string, unknown>;
    };
  };
}

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The bytes of the body. */
  readonly raw: string;
  /** Parsed; undefined where there is none. */
  readonly chat: ChatBody | undefined;
  /** True once the client hung up before the end. */
  readonly gone: () => boolean;
}

/** One thing the server does while it answers. */
export type Step =
  /** A piece of the reply, as a chunk of the stream. */
  | { readonly text: string }
  /** Any other chunk object. */
  | { readonly chunk: Record<string, unknown> }
  /** Bytes as they are. */
  | { readonly raw: string }
  /** Milliseconds of silence. */
  | { readonly wait: number }
  /** Silence until the client gives up. */
  | { readonly stall: true }
  /** The connection is cut. */
  | { readonly hangUp: true };

/** What the server answers to one request. */
export type Answer =
  | { readonly kind: "stream"; readonly steps: readonly Step[] }
  | {
      readonly kind: "json";
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** Decides an answer; `index` counts chat requests from 0. */
export type Script = (request: SeenRequest, index: number) => Answer | Promise<Answer>;

export interface ModelServer {
  /** Base URL for a client, ends in `/v1`. */
  readonly url: string;
  readonly port: number;
  /** Every request since the start or the last `clear`. */
  readonly requests: readonly SeenRequest[];
  /** Chat requests only. */
  readonly chats: () => readonly ChatBody[];
  /** Replaces the script from the next request on. */
  script(next: Script): void;
  clear(): void;
  close(): Promise<void>;
}

/**
 * Starts a server on a free port, or on `port`. `models` is what it lists. With a `key`, it refuses requests without
 * it.
 */
export async function startModelServer(
  options: {
    readonly script?: Script;
    readonly models?: readonly string[];
    readonly port?: number;
    readonly key?: string;
  } = {},
): Promise<ModelServer> {
  const { models = ["honest-model"], port = 0, key } = options;
  let script = options.script ?? honestScript();
  let requests: SeenRequest[] = [];
  let chats = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      void (async () => {
        const raw = Buffer.concat(parts).toString("utf8");
        const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
        const seen: SeenRequest = {
          method: request.method ?? "",
          path,
          headers: request.headers,
          raw,
          chat: raw === "" ? undefined : (JSON.parse(raw) as ChatBody),
          gone: () => response.destroyed && !response.writableFinished,
        };
        response.setHeader("access-control-allow-origin", "*");
        response.setHeader("access-control-allow-headers", "*");
        if (request.method === "OPTIONS") {
          response.writeHead(204).end();
          return;
        }
        requests.push(seen);
        if (key !== undefined && request.headers.authorization !== `Bearer ${key}`)
          await send(
            response,
            httpError(401, `Incorrect API key provided: ${request.headers.authorization ?? "none"}`),
          );
        else if (path === "/v1/models")
          await send(response, {
            kind: "json",
            status: 200,
            body: { object: "list", data: models.map((id) => ({ id, object: "model", created: 0, owned_by: "test" })) },
          });
        else if (path === "/v1/chat/completions") await send(response, await script(seen, chats++));
        else await send(response, httpError(404, "no such path"));
      })().catch(() => response.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const at = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${String(at)}/v1`,
    port: at,
    get requests() {
      return requests;
    },
    chats: () => requests.flatMap((r) => (r.chat ? [r.chat] : [])),
    script(next) {
      script = next;
    },
    clear() {
      requests = [];
      chats = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function send(response: ServerResponse, answer: Answer): Promise<void> {
  if (answer.kind === "json") {
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(JSON.stringify(answer.body));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.flushHeaders();
  for (const step of answer.steps) {
    if (response.destroyed) return;
    if ("text" in step)
      response.write(event({ choices: [{ index: 0, delta: { content: step.text }, finish_reason: null }] }));
    else if ("chunk" in step) response.write(event(step.chunk));
    else if ("raw" in step) response.write(step.raw);
    else if ("wait" in step) await closedOr(response, step.wait);
    else if ("stall" in step) await closedOr(response, undefined);
    else {
      response.destroy();
      return;
    }
  }
  if (!response.destroyed) response.end();
}

/** Waits for a time, or without one until the client hangs up. */
function closedOr(response: ServerResponse, ms: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      response.off("close", done);
      resolve();
    };
    const timer = ms === undefined ? undefined : setTimeout(done, ms);
    response.once("close", done);
  });
}

function event(chunk: Record<string, unknown>): string {
  const whole = { id: "chatcmpl-test", object: "chat.completion.chunk", created: 0, model: "test", ...chunk };
  return `data: ${JSON.stringify(whole)}\n\n`;
}

/** How a text is streamed. */
export interface Streaming {
  /** UTF-16 units a piece. */
  readonly piece?: number;
  /** Milliseconds between pieces. */
  readonly wait?: number;
  readonly finish?: string | null;
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
}

/** Streams a text as a well-behaved service does: role, pieces, finish reason, usage, `[DONE]`. */
export function streamed(
  text: string,
  { piece = 24, wait = 0, finish = "stop", usage = { prompt_tokens: 2500, completion_tokens: 300 } }: Streaming = {},
): Answer {
  const steps: Step[] = [
    { chunk: { choices: [{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }] } },
  ];
  for (let at = 0; at < text.length; at += piece) {
    steps.push({ text: text.slice(at, at + piece) });
    if (wait > 0) steps.push({ wait });
  }
  if (finish !== null) steps.push({ chunk: { choices: [{ index: 0, delta: {}, finish_reason: finish }] } });
  if (usage)
    steps.push({
      chunk: { choices: [], usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens } },
    });
  steps.push({ raw: "data: [DONE]\n\n" });
  return { kind: "stream", steps };
}

/** An error as OpenAI words it. */
export function httpError(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  code: string | null = null,
): Answer {
  return { kind: "json", status, body: { error: { message, type: "error", param: null, code } }, headers };
}

/** Answers every chat request as the honest model. */
export function honestScript(streaming: Streaming = {}): Script {
  return (request) =>
    streamed(JSON.stringify(honestReply(request.chat?.messages.at(-1)?.content ?? ""), undefined, 1), streaming);
}
