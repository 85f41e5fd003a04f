// Two roadmaps with one id: which one is left out, and what is told where.
import { expect, it } from "vitest";
import type { ReadRoadmap } from "../../../../src/core/reading/assembling";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { earlierOfSameId, sameIdFinding } from "../../../../src/core/reading/sameId";
import { sampleFolder, roadmapYaml } from "./sampleRoadmap";

const read = (id: string): ReadRoadmap =>
  readRoadmap(sampleFolder({ "roadmap.yaml": roadmapYaml.replace(/^id: .*$/m, `id: ${id}`) }));

it("the first of them counts, however many there are", () => {
  const folders = ["a", "b", "c", "d"].map((place, i) => ({ place, read: read(i === 1 ? "other" : "same") }));
  expect([...earlierOfSameId(folders)]).toEqual([
    ["c", "a"],
    ["d", "a"],
  ]);
});

it("another tool's roadmap and a broken one claim no id", () => {
  const broken = readRoadmap([{ path: "roadmap.yaml", text: "id: [" }]);
  const foreign = { ...read("same"), foreign: true };
  const folders = [broken, foreign, broken, read("same")].map((one, place) => ({ place, read: one }));
  expect([...earlierOfSameId(folders)]).toEqual([]);
});

it("it is told at the id, with the name of the other folder", () => {
  const finding = sameIdFinding(read("same"), "courses/first");
  const line = roadmapYaml.replace(/^id: .*$/m, "id: same").split("\n")[finding.range.start.line] ?? "";
  expect(line.slice(finding.range.start.character, finding.range.end.character)).toBe("same");
  expect(finding).toMatchObject({ file: "roadmap.yaml", code: "duplicate-id", severity: "error" });
  expect(finding.message).toContain("courses/first");
});
