// A plain file of a study folder that another program replaces just as it is saved: the learner is told, and what they
// saved is kept beside it, to be compared.
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
    await workbench.clearNotifications();
    await workbench.closeEditors();
  });
});
