// Remarks of an attempt as it stands: whose word counts, what a group waits for, and that a check has no marks.
import { describe, expect, it } from "vitest";
import type { Amends } from "../../../../src/core/attempts/amendment";
import type { CheckedAttempt, GradedAttempt, Receipt } from "../../../../src/core/attempts/attempt";
import type { Observation } from "../../../../src/core/marks/check";
import { provisionalRemarks, remarksOf } from "../../../../src/core/feedback/remarks";
import { remarkTitle } from "../../../../src/core/feedback/words";
import type { Verdict } from "../../../../src/core/marks/grade";
import type { VerdictKind } from "../../../../src/core/roadmap/question";
import { standingOf } from "../../../../src/core/attempts/standing";
import { sampleQuestion as question } from "../../../support/sampleQuestion";

const base = {
  version: 2,
  id: "20260102T030405000Z-abcd1234",
  key: { roadmap: "r", question: question.id },
  at: "2026-01-02T03:04:05.000Z",
  answer: "It repeats itself.",
  asked: { title: question.title, prompt: question.prompt },
} as const;
const receipt: Receipt = {
  answerHash: "a",
  rubricHash: "b",
  promptVersion: "1",
  grader: "model",
  model: "m",
  qualification: "qualified",
  ms: 1,
};
const quote = { start: 0, end: 10, text: "It repeats" };

function graded(kinds: Readonly<Record<string, VerdictKind>>, change: Partial<Receipt> = {}): GradedAttempt {
  const verdicts = Object.entries(kinds).map(([criterion, verdict]): Verdict => ({
    criterion,
    verdict,
    quotes: [quote],
    remark: "Says so.",
  }));
  const errors = [{ quotes: [quote], remark: "Not itself." }];
  return {
    ...base,
    kind: "graded",
    grade: { verdicts, errors, summary: "", flags: [] },
    receipt: { ...receipt, ...change },
  };
}

function checked(found: readonly string[], observations: readonly Observation[] = []): CheckedAttempt {
  const criteria = question.criteria.map(({ id }) => ({
    criterion: id,
    found: found.includes(id),
    quotes: found.includes(id) ? [quote] : [],
  }));
  return { ...base, kind: "checked", check: { criteria, observations }, receipt: { ...receipt, grader: "check" } };
}

function remarks(attempt: GradedAttempt | CheckedAttempt, ...said: readonly Amends[]) {
  const amendments = said.map((amends, n) => ({
    version: 1 as const,
    id: `20260102T03040600${n}Z-abcd1234`,
    key: base.key,
    at: base.at,
    attempt: base.id,
    amends,
  }));
  const all = remarksOf(standingOf(attempt, amendments, question), question);
  return new Map(all.map((remark) => [remark.id, remark]));
}

describe("remarks of a check", () => {
  it("say what was found and what not, with no marks and no verdict", () => {
    const all = [...remarks(checked(["few-outputs"])).values()];
    expect(all.map(({ state, by, marks }) => ({ state, by, marks }))).toEqual([
      { state: "found", by: "check", marks: "" },
      ...["why", "wasserstein", "minibatch"].map(() => ({ state: "not-found", by: "check", marks: "" })),
    ]);
  });

  it.each(["other-language", "only-picture", "only-code"] as const)("of what it cannot read (%s) say no more", (id) => {
    const all = [...remarks(checked(["few-outputs"], [{ id }])).values()];
    expect(all.map(({ state }) => state)).toEqual(["found", "unread", "unread", "unread"]);
    expect(all.map(remarkTitle).join()).not.toMatch(/not found/i);
  });

  it("carry a misconception to its criterion", () => {
    const [misconception = ""] = question.criteria[0]?.misconceptions ?? [];
    const observation = { id: "common-misconception", criterion: "few-outputs", misconception } as const;
    const all = remarks(checked(["few-outputs"], [observation]));
    expect(all.get("few-outputs")?.misconception).toBe(misconception);
    expect(all.get("why")?.misconception).toBeUndefined();
  });

  it("name what a group still waits for", () => {
    expect(remarks(checked(["wasserstein"])).get("minibatch")?.group).toBe(
      "one more of: a change of what the discriminator sees",
    );
    expect(remarks(checked([])).get("minibatch")?.group).toBe(
      "2 more of: a change of the loss; a change of what the discriminator sees",
    );
    expect(remarks(checked(["wasserstein"])).get("wasserstein")?.group).toBeUndefined();
  });
});

