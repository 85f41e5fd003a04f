// `check`: validates roadmaps and holds the check against their goldens. What is found is printed for people, for
// programs, or for GitHub.
import { join } from "node:path";
import { errorMessage } from "../core/text/errorMessage";
import type { Question } from "../core/roadmap/question";
import { brokenPictures } from "../core/reading/brokenPictures";
import type { ReadRoadmap } from "../core/reading/assembling";
import { readRoadmap } from "../core/reading/roadmapReader";
import { earlierOfSameId, sameIdFinding, type FolderRead } from "../core/reading/sameId";
import { placedQuestions, type Finding } from "../core/roadmap/roadmap";
import { newChecker } from "../grading/check/checker";
import { goldenFindings } from "../grading/check/goldenFindings";
import { fairAskFindings, readBlindAnswers, refuseStrangers } from "./blindAnswers";
import { exitCodes, UsageError, type Console } from "./console";
import { printed, type CheckFormat } from "./findingFormats";
import { goldenTable } from "./goldenTable";
import { namesOnDisk, readFolderWithFindings } from "./roadmapFolder";

/** How findings are printed, and whether the goldens are told of by kind on standard error. */
export interface CheckOptions {
  readonly format: CheckFormat;
  readonly table: boolean;
  /** A file of blind answers by people who know it, by which it is told whether each criterion is asked for. */
  readonly answers?: string;
}

/**
 * Checks each folder; returns the exit code, which warnings alone leave at 0. Throws UsageError where a folder cannot
 * be read.
 */
export async function check(folders: readonly string[], console: Console, options: CheckOptions): Promise<number> {
  if (folders.length === 0)
    throw new UsageError("check needs the folder of a roadmap, e.g. check questions/generative-ai");
  const answers = options.answers === undefined ? [] : await readBlindAnswers(options.answers);
  const all: Question[] = [];
  const findings: Finding[] = [];
  const folderReads: FolderRead<string>[] = [];
  let goldens = 0;
  for (const folder of folders) {
    const { files, unreadable } = await readFolderWithFindings(folder).catch((error: unknown) => {
      throw new UsageError(`${folder} cannot be read: ${errorMessage(error)}`);
    });
    const read = readRoadmap(files);
    folderReads.push({ place: folder, read });
    for (const path of read.passedOver)
      console.complain(`${join(folder, path)}: no question of a topic; it is passed over`);
    const texts = new Map(files.map((file) => [file.path, file.text]));
    for (const { question } of read.roadmap ? placedQuestions(read.roadmap) : []) {
      all.push(question);
      goldens += question.goldens.length;
    }
    const held = await goldenProblems(read, texts, console, options.table);
    const asked = await fairAskFindings(read, texts, answers, console);
    const broken = await brokenPictures(read.pictures, (inside) => namesOnDisk(folder, inside));
    for (const finding of [...unreadable, ...read.problems, ...broken, ...held, ...asked])
      findings.push(inFolder(folder, finding));
  }
  for (const [folder, holder] of earlierOfSameId(folderReads)) {
    const same = folderReads.find(({ place }) => place === folder);
    if (same) findings.push(inFolder(folder, sameIdFinding(same.read, holder)));
  }
  refuseStrangers(answers, all);
  for (const line of printed(findings, options.format)) await console.print(line);
  const warnings = findings.filter((finding) => finding.severity === "warning").length;
  console.complain(
    `${count(all.length, "question")} and ${count(goldens, "golden")} checked, ${count(findings.length, "finding")}` +
      (warnings > 0 ? `, ${count(warnings, "warning")} among them` : ""),
  );
  return findings.length === warnings ? exitCodes.ok : exitCodes.findings;
}

/** What the check does not do to the goldens as promised; the table goes to `console`. */
async function goldenProblems(
  { roadmap, paths }: ReadRoadmap,
  texts: ReadonlyMap<string, string>,
  console: Console,
  table: boolean,
): Promise<readonly Finding[]> {
  if (roadmap === undefined) return [];
  const questions = placedQuestions(roadmap).map(({ question }) => question);
  const checker = newChecker(questions, roadmap.language);
  const textOf = (path: string): string => texts.get(path) ?? "";
  const { findings, report } = await goldenFindings({ roadmap, paths, textOf }, checker);
  if (report === undefined)
    console.complain(
      `${roadmap.id}: the check reads English, German and Chinese, not ${String(roadmap.language)}: ` +
        "its goldens were not held against it",
    );
  else if (table) for (const line of goldenTable(report)) console.complain(line);
  return findings;
}

function inFolder(folder: string, finding: Finding): Finding {
  return { ...finding, file: join(folder, finding.file) };
}

function count(n: number, noun: string): string {
  return `${String(n)} ${noun}${n === 1 ? "" : "s"}`;
}
