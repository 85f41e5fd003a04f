// Three gradings of one answer: what they agree on, and what a split does to the marks.
import { describe, expect, it } from "vitest";
import type { VerdictKind } from "../../../src/core/roadmap/question";
import type { GradeOutcome, Grader } from "../../../src/grading/grader";
import { checkStability } from "../../../src/grading/stability";
import { sampleQuestion as question } from "../../support/sampleQuestion";

const identity = { grader: "model", promptVersion: "p1", model: "m", endpoint: "e", strict: false } as const;

/** A model that says one row of verdicts a run. */
function model(rows: readonly (readonly VerdictKind[] | GradeOutcome)[]): { grader: Grader; runs: () => number } {
  let runs = 0;
  const grade = (): Promise<GradeOutcome> => {
    const row = rows[runs++] ?? [];
    if ("kind" in row) return Promise.resolve(row);
    const verdicts = question.criteria.map(({ id }, i) => ({
      criterion: id,
      verdict: row[i] ?? ("missed" as const),
      quotes: [],
      remark: "",
    }));
    return Promise.resolve({
      kind: "graded",
      grade: { verdicts, errors: [], summary: "", flags: [] },
      receipt: { ...identity, ms: 1 },
    });
  };
  return { grader: { id: "model", label: "m", identity, grade }, runs: () => runs };
}

const never = new AbortController().signal;

describe("stability", () => {
  it("is 3 of 3 and one mark where all agree", async () => {
    const steady = model(Array.from({ length: 3 }, () => ["met", "missed", "partly", "missed"] as const));
    const told: number[] = [];
    const outcome = await checkStability(steady.grader, { question, answer: "x" }, never, (done) => told.push(done));
    if (outcome.kind !== "done") throw new Error(outcome.kind);
    expect(outcome.stability.criteria.map(({ agree }) => agree)).toEqual([3, 3, 3, 3]);
    expect(outcome.stability.marks).toMatchObject({ low: outcome.stability.marks.high });
    expect(told).toEqual([1, 2, 3]);
    expect(steady.runs()).toBe(3);
  });

  it("is 2 of 3 with a range of marks where one run differs, and unclear where all three do", async () => {
    const { grader } = model([
      ["met", "met", "missed", "missed"],
      ["met", "missed", "missed", "partly"],
      ["met", "met", "missed", "contradicted"],
    ]);
    const outcome = await checkStability(grader, { question, answer: "x" }, never);
    if (outcome.kind !== "done") throw new Error(outcome.kind);
    const { criteria, marks } = outcome.stability;
    expect(criteria.map(({ verdict, agree }) => [verdict, agree])).toEqual([
      ["met", 3],
      ["met", 2],
      ["missed", 3],
      ["unclear", 1],
    ]);
    expect(marks.low).toBeLessThan(marks.high);
  });

  it("is no measure where one run comes to no grade", async () => {
    const failure: GradeOutcome = { kind: "not-graded", reason: "offline", message: "gone." };
    const { grader, runs } = model([["met"], failure]);
    expect(await checkStability(grader, { question, answer: "x" }, never)).toBe(failure);
    expect(runs()).toBe(2);
  });
});
