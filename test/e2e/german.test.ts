// The main job in German: the palette, the row above the answer, the text, the sidebar and the Feedback view, each in
// its own way of getting texts. The whole suite runs in other languages by `npm run test:languages`.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { beginWalk, gradeAnswer, headlineLens, openQuestion, openSidebar, writeAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

describe("a learner whose VS Code is in German", () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench({ language: "de" });
  });

  afterAll(async () => {
    await workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/${task.name}.png`);
  });

  test("has an answer checked and reads German in the editor and the sidebar", async () => {
    await openQuestion(workbench, "mode-collapse");
    await expect.poll(() => workbench.codeLenses()).toContain("Bewerten");
    await writeAnswer(workbench, "The generator makes the same picture over and over.\n");
    expect(await gradeAnswer(workbench)).toMatch(/\d\/6 Aspekte erwähnt · unbeurteilt$/);
    expect((await workbench.addedTexts()).join("\n")).toContain("erwähnt: ");
    const sidebar = await openSidebar(workbench);
    expect(await sidebar.locator("html").getAttribute("lang")).toBe("de");
    await expect.poll(() => sidebar.locator("body").innerText()).toContain("geprüft");
  });

  test("marks it in the Feedback view", async () => {
    const view = await beginWalk(workbench, () => workbench.runCommand("Roadmap Tutor: Mark it yourself"));
    expect(await view.locator("body").innerText()).toContain("Sagt deine Antwort dies?");
    await workbench.press("p");
    await expect.poll(() => headlineLens(workbench)).toContain("bisher ½ · 1 von 6 selbst bewertet");
  });
});
