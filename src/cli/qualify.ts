// `qualify`: tries a model on a roadmap's sample answers, prints what was counted and keeps it for `grade`.
import { writeFile } from "node:fs/promises";
import { errorMessage } from "../core/text/errorMessage";
import { placedQuestions } from "../core/roadmap/roadmap";
import { newChecker } from "../grading/check/checker";
import { runBaseline, type BaselineResult } from "../grading/qualification/baseline";
import type { StoredQualification, TrialSize } from "../grading/qualification/stored";
import { trialEstimate, tryModel } from "../grading/qualification/tryModel";
import { exitCodes, UsageError, type Console } from "./console";
import { loadRoadmap } from "./loadRoadmap";
import type { ModelBehind } from "./modelBehind";
import { keep } from "./keptQualifications";
import { qualificationTable } from "./qualificationTable";

/** What `qualify` was asked to do. */
export interface QualifyOptions {
  /** Folder of the roadmap whose sample answers are tried. */
  readonly questions: string;
  readonly run: TrialSize;
  /** Also asks the plain prompt that people use today. */
  readonly baseline: boolean;
  /** File that the result is written to as JSON; standard output where there is none. */
  readonly json?: string;
  /** File that results are kept in for `grade`. */
  readonly kept: string;
}

/** Tries the model; returns the exit code: 0 for a qualified model. Throws UsageError where there is nothing to try. */
export async function qualify(options: QualifyOptions, model: ModelBehind, console: Console): Promise<number> {
  const { run, baseline, kept } = options;
  const roadmap = await loadRoadmap(options.questions, console);
  const questions = placedQuestions(roadmap).map(({ question }) => question);
  const estimate = trialEstimate(questions, run);
  if (estimate.answers === 0) throw new UsageError(`${options.questions} has no sample answers (goldens)`);
  console.complain(
    `${String(estimate.answers)} answers, about ${String(estimate.calls)} calls, ` +
      `${String(estimate.tokensIn)} tokens in and ${String(estimate.tokensOut)} out`,
  );
  const progress = (done: number, of: number): void => console.progress(`${String(done)} of ${String(of)} answers`);
  const grader = model.grader({ checker: newChecker(questions, roadmap.language), roadmap });
  const { signal } = console;
  const outcome = await tryModel({ grader, questions, run, signal, now: () => new Date(), onProgress: progress });
  console.progress("");
  const { trials } = outcome;
  const qualification = outcome.kind === "done" ? outcome.qualification : outcome.sofar;
  if (outcome.kind === "not-done") {
    const { message, detail } = outcome.failure;
    const done = `${String(trials.length)} of ${String(estimate.answers)} answers`;
    console.complain(`stopped after ${done}, nothing is kept: ${message}${detail ? ` (${detail})` : ""}`);
  } else
    await keep(kept, qualification).catch((error: unknown) => {
      console.complain(`the result could not be kept in ${kept}: ${String(error)}`);
    });
  if (trials.length === 0) return exitCodes.findings;
  const plain = baseline
    ? await runBaseline(model.client, trials, signal, { now: () => performance.now(), onProgress: progress })
    : undefined;
  console.progress("");
  if (baseline && plain === undefined) console.complain("the plain prompt was not tried to the end");
  await tell(qualification, plain, options.json, console);
  return outcome.kind === "done" && qualification.result === "qualified" ? exitCodes.ok : exitCodes.findings;
}

async function tell(
  qualification: StoredQualification,
  baseline: BaselineResult | undefined,
  file: string | undefined,
  console: Console,
): Promise<void> {
  for (const line of qualificationTable(qualification, baseline)) await console.print(line);
  const whole = { ...qualification, ...(baseline ? { baseline } : {}) };
  if (file === undefined) {
    await console.print(JSON.stringify(whole));
    return;
  }
  await writeFile(file, `${JSON.stringify(whole, undefined, 1)}\n`).catch((error: unknown) => {
    throw new UsageError(`${file} cannot be written: ${errorMessage(error)}`);
  });
}
