// Reads and validates the built-in roadmaps at build time, so that the extension starts without a YAML parser.
// Called by esbuild.mjs, which writes the result beside the bundles.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readRoadmapFolder } from "../src/cli/roadmapFolder";
import { readRoadmap } from "../src/core/reading/roadmapReader";
import type { Golden } from "../src/core/roadmap/question";
import { placedQuestions, type Roadmap } from "../src/core/roadmap/roadmap";

/**
 * Every roadmap in the folders under `root`, by folder name, without its goldens (only `check` needs them). Throws
 * with one `file:line: message` a line where anything is wrong.
 */
export async function compileRoadmaps(root: string): Promise<Roadmap[]> {
  return (await readRoadmaps(root)).map(withoutGoldens);
}

/** The goldens by roadmap and question: what a model is tried on, read only then. Throws as above. */
export async function compileGoldens(root: string): Promise<Record<string, Record<string, readonly Golden[]>>> {
  const ofRoadmap = (roadmap: Roadmap): Record<string, readonly Golden[]> =>
    Object.fromEntries(placedQuestions(roadmap).map(({ question }) => [question.id, question.goldens]));
  return Object.fromEntries((await readRoadmaps(root)).map((roadmap) => [roadmap.id, ofRoadmap(roadmap)]));
}

async function readRoadmaps(root: string): Promise<Roadmap[]> {
  const folders = (await readdir(root, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name));
  const findings: string[] = [];
  const roadmaps: Roadmap[] = [];
  for (const folder of folders.toSorted()) {
    const { roadmap, problems } = readRoadmap(await readRoadmapFolder(folder));
    findings.push(...problems.map((p) => `${join(folder, p.file)}:${String(p.range.start.line + 1)}: ${p.message}`));
    if (roadmap) roadmaps.push(roadmap);
  }
  if (findings.length > 0) throw new Error(`The built-in roadmaps have problems:\n${findings.join("\n")}`);
  return roadmaps;
}

function withoutGoldens(roadmap: Roadmap): Roadmap {
  return {
    ...roadmap,
    topics: roadmap.topics.map((topic) => ({
      ...topic,
      questions: topic.questions.map((question) => ({ ...question, goldens: [] })),
    })),
  };
}
