// A changed rubric: by receipts only what it touches is looked at again, the rest is carried over, and the old attempt
// stays as it was.
import { describe, expect, it } from "vitest";
import type { Amendment } from "../../../src/core/attempts/amendment";
import type { Attempt } from "../../../src/core/attempts/attempt";
import type { Verdict } from "../../../src/core/marks/grade";
import { rubricHash } from "../../../src/core/text/hash";
import { marksOf } from "../../../src/core/marks/marks";
import type { Criterion, Question } from "../../../src/core/roadmap/question";
import { standingOf } from "../../../src/core/attempts/standing";
import { marksMoved, tallyAsGiven, touchedBy } from "../../../src/core/attempts/touched";
import { wordingOf, wordingsOf } from "../../../src/core/attempts/wordings";
import type { Checker } from "../../../src/grading/check/checker";
import type { Grader, GradeRequest } from "../../../src/grading/grader";
import { regrade } from "../../../src/grading/regrade";
import { sampleAmendment, sampleAttempt, sampleCheck } from "../core/attempts/sampleAttempt";
import { sampleQuestion } from "../core/roadmap/samplePlaced";

const old = sampleQuestion();
const words = { rubricHash: rubricHash(old), wordings: wordingsOf(old.criteria) };
const graded = sampleAttempt(0, { receipt: { ...sampleAttempt().receipt, strict: false, ...words } });
const checked = sampleCheck(0, { receipt: { ...sampleCheck().receipt, ...words } });
const reworded = (id: string, change: Partial<Criterion>): Question =>
  sampleQuestion({ criteria: old.criteria.map((c) => (c.id === id ? { ...c, ...change } : c)) });
const now = reworded("mitigation", { statement: "Names a mitigation" });

/** A mark on the old statement. */
function mark(criterion: string, attempt: Attempt, second: number): Amendment {
  const asked = old.criteria.find(({ id }) => id === criterion);
  if (asked === undefined) throw new Error("no criterion");
  const { statement } = wordingOf(asked);
  return sampleAmendment(second, { kind: "mark", criterion, verdict: "met", statement }, attempt);
}

/** A check that finds `ids` in the whole answer. */
function finds(...ids: string[]): Checker {
  const check: Checker["check"] = (question, answer) =>
    Promise.resolve({
      kind: "checked",
      nearWords: [],
      check: {
        criteria: question.criteria.map(({ id }) => ({
          criterion: id,
          found: ids.includes(id),
          quotes: ids.includes(id) ? [{ start: 0, end: answer.length, text: answer }] : [],
        })),
        observations: [],
      },
    });
  return { version: "c1", language: undefined, check, tellingIn: () => Promise.resolve(new Set()) };
}

/** The model of `graded`, which says met to all that it is asked; what it was asked is kept. */
function saysMet(change: Partial<Grader["identity"]> = {}) {
  const asked: GradeRequest[] = [];
  const { promptVersion, model = "", endpoint = "" } = graded.receipt;
  const identity: Grader["identity"] = { grader: "model", promptVersion, model, endpoint, strict: false, ...change };
  const grader: Grader = {
    id: "model",
    label: "gpt-x",
    identity,
    grade: (request) => {
      asked.push(request);
      const verdicts = request.question.criteria.map(({ id }): Verdict => ({
        criterion: id,
        verdict: "met",
        quotes: [],
        remark: "Now it does.",
      }));
      const grade = { verdicts, errors: [], summary: "All there.", flags: [] };
      return Promise.resolve({ kind: "graded", grade, receipt: { ...identity, ms: 5 } });
    },
  };
  return { grader, asked };
}

async function run(attempt: Attempt, question: Question, amendments: readonly Amendment[] = [], grader?: Grader) {
  const touched = touchedBy(attempt, question);
  if (touched === undefined) throw new Error("nothing is touched");
  let calls = 0;
  const by = { checker: finds("few", "mitigation"), ...(grader === undefined ? {} : { grader }) };
  const outcome = await regrade({
    ...{ attempt, amendments, question, touched, ...by, run: sampleAttempt(40).id },
    signal: new AbortController().signal,
    now: () => new Date(Date.UTC(2026, 10, 24)),
    random: () => `abcd${String((calls += 1))}`,
  });
  return outcome;
}

