// The learner's own word on a criterion that a grader could not match. Makes a new attempt; the old one stays.
import type { Attempt } from "./attempt";
import { type Grade, type Verdict } from "./grade";
import { sumMarks } from "./marks";
import type { Question } from "./question";

/** What a learner may say of a criterion. */
export type SelfVerdict = "met" | "partly" | "missed";

const credits = { met: 1, partly: 0.5, missed: 0 } as const satisfies Record<SelfVerdict, number>;

/** Verdicts that the learner may mark: those that the grader did not find met or contradicted, and those marked before. */
export function selfMarkable(attempt: Pick<Attempt, "grade">): readonly Verdict[] {
  return attempt.grade.verdicts.filter(
    (v) => v.by === "learner" || v.verdict === "missed" || v.verdict === "partly" || v.verdict === "unclear",
  );
}

/** Verdicts that would earn the learner more, were their criteria marked as met; those already marked by the learner are not among them. */
export function gainable(rubric: Pick<Question, "criteria" | "groups">, grade: Grade): readonly Verdict[] {
  const question = { ...rubric, marks: grade.marks.max };
  return selfMarkable({ grade }).filter((verdict) => {
    if (verdict.by === "learner") return false;
    const raised = grade.verdicts.map((v): Verdict => (v === verdict ? { ...v, verdict: "met", credit: 1 } : v));
    return sumMarks(question, raised).low > grade.marks.low;
  });
}

/** A copy of `attempt` under a new id and time in which the learner's verdict stands for `criterion` and the marks are added anew. */
export function withSelfVerdict(
  question: Question,
  attempt: Attempt,
  criterion: string,
  verdict: SelfVerdict,
  made: { readonly id: string; readonly at: string; readonly remark: string },
): Attempt {
  const verdicts = attempt.grade.verdicts.map((v): Verdict =>
    v.criterion === criterion
      ? { criterion, verdict, credit: credits[verdict], quotes: v.quotes, remark: made.remark, by: "learner" }
      : v,
  );
  return {
    ...attempt,
    id: made.id,
    at: made.at,
    grade: { ...attempt.grade, verdicts, marks: sumMarks(question, verdicts) },
  };
}
