// A model earns its marks before the learner's eyes: it is offered to be tried before its first grading, passes and
// gives marks; one that says yes to everything is unfit and gives none.
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { HonestReply } from "../support/honestModel";
import { startModelServer, streamed, type ModelServer, type Script } from "../support/modelServer";
import { oracleOf, saysMetToAll } from "../support/oracleModel";
import { builtInQuestions } from "../support/qualifiedModel";
import { headlineLens, openQuestion, pickRow, writeAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const answer = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.";

const mayGiveMarks = "{0} may give marks: on {1} sample answers it agreed with {2} % of the expected verdicts.";

const scriptOf =
  (says: (user: string) => HonestReply): Script =>
  ({ chat }) =>
    streamed(JSON.stringify(says(chat?.messages.at(-1)?.content ?? "")));

describe.each(["an honest model", "a model that says yes to everything"] as const)("%s", (which) => {
  let server: ModelServer;
  let workbench: Workbench;
  const honest = which === "an honest model";

  beforeAll(async () => {
    const oracle = oracleOf(await builtInQuestions(join(import.meta.dirname, "../../dist")));
    server = await startModelServer();
    server.script(scriptOf(honest ? oracle : saysMetToAll));
    workbench = await openWorkbench({
      machineSettings: {
        "tutor.model.baseUrl": server.url,
        "tutor.model.name": "small-model",
        "tutor.model.prices": { "small-model": { input: 0.4, output: 1.6 }, "another.model": { input: 9, output: 9 } },
      },
    });
  });

  afterAll(async () => {
    await workbench.close();
    await server.close();
  });

  afterEach(async ({ task }) => {
    await workbench.screenshot(`out/e2e/${which}, ${task.name}.png`);
  });

  const statusBar = () => workbench.page.locator("footer .statusbar-item", { hasText: "small-model" });

  test("is offered to be checked before it grades, and nothing is sent before that", async () => {
    await openQuestion(workbench, "mode-collapse");
    await writeAnswer(workbench, answer);
    await expect.poll(() => statusBar().count()).toBeGreaterThan(0);
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    const title = workbench.page.locator(".quick-input-title");
    await expect
      .poll(() => title.textContent())
      .toContain(workbench.words.t("Can {0} grade? It has not been checked yet", "small-model"));
    const { words } = workbench;
    const offer = workbench.page.locator(".quick-input-list .monaco-list-row", {
      hasText: words.t("Check this model first"),
    });
    const said = [words.t("{0} answers", "12"), words.t("time not known yet"), words.t("costs about {0}", "")];
    const text = (await offer.innerText()).replace(/\s+/g, " ");
    for (const part of said) expect(text).toContain(part.trim());
    expect(text).toMatch(/0[.,]0\d+/);
    await workbench.screenshot(`out/e2e/${which}, what it takes.png`);
    expect(server.chats()).toEqual([]);
  });

  test(honest ? "passes, and gives marks" : "is found unfit, and gives no marks", async () => {
    await pickRow(workbench, workbench.words.t("Check this model first"));
    const { words } = workbench;
    if (honest) {
      await expect.poll(() => headlineLens(workbench)).toMatch(/ \/ 4 · small-model/);
      await expect.poll(() => workbench.notifications()).toEqual([expect.stringMatching(words.holding(mayGiveMarks))]);
    } else {
      await expect
        .poll(() => workbench.codeLenses().then((all) => all.join()))
        .toContain(words.t("this model cannot grade"));
      expect((await workbench.codeLenses()).join()).not.toMatch(/ \/ 4/);
      expect(await workbench.addedTexts()).toEqual([]);
    }
    expect(server.chats().length).toBeGreaterThan(10);
  });

  test("shows what is sent, and sends nothing to show it", async () => {
    await workbench.clearNotifications();
    await workbench.focusEditor();
    server.clear();
    await workbench.runCommand("Roadmap Tutor: Show what is sent to the model");
    const page = await workbench.webview(`h1:has-text('${workbench.words.t("What is sent to {0}", "small-model")}')`);
    expect(await page.locator("body").innerText()).toContain("few kinds of samples that fool the discriminator");
    expect(server.chats()).toEqual([]);
  });
});
