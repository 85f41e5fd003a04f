// The transport over a real socket through the real openai client: the bytes it sends, each way it fails, each step
// down it remembers.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ModelOutcome, ModelProgress } from "../../../../src/grading/llm/modelClient";
import { replySchema, replySchemaName } from "../../../../src/grading/llm/replySchema";
import { openAiCompatible, type OpenAiCompatibleOptions } from "../../../../src/grading/models/openAiCompatible";
import { httpError, startModelServer, streamed, type ModelServer, type Script } from "../../../support/modelServer";

const key = "sk-test-0123456789abcdef";
const request = {
  system: "You grade.",
  user: "Grade this.",
  schema: { name: replySchemaName, schema: replySchema(["first", "second"]) },
};
const never = new AbortController().signal;
let server: ModelServer;

beforeAll(async () => {
  server = await startModelServer({ models: ["small", "large"] });
});
afterAll(() => server.close());
beforeEach(() => {
  server.script(() => streamed('{"ok":true}'));
  server.clear();
});

function client(more: Partial<OpenAiCompatibleOptions> = {}) {
  return openAiCompatible({ baseUrl: server.url, model: "small", timeout: 5_000, ...more });
}

/** The same server, spoken to as one that is not on this machine. */
function elsewhere(more: Partial<OpenAiCompatibleOptions>): Partial<OpenAiCompatibleOptions> {
  const baseUrl = "http://models.example.org/v1";
  return {
    ...more,
    baseUrl,
    fetch: (url, init) => fetch((url as string).replace(baseUrl, server.url), init),
  };
}

async function failure(
  script: Script,
  more: Partial<OpenAiCompatibleOptions> = {},
): Promise<Extract<ModelOutcome, { kind: "failed" }>> {
  server.script(script);
  const outcome = await client(more).complete(request, never);
  if (outcome.kind !== "failed") throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe("what is sent", () => {
  it("is the messages, a strict schema, temperature 0, a seed, and the key in the header only", async () => {
    const outcome = await client({ key }).complete(request, never);
    expect(outcome).toMatchObject({
      kind: "ok",
      text: '{"ok":true}',
      finish: "stop",
      mode: "json_schema",
      usage: { tokensIn: 2500, tokensOut: 300 },
    });
    const [sent] = server.requests;
    expect(sent?.headers.authorization).toBe(`Bearer ${key}`);
    expect(sent?.raw).not.toContain(key);
    expect(sent?.path).toBe("/v1/chat/completions");
    expect(sent?.chat).toMatchObject({
      model: "small",
      stream: true,
      temperature: 0,
      stream_options: { include_usage: true },
      response_format: { type: "json_schema", json_schema: { strict: true } },
    });
    expect(typeof sent?.chat?.seed).toBe("number");
    expect(sent?.chat?.messages).toEqual([
      { role: "system", content: "You grade." },
      { role: "user", content: "Grade this." },
    ]);
  });

  it("asks for evidence before judgement", async () => {
    await client().complete(request, never);
    const schema = server.requests[0]?.chat?.response_format?.json_schema?.schema as {
      properties: Record<string, { items?: { properties?: object } }>;
      required: string[];
    };
    expect(Object.keys(schema.properties)).toEqual([
      "criteria",
      "errors",
      "feedback",
      "confidence",
      "answerContainsInstructions",
    ]);
    expect(Object.keys(schema.properties["criteria"]?.items?.properties ?? {})).toEqual([
      "id",
      "quotes",
      "reason",
      "verdict",
    ]);
    expect(schema.required).toEqual(Object.keys(schema.properties));
    expect(JSON.stringify(schema)).toContain('"enum":["first","second"]');
    expect(JSON.stringify(schema)).not.toContain("$schema");
  });

  it("holds no key for a local service, whatever the environment has", async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      OPENAI_API_KEY: "sk-from-environment",
      OPENAI_ORG_ID: "org-x",
      OPENAI_PROJECT_ID: "proj-x",
      OPENAI_BASE_URL: "http://127.0.0.1:9/v1",
    });
    try {
      await client().complete(request, never);
    } finally {
      for (const name of ["OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_BASE_URL"]) {
        if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = before[name];
      }
    }
    const headers = JSON.stringify(server.requests[0]?.headers);
    expect(server.requests).toHaveLength(1);
    expect(headers).not.toMatch(/sk-from|org-x|proj-x|authorization/i);
  });

  it("names the endpoint without credentials or query", () => {
    expect(openAiCompatible({ baseUrl: "https://user:secret@example.org/v1/?key=abc#x", model: "m" }).endpoint).toBe(
      "https://example.org/v1",
    );
  });
});

