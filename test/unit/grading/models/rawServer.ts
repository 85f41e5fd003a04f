// A server on 127.0.0.1 that answers as it is told, byte by byte, for what no well-behaved service sends.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import type { ModelOutcome, ModelProgress, ModelRequest } from "../../../../src/grading/llm/modelClient";
import { openAiCompatible, type OpenAiCompatibleOptions } from "../../../../src/grading/models/openAiCompatible";

/** A request as it arrived. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The parsed body; empty where there is none. */
  readonly body: Readonly<Record<string, unknown>>;
}

export type Handler = (response: ServerResponse, asked: Asked, index: number) => void;

/** Runs `use` with a server that answers by `handle`. */
export async function withServer<T>(handle: Handler, use: (origin: string, asked: readonly Asked[]) => Promise<T>) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    response.on("error", () => undefined);
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const text = Buffer.concat(parts).toString("utf8");
      const body = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
      const { method = "", url = "", headers } = request;
      asked.push({ method, url, headers, text, body });
      handle(response, { method, url, headers, text, body }, asked.length - 1);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** What one completion came to, and how. */
export interface Completed {
  readonly outcome: ModelOutcome;
  readonly asked: readonly Asked[];
  /** What was streamed since it was last begun again. */
  readonly streamed: string;
  readonly progress: readonly ModelProgress[];
}

/** What is asked in every test; the words of the "answer" stand in no log. */
export const question = {
  system: "You grade.",
  user: "## Answer\n\nThe learner wrote these confidential words about buckets.",
  schema: { name: "grade", schema: { type: "object" } },
};

/** One completion against `handle`. `path` is what follows the origin in the base URL. */
export function complete(
  handle: Handler,
  { path = "/v1", ...more }: Partial<OpenAiCompatibleOptions> & { readonly path?: string } = {},
  request: ModelRequest = question,
): Promise<Completed> {
  return withServer(handle, async (origin, asked) => {
    let streamed = "";
    const progress: ModelProgress[] = [];
    const client = openAiCompatible({ baseUrl: `${origin}${path}`, model: "m1", timeout: 5_000, ...more });
    const outcome = await client.complete(
      request,
      new AbortController().signal,
      (piece) => (streamed += piece),
      (told) => {
        if (told.kind === "again") streamed = "";
        progress.push(told);
      },
    );
    return { outcome, asked, streamed, progress };
  });
}

/** Expects a reply with this text. */
export function expectText({ outcome }: Completed, text: string): void {
  expect(outcome).toMatchObject({ kind: "ok", text });
}

export const json = (response: ServerResponse, status: number, value: unknown, headers = {}): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof value === "string" ? value : JSON.stringify(value));
};

export const chunk = (delta: object, finish: string | null = null, more: object = {}): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }], ...more })}\n\n`;

/** Streams events as they are given. */
export const events = (response: ServerResponse, parts: readonly string[], headers = {}): void => {
  response.writeHead(200, { "content-type": "text/event-stream", ...headers });
  for (const part of parts) response.write(part);
  response.end();
};

/** An ordinary good stream. */
export const good = (response: ServerResponse): void => stream(response, "fine", "stop");

/** A stream of one text and a reason to end. */
export const stream = (response: ServerResponse, text: string, finish: string): void =>
  events(response, [chunk({ role: "assistant" }), chunk({ content: text }), chunk({}, finish), "data: [DONE]\n\n"]);
