// The faults of services, as a model of VS Code's own brings them: at the request, at once, and in the midst of a
// reply. Each is told as what it was, after one request, and nothing of answer or reply is in it.
import { describe, expect, it } from "vitest";
import { longestReply } from "../../../../src/grading/llm/modelClient";
import { completeChat, type ChatModel, type ChatPart } from "../../../../src/host/models/chatCompletion";

const answer = "The learner wrote these confidential words.";
const said = "A private opinion of the model's.";
const request = { system: "Be just.", user: answer, schema: { name: "grade", schema: { type: "object" } } };
const options = () => ({ endpoint: "vscode.lm/v", model: "m", timeout: 60_000, learned: new Map<string, string>() });
const never = new AbortController().signal;
const text = (words: string): ChatPart => ({ kind: "text", text: words });

/** As VS Code and its providers throw: a name, perhaps a code. */
const thrown = (name: string, message: string, code?: string): Error =>
  Object.assign(new Error(message), { name, ...(code === undefined ? {} : { code }) });
const ofVscode = (code: string, message: string): Error => thrown("LanguageModelError", message, code);

/** Where a fault comes: when the request is sent, before the first part, or after one. */
type When = "at the request" | "at once" | "in the midst";

async function faultAt(when: When, error: Error) {
  let asked = 0;
  async function* parts(): AsyncGenerator<ChatPart> {
    if (when === "in the midst") {
      yield await Promise.resolve(text(said));
      error.message += ` You said: ${said}`;
    }
    throw error;
  }
  const chat: ChatModel = {
    callsTools: true,
    send() {
      asked += 1;
      return when === "at the request" ? Promise.reject(error) : Promise.resolve(parts());
    },
  };
  return { outcome: await completeChat(chat, options(), request, never), asked };
}

const echo = `You wrote: ${answer}`;

describe.each<When>(["at the request", "at once", "in the midst"])("a fault %s", (when) => {
  it.each([
    ["consent that was refused", ofVscode("NoPermissions", `No access. ${echo}`), { reason: "refused" }],
    ["a model that is blocked", ofVscode("Blocked", `Blocked. ${echo}`), { reason: "refused" }],
    ["a model that went away", ofVscode("NotFound", `v/m ${echo}`), { reason: "no-model" }],
    ["an empty account", thrown("ChatQuotaExceeded", `Used up. ${echo}`), { reason: "refused", cause: "no-credit" }],
    ["a limit", thrown("Error", `Request Failed: 429 rate limit. Try again in 7s. ${echo}`), { retryAfter: 7_000 }],
    ["a filter", thrown("Error", `Filtered by the Responsible AI Service. ${echo}`), { cause: "declined" }],
    ["an answer that is too long", thrown("Error", `maximum context length is 4096. ${echo}`), { reason: "too-long" }],
    ["a service that failed", thrown("Error", `Request Failed: 500 ${echo}`), { reason: "server-error" }],
  ])("%s", async (_what, error, expected) => {
    const { outcome, asked } = await faultAt(when, error);
    expect(outcome).toMatchObject({ kind: "failed", ...expected });
    expect(asked).toBe(1);
    expect(JSON.stringify(outcome)).not.toMatch(/confidential words|private opinion of/);
  });
});

describe("a reply without an end", () => {
  const endless: Readonly<Record<string, ChatPart>> = {
    words: text("word ".repeat(800)),
    thinking: { kind: "other", text: "hm ".repeat(800) },
    "a call": { kind: "call", input: { criteria: ["x".repeat(4_000)] } },
  };

  it.each(Object.keys(endless))("of %s ends at the bound, after one request", async (what) => {
    let given = 0;
    let asked = 0;
    const piece = endless[what] ?? text("");
    async function* parts(signal: AbortSignal): AsyncGenerator<ChatPart> {
      while (!signal.aborted && given < 10_000) {
        given += 1;
        yield await Promise.resolve(piece);
      }
    }
    const chat: ChatModel = {
      callsTools: true,
      send(_request, signal) {
        asked += 1;
        return Promise.resolve(parts(signal));
      },
    };
    const outcome = await completeChat(chat, options(), request, never);
    expect(outcome).toMatchObject({ kind: "failed", reason: "too-long-reply" });
    expect(asked).toBe(1);
    expect(given * 2_400).toBeLessThan(2 * longestReply);
  });

  it("of parts with nothing in them ends with what was said", async () => {
    async function* parts(): AsyncGenerator<ChatPart> {
      for (let i = 0; i < 1_000; i += 1) yield await Promise.resolve(text(""));
      yield { kind: "call", input: undefined };
      yield text("{}");
    }
    const chat: ChatModel = { callsTools: true, send: () => Promise.resolve(parts()) };
    expect(await completeChat(chat, options(), request, never)).toMatchObject({ kind: "ok", text: "{}" });
  });
});
