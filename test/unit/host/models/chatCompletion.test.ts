// One reply of a chat model, without VS Code: tool first, words as the last resort, bounds, limits, cancelling.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { longestReply, type ModelProgress } from "../../../../src/grading/llm/modelClient";
import {
  completeChat,
  type ChatModel,
  type ChatPart,
  type ChatRequest,
} from "../../../../src/host/models/chatCompletion";

const request = {
  system: "Be just.",
  user: "Here is the answer.",
  schema: { name: "grade", schema: { type: "object" } },
};
const reply = { criteria: [] };
const call: ChatPart = { kind: "call", input: reply };

/**
 * What a model does: parts, pauses in milliseconds, a silence that only cancelling ends ("deaf": nothing ends it), or
 * an error.
 */
type Step = ChatPart | number | "stall" | "deaf" | Error;

interface Asked {
  readonly request: ChatRequest;
  readonly signal: AbortSignal;
}

function model(script: (request: ChatRequest) => readonly Step[], callsTools?: boolean) {
  const asked: Asked[] = [];
  const chat: ChatModel = {
    callsTools,
    send(sent, signal) {
      asked.push({ request: sent, signal });
      return Promise.resolve(play(script(sent), signal));
    },
  };
  return { asked, chat };
}

async function* play(steps: readonly Step[], signal: AbortSignal): AsyncGenerator<ChatPart> {
  for (const step of steps) {
    if (step instanceof Error) throw step;
    if (step === "stall") await new Promise<void>((end) => signal.addEventListener("abort", () => end()));
    else if (step === "deaf") await new Promise(() => undefined);
    else if (typeof step === "number") await new Promise((end) => setTimeout(end, step));
    else yield step;
    // As VS Code does: a cancelled stream just ends.
    if (signal.aborted) return;
  }
}

const text = (words: string): ChatPart => ({ kind: "text", text: words });
const options = (learned = new Map<string, string>()) => ({
  endpoint: "vscode.lm/v",
  model: "m",
  timeout: 60_000,
  learned,
});
const never = new AbortController().signal;

describe("a model that calls tools", () => {
  it("is asked for a call, with the instructions before the user's part, and its input is the reply", async () => {
    const { asked, chat } = model(() => [call]);
    const told: string[] = [];
    const outcome = await completeChat(chat, options(), request, never, { onProgress: ({ kind }) => told.push(kind) });
    expect(outcome).toMatchObject({ kind: "ok", text: JSON.stringify(reply), mode: "json_schema", finish: "stop" });
    expect(told).toEqual([]);
    expect(asked.map((a) => a.request)).toEqual([{ message: "Be just.\n\nHere is the answer.", tool: request.schema }]);
  });

  it("may talk before the call: what it said counts no more, and that is told", async () => {
    const told: string[] = [];
    const { chat } = model(() => [text("Let me see."), call, text("Done.")]);
    const outcome = await completeChat(chat, options(), request, never, {
      onText: (piece) => told.push(piece),
      onProgress: (progress) => told.push(progress.kind),
    });
    expect(outcome).toMatchObject({ kind: "ok", text: JSON.stringify(reply) });
    expect(told).toEqual(["Let me see.", "again", JSON.stringify(reply)]);
  });

  it("may give the input as text, or answer in words after all", async () => {
    const asText = await completeChat(
      model(() => [{ kind: "call", input: '{"a":1}' }]).chat,
      options(),
      request,
      never,
    );
    expect(asText).toMatchObject({ kind: "ok", text: '{"a":1}' });
    const learned = new Map<string, string>();
    const words = model(() => [text('{"criteria"'), text(":[]}")], true);
    const outcome = await completeChat(words.chat, options(learned), request, never);
    expect(outcome).toMatchObject({ kind: "ok", text: '{"criteria":[]}', mode: "text", finish: "unknown" });
    expect(words.asked).toHaveLength(1);
    expect(learned.size).toBe(0);
  });
});

