// Tries a model on sample answers, one after another, and counts what it said. A service that fails ends the run:
// that says nothing of the model.
import type { Verdict } from "../../core/marks/grade";
import type { GradeOutcome, Grader, GradingFacts, NotGraded } from "../grader";
import type { TrialAnswer } from "./answers";
import { resultOf, type QualificationResult, type Trial } from "./result";

/** What came of a run. */
export type QualificationOutcome =
  | { readonly kind: "done"; readonly result: QualificationResult; readonly trials: readonly Trial[] }
  /** The service failed or the learner stopped it: nothing is known of the model. */
  | { readonly kind: "not-done"; readonly failure: NotGraded; readonly trials: readonly Trial[] };

export interface QualificationRun {
  readonly grader: Grader;
  readonly answers: readonly TrialAnswer[];
  readonly signal: AbortSignal;
  /** After each answer: how many are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Runs the trials in order. Never rejects. */
export async function qualify({
  grader,
  answers,
  signal,
  onProgress,
}: QualificationRun): Promise<QualificationOutcome> {
  const trials: Trial[] = [];
  for (const of of answers) {
    const outcome = await grader.grade({ question: of.question, answer: of.answer, mayReveal: true }, signal);
    const failure = serviceFailure(outcome);
    if (failure) return { kind: "not-done", failure, trials };
    const clean = of.clean === undefined ? undefined : await askClean(grader, of, of.clean, signal);
    if (clean !== undefined && "reason" in clean) return { kind: "not-done", failure: clean, trials };
    trials.push({ of, ...said(outcome), ...(clean?.verdicts === undefined ? {} : { clean: clean.verdicts }) });
    onProgress?.(trials.length, answers.length);
  }
  return { kind: "done", result: resultOf(trials), trials };
}

/** Reasons that are the model's own doing; all others are the service's or the learner's. */
const modelsOwn: readonly NotGraded["reason"][] = ["malformed", "truncated", "too-long-reply", "said-yes-to-decoys"];

function serviceFailure(outcome: GradeOutcome): NotGraded | undefined {
  return outcome.kind === "not-graded" && !modelsOwn.includes(outcome.reason) ? outcome : undefined;
}

/**
 * What the model says of an answer without its orders: for comparison; no verdicts where its reply could not be used.
 */
async function askClean(
  grader: Grader,
  { question }: TrialAnswer,
  answer: string,
  signal: AbortSignal,
): Promise<Pick<Trial, "verdicts"> | NotGraded> {
  const outcome = await grader.grade({ question, answer, mayReveal: true }, signal);
  return serviceFailure(outcome) ?? { verdicts: said(outcome).verdicts };
}

const noFacts: GradingFacts = {
  calls: 0,
  decoys: { asked: 0, met: 0 },
  quotes: { given: 0, lost: 0 },
  tokensIn: 0,
  tokensOut: 0,
  ms: 0,
};

/** What a model said of one answer; of an answer that needs no model, that nothing is in it. */
function said(outcome: GradeOutcome): Omit<Trial, "of" | "clean"> {
  switch (outcome.kind) {
    case "graded":
      return { verdicts: outcome.grade.verdicts, ...(outcome.facts ?? noFacts) };
    case "blank":
      return { verdicts: [], ...noFacts };
    case "not-graded":
      return { verdicts: outcome.verdicts, ...(outcome.facts ?? noFacts) } satisfies {
        verdicts: readonly Verdict[] | undefined;
      };
  }
}
