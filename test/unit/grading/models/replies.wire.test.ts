// Replies in the fields and shapes in which services really send them, over a real socket.
import { describe, it, expect } from "vitest";
import { chunk, complete, events, expectText, good, json, question, stream as reply, type Handler } from "./rawServer";

const end = [chunk({}, "stop"), "data: [DONE]\n\n"];
const stream =
  (...parts: readonly string[]): Handler =>
  (response) =>
    events(response, parts);
const part = (...content: readonly object[]): string => chunk({ content });
const text = (words: string): object => ({ type: "text", text: words });

describe("a reply", () => {
  it.each<readonly [string, Handler]>([
    [
      "with comments between",
      stream(": alive\n\n", chunk({ content: "fi" }), ": alive\n\n", chunk({ content: "ne" }), ...end),
    ],
    [
      "with empty events between",
      stream("data:\n\n", chunk({ content: "fi" }), "data: \n\n", chunk({ content: "ne" }), ...end),
    ],
    ["with null events between", stream("data: null\n\n", chunk({ content: "fine" }), "data: null\n\n", ...end)],
    ["with events of other kinds between", stream('data: {"type":"ping"}\n\n', chunk({ content: "fine" }), ...end)],
    [
      "as details of reasoning only",
      stream(chunk({ reasoning_details: [{ type: "reasoning.text", text: "fine" }] }), ...end),
    ],
    ["as thinking only", stream(chunk({ content: "", reasoning_content: "fi" }), chunk({ reasoning: "ne" }), ...end)],
    ["after thinking in a field", stream(chunk({ reasoning_content: "no" }), chunk({ content: "fine" }), ...end)],
    [
      "after thinking in parts",
      stream(part({ type: "thinking", thinking: [text("no")] }), part(text("fi"), text("ne")), ...end),
    ],
    ["as parts of output", stream(part({ type: "output_text", text: "fine" }), ...end)],
    [
      "as a tool call",
      stream(
        chunk({ tool_calls: [{ function: { name: "grade", arguments: "fi" } }] }),
        chunk({ tool_calls: [{ function: { arguments: "ne" } }] }),
        ...end,
      ),
    ],
    ["as a call of a function", stream(chunk({ function_call: { name: "grade", arguments: "fine" } }), ...end)],
    ["as a completion's text", stream('data: {"choices":[{"text":"fine","finish_reason":"stop"}]}\n\n')],
    ["as whole messages", stream('data: {"choices":[{"message":{"content":"fine"},"finish_reason":"stop"}]}\n\n')],
    ["without the end of its last event", stream(chunk({ content: "fine" }).trimEnd())],
    ["with one line break between events", stream(chunk({ content: "fi" }).trimEnd(), "\n", chunk({ content: "ne" }))],
    ["with carriage returns", stream(chunk({ content: "fine" }).replaceAll("\n", "\r\n"), "data: [DONE]\r\n\r\n")],
    ["with a byte order mark", stream("\ufeff", chunk({ content: "fine" }), ...end)],
    [
      "labelled as JSON",
      (r) => events(r, [chunk({ content: "fine" }), ...end], { "content-type": "application/json" }),
    ],
    ["labelled as text", (r) => events(r, [chunk({ content: "fine" }), ...end], { "content-type": "text/plain" })],
    ["as one object", (r) => json(r, 200, { choices: [{ message: { content: "fine" }, finish_reason: "stop" }] })],
    ["as one object labelled as a stream", (r) => events(r, ['{"choices":[{"message":{"content":"fine"}}]}'])],
    [
      "as objects line by line",
      (r) => json(r, 200, '{"choices":[{"delta":{"content":"fi"}}]}\n{"choices":[{"delta":{"content":"ne"}}]}\n'),
    ],
    ["as Ollama's own text", (r) => json(r, 200, { model: "m1", response: "fine", done: true })],
    ["as Ollama's own lines", (r) => json(r, 200, '{"response":"fi","done":false}\n{"response":"ne","done":true}\n')],
    ["as text that was generated", (r) => json(r, 200, [{ generated_text: "fine" }])],
    ["as a message of parts", (r) => json(r, 200, { type: "message", content: [text("fi"), text("ne")] })],
    [
      "as events of such a message",
      stream(
        'event: message_start\ndata: {"type":"message_start","message":{"role":"assistant","content":[]}}\n\n',
        'data: {"type":"content_block_delta","delta":{"type":"thinking_delta","thinking":"no"}}\n\n',
        'data: {"type":"content_block_delta","delta":{"type":"text_delta","text":"fine"}}\n\n',
        'data: {"type":"message_delta","delta":{"stop_reason":"end_turn"}}\n\n',
      ),
    ],
    [
      "as a candidate's parts",
      (r) => json(r, 200, { candidates: [{ content: { parts: [{ text: "fi" }, { text: "ne" }] } }] }),
    ],
    [
      "as a response's output",
      (r) => json(r, 200, { output: [{ type: "reasoning", summary: [] }, { content: [text("fine")] }] }),
    ],
    [
      "as events of a response",
      stream(
        'data: {"type":"response.reasoning_text.delta","delta":"no"}\n\n',
        'data: {"type":"response.output_text.delta","delta":"fine"}\n\n',
      ),
    ],
    ["in a gateway's wrapper", (r) => json(r, 200, { code: 0, msg: "ok", data: { choices: [{ text: "fine" }] } })],
    ["in a list", (r) => json(r, 200, [{ choices: [{ message: { content: "fine" } }] }])],
    ["as a text of JSON", (r) => json(r, 200, JSON.stringify('{"choices":[{"text":"fine"}]}'))],
    ["as an object parsed already", (r) => json(r, 200, { choices: [{ message: { content: "", parsed: "fine" } }] })],
    [
      "among another reply's pieces",
      stream(chunk({ content: "fine" }), 'data: {"choices":[{"index":1,"delta":{"content":"no"}}]}\n\n', ...end),
    ],
    [
      "after a redirect in the same place",
      (r, { url }) => (url === "/v1/chat/completions" ? void r.writeHead(301, { location: "/other" }).end() : good(r)),
    ],
  ])("%s is read", async (_how, handle) => {
    const completed = await complete(handle);
    expectText(completed, "fine");
    for (const { method } of completed.asked) expect(method).toBe("POST");
  });

  it("keeps a character whole that comes in two pieces", async () => {
    const completed = await complete((response) => {
      const bytes = Buffer.from(chunk({ content: "naïve 説 😀" }) + end.join(""));
      response.writeHead(200, { "content-type": "text/event-stream" });
      for (let at = 0; at < bytes.length; at += 5) response.write(bytes.subarray(at, at + 5));
      response.end();
    });
    expectText(completed, "naïve 説 😀");
  });

  it("without anything around it is read, where its fields are those asked for", async () => {
    const bare = { criteria: [], errors: [{ quote: "q", why: "w" }], feedback: "fine" };
    const schema = { name: "grade", schema: { type: "object", properties: { criteria: {}, feedback: {} } } };
    const completed = await complete((response) => json(response, 200, bare), {}, { ...question, schema });
    expectText(completed, JSON.stringify(bare));
    const stranger = await complete((response) => json(response, 200, { up: true, feedback: "fine" }));
    expect(stranger.outcome).toMatchObject({ kind: "failed", reason: "wrong-address" });
  });

  it.each([
    [{ prompt_tokens: 1e308, completion_tokens: 4 }, undefined],
    [{ prompt_tokens: 30, completion_tokens: 0.5 }, undefined],
    [{ total_tokens: 40 }, undefined],
    [{ prompt_tokens: 30 }, undefined],
    [{ prompt_tokens: "30", completion_tokens: null }, undefined],
    [
      { prompt_tokens: 30, completion_tokens: 4 },
      { tokensIn: 30, tokensOut: 4 },
    ],
    [
      { input_tokens: 30, output_tokens: 4 },
      { tokensIn: 30, tokensOut: 4 },
    ],
  ])("with the counts %j has %j", async (usage, counted) => {
    const { outcome } = await complete(stream(chunk({ content: "fine" }, null, { usage }), ...end));
    expect(outcome.kind === "ok" && outcome.usage).toEqual(counted);
  });
});