describe("what a change touches", () => {
  it("is told by the receipt: criterion by criterion, the new ones too", () => {
    expect(touchedBy(graded, old)).toBeUndefined();
    expect(touchedBy(graded, now)).toEqual({ criteria: ["mitigation"], known: true });
    const more = { id: "new", marks: 1, statement: "n", accepted: [], misconceptions: [], idea: "i" };
    expect(touchedBy(graded, sampleQuestion({ criteria: [...old.criteria, more] }))).toMatchObject({
      criteria: ["new"],
    });
  });

  it("is nothing where only marks, title or reference are others", () => {
    expect(touchedBy(graded, sampleQuestion({ title: "Other", reference: "Other", marks: 6 }))).toBeUndefined();
    expect(touchedBy(graded, reworded("few", { marks: 3 }))).toBeUndefined();
  });

  it("is everything where the attempt is older than kept words", () => {
    expect(touchedBy(sampleAttempt(), now)).toEqual({ criteria: ["few", "mitigation"], known: false });
    expect(touchedBy(sampleAttempt(), old)).toBeUndefined();
  });
});

describe("without a model", () => {
  it("checks the changed criteria again and carries the marks of the others over", async () => {
    const said = [mark("few", checked, 10), mark("mitigation", checked, 11)];
    const outcome = await run(checked, now, said);
    if (outcome.kind !== "regraded" || outcome.attempt.kind !== "checked") throw new Error(outcome.kind);
    const { attempt, amendments } = outcome;
    // "few" has what the old check had found, "mitigation" what the new one finds.
    expect(attempt.check.criteria.map(({ quotes }) => quotes[0]?.text)).toEqual(["It repeats", checked.answer]);
    expect(attempt.receipt).toMatchObject({ regraded: { of: checked.id, asked: ["mitigation"] } });
    expect(attempt.receipt.wordings).toEqual(wordingsOf(now.criteria));
    expect(amendments.map(({ amends }) => amends)).toEqual([said[0]?.amends]);
    expect(amendments.every((a) => a.attempt === attempt.id)).toBe(true);
    const before = tallyAsGiven(checked, said, now);
    const after = standingOf(attempt, amendments, now).tally;
    if (after === undefined) throw new Error("no tally");
    expect([marksOf(before).low, marksOf(after).low, after.open, marksMoved(before, after)]).toEqual([4, 2, 2, 2]);
  });

  it("carries a mark over where only an accepted wording was added: the statement is as it was", async () => {
    const said = [mark("mitigation", checked, 11)];
    const outcome = await run(checked, reworded("mitigation", { accepted: ["noise"] }), said);
    expect(outcome.kind === "regraded" && outcome.amendments.map(({ amends }) => amends)).toEqual([said[0]?.amends]);
  });

  it("carries no mark over of which nobody knows the words", async () => {
    const undated = sampleAmendment(10, { kind: "mark", criterion: "few", verdict: "met" }, checked);
    const outcome = await run(sampleCheck(), now, [undated]);
    expect(outcome).toMatchObject({ kind: "regraded", amendments: [] });
  });

  it("leaves what a model graded to a model or to the learner", async () => {
    expect(await run(graded, now)).toEqual({ kind: "needs-model" });
  });
});

describe("with a model that may give marks", () => {
  it("asks only the touched criteria and keeps its other verdicts", async () => {
    const { grader, asked } = saysMet();
    const outcome = await run(graded, now, [], grader);
    expect(asked.map(({ question }) => question.criteria.map(({ id }) => id))).toEqual([["mitigation"]]);
    if (outcome.kind !== "regraded" || outcome.attempt.kind !== "graded") throw new Error(outcome.kind);
    const { grade, receipt } = outcome.attempt;
    expect(grade.verdicts.map(({ criterion, remark }) => [criterion, remark])).toEqual([
      ["few", "Says it."],
      ["mitigation", "Now it does."],
    ]);
    expect(grade.summary).toBe("");
    expect(receipt).toMatchObject({ regraded: { asked: ["mitigation"] }, qualification: "qualified" });
    expect(touchedBy(outcome.attempt, now)).toBeUndefined();
  });

  it("asks all where another model, or one by another prompt, had graded", async () => {
    for (const change of [{ model: "other" }, { promptVersion: "p2" }]) {
      const { grader, asked } = saysMet(change);
      const outcome = await run(graded, now, [], grader);
      expect(asked[0]?.question.criteria).toHaveLength(2);
      expect(outcome).toMatchObject({ attempt: { receipt: { regraded: { asked: ["few", "mitigation"] } } } });
    }
  });
});
