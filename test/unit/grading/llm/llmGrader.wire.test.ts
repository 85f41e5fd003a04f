// The model grader end to end over a real socket: openai client, streaming, quotes, marks, and every way a service
// can fail.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Verdict } from "../../../../src/core/marks/grade";
import { llmGrader } from "../../../../src/grading/llm/llmGrader";
import { openAiCompatible, type OpenAiCompatibleOptions } from "../../../../src/grading/models/openAiCompatible";
import { honestScript, httpError, startModelServer, streamed, type ModelServer } from "../../../support/modelServer";
import { fullAnswer, sampleQuestion } from "../../../support/sampleQuestion";
import { marksIn } from "./scriptedGrading";

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.script(honestScript());
  server.clear();
});

function client(more: Partial<OpenAiCompatibleOptions> = {}) {
  return openAiCompatible({ baseUrl: server.url, model: "honest-model", timeout: 5_000, ...more });
}

const never = new AbortController().signal;

describe("a grading with a model", () => {
  it("streams verdicts and comes to a grade whose quotes stand in the answer", async () => {
    const seen: Verdict[] = [];
    const outcome = await llmGrader(client()).grade({ question: sampleQuestion, answer: fullAnswer }, never, (v) =>
      seen.push(v),
    );
    if (outcome.kind !== "graded") throw new Error(JSON.stringify(outcome));
    expect(marksIn(outcome.grade)).toEqual({ low: 4, high: 4, max: 4 });
    expect(seen.map((v) => v.criterion)).toEqual(["few-outputs", "why", "wasserstein", "minibatch"]);
    for (const v of outcome.grade.verdicts) {
      expect(v.quotes.length).toBeGreaterThan(0);
      for (const q of v.quotes) expect(fullAnswer.slice(q.start, q.end)).toBe(q.text);
    }
    expect(outcome.receipt).toMatchObject({
      grader: "model",
      model: "honest-model",
      endpoint: server.url,
      tokensIn: 2500,
      tokensOut: 300,
    });
    expect(server.chats()).toHaveLength(1);
  });

  it("tells each verdict while the rest is still being written", async () => {
    server.script(honestScript({ piece: 40, wait: 2 }));
    const atVerdict: boolean[] = [];
    let ended = false;
    await llmGrader(client())
      .grade({ question: sampleQuestion, answer: fullAnswer }, never, () => atVerdict.push(ended))
      .then(() => (ended = true));
    expect(atVerdict).toEqual([false, false, false, false]);
  });

  it("sends the answer inside a fresh fence and never the same one twice", async () => {
    const grader = llmGrader(client());
    for (let i = 0; i < 2; i++) await grader.grade({ question: sampleQuestion, answer: fullAnswer }, never);
    const fences = server.chats().map((c) => /<answer-([^>]+)>/.exec(c.messages.at(-1)?.content ?? "")?.[1]);
    expect(new Set(fences).size).toBe(2);
    for (const chat of server.chats()) expect(chat.messages.at(-1)?.content).toContain(fullAnswer);
  });
});

describe("a grading that fails", () => {
  const half =
    '{"criteria":[{"id":"few-outputs","quotes":["keeps producing the same few samples"],' +
    '"reason":"","verdict":"met"},{"id":"why","quo';

  it.each([
    ["no-key", httpError(401, "no key")],
    ["refused", streamed("", { finish: "content_filter" })],
    ["rate-limited", httpError(429, "slow down", { "retry-after": "30" })],
    ["timed-out", { kind: "stream", steps: [{ text: half }, { stall: true }] }],
    ["broke-off", { kind: "stream", steps: [{ text: half }, { wait: 5 }, { hangUp: true }] }],
    ["no-model", httpError(404, "model not found")],
    ["malformed", streamed("Four out of five. Great answer!")],
    ["truncated", streamed(half, { finish: "length" })],
    ["truncated", streamed(half)],
    ["too-long", httpError(400, "maximum context length is 2048 tokens")],
    ["malformed", streamed('{"criteria":[{"id":"of-another-question","quotes":[],"reason":"","verdict":"met"}]}')],
    ["refused", streamed("I'm sorry, but I can't help with that.")],
    ["too-long-reply", streamed("x".repeat(300_000), { piece: 2_000 })],
    ["wrong-address", httpError(404, "no such path")],
    ["server-error", httpError(500, "boom")],
  ] as const)("%s: is not graded, with one sentence", async (reason, answer) => {
    server.script(() => answer);
    const outcome = await llmGrader(client({ stall: 60 })).grade(
      { question: sampleQuestion, answer: fullAnswer },
      never,
    );
    expect(outcome).toMatchObject({ kind: "not-graded", reason });
    expect(outcome.kind === "not-graded" && outcome.message).toMatch(/^[^\n]{10,160}\.$/);
    if (reason === "rate-limited") expect(outcome).toMatchObject({ retryAfter: 30_000 });
  });

  it("offline: nobody listens", async () => {
    expect(
      await llmGrader(client({ baseUrl: "http://127.0.0.1:9/v1" })).grade(
        { question: sampleQuestion, answer: fullAnswer },
        never,
      ),
    ).toMatchObject({ kind: "not-graded", reason: "offline" });
  });

  it("cancelled: after the first verdict, and the service is told", async () => {
    server.script(() => ({ kind: "stream", steps: [{ text: half }, { stall: true }] }));
    const cancel = new AbortController();
    const seen: string[] = [];
    const outcome = await llmGrader(client()).grade(
      { question: sampleQuestion, answer: fullAnswer },
      cancel.signal,
      (v) => {
        seen.push(`${v.criterion}=${v.verdict}`);
        cancel.abort();
      },
    );
    expect(outcome).toMatchObject({ kind: "not-graded", reason: "cancelled" });
    expect(seen).toEqual(["few-outputs=met"]);
    await expect.poll(() => server.requests[0]?.gone()).toBe(true);
  });

  it("never tells the key", async () => {
    const key = "sk-verysecret-0123456789";
    server.script((seen) => httpError(500, `your header was ${String(seen.headers.authorization)}`));
    const outcome = await llmGrader(client({ key })).grade({ question: sampleQuestion, answer: fullAnswer }, never);
    expect(outcome).toMatchObject({ kind: "not-graded", reason: "server-error" });
    expect(JSON.stringify(outcome)).not.toContain("verysecret");
  });
});
