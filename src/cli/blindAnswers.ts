// `check --answers`: reads blind answers, tells how many produced each criterion, and finds what the prompt does not
// ask.
import { readFile } from "node:fs/promises";
import * as z from "zod/mini";
import { errorMessage } from "../core/text/errorMessage";
import { verdictKinds, type Question } from "../core/roadmap/question";
import type { ReadRoadmap } from "../core/reading/assembling";
import { placedQuestions, type Finding } from "../core/roadmap/roadmap";
import { newChecker } from "../grading/check/checker";
import { notAskedFindings } from "../grading/check/askedFindings";
import { fairAsk, type BlindAnswer, type Produced } from "../grading/check/fairAsk";
import { UsageError, type Console } from "./console";

const lineShape = z.object({
  question: z.string(),
  answer: z.string(),
  verdicts: z.optional(z.record(z.string(), z.enum(verdictKinds))),
});

const lineForm = 'a line is {"question":"<id>","answer":"…","verdicts"?:{"<criterion>":"met"}}';

/** Reads a file of answers. Throws UsageError, which names the line, where one is no answer. */
export async function readBlindAnswers(file: string): Promise<BlindAnswer[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${errorMessage(error)}`);
  });
  const answers = text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .flatMap((line, i) => (line.trim() === "" ? [] : [answerOf(line, `${file}:${String(i + 1)}`)]));
  if (answers.length === 0) throw new UsageError(`${file} holds no answers; ${lineForm}`);
  return answers;
}

function answerOf(line: string, at: string): BlindAnswer {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    throw new UsageError(`${at}: not JSON; ${lineForm}`);
  }
  const parsed = lineShape.safeParse(raw);
  if (!parsed.success) throw new UsageError(`${at}: ${lineForm}, with a verdict of ${verdictKinds.join(", ")}`);
  const { verdicts, ...answer } = parsed.data;
  return verdicts === undefined ? answer : { ...answer, verdicts };
}

/** Throws UsageError where an answer or verdict is about what no roadmap has. */
export function refuseStrangers(answers: readonly BlindAnswer[], questions: readonly Question[]): void {
  const byId = new Map(questions.map((question) => [question.id, question]));
  for (const { question: id, verdicts = {} } of answers) {
    const question = byId.get(id);
    if (question === undefined) throw new UsageError(`--answers: there is no question "${id}" in what is checked`);
    const known = new Set(question.criteria.map((criterion) => criterion.id));
    const stranger = Object.keys(verdicts).find((criterion) => !known.has(criterion));
    if (stranger !== undefined) throw new UsageError(`--answers: ${id} has no criterion "${stranger}"`);
  }
}

/** A finding for each criterion that too few produced; how many did each is told on standard error. */
export async function fairAskFindings(
  { roadmap, paths }: ReadRoadmap,
  texts: ReadonlyMap<string, string>,
  answers: readonly BlindAnswer[],
  console: Console,
): Promise<Finding[]> {
  if (roadmap === undefined) return [];
  const questions = placedQuestions(roadmap).map(({ question }) => question);
  const rows = await fairAsk(questions, answers, newChecker(questions, roadmap.language));
  for (const row of rows) console.complain(`${row.question} · ${row.criterion}: ${countOf(row)}`);
  return questions.flatMap(({ id }) => {
    const file = paths.get(id) ?? id;
    const own = rows.filter(({ question }) => question === id);
    return notAskedFindings(own, file, texts.get(file) ?? "");
  });
}

/** "6 of 10 produced it, by verdicts": how many, and whose word it is; words only find. */
function countOf({ produced, of, judged, bonus }: Produced): string {
  const words = "by what the check finds, which is words alone";
  const by =
    judged === of ? "by verdicts" : judged === 0 ? words : `${String(judged)} by verdicts, the others ${words}`;
  return `${bonus ? "a bonus, " : ""}${String(produced)} of ${String(of)} produced it, ${by}`;
}
