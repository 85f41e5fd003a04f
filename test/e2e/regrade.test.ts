// A changed rubric in the real editor: a marked answer of a roadmap of one's own, one criterion reworded; what that
// touches is shown, kept once the author agrees, and taken back.
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { homeFolders } from "../../scripts/realVscode.mjs";
import { extensionStorage } from "../support/qualifiedModel";
import { beginWalk, gradeAnswer, headlineLens, openSidebar, rowOf, writeAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const builtIn = join(import.meta.dirname, "../../questions/generative-ai");
const collapse = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.";
const key = "my-road/mode-collapse";

describe("a reworded criterion", () => {
  let workbench: Workbench;
  let file: string;
  let storage = "";
  const attempts = async (): Promise<readonly string[]> => {
    const folder = join(storage, "attempts", ...key.split("/"));
    const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
    return Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  };
  const rowIn = (sidebar: Frame): Promise<Locator> => rowOf(sidebar, key);
  const marked = (): string => workbench.words.t("marked by you");

  beforeAll(async () => {
    workbench = await openWorkbench({
      size: { width: 1280, height: 1400 },
      prepare: async ({ home, folder }) => {
        storage = extensionStorage(homeFolders(home).userData);
        const roadmap = join(folder, "questions", "my-road");
        await mkdir(join(folder, "questions"), { recursive: true });
        await cp(builtIn, roadmap, { recursive: true });
        const path = join(roadmap, "roadmap.yaml");
        await writeFile(path, (await readFile(path, "utf8")).replace(/^id: .*$/m, "id: my-road"));
        file = join(roadmap, "image-models", "mode-collapse.md");
      },
    });
  });

  afterAll(async () => {
    await workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/regrade ${task.name}.png`);
  });

  test("takes the mark off the open answer at once, for it was given on other words", async () => {
    await (await rowIn(await openSidebar(workbench))).click();
    await expect.poll(() => workbench.activeTab()).toContain("mode-collapse");
    await writeAnswer(workbench, collapse);
    await gradeAnswer(workbench);
    await beginWalk(workbench, () => workbench.runCommand("Roadmap Tutor: Mark it yourself"));
    for (const left of [1, 2, 3, 4]) {
      await workbench.press("y");
      await expect.poll(() => headlineLens(workbench)).toContain(left === 4 ? "4 / 4" : String(left));
    }
    await expect.poll(() => headlineLens(workbench)).toContain(`4 / 4 · ${marked()}`);
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace("only a few kinds of output", "few kinds of output, again and again,"));
    await expect.poll(() => headlineLens(workbench)).toContain(workbench.words.t("{0} so far", "3"));
  });

  test("shows what it touches before anything is kept", async () => {
    const before = await attempts();
    await workbench.runCommand("Roadmap Tutor: Regrade what a changed rubric touches…");
    const page = await workbench.webview("table");
    await expect.poll(() => page.locator("h1").innerText()).toBe(workbench.words.t("What a changed rubric touches"));
    const row = page.locator("tbody tr");
    expect(await row.count()).toBe(1);
    const cells = await row.locator("td").allInnerTexts();
    expect(cells.slice(1, 4)).toEqual(["what mode collapse looks like", "4 / 4", workbench.words.t("{0} so far", "3")]);
    await workbench.screenshot("out/e2e/regrade-preview.png");
    expect(await attempts()).toEqual(before);
  });

  test("applied, keeps a new attempt beside the old one, and the other marks", async () => {
    const before = await attempts();
    await workbench.pressMessageButton(workbench.words.t("Apply"));
    await expect.poll(async () => (await attempts()).length).toBe(before.length + 1);
    expect((await attempts()).slice(0, before.length)).toEqual(before);
    await (await rowIn(await openSidebar(workbench))).click();
    await expect.poll(() => headlineLens(workbench)).toContain(workbench.words.t("{0} so far", "3"));
    await workbench.screenshot("out/e2e/regrade-applied.png");
    await beginWalk(workbench, () => workbench.runCommand("Roadmap Tutor: Mark it yourself"));
    await workbench.press("n");
    await expect.poll(() => headlineLens(workbench)).toContain(`3 / 4 · ${marked()}`);
  });

  test("undone, the old attempt counts again, and nothing is lost", async () => {
    const before = await attempts();
    await workbench.runCommand("Roadmap Tutor: Take the last regrading back");
    await expect.poll(() => headlineLens(workbench)).toContain(workbench.words.t("{0} so far", "3"));
    expect(await attempts()).toEqual(before);
    const row = await rowIn(await openSidebar(workbench));
    await expect.poll(() => row.innerText()).toContain(workbench.words.t("{0} / {1} so far", "3", "4"));
  });
});
