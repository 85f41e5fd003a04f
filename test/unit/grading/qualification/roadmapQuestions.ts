// The questions of the roadmap that is shipped, for tests of what models make of its goldens.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { placedQuestions, type Roadmap } from "../../../../src/core/roadmap/roadmap";

const folder = join(import.meta.dirname, "../../../../questions/generative-ai");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(?:md|yaml)$/.test(path))
  .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(folder, path), "utf8") }));

/** The roadmap, read as the product reads it. */
export const roadmap: Roadmap = ((): Roadmap => {
  const read = readRoadmap(files).roadmap;
  if (read === undefined) throw new Error("The built-in roadmap cannot be read.");
  return read;
})();

/** Its questions in order. */
export const questions = placedQuestions(roadmap).map(({ question }) => question);
