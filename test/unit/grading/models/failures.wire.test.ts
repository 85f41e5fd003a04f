// Each failure told as what it was: over real sockets, with and without TLS.
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { openAiCompatible } from "../../../../src/grading/models/openAiCompatible";
import { whyUnreached } from "../../../../src/grading/models/failureReasons";
import { chunk, complete, events, good, json, question, stream, withServer, type Handler } from "./rawServer";

const key = ["sk", "wire", "0123456789abcdef"].join("-");
const answers =
  (status: number, body: unknown, headers = {}): Handler =>
  (response) =>
    json(response, status, body, headers);
const said = (message: string, more: object = {}) => ({ error: { message, ...more } });
const inStream =
  (value: unknown, before: readonly string[] = []): Handler =>
  (response) =>
    events(response, [...before, `data: ${JSON.stringify(value)}\n\n`, "data: [DONE]\n\n"]);
const page = "<!doctype html><html><head><title>Some gateway</title></head><body></body></html>";
const html = { "content-type": "text/html" };
const perMinute = said("You exceeded your current quota, please check your plan and billing. Please retry in 21.4s.", {
  status: "RESOURCE_EXHAUSTED",
});

describe("what a service says itself", () => {
  it.each<readonly [string, Handler, string | undefined]>([
    ["where the reason says little", answers(400, said("Mode “x” is odd.\nStack: …")), "Mode “x” is odd"],
    ["under another name", answers(500, { detail: [{ msg: "bad shape" }] }), "bad shape"],
    ["as plain text", answers(500, "out of order", { "content-type": "text/plain" }), "out of order"],
    ["behind words of another", answers(500, 'Request failed: 500 {"error":{"message":"no"}}'), "no"],
    ["without a link", answers(400, said("[Mend](command:x) it")), "[Mend] (command:x) it"],
    ["as a page's title", answers(502, page, html), "Some gateway"],
    ["not without the learner's words", answers(400, said(`bad: ${question.user.slice(11)}`)), "bad: …"],
    ["not without the key", answers(400, said(`bad: ${key}`)), "bad: …"],
    ["not where the reason says it", answers(402, said("Pay first")), undefined],
    ["not where it says nothing", answers(500, { up: false }), undefined],
    ["no more than a message holds", answers(400, said("word ".repeat(200))), `${"word ".repeat(20).trim()} …`],
  ])("is told, %s", async (_when, handle, told) => {
    const { outcome } = await complete(handle, { key });
    expect(outcome.kind === "failed" && outcome.said).toBe(told);
  });
});

