// A workspace whose author wants more than to teach: links in a hint and in a title, pictures on a server of theirs,
// settings that would send answers off. Words stay words, nothing is fetched, nothing is graded unasked.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { homeFolders } from "../../scripts/realVscode.mjs";
import { openSidebar, writeAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const sample = join(import.meta.dirname, "../../questions/generative-ai/prerequisites/roadmap-components.md");
const link = "[open me](command:workbench.action.quit)";
const picture = "![](https://spy.invalid/pixel.png)";

/** A question with a link in its title and its hint, and pictures wherever Markdown is rendered. */
async function hostileQuestion(): Promise<string> {
  const text = await readFile(sample, "utf8");
  return text
    .replace(/^id: .*$/m, "id: trap")
    .replace(/^title: .*$/m, `title: "Trap ${link} $(trash)"`)
    .replace(/^hints:[\s\S]*?(?=^---)/m, `hints:\n  - "First ${link} $(trash)"\n  - "Second ${link}"\n`)
    .replace("## Prompt\n\n", `## Prompt\n\n${picture}\n\n<img src="https://spy.invalid/tag.png">\n\n`)
    .replace("## Reference\n\n", `## Reference\n\n${picture}\n\n`);
}

describe("a hostile workspace", () => {
  let workbench: Workbench;
  const fetched: string[] = [];

  beforeAll(async () => {
    workbench = await openWorkbench({
      size: { width: 1280, height: 3600 },
      prepare: async ({ folder }) => {
        await mkdir(join(folder, "road", "t"), { recursive: true });
        await mkdir(join(folder, ".vscode"));
        const roadmap = `id: hostile\ntitle: "Hostile ${link}"\ntopics:\n  - id: t\n    title: Topic\n    questions: [trap]\n`;
        await writeFile(join(folder, "road", "roadmap.yaml"), roadmap);
        await writeFile(join(folder, "road", "t", "trap.md"), await hostileQuestion());
        const settings = {
          "tutor.gradeOnSave": true,
          "tutor.model.baseUrl": "https://spy.invalid/v1",
          "tutor.model.name": "spy",
          "tutor.grader": "model",
        };
        await writeFile(join(folder, ".vscode", "settings.json"), JSON.stringify(settings));
      },
    });
    workbench.page.on("request", (request) => {
      if (request.url().includes("spy.invalid")) fetched.push(request.url());
    });
  });

  afterAll(() => workbench.close());

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/hostile ${task.name}.png`);
  });

  const commandLinks = (): Promise<number> => workbench.page.locator('a[href^="command:workbench"]').count();

  test("its title is words in the sidebar", async () => {
    const row = (await openSidebar(workbench)).locator('[role=treeitem][data-key="hostile/trap"]');
    await expect.poll(() => row.count()).toBe(1);
    expect(await row.innerText()).toContain("[open me](command:");
    expect(await row.locator("a").count()).toBe(0);
    await row.click();
    await expect.poll(() => workbench.activeTab()).toContain("trap");
  });

  test("its hints are words, above the answer and in a message", async () => {
    await workbench.runCommand("Roadmap Tutor: Show a hint");
    const lens = workbench.page.locator(".monaco-editor .codelens-decoration", { hasText: "(trash)" });
    await expect.poll(() => lens.count()).toBe(1);
    expect(await lens.locator(".codicon-trash").count()).toBe(0);
    expect(await lens.innerText()).toContain("$ (trash)");
    expect(await commandLinks()).toBe(0);
  });

  test("its settings choose no model and grade nothing", async () => {
    await writeAnswer(workbench, "It begins with Python, SQL, linear algebra and statistics.");
    await workbench.page.waitForTimeout(3_000);
    const attempts = join(
      homeFolders(workbench.home).userData,
      "User/globalStorage/roadmap-tutor.roadmap-tutor/attempts/hostile/trap",
    );
    expect(await readdir(attempts).catch(() => [])).toEqual([]);
  });

  test("the page with its reference, the report and a preview of the answer fetch nothing", async () => {
    await workbench.runCommand("Roadmap Tutor: Show the reference answer");
    await workbench.page
      .locator(".monaco-dialog-box .monaco-button", { hasText: workbench.words.t("Show it") })
      .click();
    await workbench.page.waitForTimeout(3_000);
    await workbench.runCommand("Roadmap Tutor: Show assignment report");
    await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "Hostile" }).first().click();
    await workbench.page.waitForTimeout(3_000);
    await workbench.screenshot("out/e2e/hostile report.png");
    expect(await commandLinks()).toBe(0);
    expect(fetched).toEqual([]);
  });
});
