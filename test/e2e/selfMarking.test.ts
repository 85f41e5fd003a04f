// Without a model nobody judges but the learner: answers that fool words are checked, then marked by keyboard alone,
// undone, marked again, and found after a reload.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  beginWalk,
  gradeAnswer,
  headlineLens,
  openQuestion,
  openSidebar,
  questionRow,
  replaceAnswer,
} from "./support/learner";
import { sampleAnswers, type SampleAnswer } from "./support/sampleAnswers";
import { openWorkbench, type Workbench } from "./support/workbench";

/** What no check says, in each language that the product is shown in. */
const judging = {
  en: /✓|✗|◐|\bcorrect|\bwrong|\bgood\b|\bcovered|\bmissed|≈|estimate|\d ?½? \/ \d/i,
  de: /✓|✗|◐|\brichtig|\bfalsch|(?<!\p{L})gut(?!\p{L})|\babgedeckt|\bfehlt|≈|\d ?½? \/ \d/iu,
  "zh-cn": /✓|✗|◐|正确|错误|已涵盖|缺少|≈|\d ?½? \/ \d/u,
};

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ size: { width: 1280, height: 1000 } });
});

afterAll(async () => {
  await workbench.close();
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/${task.name}.png`);
});

/** Everything that the editor, its row and the Feedback view say. */
async function allWords(): Promise<string> {
  const view = await workbench.webview("[data-view=feedback]");
  const cards = await view.locator("body").innerText();
  return [...(await workbench.codeLenses()), ...(await workbench.addedTexts()), cards].join("\n");
}

describe("a check", () => {
  test.each(Object.keys(sampleAnswers) as SampleAnswer[])("judges nothing: %s", async (name) => {
    await openQuestion(workbench, "mode-collapse");
    await replaceAnswer(workbench, sampleAnswers[name]);
    const headline = await gradeAnswer(workbench);
    const { words } = workbench;
    const found = `${words.pattern("{0} of {1} ideas spoken of")} · ${words.pattern("not judged")}`;
    expect(headline).toMatch(new RegExp(`${found}|${words.pattern("the check cannot read this")}`));
    await workbench.runCommand("Roadmap Tutor: Show feedback");
    expect(await allWords()).not.toMatch(judging[words.language]);
    for (const { underline } of await workbench.underlinedTexts()) expect(underline).toBe("dotted");
    expect(await workbench.notifications()).toEqual([]);
    const row = questionRow(await openSidebar(workbench), "mode-collapse");
    await expect.poll(() => row.getAttribute("data-state")).toBe("checked");
  });
});

describe("marking it oneself", () => {
  test("by keyboard alone, to marks that say whose they are", async () => {
    await openQuestion(workbench, "mode-collapse");
    await replaceAnswer(workbench, sampleAnswers.plainWords);
    await gradeAnswer(workbench);
    const began = Date.now();
    const view = await beginWalk(workbench, () => workbench.runCommand("Roadmap Tutor: Mark it yourself"));
    for (const key of ["y", "p", "y", "y"]) {
      const before = await view.locator("[data-walk]").innerText();
      await workbench.press(key);
      await expect.poll(() => view.locator("body").innerText()).not.toContain(before === "" ? "\u0000" : before);
    }
    await expect.poll(() => headlineLens(workbench)).toContain(`3½ / 4 · ${workbench.words.t("marked by you")}`);
    expect(Date.now() - began).toBeLessThan(60_000);
    const row = questionRow(await openSidebar(workbench), "mode-collapse");
    await expect.poll(() => row.getAttribute("data-state")).toBe("marked");
  });

  test("undone, and marked again", async () => {
    await openQuestion(workbench, "mode-collapse");
    await workbench.runCommand("Roadmap Tutor: Undo my mark");
    await expect
      .poll(() => headlineLens(workbench))
      .toContain(`${workbench.words.t("{0} so far", "2½")} · ${workbench.words.t("{0} of {1} marked by you", 3, 6)}`);
    await beginWalk(workbench, () => workbench.runCommand("Roadmap Tutor: Mark it yourself"));
    await workbench.press("y");
    await expect.poll(() => headlineLens(workbench)).toContain(`3½ / 4 · ${workbench.words.t("marked by you")}`);
  });

  test("stands after a reload", async () => {
    await workbench.reload();
    await expect
      .poll(() => headlineLens(workbench), { timeout: 30_000 })
      .toContain(`3½ / 4 · ${workbench.words.t("marked by you")}`);
  });
});
