// Setting up a model as a learner does: service, base URL, model, test call, use. The service is a scripted server on
// 127.0.0.1.
import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { homeFolders } from "../../scripts/realVscode.mjs";
import { startModelServer, type ModelServer } from "../support/modelServer";
import { openSidebar, pickTyped } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

describe("setting up a model", () => {
  let server: ModelServer;
  let workbench: Workbench;

  beforeAll(async () => {
    server = await startModelServer({ models: ["small-model", "honest-model"] });
    workbench = await openWorkbench();
  });

  afterAll(async () => {
    await workbench.close();
    await server.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/${task.name}.png`);
  });

  test("asks the service for its models, tries the chosen one, and uses it once the learner says so", async () => {
    const { page, words } = workbench;
    const rows = page.locator(".quick-input-list .monaco-list-row");
    const sidebar = await openSidebar(workbench);
    await workbench.runCommand("Roadmap Tutor: Set up a model…");
    await pickTyped(workbench, words.t("Another OpenAI-compatible service…"));
    const url = page.locator(".quick-input-widget input[type=text]");
    // The list's own field comes first: what is written there only filters.
    const message = page.locator(".quick-input-message");
    await expect.poll(() => message.textContent()).toContain("/chat/completions");
    await url.fill("ftp://nowhere");
    await expect
      .poll(() => message.textContent())
      .toContain(words.t("Write a URL that begins with http:// or https://"));
    await url.fill(server.url);
    await workbench.press("Enter");
    await rows.filter({ hasText: "honest-model" }).click();
    const use = rows.filter({ hasText: words.t("Use this model") });
    await expect
      .poll(() => use.innerText(), { message: "what the test call showed" })
      .toContain(words.t("Its verdicts were right."));
    expect(await url.getAttribute("placeholder")).toMatch(
      words.holding("{0} graded a tiny sample in {1}; first words after {2}."),
    );
    expect(server.chats().map((c) => c.model)).toEqual(["honest-model"]);
    // Nothing is used before the learner says so.
    expect(await sidebar.locator("#grader").textContent()).toContain(words.t("Checked here, marked by you"));
    await use.click();
    await expect.poll(() => sidebar.locator("#grader").textContent()).toContain("honest-model");
    // VS Code writes the file a little later than it tells of the change.
    const settings = async () =>
      JSON.parse((await readFile(homeFolders(workbench.home).machineSettings, "utf8")) || "{}") as unknown;
    await expect
      .poll(() => settings().catch(() => undefined))
      .toMatchObject({
        "tutor.model.baseUrl": server.url,
        "tutor.model.name": "honest-model",
        "tutor.grader": "openai-compatible",
      });
    // It ends with the offer to try the model on sample answers.
    await rows.filter({ hasText: words.t("Quick") }).waitFor();
  });
});
