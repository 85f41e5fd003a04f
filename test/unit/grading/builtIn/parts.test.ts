// The grader's parts: near copies, 4-grams, the credit curve and rubrics made from a reference.
import { describe, expect, it } from "vitest";
import { rubricTotal } from "../../../../src/core/question";
import { tokenise } from "../../../../src/core/text/tokens";
import { charGrams, cosine } from "../../../../src/grading/builtIn/charGrams";
import { creditOf, verdictOf } from "../../../../src/grading/builtIn/credit";
import { criteriaFromReference } from "../../../../src/grading/builtIn/criteriaFromReference";
import { copyShare, isFlippedCopy } from "../../../../src/grading/builtIn/nearCopy";
import { gradeBuiltIn } from "../../../../src/grading/builtIn/builtInGrader";

const flipped = (a: string, b: string): boolean => isFlippedCopy(tokenise(a), tokenise(b));

describe("near copies", () => {
  const original = "A higher temperature increases the variety of the generated text.";
  it.each([
    "A higher temperature does not increase the variety of the generated text.",
    "A higher temperature decreases the variety of the generated text.",
    "A higher temperature never increases the variety of the text that is generated.",
  ])("sees that %j turns it round", (text) => expect(flipped(text, original)).toBe(true));

  it.each([
    original,
    "A lower temperature decreases the variety of the generated text.",
    "A higher temperature does not decrease the variety of the generated text.",
    "Temperature has no influence on embeddings.",
    "With a high temperature the output is not predictable.",
  ])("lets %j pass", (text) => expect(flipped(text, original)).toBe(false));

  it("measures how much is copied in order", () => {
    expect(copyShare(tokenise("alpha beta gamma"), tokenise("alpha beta gamma"))).toBe(1);
    expect(copyShare(tokenise("gamma beta alpha"), tokenise("alpha beta gamma"))).toBeCloseTo(1 / 3);
    expect(copyShare([], [])).toBe(0);
  });
});

describe("similarity and credit", () => {
  it("is 1 for equal words, 0 for none in common, and symmetric", () => {
    const [a, b, c] = ["vector database", "vector databases", "hash"].map((s) => charGrams(tokenise(s))) as [
      ReturnType<typeof charGrams>,
      ReturnType<typeof charGrams>,
      ReturnType<typeof charGrams>,
    ];
    expect(cosine(a, a)).toBeCloseTo(1);
    expect(cosine(a, b)).toBeGreaterThan(0.8);
    expect(cosine(a, b)).toBe(cosine(b, a));
    expect(cosine(a, c)).toBe(0);
  });

  it("rises from 0 to 1 and stays in bounds", () => {
    for (const wordings of [1, 4]) {
      expect(creditOf(0, wordings)).toBe(0);
      expect(creditOf(1, wordings)).toBe(1);
      for (let s = 0.05; s <= 1; s += 0.05)
        expect(creditOf(s, wordings)).toBeGreaterThanOrEqual(creditOf(s - 0.05, wordings));
    }
    expect([0, 0.5, 1].map(verdictOf)).toEqual(["missed", "partly", "met"]);
  });
});

describe("criteriaFromReference", () => {
  const bare = {
    prompt: "Why index a table?",
    marks: 2.5,
    reference: "An index finds rows quickly. It costs space.\n\n- Writes become slower\n- Why index a table?",
  };

  it("makes a criterion of each statement, which share the marks; the question's own words are none", () => {
    const question = criteriaFromReference(bare);
    expect(question.criteria.map((c) => c.statement)).toEqual([
      "An index finds rows quickly.",
      "It costs space.",
      "Writes become slower",
    ]);
    expect(rubricTotal(question)).toBeCloseTo(2.5);
    expect(question.marks).toBe(2.5);
  });

  it("pays the reference in full and gives nothing of it away", () => {
    const question = criteriaFromReference(bare);
    const outcome = gradeBuiltIn({ question, answer: bare.reference });
    expect(outcome).toMatchObject({ kind: "graded", grade: { marks: { low: 2.5, max: 2.5 } } });
    const empty = gradeBuiltIn({ question, answer: "Something else entirely." });
    if (empty.kind === "graded")
      for (const v of empty.grade.verdicts) expect(v.remark).not.toMatch(/rows|space|slower/);
  });

  it("makes one criterion of a reference without sentences, and survives an empty one", () => {
    expect(criteriaFromReference({ ...bare, reference: "42" }).criteria).toHaveLength(1);
    const question = criteriaFromReference({ ...bare, reference: "" });
    expect(gradeBuiltIn({ question, answer: "anything" })).toMatchObject({
      kind: "graded",
      grade: { marks: { low: 0 } },
    });
  });
});
