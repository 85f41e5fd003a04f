// What stands beside an answer, and where it shows: a pasted picture, a prompt's picture in preview and sidebar, and an
// answer that opens as Markdown's preview.
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { homeFolders } from "../../scripts/realVscode.mjs";
import { writeSettings } from "../../scripts/vscode/settings.mjs";
import { extensionStorage } from "../support/qualifiedModel";
import { gradeAnswer, headlineLens, openQuestion, openSidebar, writeAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const builtIn = join(import.meta.dirname, "../../questions/generative-ai");
/** Ten by ten pixels of one colour. */
const dot = "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC";

/** Width of the pictures with that text in any page of the window, in pixels; 0 for one that is broken. */
async function pictureWidths({ page }: Workbench, alt: string): Promise<readonly number[]> {
  const all = page.frames().map((frame) =>
    frame
      .locator(`img[alt="${alt}"]`)
      .evaluateAll((nodes) => nodes.map((node) => (node as HTMLImageElement).naturalWidth))
      .catch(() => []),
  );
  return (await Promise.all(all)).flat();
}

/** Puts a picture on the clipboard, as a screenshot does, and pastes it where the cursor is. */
async function pastePicture(workbench: Workbench): Promise<void> {
  await workbench.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await workbench.page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    await navigator.clipboard.write([new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) })]);
  }, dot);
  await workbench.press("ControlOrMeta+v");
}

describe("a picture in an answer", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
  });
  afterAll(async () => {
    await workbench.close();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/picture ${task.name}.png`);
  });

  test("pasted, is kept beside the answer, and the link to it holds", async () => {
    await openQuestion(workbench, "mode-collapse");
    await workbench.typeAtEnd("\n");
    const link = /!\[[^\]]*\]\(image\.png\)/;
    const text = async (): Promise<string> => (await workbench.visibleLines()).join("\n");
    // Before VS Code's Markdown extension has started, a paste does nothing.
    await expect
      .poll(
        async () => {
          if (!link.test(await text())) await pastePicture(workbench);
          return text();
        },
        { interval: 4_000 },
      )
      .toMatch(link);
    const kept = join(extensionStorage(homeFolders(workbench.home).userData), "answers/generative-ai/image.png");
    await expect.poll(() => readFile(kept, "base64").catch(() => "")).not.toBe("");
    expect(await workbench.notifications()).toEqual([]);
  });

  test("alone, it cannot be read here, and earns no mark", async () => {
    await workbench.save();
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    const headline = await headlineLens(workbench);
    expect(headline).toContain(workbench.words.t("the check cannot read this"));
    expect(headline).not.toMatch(/\d ?\/ ?\d/);
  });

  test("shows in Markdown's preview", async () => {
    await workbench.runCommand("Markdown: Open Preview to the Side");
    await expect.poll(() => pictureWidths(workbench, "alt text").then((all) => Math.max(0, ...all))).toBe(10);
    await workbench.screenshot("out/e2e/picture-in-answer.png");
  });
});

describe("an answer with both versions of a merge", () => {
  let workbench: Workbench;
  let answers: string;
  beforeAll(async () => {
    workbench = await openWorkbench();
    answers = join(extensionStorage(homeFolders(workbench.home).userData), "answers/generative-ai");
  });
  afterAll(async () => {
    await workbench.close();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/merge ${task.name}.png`);
  });

  test("is not graded: they are compared, one is kept, and the other stays beside it", async () => {
    await openQuestion(workbench, "mode-collapse");
    await writeAnswer(workbench, "<<<<<<< HEAD\nIt repeats itself.\n=======\nIt never does.\n>>>>>>> laptop");
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    await workbench.pressMessageButton("Compare");
    await workbench.page.locator(".editor-group-container.active .monaco-diff-editor").waitFor();
    await workbench.screenshot("out/e2e/merge-compared.png");
    await workbench.pressMessageButton("Keep the left one");
    await expect
      .poll(() => readFile(join(answers, "mode-collapse.md"), "utf8"))
      .toMatch(/-->\n+It repeats itself\.\n$/);
    const other = (await readdir(answers)).find((name) => name.startsWith("mode-collapse.other-")) ?? "";
    expect(await readFile(join(answers, other), "utf8")).toMatch(/-->\n+It never does\.\n$/);
    await workbench.screenshot("out/e2e/merge-kept.png");
  });
});

