// One line of output: what a grading came to, in the shape that other programs read.
import { type Flag, type Grade, type Verdict } from "../core/grade";
import { creditRange } from "../core/marks";
import type { Question } from "../core/question";
import type { GradeOutcome, Grader } from "../grading/grader";
import type { AnswerLine, BadLine } from "./answerLine";

/** A verdict as it is written out. Offsets are UTF-16 into the line's `text`. */
export interface WrittenVerdict {
  readonly criterion: string;
  readonly verdict: Verdict["verdict"];
  readonly credit: number;
  /** Midway for an unclear verdict. Of a group only the best members count towards the line's marks. */
  readonly marks: number;
  readonly quotes: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly remark: string;
}

/** A line of output. */
export type WrittenLine =
  | {
      readonly id: string | number;
      readonly question: string;
      readonly status: "graded";
      /** Midway between `low` and `high`, not rounded to halves. */
      readonly marks: number;
      readonly low: number;
      readonly high: number;
      readonly marksMax: number;
      readonly estimate: boolean;
      readonly verdicts: readonly WrittenVerdict[];
      readonly flags: readonly Flag[];
      readonly grader: Grader["id"];
      readonly model?: string;
      readonly ms: number;
    }
  | {
      readonly id?: string | number;
      readonly question?: string;
      readonly status: "not-graded";
      /** `<word>: <sentence>`. */
      readonly reason: string;
      readonly grader?: Grader["id"];
      readonly model?: string;
      readonly ms?: number;
    };

/** The output for a line that could not be read. */
export function badLineOutput({ id, questionId, bad }: BadLine): WrittenLine {
  return {
    ...(id === undefined ? {} : { id }),
    ...(questionId === undefined ? {} : { question: questionId }),
    status: "not-graded",
    reason: `bad-line: ${bad}`,
  };
}

/** The output for what a grader said; `ms` is the time it took. */
export function outcomeOutput(line: AnswerLine, outcome: GradeOutcome, grader: Grader, ms: number): WrittenLine {
  const named = { id: line.id, question: line.questionId };
  const { model } = grader.identity;
  const by = { grader: grader.id, ...(model === undefined ? {} : { model }), ms: thousandths(ms) };
  if (outcome.kind === "not-graded")
    return { ...named, status: "not-graded", reason: `${outcome.reason}: ${outcome.message}`, ...by };
  const grade = outcome.kind === "graded" ? outcome.grade : nothing(line.question, outcome, grader);
  const { low, high, max } = grade.marks;
  return {
    ...named,
    status: "graded",
    marks: thousandths((low + high) / 2),
    low,
    high,
    marksMax: max,
    estimate: grade.estimate,
    verdicts: grade.verdicts.map((verdict) => written(verdict, line.question)),
    flags: grade.flags,
    ...by,
  };
}

/** A blank answer is worth nothing, and that is certain. */
function nothing(question: Question, outcome: Extract<GradeOutcome, { kind: "blank" }>, grader: Grader): Grade {
  return {
    verdicts: question.criteria.map((c) => ({
      criterion: c.id,
      verdict: "missed",
      credit: 0,
      quotes: [],
      remark: outcome.message,
    })),
    errors: [],
    summary: outcome.message,
    flags: [outcome.flag],
    marks: { low: 0, high: 0, max: question.marks },
    estimate: grader.id === "built-in",
  };
}

function written(verdict: Verdict, question: Question): WrittenVerdict {
  const worth = question.criteria.find((c) => c.id === verdict.criterion)?.marks ?? 0;
  const { low, high } = creditRange(verdict);
  return {
    criterion: verdict.criterion,
    verdict: verdict.verdict,
    credit: thousandths(verdict.credit),
    marks: thousandths(((low + high) / 2) * worth),
    quotes: verdict.quotes.map(({ start, end, text }) => ({ start, end, text })),
    remark: verdict.remark,
  };
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