describe("a failure", () => {
  it.each<readonly [string, Handler, object]>([
    ["a page at 200", (r) => events(r, [page]), { reason: "wrong-address", cause: "web-page" }],
    ["a page at 404", answers(404, page, html), { reason: "wrong-address", cause: "web-page" }],
    ["a page at 502", answers(502, page, html), { reason: "server-error" }],
    ["404 without a word of a model", answers(404, { detail: "Not Found" }), { reason: "wrong-address" }],
    ["404 that names its own path", answers(404, "no /v1/models/chat here"), { reason: "wrong-address" }],
    ["404 of a model", answers(404, said("model 'x' not found, try pulling it first")), { reason: "no-model" }],
    ["404 of a deployment", answers(404, said("no", { code: "DeploymentNotFound" })), { reason: "no-model" }],
    [
      "404 of the account's settings",
      answers(404, said("No endpoints found matching your data policy.")),
      { reason: "refused", cause: "account-settings" },
    ],
    ["400 of a model's id", answers(400, said("some/modell is not a valid model ID")), { reason: "no-model" }],
    ["405", answers(405, { detail: "Method Not Allowed" }), { reason: "wrong-address" }],
    ["something else at 200", answers(200, { status: "running" }), { reason: "wrong-address" }],
    ["some text at 200", answers(200, "It works!", { "content-type": "text/plain" }), { reason: "wrong-address" }],
    ["a limit a minute", answers(429, [perMinute]), { reason: "rate-limited", retryAfter: 21_400 }],
    [
      "an empty account",
      answers(429, said("You exceeded your current quota.", { code: "insufficient_quota" })),
      { reason: "refused", cause: "no-credit" },
    ],
    ["402", answers(402, said("Insufficient credits")), { reason: "refused", cause: "no-credit" }],
    ["a wait of no use", answers(429, said("slow down"), { "retry-after": "1e308" }), { reason: "rate-limited" }],
    [
      "an error in a stream by its code",
      inStream({ choices: [], error: { code: 429, message: "Provider returned error" } }),
      { reason: "rate-limited" },
    ],
    [
      "an error in a stream by its name",
      inStream({ error: { type: "overloaded_error", message: "x" } }),
      { reason: "server-error" },
    ],
    [
      "an error in a stream in fields of its own",
      inStream({
        choices: null,
        error_type: "BadRequestError",
        error_message: "maximum context length is 4096 tokens",
      }),
      { reason: "too-long" },
    ],
    ["an error in a choice", inStream({ choices: [{ error: { code: 401, message: "no" } }] }), { reason: "refused" }],
    [
      "an error in a response",
      inStream({ type: "response.failed", response: { error: { code: "rate_limit_exceeded", message: "no" } } }),
      { reason: "rate-limited" },
    ],
    ["an error as a text", inStream({ error: "context length exceeded" }), { reason: "too-long" }],
    [
      "an error that is no event",
      (r) => events(r, [chunk({ role: "assistant" }), '{"error":{"message":"rate limit","code":429}}\n\n']),
      { reason: "rate-limited" },
    ],
    [
      "an event named error in plain words",
      (r) => events(r, [chunk({ content: "half" }), "event: error\ndata: upstream said no\n\n"]),
      { reason: "server-error", said: "upstream said no" },
    ],
    [
      "a field named error",
      (r) => events(r, ['error: {"code":400,"message":"the prompt is too long"}\n\n']),
      { reason: "too-long" },
    ],
    ["a key at 400", answers(400, said("API key not valid. Pass a valid one.")), { reason: "refused" }],
    ["403 of an empty account", answers(403, said("Enable billing first.")), { reason: "refused", cause: "no-credit" }],
    ["a key's own limit", answers(403, said("Key limit exceeded")), { reason: "refused", cause: "no-credit" }],
    ["an empty account in Chinese", answers(429, said("账户余额不足")), { reason: "refused", cause: "no-credit" }],
    ["a model in Chinese", answers(400, { code: "InvalidParameter", message: "该模型不存在" }), { reason: "no-model" }],
    ["a model of nobody", answers(400, said("Model 'm1' is not supported by any provider.")), { reason: "no-model" }],
    ["tokens past a bound", answers(400, said("The token count (9000) exceeds 8192.")), { reason: "too-long" }],
    ["a limit that must hold", answers(422, { error: "`inputs` tokens must be <= 4096." }), { reason: "too-long" }],
    ["a filter", answers(400, said("Content Exists Risk")), { reason: "refused", cause: "declined" }],
    [
      "an event named error",
      (r) => events(r, ['event: error\ndata: {"message":"too many requests"}\n\n']),
      { reason: "rate-limited" },
    ],
    [
      "an error without its wrapping",
      answers(200, { code: 429, message: "Too many requests" }),
      { reason: "rate-limited" },
    ],
    ["a model that is no more", answers(400, said("The model `m1` has been decommissioned")), { reason: "no-model" }],
    ["an error at 200", answers(200, said("Invalid API key", { code: 401 })), { reason: "refused" }],
    [
      "a filter",
      inStream({ choices: [{ delta: {}, finish_reason: "content_filter" }] }),
      { reason: "refused", cause: "declined" },
    ],
    [
      "a redirect to another place",
      (r) => void r.writeHead(307, { location: "https://example.org/v1" }).end(),
      { reason: "wrong-address", cause: "other-host" },
    ],
    [
      "a redirect in a circle",
      (r, { url }) => void r.writeHead(308, { location: url }).end(),
      { reason: "wrong-address" },
    ],
    [
      "http at a port for https",
      answers(400, "Client sent an HTTP request to an HTTPS server.\n", { "content-type": "text/plain" }),
      { reason: "wrong-address", cause: "not-tls" },
    ],
    [
      "a reply that is cut off",
      (r) =>
        void (
          r.writeHead(200, { "content-type": "text/event-stream" }),
          r.write(chunk({ content: "fi" })),
          setTimeout(() => r.destroy(), 20)
        ),
      { reason: "broke-off" },
    ],
  ])("%s", async (_what, handle, expected) => {
    const { outcome } = await complete(handle, { key });
    expect(outcome).toMatchObject({ kind: "failed", ...expected });
    if (!("retryAfter" in expected)) expect(outcome).not.toHaveProperty("retryAfter");
  });

  it("of a key that is missing is not one of a key that is refused", async () => {
    const handle = answers(401, said("no"));
    expect((await complete(handle)).outcome).toMatchObject({ reason: "no-key" });
    expect((await complete(handle, { key })).outcome).toMatchObject({ reason: "refused" });
  });

  it("is known before any request where the address or the key can't be right", async () => {
    const seen: number[] = [];
    const handle: Handler = (response) => {
      seen.push(1);
      good(response);
    };
    expect((await complete(handle, { key: "sk–dashes" })).outcome).toMatchObject({ cause: "unusable-key" });
    const client = openAiCompatible({ baseUrl: "http://me:hunter2@127.0.0.1:9/v1", model: "m" });
    const outcome = await client.complete(question, new AbortController().signal);
    expect(outcome).toMatchObject({ reason: "wrong-address", cause: "credentials-in-url" });
    expect(JSON.stringify(outcome)).not.toContain("hunter2");
    expect(seen).toEqual([]);
  });
});

