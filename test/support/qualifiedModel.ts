// What a model that has passed the sample answers leaves in the tutor's storage: for tests of what comes after that.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promptVersion } from "../../src/grading/llm/prompt";
import { goldensHash, type StoredQualification } from "../../src/grading/qualification/stored";
import type { Question } from "../../src/core/roadmap/question";
import { placedQuestions, type Roadmap } from "../../src/core/roadmap/roadmap";

/** The storage of the extension below VS Code's user data. */
export function extensionStorage(userData: string): string {
  return join(userData, "User", "globalStorage", "roadmap-tutor.roadmap-tutor");
}

/** The questions of the built-in roadmap with their goldens, as the build under test has them. */
export async function builtInQuestions(dist: string): Promise<readonly Question[]> {
  const json = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(dist, name), "utf8")) as T;
  const [roadmap] = await json<readonly Roadmap[]>("builtInRoadmaps.json");
  const goldens = await json<Record<string, Record<string, Question["goldens"]>>>("builtInGoldens.json");
  if (roadmap === undefined) throw new Error("There is no built-in roadmap.");
  return placedQuestions(roadmap).map(({ question }) => ({
    ...question,
    goldens: goldens[roadmap.id]?.[question.id] ?? [],
  }));
}

/** A model, and what it has shown. */
export interface ModelShown {
  readonly endpoint: string;
  readonly model: string;
  readonly result?: "qualified" | "remarks-only";
}

/** Keeps a result for a model, of the best kind or one that allows remarks only, as the product itself would. */
export async function keepQualified(
  storage: string,
  questions: readonly Question[],
  { endpoint, model, result = "qualified" }: ModelShown,
): Promise<void> {
  const counts = {
    answers: 12,
    criteria: 60,
    expectedYes: 30,
    expectedNo: 30,
    agreement: result === "qualified" ? 0.95 : 0.71,
    inflated: 0,
    omitted: 0.05,
  };
  const kept: StoredQualification = {
    ...{
      endpoint,
      model,
      promptVersion,
      goldens: await goldensHash(questions),
      run: "quick",
      at: "2026-11-01T08:00:00.000Z",
    },
    ...counts,
    ...{ decoysAsked: 20, decoysMet: 0, injectionGain: 0, quotesInvented: 0, formatFailures: 0, calls: 15 },
    ...{ byBand: {}, tokensIn: 15_000, tokensOut: 5_000, secondsPerAnswer: 1, result, why: [] },
  };
  const folder = join(storage, "qualifications");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${model.replace(/\W/g, "-")}.json`), JSON.stringify(kept));
}
