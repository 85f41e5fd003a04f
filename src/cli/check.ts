// `check`: validates roadmaps and grades their goldens with the built-in grader. Prints `file:line: message`.
import { join } from "node:path";
import { sectionLine } from "../core/reading/questionReader";
import { readRoadmap } from "../core/reading/roadmapReader";
import { placedQuestions, type Problem, type Roadmap } from "../core/roadmap";
import { exitCodes, UsageError, type Console } from "./console";
import { goldenFindings } from "./goldenBounds";
import { readRoadmapFolder } from "./roadmapFolder";

/** Checks each folder; returns the exit code. Throws UsageError where a folder cannot be read. */
export async function check(folders: readonly string[], console: Console): Promise<number> {
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
    const found = [...problems, ...(roadmap ? outOfBounds(roadmap, texts) : [])];
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

function outOfBounds(roadmap: Roadmap, texts: ReadonlyMap<string, string>): Problem[] {
  return placedQuestions(roadmap).flatMap(({ topic, question }) => {
    const file = `${topic.id}/${question.id}.md`;
    const text = texts.get(file) ?? "";
    return goldenFindings(question).map(({ section, message }) => ({
      file,
      line: sectionLine(text, section),
      message,
    }));
  });
}

function count(n: number, noun: string): string {
  return `${String(n)} ${noun}${n === 1 ? "" : "s"}`;
}
