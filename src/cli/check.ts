// `check`: validates roadmaps and holds the check against their goldens. Prints `file:line: message`.
import { join } from "node:path";
import { sectionLine } from "../core/reading/questionReader";
import { readRoadmap, roadmapFileName } from "../core/reading/roadmapReader";
import { placedQuestions, type Problem, type Roadmap } from "../core/roadmap";
import { exitCodes, UsageError, type Console } from "./console";
import { newChecker } from "../grading/check/checker";
import { holdAgainstGoldens } from "../grading/check/goldens";
import { goldenTable } from "./goldenTable";
import { readRoadmapFolder } from "./roadmapFolder";

/**
 * Checks each folder; returns the exit code. `table`: the goldens by kind on standard error. Throws UsageError where a
 * folder cannot be read.
 */
export async function check(folders: readonly string[], console: Console, table = false): Promise<number> {
  if (folders.length === 0)
    throw new UsageError("check needs the folder of a roadmap, e.g. check questions/generative-ai");
  let findings = 0;
  let questions = 0;
  let goldens = 0;
  for (const folder of folders) {
    const files = await readRoadmapFolder(folder).catch((error: unknown) => {
      throw new UsageError(`${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    });
    const { roadmap, problems } = readRoadmap(files);
    const texts = new Map(files.map((file) => [file.path, file.text]));
    const found = [...problems, ...(roadmap ? await goldenProblems(roadmap, texts, table ? console : undefined) : [])];
    for (const { question } of roadmap ? placedQuestions(roadmap) : []) {
      questions++;
      goldens += question.goldens.length;
    }
    for (const { file, line, message } of found)
      await console.print(`${join(folder, file)}:${String(line)}: ${message}`);
    findings += found.length;
  }
  console.complain(
    `${count(questions, "question")} and ${count(goldens, "golden")} checked, ${count(findings, "finding")}`,
  );
  return findings === 0 ? exitCodes.ok : exitCodes.findings;
}

/** What the check does not do to the goldens as promised; the table goes to `tell`. */
async function goldenProblems(
  roadmap: Roadmap,
  texts: ReadonlyMap<string, string>,
  tell: Console | undefined,
): Promise<Problem[]> {
  const placed = placedQuestions(roadmap);
  const questions = placed.map(({ question }) => question);
  const report = await holdAgainstGoldens(questions, newChecker(questions));
  if (tell) for (const line of goldenTable(report)) tell.complain(line);
  const topicOf = new Map(placed.map(({ topic, question }) => [question, topic.id]));
  const found = report.findings.map(({ question, section, message }) => {
    const file = `${topicOf.get(question) ?? ""}/${question.id}.md`;
    return { file, line: sectionLine(texts.get(file) ?? "", section), message };
  });
  return [...found, ...report.overall.map((message) => ({ file: roadmapFileName, line: 1, message }))];
}

function count(n: number, noun: string): string {
  return `${String(n)} ${noun}${n === 1 ? "" : "s"}`;
}
