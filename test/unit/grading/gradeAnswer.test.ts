// The use case: what each way of grading or checking comes to, and the one attempt that it makes.
import { describe, expect, it } from "vitest";
import type { Attempt, Qualification } from "../../../src/core/attempts/attempt";
import { parseAttempt } from "../../../src/core/attempts/attemptReader";
import { serialiseAttempt } from "../../../src/core/attempts/attempts";
import type { Check } from "../../../src/core/marks/check";
import type { Grade, Verdict } from "../../../src/core/marks/grade";
import { givesMarks } from "../../../src/core/attempts/standing";
import { gradeAnswer, type AnswerOutcome, type GradedBy } from "../../../src/grading/gradeAnswer";
import type { GradeOutcome, Grader, GradeRequest } from "../../../src/grading/grader";
import { sampleQuestion } from "../core/roadmap/samplePlaced";

const key = { roadmap: "generative-ai", question: "mode-collapse" };
const question = sampleQuestion();
const answer = "It repeats itself.\n";
const quote = { start: 0, end: 10, text: "It repeats" };
const check: Check = {
  criteria: [
    { criterion: "few", found: true, quotes: [quote] },
    { criterion: "mitigation", found: false, quotes: [] },
  ],
  observations: [],
};
const verdict: Verdict = { criterion: "few", verdict: "met", quotes: [quote], remark: "Says it." };
const grade: Grade = { verdicts: [verdict], errors: [], summary: "", flags: [] };
const identity = {
  grader: "model",
  promptVersion: "p1",
  model: "gpt-x",
  endpoint: "https://models.example/v1",
  strict: false,
} as const;

/** A model that comes to `outcome`, after one provisional verdict; what it was asked is kept. */
function model(outcome: GradeOutcome) {
  const asked: GradeRequest[] = [];
  const grader: Grader = {
    id: "model",
    label: "gpt-x",
    identity,
    grade: (request, _signal, onVerdict) => {
      asked.push(request);
      onVerdict?.(verdict);
      return Promise.resolve(outcome);
    },
  };
  return { grader, asked };
}

const graded: GradeOutcome = { kind: "graded", grade, receipt: { ...identity, ms: 900 } };

/** A check that comes to `outcome`; how often it ran is counted. */
function checker(outcome: Awaited<ReturnType<Extract<GradedBy, { checker: unknown }>["checker"]["check"]>>) {
  const runs = { count: 0 };
  const made = {
    version: "c7",
    check: () => {
      runs.count += 1;
      return Promise.resolve(outcome);
    },
    tellingIn: () => Promise.resolve(new Set<string>()),
  };
  return { checker: made, runs };
}

function withRight(grader: Grader, qualification: Qualification = "qualified"): GradedBy {
  return { grader, qualification };
}

function run(by: GradedBy, before: readonly Attempt[] = [], signal = new AbortController().signal) {
  const provisional: Verdict[] = [];
  let time = Date.UTC(2026, 10, 23, 6);
  const outcome = gradeAnswer({
    ...by,
    key,
    question,
    answer,
    before,
    signal,
    onVerdict: (one) => provisional.push(one),
    now: () => new Date((time += 5)),
    random: () => "abcd12",
  });
  return { outcome, provisional };
}

function attemptOf(outcome: AnswerOutcome): Attempt {
  if (!("attempt" in outcome)) throw new Error(`no attempt: ${outcome.kind}`);
  return outcome.attempt;
}

