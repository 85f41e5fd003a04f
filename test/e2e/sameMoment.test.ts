// A plain file of a study folder that another program replaces just as it is saved, or two windows save at once: a
// learner is told, by VS Code's own message where it saw the other's save before its own, by ours where it could not;
// and what was replaced is kept beside it, to be compared.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openQuestion, writeAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const mine = "Mode collapse: the generator produces only a few kinds of samples.";
const replaced = "Another window or program replaced {0} just as you saved it. What you saved is kept in {1}.";

describe("a plain answer that is replaced as it is saved", () => {
  let study: string;
  let answers: string;
  let workbench: Workbench;

  beforeAll(async () => {
    study = await mkdtemp(join(tmpdir(), "roadmap-tutor-plain-"));
    answers = join(study, "answers", "generative-ai");
    workbench = await openWorkbench({
      settings: { "files.autoSave": "off" },
      machineSettings: { "tutor.studyFolder": study },
    });
  });

  afterAll(async () => {
    await workbench.close();
    await rm(study, { recursive: true, force: true });
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/same moment ${task.name}.png`);
  });

  /** All that is on disk of a question: its answer and the versions kept beside it. */
  async function onDisk(question: string): Promise<string> {
    const names = (await readdir(answers)).filter((name) => name.startsWith(question) && name.endsWith(".md"));
    return (await Promise.all(names.map((name) => readFile(join(answers, name), "utf8")))).join("\n");
  }

  test("is told of, kept, and compared with what stands now", async () => {
    const file = join(answers, "mode-collapse.md");
    await openQuestion(workbench, "mode-collapse");
    const fresh = await readFile(file, "utf8");
    await writeAnswer(workbench, mine);
    await expect.poll(() => readFile(file, "utf8")).toContain(mine);
    await writeFile(file, `${fresh}\nWritten by somebody else.\n`);
    await expect
      .poll(() => workbench.notifications())
      .toEqual([expect.stringMatching(workbench.words.holding(replaced))]);
    await workbench.screenshot("out/e2e/same moment told.png");
    expect(await onDisk("mode-collapse")).toContain(mine);
    expect(await readFile(file, "utf8")).not.toContain(mine);
    await workbench.pressMessageButton("Compare");
    await expect.poll(() => workbench.page.locator(".monaco-diff-editor").count()).toBeGreaterThan(0);
    // Asked once both versions are in sight.
    await workbench.pressMessageButton("Keep the left one");
    await workbench.clearNotifications();
    await workbench.closeEditors();
  });

  test("by two windows at once, is never replaced silently", { timeout: 240_000 }, async () => {
    const windows = [workbench, await workbench.openSecondWindow()] as const;
    for (const window of windows) await openQuestion(window, "gan-training");
    const shown = async (): Promise<readonly string[]> =>
      Promise.all(windows.map(async (window) => (await window.visibleLines()).join("\n")));
    const told = async (): Promise<readonly string[]> =>
      (await Promise.all(windows.map((window) => window.notifications()))).flat();
    for (const round of ["first", "second", "third", "fourth", "fifth"]) {
      const words = [`Here ${round} words.`, `There ${round} words.`] as const;
      await workbench.typeAtEnd(`\n${words[0]}`);
      await windows[1].typeAtEnd(`\n${words[1]}`);
      await Promise.all(windows.map((window) => window.press("ControlOrMeta+s")));
      await expect
        .poll(async () => (await told()).length > 0 || [await onDisk("gan-training"), ...(await shown())], {
          message: `the ${round} round`,
        })
        .toBe(true);
      const all = [await onDisk("gan-training"), ...(await shown())].join("\n");
      for (const one of words) expect(all).toContain(one);
      for (const window of windows) {
        if ((await window.notifications()).length > 0) await window.clearNotifications();
        await window.focusEditor();
        await window.runCommand("File: Revert File");
      }
      await expect.poll(async () => new Set(await shown()).size, { message: `after the ${round} round` }).toBe(1);
    }
    await windows[1].page.close();
  });
});
