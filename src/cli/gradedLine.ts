// One line of output: what a grading or a check came to, in the shape that other programs read.
import type { Qualification } from "../core/attempts/attempt";
import { foundCount, type Check, type Observation } from "../core/marks/check";
import { observationSentence } from "../core/feedback/observationWords";
import type { Flag, Grade, Verdict } from "../core/marks/grade";
import { creditRange, marksOf, tally } from "../core/marks/marks";
import type { Question } from "../core/roadmap/question";
import type { Quote } from "../core/text/textRange";
import type { CheckOutcome } from "../grading/check/checker";
import type { GradeOutcome, Grader, GradingFacts } from "../grading/grader";
import type { AnswerLine, BadLine } from "./answerLine";

/** A verdict as it is written out. Offsets are UTF-16 into the line's `text`. */
export interface WrittenVerdict {
  readonly criterion: string;
  readonly verdict: Verdict["verdict"];
  /**
   * Midway for an unclear verdict; absent where the model may not give marks. Of a group only the best members count
   * towards the line's marks.
   */
  readonly marks?: number;
  readonly quotes: readonly Quote[];
  readonly remark: string;
}

/** Decoys asked, and how many of them the model stayed with calling met or partly. */
type Decoys = GradingFacts["decoys"];

/** Whether the model may give marks on this roadmap; null where it was not tried. */
type Qualified = boolean | null;

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
      readonly verdicts: readonly WrittenVerdict[];
      readonly flags: readonly Flag[];
      readonly grader: Grader["id"];
      readonly model?: string;
      readonly decoys: Decoys;
      readonly qualified: Qualified;
      readonly ms: number;
    }
  | {
      readonly id: string | number;
      readonly question: string;
      /** Verdicts and remarks of a model that may not give marks. */
      readonly status: "remarks";
      readonly marksMax: number;
      readonly verdicts: readonly WrittenVerdict[];
      readonly flags: readonly Flag[];
      readonly grader: Grader["id"];
      readonly model?: string;
      readonly decoys: Decoys;
      readonly qualified: Qualified;
      readonly ms: number;
    }
  | {
      readonly id: string | number;
      readonly question: string;
      readonly status: "checked";
      /** How many criteria the answer speaks of, of how many. */
      readonly found: number;
      readonly of: number;
      readonly criteria: readonly {
        readonly criterion: string;
        readonly found: boolean;
        readonly quotes: readonly Quote[];
      }[];
      readonly observations: readonly {
        readonly id: Observation["id"];
        readonly start?: number;
        readonly end?: number;
        readonly says: string;
      }[];
      readonly grader: "check";
      readonly ms: number;
    }
  | {
      readonly id: string | number;
      readonly question: string;
      readonly status: "not-checked";
      readonly reason: "too-long" | "cancelled";
      readonly message: string;
      readonly grader: "check";
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
      readonly decoys?: Decoys;
      readonly qualified?: Qualified;
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

/**
 * The output for what a grader said; `ms` is the time it took, `earned` what is known of the model on this roadmap.
 * `insisted`: marks are wanted whatever is known.
 */
export function outcomeOutput(
  line: AnswerLine,
  outcome: GradeOutcome,
  grader: Grader,
  ms: number,
  earned?: Qualification,
  insisted = false,
): WrittenLine {
  const named = { id: line.id, question: line.questionId };
  const { model } = grader.identity;
  const by = {
    grader: grader.id,
    ...(model === undefined ? {} : { model }),
    decoys: (outcome.kind === "blank" ? undefined : outcome.facts?.decoys) ?? { asked: 0, met: 0 },
    qualified: earned === undefined || earned === "unknown" ? null : earned === "qualified",
    ms: thousandths(ms),
  };
  if (outcome.kind === "not-graded")
    return { ...named, status: "not-graded", reason: `${outcome.reason}: ${outcome.message}`, ...by };
  const grade = outcome.kind === "graded" ? outcome.grade : nothing(line.question, outcome.check);
  const counted = grade.verdicts.map(({ criterion, verdict }) => ({ criterion, verdict, by: "model" as const }));
  const { low, high, max } = marksOf(tally(line.question, counted));
  const verdicts = grade.verdicts.map((verdict) => written(verdict, line.question));
  if (earned === "remarks-only" && !insisted) {
    const withoutMarks = verdicts.map(({ criterion, verdict, quotes, remark }) => ({
      criterion,
      verdict,
      quotes,
      remark,
    }));
    return { ...named, status: "remarks", marksMax: max, verdicts: withoutMarks, flags: grade.flags, ...by };
  }
  return {
    ...named,
    status: "graded",
    marks: thousandths((low + high) / 2),
    low,
    high,
    marksMax: max,
    verdicts,
    flags: grade.flags,
    ...by,
  };
}

/** The output for what the check said; `ms` is the time it took. */
export function checkOutput(line: AnswerLine, outcome: CheckOutcome, ms: number): WrittenLine {
  const named = { id: line.id, question: line.questionId };
  const by = { grader: "check", ms: thousandths(ms) } as const;
  switch (outcome.kind) {
    case "checked": {
      const { criteria, observations } = outcome.check;
      return {
        ...named,
        status: "checked",
        ...foundCount(outcome.check),
        criteria: criteria.map(({ criterion, found, quotes }) => ({ criterion, found, quotes: quotes.map(bare) })),
        observations: observations.map(told),
        ...by,
      };
    }
    case "too-long": {
      const [length, limit] = [String(outcome.length), String(outcome.limit)];
      const message = `${length} characters are too long to check; ${limit} are the most`;
      return { ...named, status: "not-checked", reason: "too-long", message, ...by };
    }
    case "cancelled":
      return { ...named, status: "not-checked", reason: "cancelled", message: "the check was stopped", ...by };
  }
}

function told(observation: Observation): Extract<WrittenLine, { status: "checked" }>["observations"][number] {
  const { id, quote } = observation;
  const says = observationSentence(observation);
  return quote === undefined ? { id, says } : { id, start: quote.start, end: quote.end, says };
}

function bare({ start, end, text }: Quote): Quote {
  return { start, end, text };
}

/** Nothing was said, and nothing is worth nothing: that is certain. */
function nothing(question: Question, { observations }: Check): Grade {
  const [first] = observations;
  const summary = first === undefined ? "" : observationSentence(first);
  return {
    verdicts: question.criteria.map((c) => ({ criterion: c.id, verdict: "missed", quotes: [], remark: summary })),
    errors: [],
    summary,
    flags: [...new Set(observations.map((o) => o.id))],
  };
}

function written(verdict: Verdict, question: Question): WrittenVerdict {
  const worth = question.criteria.find((c) => c.id === verdict.criterion)?.marks ?? 0;
  const { low, high } = creditRange(verdict.verdict);
  return {
    criterion: verdict.criterion,
    verdict: verdict.verdict,
    marks: thousandths(((low + high) / 2) * worth),
    quotes: verdict.quotes.map(bare),
    remark: verdict.remark,
  };
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
