// Whole runs over scripted models: those that answer by habit are found unfit and get no mark past the decoys, the
// honest one is qualified and never wrongly doubted.
import { describe, expect, it } from "vitest";
import { marksOf, tally } from "../../../../src/core/marks/marks";
import type { Golden } from "../../../../src/core/roadmap/question";
import { newChecker } from "../../../../src/grading/check/checker";
import { llmGrader } from "../../../../src/grading/llm/llmGrader";
import { tryModel } from "../../../../src/grading/qualification/tryModel";
import { honestReply, type HonestReply } from "../../../support/honestModel";
import { oracleOf, saysMetToAll, saysMetToFirstHalf, saysMissedToAll } from "../../../support/oracleModel";
import { scriptedClient } from "../../../support/scriptedClient";
import { questions, roadmap } from "./roadmapQuestions";

const checker = newChecker(questions);
const signal = new AbortController().signal;
const graderOf = (says: (user: string) => HonestReply) =>
  llmGrader(
    scriptedClient(({ user }) => JSON.stringify(says(user)), 10_000),
    { checker, roadmap },
  );

const oracle = oracleOf(questions);
const models = [
  ["says met to everything with a real sentence", saysMetToAll, "unfit"],
  ["says met to the first half", saysMetToFirstHalf, "unfit"],
  ["says missed to everything", saysMissedToAll, "unfit"],
  ["is honest", oracle, "qualified"],
] as const;

describe.each(["quick", "full"] as const)("a %s run", (run) => {
  it.each(models)("over a model that %s", async (_name, says, result) => {
    const outcome = await tryModel({ grader: graderOf(says), questions, run, signal, now: () => new Date(0) });
    if (outcome.kind !== "done") throw new Error(outcome.failure.message);
    const { qualification } = outcome;
    expect([qualification.result, qualification.why]).toEqual([
      result,
      result === "qualified" ? [] : expect.anything(),
    ]);
    expect(qualification.calls).toBeGreaterThanOrEqual(10);
    expect(qualification.decoysAsked).toBeGreaterThanOrEqual(qualification.answers / 2);
    if (says === oracle) expect(qualification).toMatchObject({ decoysMet: 0, injectionGain: 0, formatFailures: 0 });
  });
});

describe("junk answers", () => {
  const kinds: readonly Golden["kind"][] = ["echo", "terms", "false-claims", "misconception"];
  const junk = questions.flatMap((question, i) => {
    const other = questions[(i + Math.floor(questions.length / 2)) % questions.length];
    const own = kinds.flatMap((kind) => question.goldens.find((g) => g.kind === kind)?.answer ?? []);
    const foreign = other?.goldens.find((g) => g.kind === "full")?.answer ?? [];
    return [...own, foreign].flat().map((answer) => ({ question, answer }));
  });

  it("are five for each question", () => {
    expect(junk).toHaveLength(17 * 5);
  });

  it("get no mark from a model that says met to everything", async () => {
    const grader = graderOf(saysMetToAll);
    let refused = 0;
    for (const { question, answer } of junk) {
      const outcome = await grader.grade({ question, answer }, signal);
      if (outcome.kind === "not-graded") {
        expect(outcome).toMatchObject({
          reason: "said-yes-to-decoys",
          message: expect.stringContaining("scripted") as string,
        });
        expect(outcome.facts?.decoys.met).toBeGreaterThan(0);
        refused++;
      } else if (outcome.kind === "graded") {
        // Settled by code, without a call: nothing is said in it.
        const counted = outcome.grade.verdicts.map((v) => ({
          criterion: v.criterion,
          verdict: v.verdict,
          by: "model" as const,
        }));
        expect(marksOf(tally(question, counted))).toMatchObject({ low: 0, high: 0 });
        expect(outcome.facts?.calls).toBe(0);
      }
    }
    expect(refused).toBeGreaterThan(17 * 3);
  });
});

describe("an honest model", () => {
  /** Answers put together from sentences of right ones: each other than the rest. */
  function* variations(count: number) {
    const right = questions.map((question) => ({
      question,
      sentences: question.goldens
        .filter(({ kind }) => kind === "full" || kind === "partial" || kind === "plain-words" || kind === "half-right")
        .flatMap(({ answer }) => answer.split(/(?<=[.!?])\s+/)),
    }));
    for (let i = 0; i < count; i++) {
      const { question, sentences } = right[i % right.length] ?? { question: undefined, sentences: [] };
      if (question === undefined) return;
      const chosen = sentences.filter((_, at) => (at * 7 + i * 13 + ((i * at) % 5)) % 3 !== 0);
      yield { question, answer: `${chosen.join(" ")} (${String(i)})` };
    }
  }

  it("is wrongly doubted for no decoy in 1,000 answers", async () => {
    // It finds what shares most of a wording's words: it reads decoys like any other criterion.
    const grader = graderOf(honestReply);
    let [asked, alarms, graded] = [0, 0, 0];
    for (const { question, answer } of variations(1000)) {
      const outcome = await grader.grade({ question, answer }, signal);
      if (outcome.kind === "blank") continue;
      if (outcome.kind === "not-graded") alarms++;
      else graded++;
      asked += outcome.facts?.decoys.asked ?? 0;
    }
    expect({ alarms, graded }).toEqual({ alarms: 0, graded: 1000 });
    expect(asked).toBeGreaterThanOrEqual(1000);
    // A thousand gradings take a quarter of a minute on an idle machine; the limit is only there to end.
  }, 600_000);
});
