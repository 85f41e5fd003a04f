// The main job as a learner does it, without a model: from the icon to the feedback, and back after a reload.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { gradeAnswer, headlineLens, openQuestion, openSidebar, questionRow, writeAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const collapse = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.";
const balance = "Generator and discriminator must be kept in balance, or one overpowers the other.";

describe("a learner with no model set up", () => {
  let workbench: Workbench;
  let marks: string;

  beforeAll(async () => {
    workbench = await openWorkbench();
  });

  afterAll(async () => {
    await workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/${task.name}.png`);
  });

  test("opens a question from the sidebar", async () => {
    await openQuestion(workbench, "gan-training");
    await expect.poll(() => workbench.codeLenses()).toContain(workbench.words.t("Grade my answer"));
  });

  test("writes and saves an answer, which the sidebar then calls a draft", async () => {
    await writeAnswer(workbench, `${collapse}\n\n${balance}`);
    const row = questionRow(await openSidebar(workbench), "gan-training");
    await expect.poll(() => row.getAttribute("data-state")).toBe("draft");
  });

  test("grades from the palette and reads the feedback in the text", async () => {
    marks = await gradeAnswer(workbench);
    const { words } = workbench;
    const found = [words.pattern("{0} of {1} ideas spoken of"), words.pattern("{0} of 1 idea spoken of")].join("|");
    expect(marks).toMatch(new RegExp(`(?:${found}) · ${words.pattern("not judged")}$`));
    const underlined = (await workbench.underlinedTexts()).map(({ text }) => text).join(" ");
    expect(underlined).toContain("Mode collapse");
    const lines = await workbench.addedTexts();
    expect(lines.filter((line) => line.startsWith("↳ ")).length).toBeGreaterThanOrEqual(2);
    expect(await workbench.gutterIcons()).toBeGreaterThanOrEqual(2);
    expect(await workbench.notifications()).toEqual([]);
    await workbench.focusEditor();
    await workbench.press("ControlOrMeta+End");
    expect(Math.abs(await workbench.cursorBehindWords())).toBeLessThan(4);
  });

  test("sees in the sidebar that it was checked", async () => {
    const sidebar = await openSidebar(workbench);
    await expect.poll(() => questionRow(sidebar, "gan-training").getAttribute("data-state")).toBe("checked");
    // A check gives no marks, and what nobody judged is not called nought.
    const { words } = workbench;
    const total = await sidebar.locator("#total").textContent();
    expect([words.t("{0} marks", 68), words.t("{0} not judged", 68)].some((text) => total?.startsWith(text))).toBe(
      true,
    );
  });

  test("finds answer, feedback and marks again after a reload", async () => {
    const before = { added: await workbench.addedTexts(), underlined: await workbench.underlinedTexts() };
    await workbench.reload();
    expect(await headlineLens(workbench)).toBe(marks);
    await expect.poll(() => workbench.addedTexts()).toEqual(before.added);
    expect(await workbench.underlinedTexts()).toEqual(before.underlined);
    expect((await workbench.visibleLines()).join("\n")).toContain(collapse.slice(0, 40));
    const sidebar = await openSidebar(workbench);
    await expect.poll(() => questionRow(sidebar, "gan-training").getAttribute("data-state")).toBe("checked");
  });
});