describe("remarks of a model", () => {
  it("have its words and marks, errors after them", () => {
    const all = remarks(graded({ "few-outputs": "met", why: "partly" }));
    expect(all.get("few-outputs")).toMatchObject({ state: "met", by: "model", text: "Says so.", marks: "1 of 1 mark" });
    expect(all.get("why")?.marks).toBe("½ of 1 mark");
    expect([...all.keys()].at(-1)).toBe("error:1");
    expect(all.get("error:1")).toMatchObject({ state: "contradicted", idea: "", text: "Not itself.", marks: "" });
  });

  it("have no marks where it has not earned the right to give them", () => {
    const all = remarks(graded({ "few-outputs": "met" }, { qualification: "remarks-only" }));
    expect(all.get("few-outputs")?.marks).toBe("");
  });

  it("draw no member of a group whose place a better one has taken", () => {
    const oneOf = { ...question, groups: [{ id: "ways", choose: 1, marks: 1 }] };
    const attempt = graded({ wasserstein: "missed", minibatch: "met" });
    const all = remarksOf(standingOf(attempt, [], oneOf), oneOf);
    expect(all.map((r) => [r.id, r.counts])).toEqual([
      ["wasserstein", false],
      ["minibatch", true],
      ["error:1", true],
    ]);
    expect(all[0]?.group).toBeUndefined();
  });

  it("have neither ideas nor marks of a question that is gone, and still say everything", () => {
    const [first] = remarksOf(standingOf(graded({ "few-outputs": "met" }), [], undefined), undefined);
    expect(first).toMatchObject({ idea: "few outputs", marks: "", text: "Says so." });
  });

  it("have no marks while they arrive", () => {
    const [first] = provisionalRemarks(graded({ "few-outputs": "met" }).grade.verdicts, question);
    expect(first).toMatchObject({ state: "met", by: "model", idea: "what mode collapse looks like", marks: "" });
  });
});

describe("the learner's own word", () => {
  it("stands above a check's, with its marks, and the check's stays in sight", () => {
    const all = remarks(checked(["few-outputs"]), { kind: "mark", criterion: "few-outputs", verdict: "partly" });
    expect(all.get("few-outputs")).toMatchObject({
      state: "partly",
      by: "learner",
      before: { state: "found", by: "check" },
      marks: "½ of 1 mark",
      quotes: [quote],
    });
  });

  it("stands above a model's, downwards as well", () => {
    const all = remarks(graded({ "few-outputs": "met" }), {
      kind: "mark",
      criterion: "few-outputs",
      verdict: "missed",
    });
    expect(all.get("few-outputs")).toMatchObject({
      state: "missed",
      by: "learner",
      before: { state: "met", by: "model" },
      marks: "0 of 1 mark",
    });
  });

  it("dismisses remarks and errors, and disputes", () => {
    const all = remarks(
      graded({ "few-outputs": "missed", why: "missed" }),
      { kind: "dismiss", criterion: "few-outputs" },
      { kind: "dismiss", criterion: "error:1" },
      { kind: "dispute", criterion: "why", words: "I say it." },
    );
    expect(all.get("few-outputs")?.dismissed).toBe(true);
    expect(all.get("error:1")?.dismissed).toBe(true);
    expect(all.get("why")).toMatchObject({ disputed: "I say it.", dismissed: false, state: "missed" });
  });
});