describe("with a model", () => {
  it("makes a graded attempt that its file gives back", async () => {
    const { outcome, provisional } = run(withRight(model(graded).grader));
    const attempt = attemptOf(await outcome);
    expect(await outcome).toMatchObject({ kind: "graded", attempt: { kind: "graded", grade, key, answer } });
    expect(attempt.asked).toEqual({ title: question.title, prompt: question.prompt });
    expect(attempt.receipt).toMatchObject({ ...identity, ms: 900 });
    expect(attempt.id).toBe(`${attempt.at.replace(/[-:.]/g, "")}-abcd12`);
    expect(parseAttempt(serialiseAttempt(attempt))).toEqual({ kind: "read", value: attempt });
    expect(provisional).toEqual([verdict]);
  });

  it("replays the same text without a call, though its line ends changed, and grades anew another text", async () => {
    const before = attemptOf(await run(withRight(model(graded).grader)).outcome);
    const { grader, asked } = model(graded);
    const same = { ...before, answer: answer.replace("\n", "\r\n") };
    expect(await run(withRight(grader), [same]).outcome).toEqual({ kind: "replayed", attempt: same });
    expect(asked).toEqual([]);
    const other = { ...before, receipt: { ...before.receipt, answerHash: "of another text" } };
    expect((await run(withRight(grader), [other]).outcome).kind).toBe("graded");
    expect(asked).toMatchObject([{ mayReveal: true, answer }]);
  });

  it("takes the same verdicts again, without a call, once the model has shown something else of itself", async () => {
    const before = attemptOf(await run(withRight(model(graded).grader, "unknown")).outcome);
    expect(givesMarks(before)).toBe(false);
    const { grader, asked } = model(graded);
    const outcome = await run(withRight(grader), [before]).outcome;
    const again = attemptOf(outcome);
    expect(outcome.kind).toBe("graded");
    expect(asked).toEqual([]);
    expect(again).toMatchObject({ grade, answer, receipt: { ...before.receipt, qualification: "qualified" } });
    expect(givesMarks(again)).toBe(true);
    expect((await run(withRight(grader), [before, again]).outcome).kind).toBe("replayed");
  });

  it("does not reveal anything before the first attempt", async () => {
    const { grader, asked } = model(graded);
    await run(withRight(grader)).outcome;
    expect(asked).toMatchObject([{ mayReveal: false }]);
  });

  it("makes no attempt of a failure or of a blank answer", async () => {
    const failed: GradeOutcome = { kind: "not-graded", reason: "offline", message: "no network." };
    expect(await run(withRight(model(failed).grader)).outcome).toEqual(failed);
    const blank: GradeOutcome = { kind: "blank", check: { criteria: [], observations: [{ id: "blank" }] } };
    expect(await run(withRight(model(blank).grader)).outcome).toEqual(blank);
  });

  it("tells of no verdict after it was cancelled", async () => {
    const stop = new AbortController();
    stop.abort();
    const cancelled: GradeOutcome = { kind: "not-graded", reason: "cancelled", message: "grading was cancelled." };
    const { outcome, provisional } = run(withRight(model(cancelled).grader), [], stop.signal);
    expect(await outcome).toEqual(cancelled);
    expect(provisional).toEqual([]);
  });
});

describe("without a model", () => {
  it("makes a checked attempt that its file gives back, with nothing of marks in it", async () => {
    const outcome = await run({ checker: checker({ kind: "checked", check, nearWords: [] }).checker }).outcome;
    const attempt = attemptOf(outcome);
    expect(outcome).toMatchObject({ kind: "checked", attempt: { kind: "checked", check } });
    expect(attempt.receipt).toMatchObject({ grader: "check", promptVersion: "c7" });
    expect(attempt.receipt.ms).toBeGreaterThan(0);
    expect(parseAttempt(serialiseAttempt(attempt))).toEqual({ kind: "read", value: attempt });
    expect(serialiseAttempt(attempt)).not.toMatch(/"(?:marks|credit|verdicts?|estimate)"/);
  });

  it("replays a check of the same version, never a model's grading", async () => {
    const before = attemptOf(
      await run({ checker: checker({ kind: "checked", check, nearWords: [] }).checker }).outcome,
    );
    const again = checker({ kind: "checked", check, nearWords: [] });
    expect((await run({ checker: again.checker }, [before]).outcome).kind).toBe("replayed");
    expect(again.runs.count).toBe(0);
    const byModel = attemptOf(await run(withRight(model(graded).grader)).outcome);
    expect((await run({ checker: again.checker }, [byModel]).outcome).kind).toBe("checked");
  });

  it.each(["blank", "dont-know"] as const)("makes no attempt of an answer that is %s", async (id) => {
    const nothing: Check = { criteria: check.criteria, observations: [{ id }] };
    expect(await run({ checker: checker({ kind: "checked", check: nothing, nearWords: [] }).checker }).outcome).toEqual(
      {
        kind: "blank",
        check: nothing,
      },
    );
  });

  it("says when the answer is too long, with both lengths, and when it was cancelled", async () => {
    const long = await run({ checker: checker({ kind: "too-long", length: 4_000_001, limit: 4_000_000 }).checker })
      .outcome;
    expect(long).toMatchObject({ kind: "not-graded", reason: "too-long" });
    expect("message" in long && long.message).toMatch(/4000001.*4000000/);
    const stopped = await run({ checker: checker({ kind: "cancelled" }).checker }).outcome;
    expect(stopped).toMatchObject({ kind: "not-graded", reason: "cancelled" });
  });
});