describe("a model that calls none", () => {
  const refusing = (sent: ChatRequest) => (sent.tool ? [new Error("Tools are not supported")] : [text("{}")]);
  const silent = (sent: ChatRequest) => (sent.tool ? [] : [text("{}")]);

  it.each([
    ["says so in an error", refusing],
    ["gives nothing at all", silent],
  ])("and %s is asked again in words, and only in words from then on", async (_how, script) => {
    const learned = new Map<string, string>();
    const { asked, chat } = model(script);
    expect(await completeChat(chat, options(learned), request, never)).toMatchObject({ text: "{}", mode: "text" });
    await completeChat(chat, options(learned), request, never);
    expect(asked.map((a) => a.request.tool !== undefined)).toEqual([true, false, false]);
  });

  it("and tells VS Code so is asked in words at once", async () => {
    const { asked, chat } = model(() => [text("{}")], false);
    await completeChat(chat, options(), request, never);
    expect(asked.map((a) => a.request.tool)).toEqual([undefined]);
  });

  it("is not remembered as such where words do not work either", async () => {
    const learned = new Map<string, string>();
    const { chat } = model((sent) => (sent.tool ? [new Error("no tools")] : [new Error("kaput")]));
    expect(await completeChat(chat, options(learned), request, never)).toMatchObject({ reason: "server-error" });
    expect(learned.size).toBe(0);
  });
});

describe("a failure", () => {
  it("is told as such, without a second request", async () => {
    const { asked, chat } = model(() => [new Error("You exceeded your current quota")]);
    expect(await completeChat(chat, options(), request, never)).toMatchObject({
      kind: "failed",
      reason: "refused",
      cause: "no-credit",
    });
    expect(asked).toHaveLength(1);
  });

  it("in the midst of a reply is no reply, and its words hold none of it", async () => {
    const { chat } = model(() => [text("The learner says nothing of samples"), new Error("socket hang up")]);
    expect(await completeChat(chat, options(), request, never)).toMatchObject({ kind: "failed", reason: "broke-off" });
    const quoting = model(() => [text("The learner says nothing"), new Error("bad: The learner says nothing")]);
    expect(JSON.stringify(await completeChat(quoting.chat, options(), request, never))).not.toContain("says nothing");
  });

  it("is a reply without an end: it is stopped at the bound, at the provider's too", async () => {
    const piece = "ä".repeat(4096);
    const { asked, chat } = model(() => Array.from({ length: 1000 }, () => text(piece)));
    let seen = 0;
    const outcome = await completeChat(chat, options(), request, never, { onText: (t) => (seen += 2 * t.length) });
    expect(outcome).toMatchObject({ kind: "failed", reason: "too-long-reply" });
    expect(seen).toBeLessThanOrEqual(longestReply);
    expect(asked.map((a) => a.signal.aborted)).toEqual([true]);
  });

  it("is thinking without an end", async () => {
    const { chat } = model(() =>
      Array.from({ length: 1000 }, () => ({ kind: "other", text: "x".repeat(4096) }) as const),
    );
    expect(await completeChat(chat, options(), request, never)).toMatchObject({ reason: "too-long-reply" });
  });
});

describe("time", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each(["stall", "deaf"] as const)("cancelled while the model is silent (%s)", async (silence) => {
    const stop = new AbortController();
    const { asked, chat } = model(() => [text("{"), silence]);
    const outcome = completeChat(chat, options(), request, stop.signal);
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    expect(await outcome).toMatchObject({ kind: "failed", reason: "cancelled" });
    expect(asked.map((a) => a.signal.aborted)).toEqual([true]);
  });

  it("cancelled while VS Code asks for consent", async () => {
    const stop = new AbortController();
    const chat: ChatModel = { callsTools: true, send: () => new Promise(() => undefined) };
    const outcome = completeChat(chat, options(), request, stop.signal);
    await vi.advanceTimersByTimeAsync(2_000_000);
    stop.abort();
    expect(await outcome).toMatchObject({ kind: "failed", reason: "cancelled" });
  });

  it("cancelled before it began", async () => {
    const { chat } = model(() => [call]);
    expect(await completeChat(chat, options(), request, AbortSignal.abort())).toMatchObject({ reason: "cancelled" });
  });

  it("is told once a second until the first word, and silence of four minutes is no failure", async () => {
    const told: ModelProgress[] = [];
    const { chat } = model(() => [240_000, call]);
    const outcome = completeChat(chat, options(), request, never, { onProgress: (progress) => told.push(progress) });
    await vi.advanceTimersByTimeAsync(3_100);
    expect(told.map(({ kind }) => kind)).toEqual(["waiting", "waiting", "waiting"]);
    await vi.advanceTimersByTimeAsync(240_000);
    expect(await outcome).toMatchObject({ kind: "ok", firstTokenMs: 240_000 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends after five times the limit, whether the model listens or not", async () => {
    const { chat } = model(() => ["deaf"]);
    const outcome = completeChat(chat, options(), request, never);
    await vi.advanceTimersByTimeAsync(300_001);
    expect(await outcome).toMatchObject({ kind: "failed", reason: "timed-out" });
    expect(vi.getTimerCount()).toBe(0);
  });
});