describe("a service that is not reached", () => {
  async function at(baseUrl: string) {
    return openAiCompatible({ baseUrl, model: "m", timeout: 4_000 }).complete(question, new AbortController().signal);
  }

  it("because nothing listens, or its host is not known", async () => {
    const free = await withServer(good, (origin) => Promise.resolve(origin));
    expect(await at(`${free}/v1`)).toMatchObject({ reason: "offline", cause: "nobody-listens" });
    expect(await at("http://nowhere.invalid/v1")).toMatchObject({ reason: "offline", cause: "unknown-host" });
  });

  it("because https is spoken to a port for http", async () => {
    await withServer(good, async (origin) => {
      expect(await at(`${origin.replace("http:", "https:")}/v1`)).toMatchObject({
        reason: "wrong-address",
        cause: "not-tls",
      });
    });
  });

  it("because it hangs up at once", async () => {
    const server = createTcpServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    expect(await at(`http://127.0.0.1:${String(port)}/v1`)).toMatchObject({
      reason: "offline",
      cause: "closed-at-once",
    });
    server.close();
  });

  it("because of a certificate, wherever in the chain of causes that stands", () => {
    const cause = Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    expect(whyUnreached(new TypeError("fetch failed", { cause }), false)).toEqual({ reason: "certificate" });
    const all = new AggregateError([Object.assign(new Error("x"), { code: "CERT_HAS_EXPIRED" })]);
    expect(whyUnreached(new TypeError("fetch failed", { cause: all }), false)).toEqual({ reason: "certificate" });
    expect(whyUnreached(new Error("net::ERR_CERT_AUTHORITY_INVALID"), false)).toEqual({ reason: "certificate" });
  });
});

describe("a proxy that wants a sign-in", () => {
  it("is told where the runtime tells it", () => {
    const asksFor = { reason: "refused", cause: "proxy-sign-in" };
    expect(whyUnreached(new Error("net::ERR_PROXY_AUTH_REQUESTED"), false)).toEqual(asksFor);
    const cause = new Error("proxy authentication required");
    expect(whyUnreached(new TypeError("fetch failed", { cause }), false)).toEqual(asksFor);
  });
});

describe("what goes out", () => {
  it("after a failure holds neither key nor answer nor reply, whatever the service echoes", async () => {
    const echo: Handler[] = [
      (response, { headers, body }) => json(response, 422, { detail: [{ input: body, key: headers.authorization }] }),
      (response, { headers, text }) => json(response, 500, `${String(headers.authorization)} ${text}`),
      (response, { headers, text }) => {
        const error = said(`The reply's private reasoning; ${text}; ${String(headers.authorization)}`);
        events(response, [
          chunk({ content: "The reply's private reasoning stands here" }),
          `data: ${JSON.stringify(error)}\n\n`,
        ]);
      },
    ];
    for (const handle of echo) {
      const { outcome } = await complete(handle, { key });
      expect(outcome.kind).toBe("failed");
      expect(JSON.stringify(outcome)).not.toMatch(
        /0123456789abcdef|confidential words|about buckets|private reasoning/,
      );
    }
  });

  it("as a reply holds no key that the service echoes", async () => {
    const { outcome, streamed } = await complete(
      (response, { headers }) => stream(response, `debug ${String(headers.authorization)} end`, "stop"),
      { key },
    );
    expect(outcome).toMatchObject({ kind: "ok", text: "debug Bearer … end" });
    expect(streamed).toBe("debug Bearer … end");
  });

  it("to another host is nothing", async () => {
    await withServer(good, async (other, reached) => {
      const elsewhere = other.replace("127.0.0.1", "localhost");
      await complete((response) => void response.writeHead(307, { location: `${elsewhere}/v1` }).end(), { key });
      expect(reached).toEqual([]);
    });
  });
});
