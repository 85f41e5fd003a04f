// What goes to the log channel, read as it arrives there: of both kinds of model, whatever they echo, and of errors
// that nobody expected.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { llmGrader } from "../../../src/grading/llm/llmGrader";
import type { ModelClient } from "../../../src/grading/llm/modelClient";
import { openAiCompatible } from "../../../src/grading/models/openAiCompatible";
import { completeChat, type ChatModel } from "../../../src/host/models/chatCompletion";
import { Log } from "../../../src/host/log";
import { sampleQuestion } from "../../support/sampleQuestion";
import { chunk, events, json, withServer, type Handler } from "../grading/models/rawServer";

const written = vi.hoisted(() => [] as string[]);

vi.mock("vscode", () => {
  const write = (text: string) => void written.push(text);
  return { window: { createOutputChannel: () => ({ info: write, warn: write, error: write }) } };
});

beforeEach(() => void written.splice(0));

const key = ["sk", "log", "0123456789abcdef"].join("-");
const answer = "The discriminator looks at whole batches of very confidential samples.";
const reply = "A reply with some private reasoning of its own about it.";
const secret = /0123456789abcdef|hunter2|confidential|whole batches|private reasoning/;
const never = new AbortController().signal;

/** Grades over a client and logs the outcome as GradingSessions does. */
async function gradeAndLog(client: ModelClient): Promise<void> {
  const outcome = await llmGrader(client).grade({ question: sampleQuestion, answer }, never);
  expect(outcome.kind).toBe("not-graded");
  if (outcome.kind === "not-graded")
    new Log().warn(`Not graded (${outcome.reason}): ${outcome.detail ?? outcome.message}`);
  expect(JSON.stringify(outcome)).not.toMatch(secret);
}

const echo = (text: string, auth: unknown): string => `cannot take ${text}; ${String(auth)}; you said: ${reply}`;

describe("a service that echoes all it got", () => {
  it.each<readonly [string, Handler]>([
    ["in an error", (r, { headers, text }) => json(r, 400, { error: { message: echo(text, headers.authorization) } })],
    ["in a page", (r, { headers, text }) => json(r, 500, `<html><title>${echo(text, headers.authorization)}</title>`)],
    ["in a validator's words", (r, { headers, body }) => json(r, 422, { detail: [{ input: body, headers }] })],
    [
      "in a stream",
      (r, { headers, text }) => {
        const error = { error: { message: echo(text, headers.authorization) } };
        events(r, [chunk({ content: reply }), `data: ${JSON.stringify(error)}\n\n`]);
      },
    ],
    [
      "in a reply",
      (r, { headers, text }) => events(r, [chunk({ content: echo(text, headers.authorization) }, "stop")]),
    ],
    [
      "in a header",
      (r, { headers }) => void r.writeHead(429, { "retry-after": String(headers.authorization) }).end("slow down"),
    ],
    [
      "in a redirect",
      (r, { headers }) => {
        const location = `https://user:hunter2@example.org/${encodeURIComponent(String(headers.authorization))}`;
        r.writeHead(307, { location }).end();
      },
    ],
  ])("%s: the log has none of it", async (_where, handle) => {
    await withServer(handle, (origin) =>
      gradeAndLog(openAiCompatible({ baseUrl: `${origin}/v1`, model: "m", key, timeout: 5_000 })),
    );
    expect(written).toHaveLength(1);
    expect(written.join()).not.toMatch(secret);
  });

  it("at an address with credentials: the log has none of them", async () => {
    await gradeAndLog(openAiCompatible({ baseUrl: "http://me:hunter2@127.0.0.1:9/v1", model: "m", key }));
    expect(written.join()).not.toMatch(secret);
  });
});

describe("a model of VS Code's that throws all it got", () => {
  it.each([0, 1, 2])("after %i parts: the log has none of it", async (parts) => {
    const chat: ChatModel = {
      callsTools: true,
      send: ({ message }) =>
        Promise.resolve(
          (async function* () {
            for (let i = 0; i < parts; i += 1) yield await Promise.resolve({ kind: "text" as const, text: reply });
            throw new Error(`Request Failed: 500 ${echo(message, `Bearer ${key}`)}`);
          })(),
        ),
    };
    const options = { endpoint: "vscode.lm/v", model: "m", timeout: 5_000, learned: new Map<string, string>() };
    await gradeAndLog({
      model: "m",
      endpoint: options.endpoint,
      complete: (request, signal, onText, onProgress) =>
        completeChat(chat, options, request, signal, { onText, onProgress }),
      listModels: () => Promise.resolve({ kind: "ok", models: [], baseUrl: "" }),
    });
    expect(written).toHaveLength(1);
    expect(written.join()).not.toMatch(secret);
  });
});

describe("an error that nobody expected", () => {
  it("is told by its kind and place, for its words may quote anything", () => {
    let thrown: unknown;
    try {
      JSON.parse(`${answer} ${key}`);
    } catch (error) {
      thrown = error;
    }
    new Log().unexpected("Grading failed", thrown);
    expect(written).toEqual([expect.stringMatching(/^Grading failed: SyntaxError at /)]);
    expect(written.join()).not.toMatch(secret);
    expect(written.join()).not.toContain("The discrim");
  });

  it("is scrubbed where its words are told", () => {
    const log = new Log();
    log.error("Not listed", new Error(`GET http://me:hunter2@example.org/v1?api_key=${key} failed`));
    log.info(`Authorization: Bearer ${key}`);
    expect(written).toHaveLength(2);
    expect(written.join()).not.toMatch(secret);
    expect(written[0]).toContain("example.org");
  });
});
