// What must not lose a word or a mark: two windows at once, a disk that refuses, a reload with unsaved text, a killed
// server. One window after another story; each works on questions of its own.
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { homeFolders } from "../../scripts/realVscode.mjs";
import { honestScript, startModelServer, type ModelServer } from "../support/modelServer";
import { extensionStorage } from "../support/qualifiedModel";
import {
  gradeAnswer,
  headlineLens,
  openQuestion,
  openSidebar,
  questionRow,
  writeAnswer,
  withQualified,
} from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const collapse = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.";
const balance = "Generator and discriminator must be kept in balance, or one overpowers the other.";

describe("storage", () => {
  let workbench: Workbench;
  let server: ModelServer;
  let storage: string;

  beforeAll(async () => {
    server = await startModelServer();
    // Unsaved text must stay unsaved until the test saves it.
    workbench = await openWorkbench({
      settings: { "files.autoSave": "off" },
      machineSettings: { "tutor.model.baseUrl": server.url, "tutor.model.name": "honest-model" },
      prepare: withQualified(server.url, "honest-model"),
    });
    storage = extensionStorage(homeFolders(workbench.home).userData);
  });

  afterAll(async () => {
    await workbench.close();
    await server.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/storage ${task.name}.png`);
  });

  /** The attempts kept of a question. Every file must be whole. */
  async function attempts(question: string): Promise<readonly { readonly answer: string }[]> {
    const folder = join(storage, "attempts", "generative-ai", question);
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
    return Promise.all(
      names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8")) as { readonly answer: string }),
    );
  }
  const shown = async (window: Workbench): Promise<string> => (await window.visibleLines()).join("\n");

  test("two windows: what one saves shows in the other, and no attempt is lost", async () => {
    await openQuestion(workbench, "gan-training");
    const other = await workbench.openSecondWindow();
    await openQuestion(other, "gan-training");
    await writeAnswer(workbench, collapse);
    await expect
      .poll(() => shown(other), { message: "the other window's clean editor" })
      .toContain(collapse.slice(0, 40));
    // This window's grading ends only when the other's, of an edited text, has begun.
    let otherAsked = (): void => undefined;
    const bothAsked = new Promise<void>((resolve) => (otherAsked = resolve));
    server.script(async (request, index) => {
      // A mark that stands in no rubric.
      if (!request.raw.includes("in the other window")) await bothAsked;
      else {
        otherAsked();
        // The attempt of the later text is the later one.
        await vi.waitUntil(async () => (await attempts("gan-training")).length === 1, { timeout: 20_000 });
      }
      return honestScript()(request, index);
    });
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    await expect.poll(() => server.chats()).toHaveLength(1);
    await other.typeAtEnd(`\n\n${balance} Written in the other window.`);
    await Promise.all([gradeAnswer(other), headlineLens(workbench)]);
    await expect
      .poll(async () => (await attempts("gan-training")).map(({ answer }) => answer.includes(balance)).sort())
      .toEqual([false, true]);
    for (const window of [workbench, other]) {
      const row = questionRow(await openSidebar(window), "gan-training");
      await expect.poll(() => row.getAttribute("data-state")).toBe("graded");
    }
    await expect.poll(() => shown(workbench)).toContain(balance.slice(0, 40));

    // A dirty editor is not overwritten, and its save asks first.
    await workbench.typeAtEnd("\n\nMine.");
    await writeAnswer(other, "\n\nTheirs.");
    await workbench.press("ControlOrMeta+s");
    await expect.poll(() => workbench.notifications()).toHaveLength(1);
    expect(await shown(workbench)).toContain("Mine.");
    expect(await readFile(join(storage, "answers", "generative-ai", "gan-training.md"), "utf8")).toContain("Theirs.");
    await other.page.close();
    await workbench.clearNotifications();
    await workbench.runCommand("File: Revert File");
    await expect.poll(() => shown(workbench)).toContain("Theirs.");
  });

  test("a disk that refuses the attempt: one message, the grade stays, and trying again keeps it", async () => {
    await openQuestion(workbench, "mode-collapse");
    await writeAnswer(workbench, collapse);
    const blocked = join(storage, "attempts", "generative-ai", "mode-collapse");
    await writeFile(blocked, "A file where the folder should be.");
    const marks = await gradeAnswer(workbench);
    await expect
      .poll(() => workbench.notifications())
      .toEqual([expect.stringMatching(workbench.words.holding("Graded, but the attempt could not be kept: {0}"))]);
    expect(await headlineLens(workbench)).toBe(marks);
    // The other questions' marks are there all the same.
    const row = questionRow(await openSidebar(workbench), "gan-training");
    await expect.poll(() => row.getAttribute("data-state")).toMatch(/graded|stale/);
    await rm(blocked);
    await workbench.pressMessageButton("Try again");
    await expect.poll(() => attempts("mode-collapse")).toHaveLength(1);
    await expect.poll(() => workbench.notifications()).toEqual([]);
  });

  test("a disk that refuses the answer: it says so; the text stays in the editor until it can be saved", async () => {
    await openQuestion(workbench, "loss-functions");
    await workbench.typeAtEnd(balance);
    const answers = join(storage, "answers");
    await rename(answers, `${answers}.away`);
    await writeFile(answers, "A file where the folder should be.");
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    await expect
      .poll(() => workbench.notifications())
      .toEqual([expect.stringMatching(/^Failed to save 'loss-functions.md'/)]);
    await expect
      .poll(() => workbench.page.locator(".statusbar").innerText())
      .toContain(
        workbench.words.t(
          "Not graded: the answer could not be saved. Save it first; your text is still in the editor.",
        ),
      );
    expect(await shown(workbench)).toContain(balance);
    expect(await attempts("loss-functions")).toEqual([]);
    await workbench.clearNotifications();
    await rm(answers);
    await rename(`${answers}.away`, answers);
    await workbench.focusEditor();
    await workbench.save();
    expect(await readFile(join(answers, "generative-ai", "loss-functions.md"), "utf8")).toContain(balance);
    expect(await workbench.notifications()).toEqual([]);
  });

  test("unsaved text is there again after a reload", async () => {
    await openQuestion(workbench, "healthcare");
    await workbench.typeAtEnd(collapse);
    // VS Code keeps unsaved text in a file of its own a moment after the last key.
    await expect
      .poll(() => holds(join(homeFolders(workbench.home).userData, "User"), collapse))
      .toContainEqual(expect.stringContaining("ackup"));
    await workbench.load();
    // Which tab is in front is VS Code's own memory, written now and then.
    await workbench.page.locator(".tab.dirty", { hasText: "healthcare" }).click();
    await expect.poll(() => shown(workbench)).toContain(collapse.slice(0, 40));
    await expect.poll(() => workbench.codeLenses()).toContain(workbench.words.t("Grade my answer"));
    await workbench.focusEditor();
    await workbench.save();
  });

  test("a server killed while a grading streams: the answer is there, nothing scored; all works again", async () => {
    const reply = '{"criteria":[{"id":"x","quotes":[],"reason":"","verdict":"missed"},';
    server.script(() => ({ kind: "stream", steps: [{ text: reply }, { stall: true }] }));
    server.clear();
    await openQuestion(workbench, "latent-space");
    await writeAnswer(workbench, collapse);
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    await expect.poll(() => server.chats()).toHaveLength(1);
    await workbench.killServer();
    await workbench.restartServer();
    await workbench.load();
    await openQuestion(workbench, "latent-space");
    await expect.poll(() => shown(workbench)).toContain(collapse.slice(0, 40));
    expect(await attempts("latent-space")).toEqual([]);
    const row = questionRow(await openSidebar(workbench), "latent-space");
    await expect.poll(() => row.getAttribute("data-state")).toBe("draft");
    await workbench.focusEditor();
    server.script(honestScript());
    await gradeAnswer(workbench);
    await expect.poll(() => attempts("latent-space")).toHaveLength(1);
  });
});

/** The files below a folder that hold a text. */
async function holds(folder: string, text: string): Promise<readonly string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => "")));
  return files.filter((_, i) => texts[i]?.includes(text));
}
