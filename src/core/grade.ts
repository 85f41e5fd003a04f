// What a grade is, and the only place where marks are added up. No grader's number reaches a learner.
import type { Quote } from "./evidence";
import type { Question, VerdictKind } from "./question";

/** What a grader found for one criterion. */
export interface Verdict {
  /** Criterion id. */
  readonly criterion: string;
  readonly verdict: VerdictKind;
  /** Share of the criterion's marks earned, 0..1. From a model: met 1, partly ½, missed and contradicted 0, unclear 0 (its range is `low`..`high` of the grade). From the built-in grader: soft. */
  readonly credit: number;
  /** Quotes that stand in the answer, best first; may be empty. */
  readonly quotes: readonly Quote[];
  /** For the learner, at most 240 characters: what earned or lost the marks. */
  readonly remark: string;
  /** 0..1 where the grader said it. */
  readonly confidence?: number;
  /** `learner` where the learner marked the criterion; absent means the grader. */
  readonly by?: "learner";
}

/** Something wrong in the answer that no single criterion covers, tied to its words. */
export interface ErrorRemark {
  readonly quotes: readonly Quote[];
  readonly remark: string;
}

/** What a grader noticed about the answer as a whole. Worded "looks like" for the learner. */
export type Flag =
  | "blank"
  | "dont-know"
  | "question-echo"
  | "word-soup"
  | "gibberish"
  | "flipped-negation"
  | "instructions-in-answer"
  | "graders-disagree"
  | "quote-not-found";

/** Marks as a closed range; `low === high` unless a verdict is unclear. */
export interface Marks {
  readonly low: number;
  readonly high: number;
  readonly max: number;
}

/** All verdicts of one answer. */
export interface Grade {
  /** One per criterion, in rubric order. */
  readonly verdicts: readonly Verdict[];
  readonly errors: readonly ErrorRemark[];
  /** One or two sentences on the whole answer; may be empty. */
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly marks: Marks;
  /** True for the built-in grader: its marks are an estimate. */
  readonly estimate: boolean;
}

/** The credit range that a verdict leaves open: unclear is 0..1, all else is its own credit. */
export function creditRange(verdict: Verdict): { readonly low: number; readonly high: number } {
  return verdict.verdict === "unclear"
    ? { low: 0, high: 1 }
    : { low: clamp(verdict.credit), high: clamp(verdict.credit) };
}

/** Adds verdicts up to marks. A criterion without a verdict earns nothing; of a group the best `choose` count. Bounded by 0 and the rubric's total. */
export function sumMarks(
  question: Pick<Question, "marks" | "criteria" | "groups">,
  verdicts: readonly Verdict[],
): Marks {
  const byId = new Map(verdicts.map((v) => [v.criterion, v]));
  const total = (pick: "low" | "high"): number => {
    const earned = (id: string, marks: number): number => {
      const verdict = byId.get(id);
      return verdict ? creditRange(verdict)[pick] * marks : 0;
    };
    let sum = 0;
    for (const c of question.criteria) if (c.group === undefined) sum += earned(c.id, c.marks);
    for (const g of question.groups) {
      const members = question.criteria.filter((c) => c.group === g.id).map((c) => earned(c.id, g.marks));
      sum += members
        .sort((a, b) => b - a)
        .slice(0, g.choose)
        .reduce((a, b) => a + b, 0);
    }
    return Math.min(Math.max(Math.round(sum * 1000) / 1000, 0), question.marks);
  };
  return { low: total("low"), high: total("high"), max: question.marks };
}

/** Rounds marks to the half mark, the finest step shown to a learner. */
export function toHalf(marks: number): number {
  return Math.round(marks * 2) / 2;
}

/** "2½ / 4", "2–3 / 4". Halves are written ½; no "estimate" is added. */
export function formatMarks(marks: Marks): string {
  const low = formatHalf(marks.low);
  const high = formatHalf(marks.high);
  return `${low === high ? low : `${low}–${high}`} / ${formatHalf(marks.max)}`;
}

/** A mark to the half: 2.5 → "2½", 0.5 → "½", 3 → "3". */
export function formatHalf(value: number): string {
  const half = toHalf(value);
  const whole = Math.floor(half);
  if (half === whole) return String(whole);
  return whole === 0 ? "½" : `${whole}½`;
}

function clamp(x: number): number {
  return Number.isFinite(x) ? Math.min(Math.max(x, 0), 1) : 0;
}
