// The learner's own word: what it may raise, and what it never touches.
import { expect, it } from "vitest";
import { type Grade, type Verdict } from "../../../src/core/grade";
import { sumMarks } from "../../../src/core/marks";
import type { Criterion, Question } from "../../../src/core/question";
import { gainable } from "../../../src/core/selfMark";

const criterion = (id: string, group?: string): Criterion => ({
  id,
  marks: 1,
  statement: id,
  accepted: [],
  misconceptions: [],
  idea: id,
  ...(group === undefined ? {} : { group }),
});
const rubric: Pick<Question, "marks" | "criteria" | "groups"> = {
  marks: 2,
  criteria: [criterion("alone"), criterion("a", "any"), criterion("b", "any")],
  groups: [{ id: "any", choose: 1, marks: 1 }],
};

function graded(...kinds: readonly Verdict["verdict"][]): Grade {
  const verdicts = kinds.map((verdict, n): Verdict => ({
    criterion: rubric.criteria[n]?.id ?? "",
    verdict,
    credit: verdict === "met" ? 1 : verdict === "partly" ? 0.5 : 0,
    quotes: [],
    remark: "",
  }));
  return { verdicts, errors: [], summary: "", flags: [], marks: sumMarks(rubric, verdicts), estimate: true };
}

const names = (grade: Grade): string[] => gainable(rubric, grade).map((v) => v.criterion);

it("offers what would earn more, and no member of a group that has its marks", () => {
  expect(names(graded("missed", "met", "missed"))).toEqual(["alone"]);
  expect(names(graded("met", "partly", "missed"))).toEqual(["a", "b"]);
});

it("offers nothing at full marks, nothing contradicted and nothing twice", () => {
  expect(names(graded("met", "met", "missed"))).toEqual([]);
  expect(names(graded("contradicted", "met", "met"))).toEqual([]);
  const grade = graded("missed", "met", "met");
  expect(names({ ...grade, verdicts: grade.verdicts.map((v) => ({ ...v, by: "learner" as const })) })).toEqual([]);
});
