// `check`: validates roadmaps and grades their goldens. What is found is printed for people, for programs, or for
// GitHub.
import { join } from "node:path";
import { findingCodes } from "../core/reading/findingCodes";
import { sectionLine } from "../core/reading/questionReader";
import { readRoadmap, type ReadRoadmap } from "../core/reading/roadmapReader";
import { placedQuestions, type Finding } from "../core/roadmap";
import { exitCodes, UsageError, type Console } from "./console";
import { printed, type CheckFormat } from "./findingFormats";
import { goldenFindings } from "./goldenBounds";
import { readFolderWithFindings } from "./roadmapFolder";

/**
 * Checks each folder; returns the exit code, which warnings alone leave at 0. Throws UsageError where a folder cannot
 * be read.
 */
export async function check(
  folders: readonly string[],
  console: Console,
  format: CheckFormat = "text",
): Promise<number> {
  if (folders.length === 0)
    throw new UsageError("check needs the folder of a roadmap, e.g. check questions/generative-ai");
  const findings: Finding[] = [];
  let questions = 0;
  let goldens = 0;
  for (const folder of folders) {
    const { files, unreadable } = await readFolderWithFindings(folder).catch((error: unknown) => {
      throw new UsageError(`${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    });
    const read = readRoadmap(files);
    const texts = new Map(files.map((file) => [file.path, file.text]));
    for (const { question } of read.roadmap ? placedQuestions(read.roadmap) : []) {
      questions++;
      goldens += question.goldens.length;
    }
    for (const finding of [...unreadable, ...read.problems, ...outOfBounds(read, texts)])
      findings.push({ ...finding, file: join(folder, finding.file) });
  }
  for (const line of printed(findings, format)) await console.print(line);
  const warnings = findings.filter((finding) => finding.severity === "warning").length;
  console.complain(
    `${count(questions, "question")} and ${count(goldens, "golden")} checked, ${count(findings.length, "finding")}` +
      (warnings > 0 ? `, ${count(warnings, "warning")} among them` : ""),
  );
  return findings.length === warnings ? exitCodes.ok : exitCodes.findings;
}

function outOfBounds({ roadmap, paths }: ReadRoadmap, texts: ReadonlyMap<string, string>): Finding[] {
  return (roadmap ? placedQuestions(roadmap) : []).flatMap(({ question }) => {
    const file = paths.get(question.id) ?? question.id;
    const text = texts.get(file) ?? "";
    // That there is no reference is found already.
    const found = goldenFindings(question).filter(
      ({ section }) => section !== "Reference" || question.reference !== "",
    );
    return found.map(({ section, message }): Finding => {
      const place = { line: sectionLine(text, section) - 1, character: 0 };
      const code = "golden-bounds";
      return { file, range: { start: place, end: place }, code, severity: findingCodes[code], message };
    });
  });
}

function count(n: number, noun: string): string {
  return `${String(n)} ${noun}${n === 1 ? "" : "s"}`;
}
