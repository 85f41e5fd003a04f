// "Check stability": the same answer graded three times anew, and what the three agree on. A replay says nothing of a
// model's steadiness, so none is used here; nothing is kept.
import type { Grade } from "../core/marks/grade";
import { marksOf, tally, type Marks } from "../core/marks/marks";
import type { Question, VerdictKind } from "../core/roadmap/question";
import type { Grader, GradeRequest, NotGraded } from "./grader";

/** How often an answer is graded. */
export const stabilityRuns = 3;

/** What the runs said of one criterion. */
export interface CriterionStability {
  readonly criterion: string;
  /** What most runs said; `unclear` where no two agree. */
  readonly verdict: VerdictKind;
  /** How many runs said so: 3 of 3, 2 of 3, or 1 where no two agree. */
  readonly agree: number;
  /** What each run said, in order. */
  readonly said: readonly VerdictKind[];
}

export interface Stability {
  readonly runs: number;
  /** In rubric order. */
  readonly criteria: readonly CriterionStability[];
  /** From the lowest to the highest marks of all runs; one mark where they agree. */
  readonly marks: Marks;
}

export type StabilityOutcome =
  | { readonly kind: "done"; readonly stability: Stability; readonly grades: readonly Grade[] }
  /** Nothing is in the answer that a model would be asked about. */
  | { readonly kind: "blank" }
  /** One run came to no grade: what the others said is no measure. */
  | NotGraded;

/** Grades three times, one after another. `onProgress` is told after each run. Never rejects. */
export async function checkStability(
  grader: Grader,
  request: GradeRequest,
  signal: AbortSignal,
  onProgress?: (done: number, of: number) => void,
): Promise<StabilityOutcome> {
  const grades: Grade[] = [];
  while (grades.length < stabilityRuns) {
    const outcome = await grader.grade(request, signal);
    if (outcome.kind === "not-graded") return outcome;
    if (outcome.kind === "blank") return { kind: "blank" };
    grades.push(outcome.grade);
    onProgress?.(grades.length, stabilityRuns);
  }
  return { kind: "done", stability: foldGrades(request.question, grades), grades };
}

/** What several grades of one answer agree on. */
export function foldGrades(question: Question, grades: readonly Grade[]): Stability {
  const criteria = question.criteria.map(({ id }): CriterionStability => {
    const said = grades.map(({ verdicts }) => verdicts.find((v) => v.criterion === id)?.verdict ?? "unclear");
    const count = (verdict: VerdictKind): number => said.filter((one) => one === verdict).length;
    const most = said.reduce((best, one) => (count(one) > count(best) ? one : best), said[0] ?? "unclear");
    const agree = count(most);
    return { criterion: id, verdict: agree > 1 || said.length === 1 ? most : "unclear", agree, said };
  });
  const marks = grades.map(({ verdicts }) =>
    marksOf(
      tally(
        question,
        verdicts.map(({ criterion, verdict }) => ({ criterion, verdict, by: "model" as const })),
      ),
    ),
  );
  return {
    runs: grades.length,
    criteria,
    marks: {
      low: Math.min(...marks.map((m) => m.low)),
      high: Math.max(...marks.map((m) => m.high)),
      max: question.marks,
    },
  };
}
