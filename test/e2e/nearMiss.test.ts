// A rubric that learns: words in which an idea was met and not found become an accepted wording by one key, by one edit
// that is taken back whole. Of a built-in roadmap nothing is offered.
import { readFile } from "node:fs/promises";
import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { writeCaches } from "./support/author";
import { beginWalk, gradeAnswer, headlineLens, openQuestion, openSidebar, rowOf, writeAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const words = "Stuff that you fetched before is lying around close by.";
const question = `---
id: what-it-keeps
title: What it keeps
marks: 1
criteria:
  - id: copies
    marks: 1
    statement: A cache keeps copies of what was asked for.
    accepted:
      - Copies stay in the cache. # as in the lecture
    idea: what it keeps
hints:
  - Think of a second request.
---

## Prompt

What does it keep?
`;

let workbench: Workbench;
let file = "";

const text = (): Promise<string> => readFile(file, "utf8");
const picture = (name: string): Promise<unknown> => workbench.screenshot(`out/e2e/near-miss ${name}.png`);
const accept = (view: Frame) => view.locator(".card.open [data-do=accept]");

/** Answers an open question and says yes to each idea in turn. */
async function markAll(answer: string, done: string, count: number): Promise<Frame> {
  await writeAnswer(workbench, answer);
  await gradeAnswer(workbench);
  const view = await beginWalk(workbench, () => workbench.runCommand("Roadmap Tutor: Mark it yourself"));
  for (let left = count; left > 0; left--) await workbench.press("y");
  await expect.poll(() => headlineLens(workbench)).toContain(done);
  return view;
}

/** Opens the card that the keyboard is on. */
async function openCard(view: Frame): Promise<void> {
  await workbench.runCommand("Roadmap Tutor: Show feedback");
  await expect.poll(() => view.evaluate(() => document.activeElement?.className)).toBe("card-title");
  await workbench.press("ArrowRight");
  await view.locator(".card.open").first().waitFor();
}

beforeAll(async () => {
  workbench = await openWorkbench({
    size: { width: 1280, height: 1200 },
    prepare: async ({ folder }) => {
      file = await writeCaches(folder, question);
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
describe("words that the check does not know", { retry: 0 }, () => {
  test("are offered on the card of an idea that was met, and nothing is written unasked", async () => {
    await (await rowOf(await openSidebar(workbench), "caches/what-it-keeps")).click();
    await expect.poll(() => workbench.activeTab()).toContain("what-it-keeps");
    const view = await markAll(`${words} The next time you need not walk.`, "1 / 1", 1);
    await openCard(view);
    await accept(view).waitFor();
    await picture("is offered");
    expect(await text()).toBe(question);
  });

  test("become an accepted wording by one key, where there are two sentences after a choice", async () => {
    await workbench.press("a");
    const rows = workbench.page.locator(".quick-input-list .monaco-list-row");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    await picture("is chosen");
    await workbench.press("Enter");
    await expect.poll(text).toBe(question.replace("# as in the lecture\n", `# as in the lecture\n      - ${words}\n`));
    await expect
      .poll(() => workbench.notifications())
      .toContainEqual(workbench.words.t("“{0}” is now an accepted wording of: {1}", words, "what it keeps"));
    await picture("is accepted");
    const view = await workbench.webview("[data-view=feedback]");
    await accept(view).waitFor({ state: "hidden" });
  });

  test("and go again by the message's Undo", async () => {
    await workbench.pressMessageButton("Undo");
    await expect.poll(text).toBe(question);
    const view = await workbench.webview("[data-view=feedback]");
    await expect
      .poll(() => view.locator(".said").innerText())
      .toContain(workbench.words.t("near-miss · a: accept as a wording"));
  });

  test("by the editor's own Undo too; and from the question's file they are offered again", async () => {
    await openCard(await workbench.webview("[data-view=feedback]"));
    await workbench.press("a");
    // A list takes the key once one of its rows is the one that it would take; the palette's own goes before it.
    const row = workbench.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: words });
    await row.waitFor();
    await workbench.press("Enter");
    await workbench.pressMessageButton("Show");
    await expect.poll(() => workbench.visibleLines()).toContain(`- ${words}`);
    await picture("is shown in the file");
    await workbench.focusEditor();
    await workbench.press("ControlOrMeta+z");
    await workbench.save();
    await expect.poll(text).toBe(question);
    await workbench.runCommand("Roadmap Tutor: Accept words of an answer as a wording…");
    await row.waitFor();
    await workbench.press("Enter");
    await expect.poll(text).toContain(`      - ${words}\n`);
  });
});

test("of a built-in roadmap no words are offered", { retry: 0 }, async () => {
  await openQuestion(workbench, "mode-collapse");
  const view = await markAll("It is stuck on the same pictures.", "4 / 4", 4);
  await openCard(view);
  expect(await accept(view).count()).toBeGreaterThan(0);
  expect(await accept(view).first().isVisible()).toBe(false);
});