describe("what arrives", () => {
  it("is passed on piece by piece as it comes", async () => {
    server.script(() => streamed("one two three", { piece: 4 }));
    const pieces: string[] = [];
    await client().complete(request, never, (piece) => pieces.push(piece));
    expect(pieces).toEqual(["one ", "two ", "thre", "e"]);
  });

  it.each([
    ["length", "length"],
    ["stop", "stop"],
    [null, "unknown"],
  ])("finish_reason %s is told as %s", async (finish, told) => {
    server.script(() => streamed("x", { finish, usage: null }));
    const outcome = await client().complete(request, never);
    expect(outcome).toMatchObject({ kind: "ok", finish: told });
    expect(outcome).not.toHaveProperty("usage");
  });

  it("survives comments, empty choices and missing deltas", async () => {
    server.script(() => ({
      kind: "stream",
      steps: [
        { raw: ": working\n\n" },
        { chunk: {} },
        { chunk: { choices: [] } },
        { chunk: { choices: [{ index: 0 }] } },
        { text: "fine" },
        { raw: "data: [DONE]\n\n" },
      ],
    }));
    expect(await client().complete(request, never)).toMatchObject({ kind: "ok", text: "fine" });
  });

  it("is taken whole from a service that does not stream", async () => {
    server.script(() => ({
      kind: "json",
      status: 200,
      body: {
        choices: [{ index: 0, message: { role: "assistant", content: "whole" }, finish_reason: "stop" }],
        usage: { prompt_tokens: 7, completion_tokens: 2 },
      },
    }));
    expect(await client().complete(request, never)).toMatchObject({
      kind: "ok",
      text: "whole",
      finish: "stop",
      usage: { tokensIn: 7, tokensOut: 2 },
    });
  });
});

