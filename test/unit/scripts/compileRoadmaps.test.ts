// The built-in roadmaps at build time: goldens left out, and a build that stops where anything is wrong.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { compileGoldens, compileRoadmaps } from "../../../scripts/compileRoadmaps";
import { tempFolder } from "../../support/tempFolder";
import { changed, sampleFolder, tcpQuestion } from "../core/reading/sampleRoadmap";

async function rootWith(changes: Parameters<typeof sampleFolder>[0]): Promise<string> {
  const root = await tempFolder();
  for (const { path, text } of sampleFolder(changes)) {
    const file = join(root, "networks", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await writeFile(join(root, "roadmap.schema.json"), "{}");
  return root;
}

it("compiles every folder, without goldens", async () => {
  const roadmaps = await compileRoadmaps(await rootWith({}));
  expect(roadmaps.map((r) => r.id)).toEqual(["networks"]);
  expect(roadmaps[0]?.topics[0]?.questions.map((q) => [q.id, q.goldens, q.criteria.length])).toEqual([["tcp", [], 4]]);
  expect(JSON.parse(JSON.stringify(roadmaps))).toEqual(roadmaps);
});

it("compiles the goldens by roadmap and question", async () => {
  const goldens = await compileGoldens(await rootWith({}));
  expect(goldens["networks"]?.["tcp"]?.map(({ kind }) => kind)).toContain("full");
  expect(JSON.parse(JSON.stringify(goldens))).toEqual(goldens);
});

it("stops with file and line of every problem", async () => {
  const root = await rootWith({
    "transport/tcp.md": changed(tcpQuestion, "id: tcp", "id: udp"),
    "links/arp.md": "---\n",
  });
  await expect(compileRoadmaps(root)).rejects.toThrow(/links\/arp\.md:1: .*\n.*transport\/tcp\.md:2: /);
});

it("compiles the roadmaps of this project", async () => {
  const roadmaps = await compileRoadmaps(join(import.meta.dirname, "../../../questions"));
  const genai = roadmaps.find((r) => r.id === "generative-ai");
  const questions = genai?.topics.flatMap((t) => t.questions) ?? [];
  expect(questions.length).toBe(17);
  expect(questions.reduce((sum, q) => sum + q.marks, 0)).toBe(68);
});