describe("a picture in a prompt", () => {
  let workbench: Workbench;
  const key = "pictured/mode-collapse";
  beforeAll(async () => {
    workbench = await openWorkbench({
      size: { width: 1280, height: 3600 },
      prepare: async ({ folder }) => {
        const to = join(folder, "pictured");
        await cp(builtIn, to, { recursive: true });
        const roadmap = await readFile(join(to, "roadmap.yaml"), "utf8");
        const noted = "    notes: |\n      ![way](image-models/img/dot.png)\n";
        const pictured = roadmap.replace(/^id: .*$/m, "id: pictured").replace(/^ +notes: \|$/m, noted);
        await writeFile(join(to, "roadmap.yaml"), pictured);
        await cp(join(to, "roadmap.yaml"), join(folder, "second", "roadmap.yaml"), { recursive: true });
        await mkdir(join(to, "image-models/img"));
        await writeFile(join(to, "image-models/img/dot.png"), Buffer.from(dot, "base64"));
        const question = join(to, "image-models/mode-collapse.md");
        const shown = "## Prompt\n\n![samples](img/dot.png) ![gone](img/gone.png)\n";
        const explained = "## Reference\n\n![modes](img/dot.png)\n";
        const text = (await readFile(question, "utf8")).replace("## Prompt\n", shown);
        await writeFile(question, text.replace("## Reference\n", explained));
      },
    });
  });
  afterAll(async () => {
    await workbench.close();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/prompt picture ${task.name}.png`);
  });

  test("that is missing is told of, as is a second roadmap of the same id", async () => {
    const sidebar = await openSidebar(workbench);
    await sidebar.locator(`[role=treeitem][data-key="${key}"]`).waitFor();
    await workbench.runCommand("View: Focus Problems (Errors, Warnings, Infos)");
    const told = (): Promise<string> => workbench.page.locator(".markers-panel").innerText();
    await expect.poll(told).toMatch(/image-models\/img\/gone\.png/);
    await expect.poll(told).toMatch(/pictured/);
    await workbench.screenshot("out/e2e/problems-picture.png");
    await workbench.runCommand("View: Toggle Panel Visibility");
  });

  test("shows below its row in the sidebar", async () => {
    const sidebar = await openSidebar(workbench);
    await sidebar.locator(`[role=treeitem][data-key="${key}"] .twistie`).click();
    await expect.poll(() => pictureWidths(workbench, "samples")).toEqual([10]);
    await workbench.screenshot("out/e2e/picture-in-sidebar.png");
  });

  test("of a topic's notes shows below their row", async () => {
    const sidebar = await openSidebar(workbench);
    await sidebar.locator('[data-row="n:pictured/prerequisites"]').click();
    await expect.poll(() => pictureWidths(workbench, "way")).toEqual([10]);
    await workbench.screenshot("out/e2e/picture-in-notes.png");
  });

  test("shows in the preview of its answer", async () => {
    const sidebar = await openSidebar(workbench);
    await sidebar.locator(`[role=treeitem][data-key="${key}"] .title`).click();
    await expect.poll(() => workbench.activeTab()).toContain("mode-collapse");
    await workbench.runCommand("Markdown: Open Preview to the Side");
    await expect.poll(() => pictureWidths(workbench, "samples")).toEqual([10, 10]);
    await workbench.screenshot("out/e2e/picture-in-preview.png");
  });

  test("of the reference shows on its page", async () => {
    await workbench.page.locator(".tabs-container .tab", { hasText: "mode-collapse" }).first().click();
    await workbench.runCommand("Roadmap Tutor: Show the reference answer");
    await workbench.page
      .locator(".monaco-dialog-box .monaco-button", { hasText: workbench.words.t("Show it") })
      .click();
    await expect.poll(() => pictureWidths(workbench, "modes")).toEqual([10]);
    await workbench.screenshot("out/e2e/picture-in-reference.png");
  });
});

describe("an answer that opens as Markdown's preview", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({
      settings: { "workbench.editorAssociations": { "*.md": "vscode.markdown.preview.editor" } },
      prepare: async ({ folder, home }) => {
        await writeSettings(homeFolders(home).machineSettings, { "tutor.studyFolder": folder });
        await mkdir(join(folder, "answers/generative-ai"), { recursive: true });
        const comment = "<!-- roadmap-tutor:question generative-ai/mode-collapse -->";
        const answer = "The generator makes only a few kinds of samples.";
        await writeFile(
          join(folder, "answers/generative-ai/mode-collapse.md"),
          `# Mode collapse\n${comment}\n\n<!-- roadmap-tutor:answer -->\n${answer}\n`,
        );
      },
    });
  });
  afterAll(async () => {
    await workbench.close();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/preview ${task.name}.png`);
  });

  test("is graded from the palette, and its feedback stands in the text", async () => {
    await openSidebar(workbench);
    await workbench.press("ControlOrMeta+p");
    await workbench.page.locator(".quick-input-widget input[type=text]").fill("mode-collapse.md");
    await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "mode-collapse" }).first().click();
    await expect.poll(() => workbench.activeTab()).toContain("mode-collapse");
    await expect.poll(() => workbench.page.locator(".editor-instance .monaco-editor").count()).toBe(0);
    expect(await gradeAnswer(workbench)).toContain(workbench.words.t("not judged"));
    const attempts = join(workbench.folder, "attempts/generative-ai/mode-collapse");
    // Shown first, and kept right behind.
    await expect.poll(() => readdir(attempts).catch(() => [])).toHaveLength(1);
  });
});