describe("each failure has its reason", () => {
  it.each([
    ["401 without a key", httpError(401, "You didn't provide an API key."), undefined, "no-key"],
    ["401 with a key", httpError(401, `Incorrect API key provided: ${key}.`), key, "refused"],
    ["403", httpError(403, "Country not supported"), key, "refused"],
    ["402", httpError(402, "Insufficient credits"), key, "refused"],
    ["404", httpError(404, 'model "small" not found, try pulling it first'), undefined, "no-model"],
    ["400 about the model", httpError(400, "The model `small` does not exist"), undefined, "no-model"],
    [
      "400 about the context",
      httpError(400, "This model's maximum context length is 8192 tokens", {}, "context_length_exceeded"),
      undefined,
      "too-long",
    ],
    [
      "llama.cpp's context",
      httpError(400, "the request exceeds the available context size, try increasing it"),
      undefined,
      "too-long",
    ],
    ["413", httpError(413, "Payload too large"), undefined, "too-long"],
    ["429", httpError(429, "Rate limit reached", { "retry-after": "20" }), key, "rate-limited"],
    [
      "429 for want of credit",
      httpError(429, "You exceeded your current quota", {}, "insufficient_quota"),
      key,
      "refused",
    ],
    ["500", httpError(500, "boom"), undefined, "server-error"],
    ["503", httpError(503, "overloaded"), undefined, "server-error"],
    ["504", httpError(504, "upstream timed out"), undefined, "timed-out"],
  ] as const)("%s", async (_what, answer, withKey, reason) => {
    const outcome = await failure(() => answer, withKey === undefined ? {} : { key: withKey });
    expect(outcome.reason).toBe(reason);
    expect(outcome.detail).not.toContain(key);
    expect(server.chats()).toHaveLength(1);
  });

  it("tells how long to wait, and does not wait long by itself", async () => {
    expect(await failure(() => httpError(429, "slow down", { "retry-after": "20" }))).toMatchObject({
      reason: "rate-limited",
      retryAfter: 20_000,
    });
    expect(await failure(() => httpError(429, "slow down", { "retry-after-ms": "7000" }))).toMatchObject({
      retryAfter: 7_000,
    });
  });

  it("asks once more where the wait is short", async () => {
    server.script((_r, index) => (index === 0 ? httpError(503, "busy", { "retry-after-ms": "1" }) : streamed("ready")));
    expect(await client().complete(request, never)).toMatchObject({ kind: "ok", text: "ready" });
    expect((await failure(() => httpError(429, "slow down", { "retry-after-ms": "1" }))).reason).toBe("rate-limited");
  });

  it("nobody there", async () => {
    expect((await failure(() => streamed(""), { baseUrl: "http://127.0.0.1:9/v1" })).reason).toBe("offline");
  });

  it("the connection is cut before or in the middle of the stream", async () => {
    expect((await failure(() => ({ kind: "stream", steps: [{ hangUp: true }] }))).reason).toBe("broke-off");
    expect(
      (await failure(() => ({ kind: "stream", steps: [{ text: '{"crit' }, { wait: 5 }, { hangUp: true }] }))).reason,
    ).toBe("broke-off");
  });

  it("an error inside the stream", async () => {
    const said = (secret: string): string => `{"error":{"message":"CUDA out of memory, key ${secret}"}}`;
    expect(
      await failure(() => ({ kind: "stream", steps: [{ text: "x" }, { raw: `data: ${said(key)}\n\n` }] }), { key }),
    ).toEqual({ kind: "failed", reason: "server-error", detail: said("…"), said: "CUDA out of memory, key …" });
  });

  it("bytes that are no event are passed over", async () => {
    server.script(() => ({ kind: "stream", steps: [{ raw: "data: {broken\n\n" }, { text: "fine" }] }));
    expect(await client().complete(request, never)).toMatchObject({ kind: "ok", text: "fine" });
  });

  it("a refusal of the model or its filter", async () => {
    expect((await failure(() => streamed("", { finish: "content_filter" }))).reason).toBe("refused");
    expect(
      await failure(() => ({
        kind: "stream",
        steps: [
          { chunk: { choices: [{ index: 0, delta: { refusal: "I cannot grade this." }, finish_reason: "stop" }] } },
        ],
      })),
    ).toMatchObject({ reason: "refused", cause: "declined" });
  });

  it("silence before the first byte, after it, and no end", async () => {
    expect(
      await failure(() => ({ kind: "stream", steps: [{ stall: true }] }), elsewhere({ timeout: 40 })),
    ).toMatchObject({
      reason: "timed-out",
      detail: "no byte for 40 ms",
    });
    expect(
      await failure(() => ({ kind: "stream", steps: [{ text: "x" }, { stall: true }] }), { stall: 40 }),
    ).toMatchObject({ reason: "timed-out", detail: "no byte for 40 ms" });
    const drip: Script = () => ({
      kind: "stream",
      steps: Array.from({ length: 400 }, () => [{ raw: ": still here\n\n" }, { wait: 5 }]).flat(),
    });
    expect(await failure(drip, { stall: 400, total: 100 })).toMatchObject({
      reason: "timed-out",
      detail: expect.stringMatching(/^no end after/) as string,
    });
  });

  it("a model on this machine that reads for long is waited for, and it is said that it reads", async () => {
    server.script(() => ({ kind: "stream", steps: [{ wait: 1_300 }, { text: "ready" }] }));
    const told: ModelProgress[] = [];
    const outcome = await client({ timeout: 400 }).complete(request, never, undefined, (p) => told.push(p));
    expect(outcome).toMatchObject({ kind: "ok", text: "ready" });
    expect(told).toEqual([{ kind: "waiting", ms: expect.any(Number) as number }]);
  });

  it("the learner cancels, before and in the middle, and the service is told", async () => {
    const before = new AbortController();
    before.abort();
    expect(await client().complete(request, before.signal)).toMatchObject({ kind: "failed", reason: "cancelled" });
    expect(server.chats()).toHaveLength(0);
    server.script(() => ({ kind: "stream", steps: [{ text: "x" }, { stall: true }] }));
    const middle = new AbortController();
    const outcome = await client().complete(request, middle.signal, () => {
      middle.abort();
    });
    expect(outcome).toMatchObject({ kind: "failed", reason: "cancelled" });
    await expect.poll(() => server.requests[0]?.gone()).toBe(true);
  });
});

