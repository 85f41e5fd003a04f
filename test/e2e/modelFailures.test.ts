// A model that must be set up with a key, and a service that then fails in every way: one message each, with the
// actions that mend it.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  honestScript,
  httpError,
  startModelServer,
  streamed,
  type ModelServer,
  type Script,
} from "../support/modelServer";
import { openQuestion, pickTyped, writeAnswer, withQualified } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const answer = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.";
const key = ["roadmap", "tutor", "test", "key", "4711"].join("-");

describe("a service that fails", () => {
  let server: ModelServer;
  let workbench: Workbench;

  beforeAll(async () => {
    server = await startModelServer({ key });
    workbench = await openWorkbench({
      machineSettings: { "tutor.model.baseUrl": server.url, "tutor.model.name": "honest-model" },
      prepare: withQualified(server.url, "honest-model"),
    });
  });

  afterAll(async () => {
    await workbench.close();
    await server.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/service ${task.name}.png`);
  });

  const setUp = "Set up a model…";
  const again = "Try again";
  const builtIn = "Check without a model";
  const log = "Show log";
  const failures: readonly {
    readonly name: string;
    readonly script: Script;
    /** A text of the product, in English. */
    readonly says: string;
    readonly offers: readonly string[];
  }[] = [
    {
      name: "answers with no JSON, twice",
      script: () => streamed("I would give this 4 out of 4."),
      says: "the reply of {0} could not be read, twice.",
      offers: [again, builtIn, log],
    },
    {
      name: "hangs up",
      script: () => ({ kind: "stream", steps: [{ text: '{"criteria":[' }, { hangUp: true }] }),
      says: "the connection to the service of {0} broke off before the reply was complete.",
      offers: [again, builtIn, log],
    },
  ];
  test("asks for a key: the message leads to set-up; the key reaches the service's header and no file", async () => {
    await openQuestion(workbench, "mode-collapse");
    await writeAnswer(workbench, answer);
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    await expect
      .poll(() => workbench.notifications())
      .toEqual([expect.stringMatching(workbench.words.holding("the service of {0} asks for an API key."))]);
    await workbench.pressMessageButton(setUp);
    // As slow as a real model: of four messages within 800 ms, VS Code puts the last where it is not seen.
    server.script(honestScript({ wait: 100 }));
    const input = workbench.page.locator(".quick-input-widget .quick-input-box input");
    const title = workbench.page.locator(".quick-input-widget .quick-input-title");
    const { words } = workbench;
    await pickTyped(workbench, words.t("Another OpenAI-compatible service…"));
    await expect.poll(() => title.innerText()).toContain(words.t("Set up a model: the service's base URL"));
    await expect.poll(() => input.inputValue()).toBe(server.url);
    await workbench.press("Enter");
    await expect.poll(() => title.innerText()).toMatch(words.holding("Set up a model: the key of {0}"));
    await input.fill(key);
    await workbench.press("Enter");
    await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "honest-model" }).click();
    await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: words.t("Use this model") }).click();
    await workbench.focusEditor();
    server.clear();
    server.script(() => httpError(500, `out of order; you sent ${key}`));
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    await expect
      .poll(() => workbench.notifications())
      .toEqual([expect.stringMatching(words.holding("the service of {0} answered with an error: “{1}”."))]);
    expect((await workbench.notifications()).join()).not.toContain(key);
    expect(server.requests.map(({ headers }) => headers.authorization)).toContain(`Bearer ${key}`);
    expect(server.requests.every(({ raw }) => !raw.includes(key))).toBe(true);
    await workbench.clearNotifications();
  });

  for (const { name, script, says, offers } of failures) {
    test(`${name}: one message, with what mends it`, async () => {
      server.script(script);
      await workbench.runCommand("Roadmap Tutor: Grade my answer");
      await expect
        .poll(() => workbench.notifications())
        .toEqual([expect.stringMatching(workbench.words.holding(says))]);
      expect(await workbench.notifications()).toEqual([
        expect.stringMatching(workbench.words.holding("Not graded, your answer is kept: {0}")),
      ]);
      expect(await workbench.page.locator(".notifications-toasts .monaco-button").allTextContents()).toEqual(
        expect.arrayContaining(offers.map((offer) => workbench.words.t(offer))),
      );
      expect(await workbench.addedTexts()).toEqual([]);
      await workbench.clearNotifications();
    });
  }

  test("the offer to check without a model checks at once, and judges nothing", async () => {
    server.script(() => httpError(503, "overloaded"));
    await workbench.focusEditor();
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    await expect.poll(() => workbench.notifications()).toHaveLength(1);
    await workbench.pressMessageButton(builtIn);
    await expect
      .poll(() => workbench.codeLenses())
      .toContainEqual(expect.stringMatching(workbench.words.holding("{0} of {1} ideas spoken of")));
  });

  test("the key is in no setting, log or attempt", async () => {
    server.script(honestScript());
    await workbench.focusEditor();
    await writeAnswer(workbench, " It does.");
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    // The answer and its attempt.
    await expect.poll(() => filesWith(workbench.home, "It does.")).toHaveLength(2);
    expect(await filesWith(workbench.home, key)).toEqual([]);
  });
});

/** Files below a folder that hold a text. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.map(async (file) => (await readFile(file).catch(() => Buffer.alloc(0))).includes(text)),
  );
  return files.filter((_, i) => found[i]);
}
