// The walkthrough as a learner goes through it: each button does what it says. Each step is ticked once it is done.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { beginWalk, headlineLens, openSidebar } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const walkthrough = "roadmap-tutor.roadmap-tutor#tutor.start";
const media = readFileSync(join(import.meta.dirname, "../../media/walkthrough/answer.md"), "utf8");
const sample = /^> (.+)$/m.exec(media)?.[1] ?? "";

describe("the walkthrough", () => {
  let workbench: Workbench;
  const tick = (step: string): Locator =>
    workbench.page.locator(`.getting-started-step [data-done-step-id="${walkthrough}#${step}"]`);

  /** Opens a step that is not done yet, presses its button, and waits for its tick. */
  async function doStep(step: string, button: string): Promise<void> {
    expect(await tick(step).getAttribute("aria-checked")).toBe("false");
    const card = workbench.page.locator(`.getting-started-step[data-step-id="${walkthrough}#${step}"]`);
    if ((await card.getAttribute("aria-expanded")) !== "true") await card.locator(".step-title").click();
    await card.locator(".button-container .monaco-button", { hasText: button }).click();
    await expect.poll(() => tick(step).getAttribute("aria-checked")).toBe("true");
  }

  beforeAll(async () => {
    workbench = await openWorkbench({ size: { width: 1920, height: 900 } });
    await workbench.runCommand("Welcome: Open Walkthrough...");
    await workbench.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "Check and mark your first answer" })
      .click();
  });

  afterAll(async () => {
    await workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/${task.name}.png`);
  });

  test("shows the roadmap", async () => {
    await doStep("roadmap", "Show the Roadmap");
    await openSidebar(workbench);
  });

  test("opens a question beside itself", async () => {
    await doStep("answer", "Mode Collapse");
    await expect.poll(() => workbench.activeTab()).toContain("mode-collapse");
    await workbench.typeAtEnd(sample);
    expect((await workbench.visibleLines()).join(" ")).toContain(sample.slice(0, 30));
  });

  test("checks the answer without a key", async () => {
    await doStep("grade", "Grade My Answer");
    expect(await headlineLens(workbench)).toMatch(/ideas? spoken of · not judged$/);
    expect((await workbench.underlinedTexts()).length).toBeGreaterThan(0);
  });

  test("ends with an answer that its writer has marked", async () => {
    const card = workbench.page.locator(`.getting-started-step[data-step-id="${walkthrough}#mark"]`);
    if ((await card.getAttribute("aria-expanded")) !== "true") await card.locator(".step-title").click();
    const button = card.locator(".button-container .monaco-button", { hasText: "Mark It Yourself" });
    const view = await beginWalk(workbench, () => button.click());
    await workbench.press("y");
    await expect.poll(() => view.locator("body").innerText()).toMatch(/marked by you/);
    await expect.poll(() => tick("mark").getAttribute("aria-checked")).toBe("true");
    expect(await workbench.notifications()).toEqual([]);
  });
});
