// The use case "try a model on the sample answers of a roadmap": which answers, what it will take, and the result as it
// is kept. Below every UI; stores nothing.
import type { Question } from "../../core/roadmap/question";
import type { Grader, NotGraded } from "../grader";
import { allAnswers, quickAnswers, type TrialAnswer } from "./answers";
import { estimateTrial, type KnownOfModel, type TrialEstimate } from "./estimate";
import { qualify } from "./qualify";
import { resultOf, type Trial } from "./result";
import { goldensHash, type QualificationSubject, type StoredQualification, type TrialSize } from "./stored";

export interface ModelTrial {
  readonly grader: Grader;
  /** All questions of the roadmap, in its order. */
  readonly questions: readonly Question[];
  readonly run: TrialSize;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** After each answer: how many are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
}

export type ModelTrialOutcome =
  | { readonly kind: "done"; readonly qualification: StoredQualification; readonly trials: readonly Trial[] }
  /** Stopped, or the service failed: nothing is known of the model. */
  | {
      readonly kind: "not-done";
      readonly failure: NotGraded;
      /** What was counted up to there; no result to be kept. */
      readonly sofar: StoredQualification;
      readonly trials: readonly Trial[];
    };

/** What a result of this grader on these questions would be about. */
export async function trialSubject(
  grader: Pick<Grader, "identity">,
  questions: readonly Question[],
): Promise<QualificationSubject> {
  const { endpoint = "", model = "", promptVersion } = grader.identity;
  return { endpoint, model, promptVersion, goldens: await goldensHash(questions) };
}

/** The answers that a model is tried on. */
export function trialAnswers(questions: readonly Question[], run: TrialSize): readonly TrialAnswer[] {
  return run === "quick" ? quickAnswers(questions) : allAnswers(questions);
}

/** What trying a model will take. */
export function trialEstimate(questions: readonly Question[], run: TrialSize, known?: KnownOfModel): TrialEstimate {
  return estimateTrial(trialAnswers(questions, run), known);
}

/** Tries a model. Never rejects. */
export async function tryModel(trial: ModelTrial): Promise<ModelTrialOutcome> {
  const { grader, questions, run, signal, now, onProgress } = trial;
  const outcome = await qualify({
    grader,
    answers: trialAnswers(questions, run),
    signal,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const { trials } = outcome;
  const about = { ...(await trialSubject(grader, questions)), run, at: now().toISOString() };
  return outcome.kind === "done"
    ? { kind: "done", qualification: { ...about, ...outcome.result }, trials }
    : { kind: "not-done", failure: outcome.failure, sofar: { ...about, ...resultOf(trials) }, trials };
}
