// Pictures of every part that says something, in each language that we ship, at the normal and a narrow width, light
// and dark: for eyes that look for cut or untranslated text. Run by scripts/pictures.mjs, no part of the suite.
import { afterAll, beforeAll, describe, test } from "vitest";
import { join } from "node:path";
import type { DisplayLanguage } from "../e2e/support/displayLanguage";
import { gradeAnswer, openQuestion, openSidebar, writeAnswer } from "../e2e/support/learner";
import { openWorkbench, type Workbench } from "../e2e/support/workbench";

const out = process.env["ROADMAP_TUTOR_PICTURES"] ?? "out/pictures";
const wide = { width: 1280, height: 900 };
const narrow = { width: 700, height: 900 };
const answer = [
  "Mode collapse: the generator produces only a few kinds of samples and ignores the rest of the data.",
  "It is rewarded only for fooling the discriminator, so it settles on what passes.",
].join("\n\n");

describe.each<DisplayLanguage>(["en", "de", "zh-cn"])("%s", (language) => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench({ language, size: wide });
  });

  afterAll(async () => {
    await workbench.close();
  });

  /** Takes what is on the screen, light and dark, wide and narrow; `focus` brings it back after a change of theme. */
  const picture = async (name: string, focus: () => Promise<void> = () => workbench.focusEditor()): Promise<void> => {
    for (const theme of ["dark", "light"] as const) {
      await workbench.switchTheme(theme);
      await focus();
      await workbench.page.mouse.move(640, 2);
      for (const size of [wide, narrow]) {
        await workbench.resize(size);
        await workbench.page.waitForTimeout(700);
        await workbench.screenshot(join(out, `${language}-${name}-${theme}-${String(size.width)}.png`));
      }
      await workbench.resize(wide);
    }
  };

  test("question with a hint", async () => {
    await openQuestion(workbench, "mode-collapse");
    await workbench.runCommand("Roadmap Tutor: Show a hint");
    await picture("hint");
    await workbench.runCommand("Roadmap Tutor: Hide the hint");
  });

  test("sidebar and question with its feedback", async () => {
    await writeAnswer(workbench, answer);
    await gradeAnswer(workbench);
    await openSidebar(workbench);
    await picture("question");
  });

  test("hover", async () => {
    await workbench.hoverText("Mode collapse");
    await workbench.screenshot(join(out, `${language}-hover-1280.png`));
  });

  test("Feedback view, while marking", async () => {
    await workbench.runCommand("Roadmap Tutor: Mark it yourself");
    await workbench.webview("[data-view=feedback] [data-walk]");
    await picture("feedback-view", async () => {
      await workbench.runCommand("Roadmap Tutor: Mark it yourself");
    });
  });

  test("set-up", async () => {
    await workbench.runCommand("Roadmap Tutor: Set up a model…");
    await workbench.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    for (const size of [wide, narrow]) {
      await workbench.resize(size);
      await workbench.page.waitForTimeout(700);
      await workbench.screenshot(join(out, `${language}-set-up-${String(size.width)}.png`));
    }
    await workbench.press("Escape");
    await workbench.resize(wide);
  });

  test("report", async () => {
    await workbench.closeEditors();
    await workbench.runCommand("Roadmap Tutor: Show assignment report");
    await workbench.page.locator(".tab.active").waitFor();
    await picture("report", () => Promise.resolve());
  });

  test("settings and walkthrough", async () => {
    await workbench.runCommand("Preferences: Open Settings (UI)");
    await workbench.page.locator(".settings-editor .suggest-input-container").click();
    await workbench.page.keyboard.type("tutor.");
    await workbench.page.locator(".setting-item-title", { hasText: "Tutor" }).first().waitFor();
    // Escape would close them.
    await workbench.page.waitForTimeout(700);
    await workbench.screenshot(join(out, `${language}-settings-1280.png`));
  });
});
