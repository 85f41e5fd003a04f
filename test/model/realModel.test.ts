// A real model over a real server, ROADMAP_TUTOR_MODEL_URL and ROADMAP_TUTOR_MODEL: it streams, it can be stopped, and
// a quick trial comes to a result. How well it grades is its own affair; a small one must not get past the decoys.
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/core/marks/grade";
import { newChecker } from "../../src/grading/check/checker";
import { modelGrader } from "../../src/grading/modelGrader";
import { judgedBy } from "../../src/grading/qualification/result";
import { tryModel } from "../../src/grading/qualification/tryModel";
import { questions, roadmap } from "../unit/grading/qualification/roadmapQuestions";

const baseUrl = process.env["ROADMAP_TUTOR_MODEL_URL"] ?? "";
const model = process.env["ROADMAP_TUTOR_MODEL"] ?? "";
const checker = newChecker(questions);
/** A model on two cores reads for minutes. */
const grader = modelGrader({ baseUrl, model, timeout: 20 * 60_000 }, { checker, roadmap });
const [question] = questions;
const answer = question?.goldens.find(({ kind }) => kind === "full")?.answer ?? "";

describe(`${model} at ${baseUrl}`, () => {
  it("streams its verdicts, and what it quotes stands in the answer", async () => {
    if (question === undefined) throw new Error("no question");
    const seen: Verdict[] = [];
    const signal = new AbortController().signal;
    const outcome = await grader.grade({ question, answer }, signal, (verdict) => seen.push(verdict));
    // Whatever it says, nothing is made up: quotes stand in the answer, and a failure is the model's own.
    const own = ["malformed", "truncated", "too-long-reply", "said-yes-to-decoys"];
    if (outcome.kind === "not-graded") expect(own).toContain(outcome.reason);
    const verdicts = outcome.kind === "graded" ? outcome.grade.verdicts : seen;
    for (const { quotes } of verdicts)
      for (const { start, end, text } of quotes) expect(answer.slice(start, end)).toBe(text);
    if (outcome.kind === "graded") expect(outcome.facts?.decoys.asked).toBeGreaterThan(0);
  });

  it("is stopped at once", async () => {
    if (question === undefined) throw new Error("no question");
    const stop = new AbortController();
    const asked = grader.grade({ question, answer }, stop.signal);
    setTimeout(() => stop.abort(), 1000);
    expect(await asked).toMatchObject({ kind: "not-graded", reason: "cancelled" });
  });

  it("comes to a result in a quick trial, that follows from what was counted", async () => {
    const signal = new AbortController().signal;
    const outcome = await tryModel({ grader, questions, run: "quick", signal, now: () => new Date() });
    if (outcome.kind !== "done") throw new Error(`${outcome.failure.message} ${outcome.failure.detail ?? ""}`);
    const { qualification } = outcome;
    console.log(JSON.stringify(qualification));
    expect(qualification.answers).toBe(12);
    expect(judgedBy(qualification).result).toBe(qualification.result);
    // What the published figures say of the smallest models: below about three billion parameters they can't grade.
    if (/(?:^|[-_:])(?:0\.\d|1(?:\.\d)?)b\b|\d+m\b/i.test(model)) expect(qualification.result).not.toBe("qualified");
  });
});
