// The model grader end to end over a real socket: openai client, streaming, quotes, marks, and every way a service can fail.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Verdict } from "../../../../src/core/grade";
import { llmGrader } from "../../../../src/grading/llm/llmGrader";
import { openAiCompatible, type OpenAiCompatibleOptions } from "../../../../src/grading/models/openAiCompatible";
import { honestScript, startModelServer, type ModelServer } from "../../../support/modelServer";
import { fullAnswer, sampleQuestion } from "../../../support/sampleQuestion";

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
    const outcome = await llmGrader(client()).grade({ question: sampleQuestion, answer: fullAnswer }, never, (v) => seen.push(v));
    if (outcome.kind !== "graded") throw new Error(JSON.stringify(outcome));
    expect(outcome.grade.marks).toEqual({ low: 4, high: 4, max: 4 });
    expect(seen.map((v) => v.criterion)).toEqual(["few-outputs", "why", "wasserstein", "minibatch"]);
    for (const v of outcome.grade.verdicts) {
      expect(v.quotes.length).toBeGreaterThan(0);
      for (const q of v.quotes) expect(fullAnswer.slice(q.start, q.end)).toBe(q.text);
    }
    expect(outcome.receipt).toMatchObject({ grader: "model", model: "honest-model", endpoint: server.url, tokensIn: 2500, tokensOut: 300 });
    expect(server.chats()).toHaveLength(1);
  });
});
