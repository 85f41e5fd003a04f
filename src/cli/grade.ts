// `grade`: answers in, one JSON line a grade or a check out, in the order of the answers. A bad line never stops the
// rest.
import { createReadStream } from "node:fs";
import { readRoadmap } from "../core/reading/roadmapReader";
import { placedQuestions, type Roadmap } from "../core/roadmap";
import { newChecker, type Checker } from "../grading/check/checker";
import type { Grader } from "../grading/grader";
import { readAnswerLine, type AnswerLine } from "./answerLine";
import { exitCodes, UsageError, type Console } from "./console";
import { badLineOutput, checkOutput, outcomeOutput, type WrittenLine } from "./gradedLine";
import { inOrder, numberedLines } from "./lines";
import { readRoadmapFolder } from "./roadmapFolder";

/** What `grade` was asked to do. */
export interface GradeOptions {
  /** Folder of the roadmap that question ids are looked up in. */
  readonly questions?: string;
  /** File of answers, `-` for standard input. */
  readonly answers: string;
  /** How many answers are graded at once. */
  readonly concurrency: number;
}

/** A grader over a model, with the check of the roadmap that the answers belong to. */
export type GraderFor = (checker: Checker) => Grader;

/**
 * Grades every line, or checks it where there is no model; returns the exit code. Throws UsageError where the
 * questions or answers cannot be read.
 */
export async function grade(options: GradeOptions, model: GraderFor | undefined, console: Console): Promise<number> {
  const roadmap = options.questions === undefined ? undefined : await load(options.questions, console);
  const input = options.answers === "-" ? console.stdin : createReadStream(options.answers);
  const questions = roadmap ? placedQuestions(roadmap).map(({ question }) => question) : [];
  const ofRoadmap = newChecker(questions);
  const checkerOf = ({ question }: AnswerLine): Checker =>
    questions.includes(question) ? ofRoadmap : newChecker([question]);
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
    const grader = model(checker);
    const outcome = await grader.grade({ question, answer }, console.signal);
    return outcomeOutput(read, outcome, grader, performance.now() - started);
  };
  const emit = async (line: WrittenLine): Promise<void> => {
    if (line.status === "graded" || line.status === "checked") done++;
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

async function load(folder: string, console: Console): Promise<Roadmap> {
  const files = await readRoadmapFolder(folder).catch((error: unknown) => {
    throw new UsageError(`${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const { roadmap, problems } = readRoadmap(files);
  for (const { file, range, message } of problems)
    console.complain(`${folder}/${file}:${String(range.start.line + 1)}: ${message}`);
  if (!roadmap) throw new UsageError(`${folder} is no roadmap that can be read`);
  return roadmap;
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
