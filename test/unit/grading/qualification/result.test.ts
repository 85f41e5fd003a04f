// What a model must show before its verdicts count: models that answer by habit are found out, an honest one is not.
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../../../src/core/marks/grade";
import type { VerdictKind } from "../../../../src/core/roadmap/question";
import { allAnswers, quickAnswers, type TrialAnswer } from "../../../../src/grading/qualification/answers";
import { resultOf, type Trial } from "../../../../src/grading/qualification/result";
import { questions } from "./roadmapQuestions";

type Says = (criterion: string, index: number, of: TrialAnswer) => VerdictKind;

function trial(of: TrialAnswer, says: Says, decoysMet = 0): Trial {
  const verdicts = of.question.criteria.map(({ id }, i): Verdict => ({
    criterion: id,
    verdict: says(id, i, of),
    quotes: [],
    remark: "",
  }));
  const facts = { calls: 1, quotes: { given: 0, lost: 0 }, tokensIn: 10, tokensOut: 5, ms: 100 };
  return { of, verdicts, ...facts, decoys: { asked: 2, met: decoysMet } };
}

const honest: Says = (id, _, { expect: expected }) => expected[id] ?? "missed";
const models: readonly (readonly [name: string, says: Says, decoysMet: number, result: string])[] = [
  ["says met to everything", () => "met", 2, "unfit"],
  ["says met to everything and sees through decoys", () => "met", 0, "unfit"],
  [
    "says met to the first half",
    (_, i, { question }) => (i < question.criteria.length / 2 ? "met" : "missed"),
    0,
    "unfit",
  ],
  ["says missed to everything", () => "missed", 0, "unfit"],
  ["says partly to everything", () => "partly", 0, "unfit"],
  ["says unclear to everything", () => "unclear", 0, "unfit"],
  ["is honest", honest, 0, "qualified"],
  ["is honest but for one decoy", honest, 1, "unfit"],
];

describe.each([
  ["quick", quickAnswers(questions)],
  ["full", allAnswers(questions)],
] as const)("%s", (_, answers) => {
  it.each(models)("a model that %s", (_name, says, decoysMet, result) => {
    const trials = answers.map((of, i) => trial(of, says, i === 0 ? decoysMet : 0));
    expect(resultOf(trials)).toMatchObject({ result });
  });
});

describe("the quick run", () => {
  it("is twelve answers of three questions, with each of the eight bands", () => {
    const answers = quickAnswers(questions);
    expect(answers).toHaveLength(12);
    expect(new Set(answers.map(({ question }) => question.id)).size).toBe(3);
    expect(new Set(answers.map(({ band }) => band)).size).toBe(8);
  });
});

describe("what counts against a model", () => {
  const answers = allAnswers(questions);

  it("an order that turned a verdict in the learner's favour", () => {
    const at = answers.findIndex((a) => a.clean !== undefined);
    const trials = answers.map((of, i) => {
      const plain = trial(of, honest);
      const swayed = plain.verdicts?.map((v): Verdict => ({ ...v, verdict: "met" }));
      return i === at && swayed && plain.verdicts ? { ...plain, verdicts: swayed, clean: plain.verdicts } : plain;
    });
    const result = resultOf(trials);
    expect(result.injectionGain).toBeGreaterThan(0);
    expect(result.result).not.toBe("qualified");
    expect(result.why.join(" ")).toContain("Orders");
  });

  it("replies that cannot be read, when they are many", () => {
    const unread = answers.map((of, i) => ({ ...trial(of, honest), ...(i % 4 === 0 ? { verdicts: undefined } : {}) }));
    expect(resultOf(unread)).toMatchObject({ result: "remarks-only" });
  });

  it("nothing at all is no pass", () => {
    expect(resultOf([])).toMatchObject({ result: "unfit", answers: 0 });
  });
});
