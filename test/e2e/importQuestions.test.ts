// An author brings what they have: notes become questions of a new roadmap, after a page that says what is made and
// what is left out; one Undo takes all of it back.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerBox } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const notes = `# Caches

Two things that I looked up.

## What does a cache keep?

Copies of what was asked for. They save a trip.

## When is a copy stale?

When its source has changed since.

## Shopping

Milk, and bread for Sunday.
`;

let workbench: Workbench;

function picture(name: string): Promise<unknown> {
  return workbench.screenshot(`out/e2e/import ${name}.png`);
}

/** The folders of the roadmap and what is in the topic's; empty where there is none. */
function made(): Promise<readonly string[]> {
  return readdir(join(workbench.folder, "my-notes"), { recursive: true }).then(
    (names) => names.filter((name) => name.includes(".")).toSorted(),
    () => [],
  );
}

beforeAll(async () => {
  workbench = await openWorkbench({
    size: { width: 1400, height: 1000 },
    prepare: async ({ folder }) => {
      await mkdir(join(folder, "old"));
      await writeFile(join(folder, "old", "caches.md"), notes);
    },
  });
});

afterAll(async () => {
  await workbench.close();
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await picture(`failed at ${task.name}`);
});

// Each step goes on from the one before: none can be tried twice.
describe("an import", { retry: 0 }, () => {
  test("says what it would make and what it leaves out, and writes nothing yet", async () => {
    const { words, page } = workbench;
    await workbench.runCommand("Roadmap Tutor: Import questions…");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: words.t("Files…") }).click();
    const dialog = page.locator(".quick-input-widget input[type=text]");
    await expect.poll(() => dialog.inputValue()).toContain(workbench.folder);
    await dialog.fill(join(workbench.folder, "old", "caches.md"));
    // VS Code's own dialog passes over an Enter while it looks up what was written.
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "caches.md" }).waitFor();
    await picture("chooses a file");
    await workbench.press("Enter");
    await answerBox(workbench, words.t("What is the roadmap about?"), "My notes");
    const shown = await workbench.webview(".markdown-body table");
    const text = await shown.locator("body").innerText();
    expect(text).toContain("What does a cache keep?");
    expect(text).toContain("caches.md:5");
    expect(text).toContain("Two things that I looked up.");
    await picture("is shown before");
    expect(await made()).toEqual([]);
  });

  test("makes the questions that are left ticked, whose TODOs are in the Problems panel", async () => {
    await workbench.pressMessageButton("Choose…");
    const rows = workbench.page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "Shopping" }).click();
    await picture("is chosen");
    await workbench.press("Enter");
    await expect.poll(() => workbench.activeTab()).toContain("what-does-a-cache-keep");
    expect((await made()).map((name) => name.slice(name.lastIndexOf("/") + 1))).toEqual(
      expect.arrayContaining(["what-does-a-cache-keep.md", "roadmap.yaml"]),
    );
    expect((await made()).join()).not.toContain("shopping");
    const problems = workbench.page.locator("[id='status.problems']");
    await expect.poll(() => problems.innerText()).toMatch(/^\s*0\s+[1-9]/);
    await picture("is done");
  });

  test("is taken back whole by one Undo, which leaves the notes alone", async () => {
    await workbench.clearNotifications();
    await workbench.focusEditor();
    await workbench.press("ControlOrMeta+z");
    await expect.poll(made).toEqual([]);
    await picture("is undone");
    expect(await readFile(join(workbench.folder, "old", "caches.md"), "utf8")).toBe(notes);
  });
});
