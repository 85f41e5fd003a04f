// A roadmap of the learner's own in the workspace: it comes while the window is open, has a broken file, changes
// under an answer, and goes.
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { headlineLens, openSidebar, writeAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const builtIn = join(import.meta.dirname, "../../questions/generative-ai");
const problemTexts = ["1 problem in the roadmap's files", "{0} problems in the roadmap's files"];
const collapse = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.";

describe("a roadmap in the workspace", () => {
  let workbench: Workbench;
  let roadmap: string;
  const change = async (file: string, from: RegExp, to: string): Promise<void> => {
    const path = join(roadmap, file);
    const text = await readFile(path, "utf8");
    expect(text).toMatch(from);
    await writeFile(path, text.replace(from, to));
  };
  const rowIn = (sidebar: Frame): Locator => sidebar.locator('[role=treeitem][data-key="my-road/mode-collapse"]');

  beforeAll(async () => {
    // High enough for the rows of both roadmaps.
    workbench = await openWorkbench({ size: { width: 1280, height: 3600 } });
    roadmap = join(workbench.folder, "questions", "my-road");
  });

  afterAll(async () => {
    await workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/roadmap ${task.name}.png`);
  });

  test("shows in the sidebar as soon as it is there, without its broken question", async () => {
    const sidebar = await openSidebar(workbench);
    await cp(builtIn, roadmap, { recursive: true });
    await change("image-models/gan-training.md", /^marks: .*$/m, "marks: many");
    await change("roadmap.yaml", /^id: .*$/m, "id: my-road");
    await change("roadmap.yaml", /Learn \*\*Python\*\* first/, 'Learn **Python** <b onclick="alert(1)">first</b>');
    // A window that has just opened may not watch its folder yet: a file written again is seen by then.
    const written = await readFile(join(roadmap, "roadmap.yaml"), "utf8");
    const seen = async (): Promise<number> => {
      await writeFile(join(roadmap, "roadmap.yaml"), written);
      return rowIn(sidebar).count();
    };
    await expect.poll(seen, { interval: 2_000, timeout: 40_000 }).toBe(1);
    expect(await sidebar.locator('[role=treeitem][data-key="my-road/gan-training"]').count()).toBe(0);
  });

  test("stands before the built-in one, and the way on leads into it", async () => {
    const sidebar = await openSidebar(workbench);
    expect(await sidebar.locator("[role=treeitem]").first().getAttribute("data-row")).toContain("my-road");
    await workbench.screenshot("out/e2e/roadmap own first.png");
    const title = await sidebar.locator('[data-row^="q:my-road/"] .title').first().innerText();
    const goOn = sidebar.locator("#continue");
    expect(await goOn.innerText()).toBe(workbench.words.t("Start: {0}", title));
    await goOn.click();
    const open = sidebar.locator('[role=treeitem][data-key^="my-road/"][aria-selected=true]');
    await expect.poll(() => open.count()).toBe(1);
  });

  test("shows a topic's notes as Markdown in which HTML is only text", async () => {
    const sidebar = await openSidebar(workbench);
    const notes = sidebar.locator('[data-row="n:my-road/prerequisites"]');
    await notes.click();
    await expect.poll(() => notes.innerText()).toContain('Learn Python <b onclick="alert(1)">first</b>');
    expect(await notes.locator("strong", { hasText: "Python" }).count()).toBe(1);
    expect(await notes.locator("b").count()).toBe(0);
    await notes.locator(".line").click();
  });

  test("lists the problem, and leads to its line", async () => {
    const sidebar = await openSidebar(workbench);
    const problem = sidebar.locator("[role=treeitem]", { hasText: /gan-training\.md:\d+/ }).first();
    const problems = sidebar.locator("[role=treeitem]", {
      hasText: new RegExp(problemTexts.map((text) => workbench.words.pattern(text)).join("|")),
    });
    await problems.waitFor();
    if ((await problem.count()) === 0) await problems.click();
    const line = /gan-training\.md:(\d+)/.exec(await problem.innerText())?.[1];
    await problem.click();
    await expect.poll(() => workbench.activeTab()).toContain("gan-training");
    await expect.poll(() => workbench.page.locator(".statusbar").innerText()).toContain(`Ln ${String(line)},`);
  });

  test("says in an open answer that its question changed, while marks and text stay", async () => {
    await rowIn(await openSidebar(workbench)).click();
    await expect.poll(() => workbench.activeTab()).toContain("mode-collapse");
    await writeAnswer(workbench, collapse);
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    const marks = await headlineLens(workbench);
    await change("image-models/mode-collapse.md", /What is mode collapse/, "What is the collapse of modes");
    // How soon the window hears of it is the file watcher's affair: written again, it is heard of in the end.
    const written = await readFile(join(roadmap, "image-models/mode-collapse.md"), "utf8");
    const lenses = async (): Promise<readonly string[]> => {
      await writeFile(join(roadmap, "image-models/mode-collapse.md"), written);
      return workbench.codeLenses();
    };
    await expect
      .poll(lenses, { interval: 3_000, timeout: 40_000 })
      .toContainEqual(expect.stringContaining(workbench.words.t("Question changed: update it here")));
    expect((await headlineLens(workbench)).startsWith(marks)).toBe(true);
    expect((await workbench.visibleLines()).join("\n")).toContain(collapse.slice(0, 40));
  });

  test("gone, its answer still opens and says so, after a reload too", async () => {
    const gone = expect.stringContaining(
      workbench.words.t("This question is no longer in its roadmap; your answer is kept"),
    ) as unknown;
    await rm(roadmap, { recursive: true });
    await expect.poll(() => workbench.codeLenses()).toContainEqual(gone);
    await expect.poll(() => openSidebar(workbench).then((sidebar) => rowIn(sidebar).count())).toBe(0);
    await workbench.reload();
    await expect.poll(() => workbench.codeLenses()).toContainEqual(gone);
    expect((await workbench.visibleLines()).join("\n")).toContain(collapse.slice(0, 40));
    expect(await workbench.notifications()).toEqual([]);
  });
});
