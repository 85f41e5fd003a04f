// The walkthrough as a learner goes through it: each button does what it says. Each step is ticked once it is done.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { beginWalk, headlineLens, openSidebar } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const walkthrough = "roadmap-tutor.roadmap-tutor#tutor.start";
const root = join(import.meta.dirname, "../..");

describe("the walkthrough", () => {
  let workbench: Workbench;
  const tick = (step: string): Locator =>
    workbench.page.locator(`.getting-started-step [data-done-step-id="${walkthrough}#${step}"]`);

  /** The first link in a step's text, which VS Code shows as a button. */
  function buttonOf(step: string): Locator {
    const label = /\[([^\]]+)\]\(command:/.exec(workbench.words.manifestText(`walkthrough.${step}.text`))?.[1] ?? "";
    const card = workbench.page.locator(`.getting-started-step[data-step-id="${walkthrough}#${step}"]`);
    return card.locator(".button-container .monaco-button", { hasText: label });
  }

  /** Opens a step. VS Code opens the next one by itself once one is done, and a click just then closes it again. */
  async function openStep(step: string): Promise<void> {
    const card = workbench.page.locator(`.getting-started-step[data-step-id="${walkthrough}#${step}"]`);
    const isOpen = async (): Promise<boolean> => (await card.getAttribute("aria-expanded")) === "true";
    await expect
      .poll(async () => {
        if (await isOpen()) return true;
        await card.locator(".step-title").click();
        await delay(500);
        return isOpen();
      })
      .toBe(true);
  }

  /** Opens a step that is not done yet, presses its button, and waits for its tick. */
  async function doStep(step: string): Promise<void> {
    expect(await tick(step).getAttribute("aria-checked")).toBe("false");
    await openStep(step);
    await buttonOf(step).click();
    await expect.poll(() => tick(step).getAttribute("aria-checked")).toBe("true");
  }

  beforeAll(async () => {
    workbench = await openWorkbench({ size: { width: 1920, height: 900 } });
    await workbench.runCommand("Welcome: Open Walkthrough...");
    await workbench.page
      .locator(".quick-input-list .monaco-list-row", { hasText: workbench.words.manifestText("walkthrough.title") })
      .click();
  });

  afterAll(async () => {
    await workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/${task.name}.png`);
  });

  test("shows the roadmap", async () => {
    await doStep("roadmap");
    await openSidebar(workbench);
  });

  test("opens a question beside itself", async () => {
    await doStep("answer");
    await expect.poll(() => workbench.activeTab()).toContain("mode-collapse");
    const page = readFileSync(join(root, workbench.words.manifestText("walkthrough.answer.page")), "utf8");
    const sample = /^> (.+)$/m.exec(page)?.[1] ?? "";
    expect(sample).not.toBe("");
    await workbench.typeAtEnd(sample);
    expect((await workbench.visibleLines()).join(" ")).toContain(sample.slice(0, 30));
  });

  test("checks the answer without a key", async () => {
    await doStep("grade");
    const { words } = workbench;
    const found = ["{0} of {1} ideas spoken of", "{0} of 1 idea spoken of"]
      .map((text) => words.pattern(text))
      .join("|");
    expect(await headlineLens(workbench)).toMatch(new RegExp(`(?:${found}) · ${words.pattern("not judged")}$`));
    expect((await workbench.underlinedTexts()).length).toBeGreaterThan(0);
  });

  test("ends with an answer that its writer has marked", async () => {
    await openStep("mark");
    const view = await beginWalk(workbench, () => buttonOf("mark").click());
    await workbench.press("y");
    await expect
      .poll(() => view.locator("body").innerText())
      .toMatch(workbench.words.holding("{0} of {1} marked by you"));
    await expect.poll(() => tick("mark").getAttribute("aria-checked")).toBe("true");
    expect(await workbench.notifications()).toEqual([]);
  });
});