describe("what a service can't do", () => {
  const refusing =
    (refuses: (body: Readonly<Record<string, unknown>>) => boolean, words: string, status = 400): Handler =>
    (response, { body }) =>
      refuses(body) ? json(response, status, { error: { message: words } }) : good(response);
  const system = (body: Readonly<Record<string, unknown>>): boolean => JSON.stringify(body).includes('"role":"system"');

  it.each([
    ["System role not supported", 400],
    ["Conversation roles must alternate user/assistant/user/assistant", 400],
    ["Only user and assistant roles are supported!", 500],
    ["Developer instruction is not enabled for this model", 400],
  ])("a system role (%s): the instructions lead the user's message, and that is remembered", async (words, status) => {
    const learned = new Map<string, string>();
    const { outcome, asked } = await complete(refusing(system, words, status), { learned });
    expect(outcome).toMatchObject({ kind: "ok", mode: "json_schema" });
    expect(asked).toHaveLength(2);
    const [message] = asked[1]?.body["messages"] as readonly { readonly role: string; readonly content: string }[];
    expect(message?.role).toBe("user");
    expect(message?.content).toMatch(/^You grade\.\n\n## Answer/);
    expect([...learned.values()].join()).toContain('"systemRole":false');
  });

  it.each([
    ["Your organization must be verified to stream this model.", 400],
    ["Streaming is not available on your plan", 403],
  ])("streaming (%s): asked for whole, the schema kept", async (words, status) => {
    const { outcome, asked } = await complete((response, { body }) =>
      body["stream"]
        ? json(response, status, { error: { message: words, param: "stream" } })
        : json(response, 200, { choices: [{ message: { content: "fine" }, finish_reason: "stop" }] }),
    );
    expect(outcome).toMatchObject({ kind: "ok", text: "fine", mode: "json_schema" });
    expect(asked).toHaveLength(2);
    expect(asked[1]?.body).not.toHaveProperty("stream_options");
  });

  it("a schema, which fails amid a reply: asked again without, and what was streamed counts no more", async () => {
    const { outcome, asked, streamed, progress } = await complete((response, { body }) =>
      JSON.stringify(body).includes("json_schema")
        ? events(response, [
            chunk({ content: "half" }),
            'data: {"error":{"message":"Failed to generate JSON.","code":"json_validate_failed"}}\n\n',
          ])
        : good(response),
    );
    expect(outcome).toMatchObject({ kind: "ok", text: "fine", mode: "json_object" });
    expect(asked).toHaveLength(2);
    expect(streamed).toBe("fine");
    expect(progress).toEqual([{ kind: "again" }]);
  });

  it.each<readonly [string, string]>([
    ["an error without a word of it", 'data: {"error":{"type":"api_error","message":"Internal server error"}}\n\n'],
    ["no error at all", chunk({}, "error")],
  ])("a schema, which ends a reply with %s: asked for once in a looser shape, no oftener", async (_how, ending) => {
    const dies: Handler = (response) => events(response, [chunk({ content: "half" }), ending]);
    const mended = await complete((response, asked, index) =>
      JSON.stringify(asked.body).includes("json_schema") ? dies(response, asked, index) : good(response),
    );
    expect(mended.outcome).toMatchObject({ kind: "ok", text: "fine" });
    const broken = await complete(dies);
    expect(broken.outcome).toMatchObject({ kind: "failed", reason: "server-error" });
    expect(broken.asked).toHaveLength(2);
  });

  it.each(["max_tokens", "max_completion_tokens"])(
    "a long reply by default: a limit is named as %s",
    async (parameter) => {
      const learned = new Map<string, string>();
      const { outcome, asked } = await complete(
        (response, { body }) => {
          if (Number(body[parameter]) >= 1_000) {
            good(response);
            return;
          }
          if ("max_tokens" in body) {
            json(response, 400, { error: { message: "max_tokens: use max_completion_tokens instead" } });
            return;
          }
          reply(response, "fi", "length");
        },
        { learned },
      );
      expect(outcome).toMatchObject({ kind: "ok", text: "fine", finish: "stop" });
      expect(asked).toHaveLength(parameter === "max_tokens" ? 2 : 3);
      expect([...learned.values()].join()).toContain(`"limit":"${parameter}"`);
    },
  );

  it("a long reply at all: it stays cut, and nothing is remembered", async () => {
    const learned = new Map<string, string>();
    const { outcome, asked } = await complete((response) => reply(response, "fi", "length"), { learned });
    expect(outcome).toMatchObject({ kind: "ok", text: "fi", finish: "length" });
    expect(asked).toHaveLength(2);
    expect(learned.size).toBe(0);
  });

  it("answer while it loads its model: waited for", async () => {
    const { outcome, asked } = await complete((response, _asked, index) =>
      index < 2 ? json(response, 503, { error: { code: 503, message: "Loading model" } }) : good(response),
    );
    expect(outcome).toMatchObject({ kind: "ok", text: "fine" });
    expect(asked).toHaveLength(3);
  });

  it("answer while it loads its model, for longer than the limit: that is what is said", async () => {
    const { outcome } = await complete((response) => json(response, 503, { error: "Model m1 is currently loading" }), {
      timeout: 400,
    });
    expect(outcome).toMatchObject({ kind: "failed", reason: "timed-out", cause: "still-loading" });
  });
});

describe("where a service answers", () => {
  const at =
    (path: string, otherwise: Handler): Handler =>
    (response, asked, index) =>
      asked.url === path ? good(response) : otherwise(response, asked, index);
  const plain404: Handler = (response) => json(response, 404, "404 page not found", { "content-type": "text/plain" });

  it.each<readonly [string, string, string, Handler]>([
    ["without /v1, 404", "", "/v1/chat/completions", plain404],
    [
      "without /v1, 200 with an error",
      "",
      "/v1/chat/completions",
      (r) => json(r, 200, { error: "Unexpected endpoint or method." }),
    ],
    ["without /v1, a page", "", "/v1/chat/completions", (r) => events(r, ["<!DOCTYPE html><html></html>"])],
    ["below a path, without /v1", "/openai", "/openai/v1/chat/completions", plain404],
    ["whole endpoint pasted", "/v1/chat/completions", "/v1/chat/completions", plain404],
    ["slashes at the end", "/v1//", "/v1/chat/completions", plain404],
    ["a query", "/openai/v1?api-version=preview", "/openai/v1/chat/completions?api-version=preview", plain404],
    [
      "a deployment",
      "/openai/deployments/d?api-version=2024-10-21",
      "/openai/deployments/d/chat/completions?api-version=2024-10-21",
      plain404,
    ],
  ])("%s: is found", async (_what, path, real, otherwise) => {
    const learned = new Map<string, string>();
    const { outcome, asked } = await complete(at(real, otherwise), { path, learned });
    expect(outcome).toMatchObject({ kind: "ok", text: "fine" });
    if (asked.length > 1) expect(outcome.kind === "ok" && outcome.baseUrl).toMatch(/\/v1$/);
    expect([...learned.values()].join()).toContain(`"address":${String(asked.length - 1)}`);
  });

  it("Azure's key is in Azure's header, and only there unless it is refused", async () => {
    const key = "0123456789abcdef0123";
    const path = "/openai/v1?api-version=preview";
    const first = await complete((response) => good(response), { path, key });
    expect(first.asked[0]?.headers).toMatchObject({ "api-key": key });
    expect(first.asked[0]?.headers.authorization).toBeUndefined();
    const second = await complete(
      (response, { headers }) =>
        headers.authorization === `Bearer ${key}` ? good(response) : json(response, 401, { error: { message: "no" } }),
      { path, key },
    );
    expectText(second, "fine");
    expect(second.asked).toHaveLength(2);
  });

  it("a gateway that names its header gets the key there", async () => {
    const key = "0123456789abcdef0123";
    const { outcome, asked } = await complete(
      (response, { headers }) =>
        headers["api-key"] === key
          ? good(response)
          : json(response, 401, { message: "Access denied due to missing subscription key." }),
      { key },
    );
    expect(outcome.kind).toBe("ok");
    expect(asked).toHaveLength(2);
  });
});
