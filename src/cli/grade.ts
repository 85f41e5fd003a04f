// `grade`: answers in, one JSON line a grade or a check out, in the order of the answers. A bad line never stops the
// rest.
import { createReadStream } from "node:fs";
import type { Question } from "../core/roadmap/question";
import { placedQuestions } from "../core/roadmap/roadmap";
import { newChecker, type Checker } from "../grading/check/checker";
import { qualificationFor, type StoredQualification } from "../grading/qualification/stored";
import { trialSubject } from "../grading/qualification/tryModel";
import { readAnswerLine, type AnswerLine } from "./answerLine";
import { exitCodes, UsageError, type Console } from "./console";
import { badLineOutput, checkOutput, outcomeOutput, type WrittenLine } from "./gradedLine";
import { readKept } from "./keptQualifications";
import { inOrder, numberedLines } from "./lines";
import { loadRoadmap } from "./loadRoadmap";
import type { ModelBehind } from "./modelBehind";

/** What `grade` was asked to do. */
export interface GradeOptions {
  /** Folder of the roadmap that question ids are looked up in. */
  readonly questions?: string;
  /** File of answers, `-` for standard input. */
  readonly answers: string;
  /** How many answers are graded at once. */
  readonly concurrency: number;
  /** File that `qualify` keeps its results in. */
  readonly kept: string;
  /** Grades also with a model that is known to be unfit, or good for remarks only. */
  readonly unqualified: boolean;
}

/**
 * Grades every line, or checks it where there is no model; returns the exit code. Throws UsageError where the
 * questions or answers cannot be read.
 */
export async function grade(options: GradeOptions, model: ModelBehind | undefined, console: Console): Promise<number> {
  const roadmap = options.questions === undefined ? undefined : await loadRoadmap(options.questions, console);
  const input = options.answers === "-" ? console.stdin : createReadStream(options.answers);
  const questions = roadmap ? placedQuestions(roadmap).map(({ question }) => question) : [];
  const ofRoadmap = newChecker(questions, roadmap?.language);
  const checkerOf = ({ question }: AnswerLine): Checker =>
    questions.includes(question) ? ofRoadmap : newChecker([question]);
  const known = model && roadmap ? await qualificationOf(model, options, questions) : undefined;
  let done = 0;
  let not = 0;
  const work = async ({ number, line }: { readonly number: number; readonly line: string }): Promise<WrittenLine> => {
    const read = readAnswerLine(line, roadmap);
    if ("bad" in read) {
      console.complain(`line ${String(number)}: ${read.bad}`);
      return badLineOutput(read);
    }
    const started = performance.now();
    const checker = checkerOf(read);
    const { question, text: answer } = read;
    if (model === undefined) {
      const outcome = await checker.check(question, answer, { signal: console.signal });
      return checkOutput(read, outcome, performance.now() - started);
    }
    const ofThis = roadmap && questions.includes(question) ? { roadmap } : {};
    const grader = model.grader({ checker, ...ofThis });
    const outcome = await grader.grade({ question, answer }, console.signal);
    const earned = "roadmap" in ofThis ? known?.result : undefined;
    return outcomeOutput(read, outcome, grader, performance.now() - started, earned, options.unqualified);
  };
  const emit = async (line: WrittenLine): Promise<void> => {
    if (line.status === "graded" || line.status === "remarks" || line.status === "checked") done++;
    else not++;
    await console.print(JSON.stringify(line));
    console.progress(`${String(done)} ${model ? "graded" : "checked"}, ${String(not)} not`);
  };
  try {
    await inOrder(numberedLines(input, console.signal), options.concurrency, work, emit);
  } catch (error) {
    throw isFileError(error) ? new UsageError(`${options.answers} cannot be read: ${error.message}`) : error;
  }
  console.progress("");
  if (console.signal.aborted) console.complain(`stopped after ${String(done + not)} answers`);
  return not === 0 && !console.signal.aborted ? exitCodes.ok : exitCodes.findings;
}

/** What is known of the model on this roadmap. Throws UsageError where it is unfit and nobody insists. */
async function qualificationOf(
  model: ModelBehind,
  { kept, unqualified }: GradeOptions,
  questions: readonly Question[],
): Promise<StoredQualification | undefined> {
  const subject = await trialSubject(model.grader({}), questions);
  const known = qualificationFor(await readKept(kept), subject);
  if (known?.result === "unfit" && !unqualified)
    throw new UsageError(
      `${subject.model} was found unfit to give marks on ${known.at.slice(0, 10)}: ${known.why.join(" ")} ` +
        "Choose another model, or grade with --unqualified",
    );
  return known;
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
