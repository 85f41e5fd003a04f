// What holding the check against goldens finds, at its place in a roadmap's files: the same for the command line and
// the editor.
import type { Question } from "../../core/roadmap/question";
import { roadmapFileName } from "../../core/reading/fileNames";
import { findingCodes } from "../../core/reading/findingCodes";
import { sectionRange } from "../../core/reading/roadmapReader";
import { placedQuestions, type FileRange, type Finding, type Roadmap } from "../../core/roadmap/roadmap";
import type { Checker } from "./checker";
import { rests } from "../text/slices";
import { holdAgainstGoldens, holdQuestion, type GoldenFinding, type GoldensReport } from "./goldens";

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

/** What was found of each question before: it stands as long as the question does, since that is read from one text. */
export type KnownFindings = WeakMap<Question, readonly Finding[]>;

/**
 * All that is found in a roadmap; nothing where the check does not read its language. With `known`, as the editor does:
 * of a large roadmap only the questions are held that are not among the known ones, and nothing is reported.
 */
export async function goldenFindings(
  files: GoldenFiles,
  checker: Checker,
  known?: KnownFindings,
): Promise<{ readonly findings: readonly Finding[]; readonly report: GoldensReport | undefined }> {
  if (checker.language === undefined) return { findings: [], report: undefined };
  const questions = placedQuestions(files.roadmap).map(({ question }) => question);
  const goldens = questions.reduce((sum, question) => sum + question.goldens.length, 0);
  const unhurried = resting(checker);
  if (known !== undefined && goldens * questions.length > mostPairs)
    return { findings: await eachFindings(questions, files, unhurried, known), report: undefined };
  const report = await holdAgainstGoldens(questions, unhurried);
  const start = { line: 0, character: 0 };
  const overall = report.overall.map((message) => finding(roadmapFileName, { start, end: start }, message));
  return { findings: [...(await placed(report.findings, files)), ...overall], report };
}

/** The same checker, which lets others work between its answers: each takes too little time to do so itself. */
function resting(checker: Checker): Checker {
  const rest = rests();
  return {
    ...checker,
    check: async (...asked) => {
      const outcome = await checker.check(...asked);
      await rest();
      return outcome;
    },
  };
}

/** What is found in each question by itself. */
async function eachFindings(
  questions: readonly Question[],
  files: GoldenFiles,
  checker: Checker,
  known: KnownFindings,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const question of questions) {
    const own = known.get(question) ?? (await placed((await holdQuestion(question, checker)).findings, files));
    known.set(question, own);
    findings.push(...own);
  }
  return findings;
}

async function placed(found: readonly GoldenFinding[], { paths, textOf }: GoldenFiles): Promise<Finding[]> {
  const findings: Finding[] = [];
  const texts = new Map<string, string>();
  for (const one of found) {
    const file = paths.get(one.question.id) ?? one.question.id;
    const text = texts.get(file) ?? (await textOf(file));
    texts.set(file, text);
    findings.push(at(one, file, text));
  }
  return findings;
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