describe("what a service refuses", () => {
  const refusing =
    (
      refuses: (body: NonNullable<ModelServer["requests"][number]["chat"]>) => string | undefined,
      status = 400,
    ): Script =>
    (seen) => {
      const words = seen.chat && refuses(seen.chat);
      return words === undefined ? streamed("fine") : httpError(status, words);
    };

  it.each([
    [
      "json_schema",
      refusing((b) =>
        b.response_format?.type === "json_schema" ? "'response_format.type' must be 'json_object'" : undefined,
      ),
      { mode: "json_object" },
      2,
    ],
    [
      "response_format",
      refusing((b) => (b.response_format ? "Unknown parameter: response_format" : undefined)),
      { mode: "text" },
      3,
    ],
    [
      "anything but text, without a word why",
      refusing((b) => (b.response_format ? "Bad request" : undefined)),
      { mode: "text" },
      3,
    ],
    [
      "a grammar, as an internal error",
      refusing((b) => (b.response_format?.type === "json_schema" ? "failed to parse grammar" : undefined), 500),
      { mode: "json_object" },
      2,
    ],
  ] as const)("%s is stepped down from, and remembered", async (_what, script, expected, calls) => {
    server.script(script);
    const learned = new Map<string, string>();
    expect(await client({ learned }).complete(request, never)).toMatchObject({ kind: "ok", text: "fine", ...expected });
    expect(server.chats()).toHaveLength(calls);
    server.clear();
    expect(await client({ learned }).complete(request, never)).toMatchObject(expected);
    expect(server.chats()).toHaveLength(1);
    server.clear();
    await client({ learned, model: "large" }).complete(request, never);
    expect(server.chats()).toHaveLength(calls);
  });

  it.each(["temperature", "seed", "stream_options"] as const)("%s is dropped, alone, and remembered", async (name) => {
    server.script(
      refusing((b) => (name in b ? `Unsupported parameter: '${name}' is not supported with this model.` : undefined)),
    );
    const learned = new Map<string, string>();
    expect(await client({ learned }).complete(request, never)).toMatchObject({ kind: "ok", mode: "json_schema" });
    expect(server.chats()).toHaveLength(2);
    expect(server.chats()[1]).not.toHaveProperty(name);
    for (const other of ["temperature", "seed", "stream_options", "response_format"])
      if (other !== name) expect(server.chats()[1]).toHaveProperty(other);
    server.clear();
    await client({ learned }).complete(request, never);
    expect(server.chats()).toHaveLength(1);
    expect(server.chats()[0]).not.toHaveProperty(name);
  });

  it("is named where the SDK would drop the words (a body without `error`)", async () => {
    server.script((seen) =>
      seen.chat && "seed" in seen.chat
        ? {
            kind: "json",
            status: 422,
            body: { detail: [{ loc: ["body", "seed"], msg: "Extra inputs are not permitted" }] },
          }
        : streamed("fine"),
    );
    expect(await client().complete(request, never)).toMatchObject({ kind: "ok", mode: "json_schema" });
    expect(server.chats()).toHaveLength(2);
  });

  it("is not remembered from a request that failed in the end, and ends", async () => {
    const learned = new Map<string, string>();
    const outcome = await failure(() => httpError(400, "temperature seed stream_options response_format: no"), {
      learned,
    });
    expect(outcome.reason).toBe("server-error");
    expect(server.chats().length).toBeLessThanOrEqual(5);
    expect(learned.size).toBe(0);
  });

  it("is not read from a memory that is no memory", async () => {
    for (const nonsense of ["", "null", "[]", '{"mode":"yaml"}', "{"]) {
      const learned = new Map([[`${server.url} small`, nonsense]]);
      expect(await client({ learned }).complete(request, never)).toMatchObject({ kind: "ok", mode: "json_schema" });
    }
  });
});

describe("the list of models", () => {
  it("is the service's own", async () => {
    expect(await client({ key }).listModels(never)).toEqual({
      kind: "ok",
      models: ["small", "large"],
      baseUrl: server.url,
    });
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${key}`);
  });

  it("says why there is none", async () => {
    expect(await client({ baseUrl: `${server.url}/nowhere` }).listModels(never)).toMatchObject({
      kind: "failed",
      reason: "wrong-address",
    });
    expect(await client({ baseUrl: "http://127.0.0.1:9/v1" }).listModels(never)).toMatchObject({
      kind: "failed",
      reason: "offline",
    });
  });
});
