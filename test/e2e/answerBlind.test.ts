// An author has a question answered blind: by a model that may give marks, ten times, from the prompt alone; what too
// few produced is on a page and in the Problems panel. A model that has shown nothing is not asked.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startModelServer, streamed, type ModelServer } from "../support/modelServer";
import { openQuestionFile, writeCaches } from "./support/author";
import { withQualified } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const secret = "Whatever is oldest has to go first.";
const question = `---
id: what-it-keeps
title: What it keeps
marks: 2
criteria:
  - id: copies
    marks: 1
    statement: A cache keeps copies of what was asked for.
    accepted:
      - Copies stay in the cache.
    idea: what it keeps
  - id: eviction
    marks: 1
    statement: ${secret}
    accepted:
      - The least recently used entry is evicted.
    idea: what goes
hints:
  - Think of a second request.
---

## Prompt

What does a cache keep?

## Reference

Copies stay in the cache. The least recently used entry is evicted.
`;

const command = "Roadmap Tutor: Answer it blind with the model, ten times…";

describe.each(["has passed the sample answers", "has shown nothing yet"] as const)("a model that %s", (which) => {
  const qualified = which === "has passed the sample answers";
  let server: ModelServer;
  let workbench: Workbench;

  beforeAll(async () => {
    server = await startModelServer({
      script: (_, index) =>
        streamed(JSON.stringify({ answer: `A cache keeps copies of what was asked for, says ${String(index)}.` })),
    });
    workbench = await openWorkbench({
      size: { width: 1400, height: 900 },
      machineSettings: { "tutor.model.baseUrl": server.url, "tutor.model.name": "small-model" },
      prepare: async ({ folder, home }) => {
        await writeCaches(folder, question);
        if (qualified) await withQualified(server.url, "small-model")({ home });
      },
    });
    await openQuestionFile(workbench);
  });

  afterAll(async () => {
    await workbench.close();
    await server.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/blind failed, ${task.name}.png`);
  });

  test.runIf(!qualified)("is not asked, and it is said why", async () => {
    await workbench.runCommand(command);
    await expect
      .poll(() => workbench.notifications())
      .toContainEqual(
        workbench.words.t(
          "{0} has not shown that it may give marks: what it answers says nothing of a prompt.",
          "small-model",
        ),
      );
    await workbench.screenshot("out/e2e/blind refused.png");
    expect(server.chats()).toEqual([]);
  });

  test.runIf(qualified)("is asked once it was said what that takes, from the prompt alone", { retry: 0 }, async () => {
    const { words, page } = workbench;
    await workbench.runCommand(command);
    const row = page.locator(".quick-input-list .monaco-list-row", { hasText: words.t("Ask {0}", "small-model") });
    await row.waitFor();
    expect(await row.innerText()).toContain(words.t("{0} answers", "10"));
    await workbench.screenshot("out/e2e/blind asks first.png");
    expect(server.chats()).toEqual([]);
    await row.click();
    const shown = await workbench.webview(".markdown-body table");
    const cells = await shown.locator("tbody tr").allInnerTexts();
    expect(cells[0]).toContain(words.t("{0} of {1}", "10", "10"));
    expect(cells[1]).toContain(words.t("{0} of {1}", "0", "10"));
    await workbench.screenshot("out/e2e/blind page.png");
    expect(server.chats()).toHaveLength(10);
    expect(JSON.stringify(server.chats())).not.toMatch(/oldest|evict|Copies stay|second request/);
  });

  test.runIf(qualified)("what too few produced stands in the Problems panel", async () => {
    await workbench.page.locator("[id='status.problems']").click();
    const found = workbench.page.locator(".part.panel .monaco-list-row", { hasText: "not-asked" });
    await found.first().waitFor();
    expect(await found.count()).toBe(1);
    await workbench.screenshot("out/e2e/blind problems.png");
  });
});
