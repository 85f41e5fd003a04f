// docs/writing-a-roadmap.md is true: its examples are read without a word of complaint.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { longestFile } from "../../../../src/core/reading/source";
import { newChecker } from "../../../../src/grading/check/checker";
import { bounds, holdAgainstGoldens, mostElsewhere } from "../../../../src/grading/check/goldens";
import { changed } from "./sampleRoadmap";

const page = readFileSync(join(import.meta.dirname, "../../../../docs/writing-a-roadmap.md"), "utf8");
const example = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\\n\`\`\``).exec(page)?.[1] ?? "";

const { roadmap, problems } = readRoadmap([
  // The example requires a topic that it does not show.
  { path: "roadmap.yaml", text: changed(example("yaml"), "    requires: [nlp-basics]", "    requires: []") },
  { path: "image-models/mode-collapse.md", text: example("markdown") },
]);

it("has examples that the reader takes", () => {
  expect(problems).toEqual([]);
  expect(roadmap?.topics[0]?.questions[0]).toMatchObject({ id: "mode-collapse", marks: 4 });
});

it("has an example whose goldens pass the check", async () => {
  const questions = roadmap?.topics[0]?.questions ?? [];
  expect((await holdAgainstGoldens(questions, newChecker(questions))).findings).toEqual([]);
});

it("tells the bounds that are checked", () => {
  expect(page).toContain(`of a \`full\` golden to at least ${String(bounds.full * 100)} %`);
  expect(page).toContain(`\`false-claims\` one to at most ${String(bounds.wrong * 100)} %`);
  expect(page).toContain(`at most ${String(mostElsewhere * 100)} % of the criteria`);
  expect(page).toContain(`at most ${longestFile.toLocaleString("en")} characters`);
});
