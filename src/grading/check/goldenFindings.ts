// What holding the check against goldens finds, at its place in a roadmap's files: the same for the command line and
// the editor.
import type { Question } from "../../core/roadmap/question";
import { roadmapFileName } from "../../core/reading/fileNames";
import { findingCodes } from "../../core/reading/findingCodes";
import { sectionRange } from "../../core/reading/roadmapReader";
import { placedQuestions, type FileRange, type Finding, type Roadmap } from "../../core/roadmap/roadmap";
import type { Checker } from "./checker";
import { holdAgainstGoldens, holdQuestion, type GoldenFinding, type GoldensReport, type HeldQuestion } from "./goldens";

/** A roadmap, and how the text of each question's file is got. */
export interface GoldenFiles {
  readonly roadmap: Roadmap;
  /** The file of each question by its id. */
  readonly paths: ReadonlyMap<string, string>;
  /** Rejects where the file is gone. */
  readonly textOf: (path: string) => Promise<string> | string;
}

/** Of a larger roadmap the editor does not hold each golden against every other question; `check` does. */
const mostPairs = 4_000;

/**
 * All that is found in a roadmap; nothing where the check does not read its language. With `known`, as the editor does:
 * of a large roadmap only the questions are held that are not among the known ones.
 */
export async function goldenFindings(
  { roadmap, paths, textOf }: GoldenFiles,
  checker: Checker,
  known?: WeakMap<Question, HeldQuestion>,
): Promise<{ readonly findings: readonly Finding[]; readonly report: GoldensReport | undefined }> {
  if (checker.language === undefined) return { findings: [], report: undefined };
  const questions = placedQuestions(roadmap).map(({ question }) => question);
  const goldens = questions.reduce((sum, question) => sum + question.goldens.length, 0);
  const small = known === undefined || goldens * questions.length <= mostPairs;
  const report = await holdAgainstGoldens(questions, checker, small ? {} : { elsewhere: false, known });
  const findings: Finding[] = [];
  const texts = new Map<string, string>();
  for (const found of report.findings) {
    const file = paths.get(found.question.id) ?? found.question.id;
    const text = texts.get(file) ?? (await textOf(file));
    texts.set(file, text);
    findings.push(at(found, file, text));
  }
  const start = { line: 0, character: 0 };
  const overall = report.overall.map((message) => finding(roadmapFileName, { start, end: start }, message));
  return { findings: [...findings, ...overall], report };
}

/** What is found in one question's file as it stands. */
export async function goldenFindingsIn(
  question: Question,
  file: string,
  text: string,
  checker: Checker,
): Promise<readonly Finding[]> {
  if (checker.language === undefined) return [];
  const { findings } = await holdQuestion(question, checker);
  return findings.map((found) => at(found, file, text));
}

function at({ section, message }: GoldenFinding, file: string, text: string): Finding {
  return finding(file, sectionRange(text, section), message);
}

function finding(file: string, range: FileRange, message: string): Finding {
  const code = "golden-bounds";
  return { file, range, code, severity: findingCodes[code], message };
}
