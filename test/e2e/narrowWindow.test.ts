// A window of 700 pixels with the sidebar open leaves an editor of half of it: what stands above the answer and in the
// status bar is not cut there, whatever the answer's state and the display language.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { homeFolders } from "../../scripts/realVscode.mjs";
import { writeSettings } from "../../scripts/vscode/settings.mjs";
import { gradeAnswer, headlineLens, openQuestion, openSidebar, replaceAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const answer = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.";

describe("a narrow window", () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench({ size: { width: 1280, height: 900 } });
  });

  afterAll(async () => {
    await workbench.close();
  });

  afterEach(async ({ task }) => {
    await workbench.screenshot(`out/e2e/narrow ${workbench.words.language} ${task.name}.png`);
  });

  /**
   * Actions above the answer that reach over the editor's edge, as far as they are on the screen. Half a letter is no
   * cut: a minimap begins with an empty strip, and fonts differ by that much.
   */
  async function cutLenses(): Promise<readonly string[]> {
    return workbench.editor.evaluate((editor) => {
      const beside = [...editor.querySelectorAll(".scrollbar.vertical, .minimap")].map((node) =>
        node.getBoundingClientRect(),
      );
      const edge = Math.min(...beside.filter(({ width }) => width > 0).map(({ left }) => left));
      return [...editor.querySelectorAll(".codelens-decoration > *")]
        .filter((node) => node.getBoundingClientRect().right > edge + 4)
        .map((node) => node.textContent.replaceAll("\u00a0", " ").trim());
    });
  }

  /** Entries of the status bar that are cut, out of the window, or wrapped to where the bar does not show them. */
  async function cutStatus(): Promise<readonly string[]> {
    return workbench.page.locator(".statusbar-item[id*='roadmap-tutor']").evaluateAll((items) =>
      items
        .filter((item) => {
          const label = item.querySelector(".statusbar-item-label") ?? item;
          const { left, right, top } = item.getBoundingClientRect();
          const bar = item.closest(".part.statusbar")?.getBoundingClientRect();
          const outside = right > innerWidth || left < 0 || top < (bar?.top ?? 0) - 2 || top >= (bar?.bottom ?? 0);
          return outside || label.scrollWidth > label.clientWidth;
        })
        .map((item) => item.textContent),
    );
  }

  /** Waits for an action, then finds nothing cut. */
  async function isWhole(action: string): Promise<void> {
    await expect.poll(() => workbench.codeLenses()).toContain(workbench.words.t(action));
    await expect.poll(cutLenses).toEqual([]);
    await expect.poll(cutStatus).toEqual([]);
  }

  test("of a question that is open for the first time", async () => {
    // The sidebar keeps the width that it had in a wide window.
    await openSidebar(workbench);
    await workbench.resize({ width: 700, height: 900 });
    await openQuestion(workbench, "mode-collapse");
    await isWhole("Grade my answer");
    expect(await workbench.codeLenses()).toContain(workbench.words.t("Next"));
  });

  test("with a hint", async () => {
    await workbench.runCommand("Roadmap Tutor: Show a hint");
    await expect
      .poll(async () => (await workbench.codeLenses()).join("\n"))
      .toMatch(workbench.words.holding("Hint {0} of {1}: {2}"));
    const { words } = workbench;
    const actions = ["Grade my answer", "Hide"].map((action) => words.t(action));
    await expect.poll(() => workbench.codeLenses()).toEqual(expect.arrayContaining(actions));
    const cut = await cutLenses();
    expect(cut.filter((text) => actions.includes(text) || text === words.t("Hint {0}", 2))).toEqual([]);
    await workbench.runCommand("Roadmap Tutor: Hide the hint");
  });

  test("of an answer that was checked", async () => {
    await replaceAnswer(workbench, answer);
    await gradeAnswer(workbench);
    await isWhole("Mark it yourself");
    expect(await workbench.codeLenses()).toContain(workbench.words.t("Next"));
  });

  test("of an answer that changed since", async () => {
    await openSidebar(workbench);
    await openQuestion(workbench, "mode-collapse");
    await workbench.typeAtEnd(" It does.");
    await expect.poll(() => headlineLens(workbench)).toContain(workbench.words.t("of an earlier text"));
    await expect.poll(() => workbench.codeLenses()).toContain(workbench.words.t("Grade again"));
    const headline = await headlineLens(workbench);
    await expect.poll(async () => (await cutLenses()).filter((text) => text !== headline)).toEqual([]);
    await expect.poll(cutStatus).toEqual([]);
  });

  test("of an answer that no model could grade", async () => {
    // A service that has not been set up: what mends that, and going without.
    await writeSettings(homeFolders(workbench.home).machineSettings, { "tutor.grader": "openai-compatible" });
    await openQuestion(workbench, "latent-space");
    await replaceAnswer(workbench, answer);
    const grader = workbench.page.locator("footer .statusbar-item[id$='tutor.grader']");
    await grader.filter({ hasText: workbench.words.t("no model set up") }).waitFor();
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    await expect.poll(() => workbench.notifications()).not.toEqual([]);
    await workbench.clearNotifications();
    for (const action of ["Set up…", "Retry", "Without a model"]) await isWhole(action);
  });
});
