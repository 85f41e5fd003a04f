// A model behind a proxy: a call goes where VS Code's own settings lead it (`http.proxy`, `http.noProxy`). The hosts
// exist nowhere; only the proxy can lead to them.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { homeFolders } from "../../scripts/realVscode.mjs";
import { writeSettings } from "../../scripts/vscode/settings.mjs";
import { startForwardProxy, type ForwardProxy } from "../support/forwardProxy";
import { startModelServer, type ModelServer } from "../support/modelServer";
import { headlineLens, openQuestion, withQualified, writeAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const answer = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.";
const behind = "behind-proxy.invalid";
const direct = "direct.invalid";
const unknownHost = "the host in the base URL of {0} is not known here; look at its spelling and at your connection.";

describe("a proxy", () => {
  let server: ModelServer;
  let proxy: ForwardProxy;
  let workbench: Workbench;

  const settings = (host: string, model: string): Record<string, unknown> => ({
    "tutor.model.baseUrl": `http://${host}/v1`,
    "tutor.model.name": model,
  });

  beforeAll(async () => {
    server = await startModelServer();
    proxy = await startForwardProxy(server.port);
    workbench = await openWorkbench({
      settings: { "http.proxy": proxy.url, "http.noProxy": [direct] },
      machineSettings: settings(behind, "far-model"),
      prepare: withQualified(`http://${behind}/v1`, "far-model"),
    });
  });

  afterAll(async () => {
    await workbench.close();
    await proxy.close();
    await server.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/proxy ${task.name}.png`);
  });

  /** Grades the open answer and lets its text go to the host, which is asked once. */
  async function gradeAt(host: string): Promise<void> {
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    const dialog = workbench.page.locator(".monaco-dialog-box", { hasText: host });
    await dialog.locator(".monaco-button", { hasText: workbench.words.t("Send it there") }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  test("that VS Code has is what a call goes through", async () => {
    await openQuestion(workbench, "mode-collapse");
    await writeAnswer(workbench, answer);
    await gradeAt(behind);
    expect(await headlineLens(workbench)).toMatch(/ \/ 4/);
    expect(server.chats().length).toBeGreaterThan(0);
    expect(new Set(proxy.asked.map((host) => host.replace(/:80$/, "")))).toEqual(new Set([behind]));
  });

  test("is passed by for a host that VS Code is told to reach without it", async () => {
    await writeSettings(homeFolders(workbench.home).machineSettings, settings(direct, "near-model"));
    await workbench.page.locator("footer .statusbar-item", { hasText: "near-model" }).waitFor();
    await gradeAt(direct);
    const row = workbench.page.locator(".quick-input-list .monaco-list-row", {
      hasText: workbench.words.t("Remarks without marks"),
    });
    await row.click();
    await expect
      .poll(() => workbench.notifications())
      .toEqual([expect.stringMatching(workbench.words.holding(unknownHost))]);
    expect(proxy.asked.join()).not.toContain(direct);
  });
});
