// A workspace of several folders, each with a roadmap whose file is called in another way: all are found without the
// sidebar being opened, each answer is its own question's, and of two roadmaps with one id the later one is told of.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Frame, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { headlineLens, openSidebar, writeAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const sample = join(import.meta.dirname, "../../questions/generative-ai/image-models/mode-collapse.md");

/** A roadmap of one question with the id of the shipped one that it is a copy of. */
async function writeRoadmap(file: string, id: string, title: string, more = ""): Promise<void> {
  const topic = join(dirname(file), "gans");
  await mkdir(topic, { recursive: true });
  const yaml = `id: ${id}\ntitle: ${title}\ntopics:\n  - id: gans\n    title: GANs\n    questions: [mode-collapse]\n`;
  await writeFile(file, `${yaml}${more}`);
  const question = await readFile(sample, "utf8");
  await writeFile(join(topic, "mode-collapse.md"), question.replace(/^title: .*$/m, `title: Collapse, ${title}`));
}

describe("a workspace of several folders", () => {
  let workbench: Workbench;
  const rowIn = (sidebar: Frame, roadmap: string): Locator =>
    sidebar.locator(`[role=treeitem][data-key="${roadmap}/mode-collapse"]`);

  beforeAll(async () => {
    workbench = await openWorkbench({
      size: { width: 1280, height: 2400 },
      workspaceFile: "both.code-workspace",
      prepare: async ({ folder }) => {
        await writeRoadmap(join(folder, "one", "ROADMAP.YML"), "first-road", "One", "colour: red\n");
        await writeRoadmap(join(folder, "two", "notes", "study", "road", "Roadmap.Yaml"), "second-road", "Two");
        await writeRoadmap(join(folder, "zoo", "roadmap.yaml"), "first-road", "Three");
        const folders = ["one", "two", "zoo"].map((path) => ({ path }));
        await writeFile(join(folder, "both.code-workspace"), JSON.stringify({ folders }));
      },
    });
  });

  afterAll(() => workbench.close());

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/roots ${task.name}.png`);
  });

  test("tells what is wrong before the sidebar is opened, whatever the case of a roadmap's file", async () => {
    await expect
      .poll(() => workbench.page.locator("[id='status.problems']").innerText(), { timeout: 40_000 })
      .toMatch(/^\s*[1-9]/);
    await workbench.runCommand("View: Focus Problems (Errors, Warnings, Infos)");
    const told = (): Promise<string> => workbench.page.locator(".markers-panel").innerText();
    await expect.poll(told).toContain("ROADMAP.YML");
    // What is wrong in that file names no id: this is told of the other roadmap of its id.
    await expect.poll(told).toContain("first-road");
    expect(await told()).not.toContain(workbench.folder);
    await workbench.screenshot("out/e2e/several roots.png");
    await workbench.runCommand("View: Toggle Panel Visibility");
  });

  test("lists the roadmaps of all, those of one id once", async () => {
    const sidebar = await openSidebar(workbench);
    await expect.poll(() => rowIn(sidebar, "second-road").count()).toBe(1);
    expect(await rowIn(sidebar, "first-road").count()).toBe(1);
    expect(await rowIn(sidebar, "first-road").innerText()).toContain("Collapse, One");
    const roadmaps = await sidebar.locator("[role=treeitem][data-kind=roadmap] .title").allInnerTexts();
    expect(roadmaps.slice(0, 2)).toEqual(["One", "Two"]);
    expect(roadmaps).not.toContain("Three");
  });

  test("keeps the answers of two questions of one id apart", async () => {
    for (const [roadmap, title, answer] of [
      ["first-road", "One", "The generator keeps producing the same few samples."],
      ["second-road", "Two", "A Wasserstein loss gives smoother gradients."],
    ] as const) {
      await rowIn(await openSidebar(workbench), roadmap).click();
      // Both tabs are called by the file's name.
      await expect.poll(async () => (await workbench.visibleLines())[0]).toContain(`Collapse, ${title}`);
      await writeAnswer(workbench, answer);
      await workbench.runCommand("Roadmap Tutor: Grade my answer");
      await headlineLens(workbench);
      expect((await workbench.visibleLines()).join("\n")).toContain(answer);
    }
    const sidebar = await openSidebar(workbench);
    for (const roadmap of ["first-road", "second-road"])
      await expect.poll(() => rowIn(sidebar, roadmap).getAttribute("data-state")).toBe("checked");
  });

  test("takes up a folder that is added, and lets go of one that is removed", async () => {
    const file = join(workbench.folder, "both.code-workspace");
    await writeFile(file, JSON.stringify({ folders: [{ path: "two" }, { path: "zoo" }] }));
    // Without its first folder a window begins anew, pages and all.
    const third = async (): Promise<number> =>
      rowIn(await openSidebar(workbench), "first-road")
        .filter({ hasText: "Collapse, Three" })
        .count();
    await expect.poll(third, { timeout: 40_000 }).toBe(1);
    expect(await rowIn(await openSidebar(workbench), "second-road").count()).toBe(1);
  });
});
