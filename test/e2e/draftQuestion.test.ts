// A model drafts wordings and goldens for an author who has turned that on: proposals on a page, nothing ticked, and
// what is ticked is one edit that one Undo takes back. Its text is words: no link, and nothing brings a finding.
import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startModelServer, streamed, type ModelServer } from "../support/modelServer";
import { openQuestionFile, writeCaches } from "./support/author";
import { openWorkbench, type Workbench } from "./support/workbench";

const question = `---
id: what-it-keeps
title: What it keeps
marks: 1
criteria:
  - id: copies
    marks: 1
    statement: A cache keeps copies of what was asked for.
    accepted:
      - Copies stay in the cache.
    idea: what it keeps
hints:
  - Think of a second request.
---

## Prompt

What does it keep?

## Reference

A cache keeps copies of what was asked for.

## Golden: full

Copies stay in the cache.

### Expect

- copies: met
`;

const words = "What you fetched lies [close](command:workbench.action.quit) by.";
const drafts = {
  wordings: [
    { criterion: "copies", wording: words },
    { criterion: "copies", wording: "Copies stay in the cache." },
  ],
  goldens: [
    { kind: "partial", answer: "It keeps copies of something.", expect: [{ criterion: "copies", verdict: "partly" }] },
  ],
};

const command = "Roadmap Tutor: Draft wordings and goldens with the model…";
let server: ModelServer;
let workbench: Workbench;
let file = "";
const text = (): Promise<string> => readFile(file, "utf8");

beforeAll(async () => {
  server = await startModelServer({ script: () => streamed(JSON.stringify(drafts)) });
  workbench = await openWorkbench({
    size: { width: 1500, height: 900 },
    settings: { "tutor.drafts": true },
    machineSettings: { "tutor.model.baseUrl": server.url, "tutor.model.name": "small-model" },
    prepare: async ({ folder }) => {
      file = await writeCaches(folder, question);
    },
  });
  await openQuestionFile(workbench);
});

afterAll(async () => {
  await workbench.close();
  await server.close();
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/drafts failed, ${task.name}.png`);
});

// Each step goes on from the one before: none can be tried twice.
describe("drafts of a model", { retry: 0 }, () => {
  test("are asked for once it was said what is sent, and stand on a page with nothing ticked", async () => {
    const { words: shown, page } = workbench;
    await workbench.runCommand(command);
    const row = page.locator(".quick-input-list .monaco-list-row", { hasText: shown.t("Ask {0}", "small-model") });
    await row.waitFor();
    expect(await row.innerText()).toMatch(shown.holding("about {0} tokens"));
    await workbench.screenshot("out/e2e/drafts what is sent and what it takes.png");
    expect(server.chats()).toEqual([]);
    await row.click();
    await page.locator(".quick-input-title", { hasText: shown.t("Which of these shall stand?") }).waitFor();
    const drafted = await workbench.webview(".markdown-body table");
    const body = await drafted.locator("body").innerText();
    expect(body).toContain(words);
    expect(body).toContain(shown.t("left out: {0}", shown.t("These words are an accepted wording already.")));
    expect(await drafted.locator(".markdown-body table a").count()).toBe(0);
    const rows = page.locator(".quick-input-list .monaco-list-row");
    expect(await rows.count()).toBe(2);
    expect(await page.locator(".quick-input-list .monaco-list-row [aria-checked=true]").count()).toBe(0);
    await workbench.screenshot("out/e2e/drafts to choose from.png");
    expect(server.chats()).toHaveLength(1);
    expect(await text()).toBe(question);
  });

  test("that are ticked stand in the file by one edit, which one Undo takes back", async () => {
    const rows = workbench.page.locator(".quick-input-list .monaco-list-row");
    await rows.nth(0).click();
    await rows.nth(1).click();
    await workbench.press("Enter");
    await expect
      .poll(text)
      .toContain("## Golden: partial\n\nIt keeps copies of something.\n\n### Expect\n\n- copies: partly\n");
    expect(await text()).toContain(`      - Copies stay in the cache.\n      - '${words}'\n`);
    await workbench.screenshot("out/e2e/drafts in the file.png");
    await workbench.focusEditor();
    await workbench.press("ControlOrMeta+z");
    await workbench.save();
    await expect.poll(text).toBe(question);
  });
});
