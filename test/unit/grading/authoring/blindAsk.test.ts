// A question answered blind: what is sent holds the prompt and nothing of the rubric, ten answers are counted as
// `check --answers` counts them, and whatever fails or is stopped says nothing of the prompt.
import { describe, expect, test } from "vitest";
import {
  answerIn,
  askBlind,
  blindAnswers,
  blindEstimate,
  blindRequest,
} from "../../../../src/grading/authoring/blindAsk";
import { newChecker } from "../../../../src/grading/check/checker";
import { fairAsk } from "../../../../src/grading/check/fairAsk";
import { notAskedFindings } from "../../../../src/grading/check/askedFindings";
import { fullAnswer, sampleQuestion } from "../../../support/sampleQuestion";
import { scriptedClient, type Scripted } from "../../../support/scriptedClient";

const question = { ...sampleQuestion, hints: ["Think of the money."] };
const checker = newChecker([question]);

function ask(reply: (index: number) => Scripted, signal = new AbortController().signal, onProgress?: () => void) {
  const client = scriptedClient((_, index) => reply(index));
  const run = askBlind({ client, question, checker, signal, ...(onProgress && { onProgress }) });
  return { client, run };
}

const as = (answer: string): string => JSON.stringify({ answer });
const half = fullAnswer.slice(0, fullAnswer.indexOf("A Wasserstein")).trim();

describe("what is sent", () => {
  test("holds the prompt, and nothing else that the question's file says", async () => {
    const { client, run } = ask(() => as("x"));
    await run;
    const texts = client.requests.map(({ system, user }) => `${system}\n${user}`);
    expect(texts).toHaveLength(blindAnswers);
    const secrets = [
      question.reference,
      ...question.hints,
      ...question.criteria.flatMap((c) => [c.id, c.statement, c.idea, ...c.accepted, ...c.misconceptions]),
    ].filter((secret) => !question.prompt.includes(secret));
    for (const text of texts) {
      expect(text).toContain(question.prompt);
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });

  test("is never the same twice: services answer the same to the same", async () => {
    const { client, run } = ask(() => as("x"));
    await run;
    expect(new Set(client.requests.map(({ user }) => user)).size).toBe(blindAnswers);
  });
});

describe("what comes of it", () => {
  test("is counted as check --answers counts the same answers", async () => {
    const said = (n: number): string => (n < 7 ? fullAnswer : half);
    const outcome = await ask((n) => as(said(n))).run;
    const lines = Array.from({ length: 10 }, (_, n) => ({ question: question.id, answer: said(n) }));
    expect(outcome).toEqual({ kind: "done", answers: lines, rows: await fairAsk([question], lines, checker) });
    const rows = outcome.kind === "done" ? outcome.rows : [];
    const ways = rows.find(({ criterion }) => criterion === "ways");
    expect(ways).toMatchObject({ produced: 7, of: 10, judged: 0 });
    expect(notAskedFindings(rows, "a.md", "").map(({ code, message }) => [code, message])).toEqual([
      ["not-asked", expect.stringMatching(/Not asked by the prompt \(7 of 10 .*reword it, or mark it `bonus: true`/)],
    ]);
  });

  test.each([
    ['{"answer": "It repeats."}', "It repeats."],
    ['```json\n{"answer": "It repeats."}\n```', "It repeats."],
    ['<think>{"answer": "no"}</think>{"answer": "It repeats.",}', "It repeats."],
    [JSON.stringify(as("It repeats.")), "It repeats."],
    ["It repeats.", "It repeats."],
    ['{"answer": 7}', ""],
    ["", ""],
  ])("of the reply %j the answer is %j", (reply, answer) => {
    expect(answerIn(reply)).toBe(answer);
  });
});

describe("nothing is said of the prompt", () => {
  test.each([
    ["the service fails", { kind: "failed", reason: "offline", cause: "nobody-listens", detail: "d" }, "offline"],
    ["a reply is empty", "", "malformed"],
    ["a reply is cut", { kind: "ok", text: as("It"), finish: "length", mode: "text", firstTokenMs: 1 }, "truncated"],
  ] satisfies [string, Scripted, string][])("where %s, be it the ninth", async (_, broken, reason) => {
    const { client, run } = ask((n) => (n === 8 ? broken : as(fullAnswer)));
    expect(await run).toMatchObject({ kind: "not-done", failure: { kind: "not-graded", reason } });
    expect(client.requests).toHaveLength(9);
  });

  test("where it is stopped, and no further question is sent", async () => {
    const stop = new AbortController();
    let done = 0;
    const { client, run } = ask(
      () => as(fullAnswer),
      stop.signal,
      () => {
        if (++done === 3) stop.abort();
      },
    );
    expect(await run).toMatchObject({ kind: "not-done", failure: { reason: "cancelled" } });
    expect(client.requests.length).toBeLessThanOrEqual(4);
  });
});

test("what it takes is known before: ten calls, their tokens, time and price where those are known", () => {
  const { system, user } = blindRequest(question, 1);
  const takes = blindEstimate(question, {
    speed: { secondsPerAnswer: 3 },
    price: { input: 1, output: 2, currency: "EUR" },
  });
  expect(takes).toMatchObject({ answers: 10, calls: 10, seconds: 30, cost: { currency: "EUR" } });
  expect(takes.tokensIn).toBe(Math.round((10 * (system.length + user.length)) / 4));
  expect(takes.cost?.amount).toBeCloseTo((takes.tokensIn + 2 * takes.tokensOut) / 1e6);
  expect(blindEstimate(question)).not.toHaveProperty("seconds");
});
