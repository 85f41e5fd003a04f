// The main job with a model of VS Code's own, from a provider extension in the same window: consent, a call of the
// private tool, words where there are no tools, an empty quota, a model that goes and comes back.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  honestText,
  honestToolCall,
  startChatProviderServer,
  textOf,
  type ChatProviderServer,
} from "../support/chatProviderServer";
import { answerConsent, consentDialog, openWithChatProvider } from "./support/chatProvider";
import { openQuestion, replaceAnswer, writeAnswer } from "./support/learner";
import type { Workbench } from "./support/workbench";

const answer = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.";
const model = { id: "honest", toolCalling: true, requiresAuthorization: { label: "learner" } };
const required = 2;

describe("a learner with a model of VS Code's own", () => {
  let provider: ChatProviderServer;
  let workbench: Workbench;

  beforeAll(async () => {
    provider = await startChatProviderServer([model]);
    workbench = await openWithChatProvider(provider, {
      "tutor.grader": "vscode",
      "tutor.vscodeModel": "scripted/honest",
    });
  });

  afterAll(async () => {
    await workbench.close();
    await provider.close();
  });

  afterEach(async ({ task }) => {
    await workbench.screenshot(`out/e2e/vscode model ${task.name}.png`);
  });

  const grade = () => workbench.runCommand("Roadmap Tutor: Grade my answer");

  /** One message, that the answer is not graded and why; then it is put away. */
  async function notGraded(why: string): Promise<void> {
    const { words } = workbench;
    const told = words.holding("Not graded, your answer is kept: {0}");
    await expect.poll(() => workbench.notifications()).toEqual([expect.stringMatching(told)]);
    expect((await workbench.notifications()).join()).toMatch(words.holding(why));
    await workbench.clearNotifications();
    await workbench.focusEditor();
  }

  /** Another answer of the same meaning, graded: the model has seen it, and its remarks are drawn under it. */
  async function isGraded(end: string): Promise<void> {
    await replaceAnswer(workbench, `${answer} ${end}`);
    await grade();
    await expect.poll(() => provider.requests.map(textOf).join("\n"), { message: "the request" }).toContain(end);
    const graded = async () => (await workbench.codeLenses()).find((lens) => / \/ 4/.test(lens)) ?? "";
    const earlier = new RegExp(`^$|${workbench.words.pattern("of an earlier text")}`);
    await expect.poll(graded, { message: "a headline of this text" }).not.toMatch(earlier);
    expect((await workbench.underlinedTexts()).map(({ text }) => text).join(" ")).toContain("Mode collapse");
  }

  test("is asked by VS Code first, and told what for; a no sends nothing", async () => {
    await openQuestion(workbench, "mode-collapse");
    await writeAnswer(workbench, answer);
    await grade();
    const dialog = await consentDialog(workbench);
    expect(await dialog.innerText()).toContain(
      workbench.words.t("To grade your answer. The question, its rubric and your answer are sent."),
    );
    await answerConsent(dialog, "Cancel");
    await notGraded("Not graded, your answer is kept: {0}");
    expect(provider.requests).toEqual([]);
  });

  test("says yes, and is graded by a call of the tool that the model must make", async () => {
    await grade();
    await answerConsent(await consentDialog(workbench), "Allow");
    await expect
      .poll(async () => (await workbench.underlinedTexts()).map(({ text }) => text).join(" "))
      .toContain("Mode collapse");
    const [request] = provider.requests;
    expect(request).toMatchObject({ model: "honest", toolMode: required, messages: [{ role: 1 }] });
    expect(request?.tools.map(({ name }) => name)).toEqual(["grade"]);
    expect(request?.messages.map(({ text }) => text).join()).toMatch(/^You grade one written answer/);
    expect(JSON.stringify(request)).toContain(answer);
  });

  test("is graded in words where the model takes no tools, which is tried once", async () => {
    provider.script((request) =>
      request.tools.length > 0
        ? [{ error: { message: "Tools are not supported by this model." } }]
        : honestText(request),
    );
    await isGraded("It shows in samples that look alike.");
    provider.clear();
    await isGraded("It shows in samples that look the same.");
    expect(provider.requests.filter(({ tools }) => tools.length > 0)).toEqual([]);
  });

  test("is told of an empty quota", async () => {
    provider.script(() => [{ error: { name: "ChatQuotaExceeded", message: "You have used all premium requests." } }]);
    await replaceAnswer(workbench, `${answer} It is common.`);
    await grade();
    await notGraded("the account with the service of {0} has no credit or quota left.");
  });

  test("is told when the model is gone, and graded when it is back", async () => {
    provider.script(honestToolCall);
    provider.offer([]);
    await grade();
    await notGraded("the service does not know the model {0}.");
    provider.offer([{ ...model, id: "another" }, model]);
    await isGraded("It is common with small data.");
  });
});
