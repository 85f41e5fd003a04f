// The same package in the browser's own extension host, a web worker without Node: the one set of bundles serves both.
// Every lazy bundle is loaded there: check, report (and through it marked.js), a workspace roadmap's reader, model
// grader, author's tools.
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { homeFolders } from "../../scripts/realVscode.mjs";
import { writeSettings } from "../../scripts/vscode/settings.mjs";
import { startModelServer, type ModelServer } from "../support/modelServer";
import {
  extensionLabel,
  gradeAnswer,
  headlineLens,
  openQuestion,
  openSidebar,
  pickRow,
  questionRow,
  writeAnswer,
} from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const answer = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.";
const roadmap = join(import.meta.dirname, "../../questions/generative-ai");

describe("in a web worker", () => {
  let workbench: Workbench;
  let server: ModelServer;
  let marks: string;

  beforeAll(async () => {
    server = await startModelServer();
    workbench = await openWorkbench({
      settings: { "remote.extensionKind": { "roadmap-tutor.roadmap-tutor": ["web"] } },
      // The workspace's copy of the built-in roadmap takes its place.
      prepare: async ({ folder }) => {
        const copy = join(folder, "questions", "generative-ai");
        await cp(roadmap, copy, { recursive: true });
        const list = join(copy, "roadmap.yaml");
        await writeFile(list, (await readFile(list, "utf8")).replace(/^title: .*$/m, "title: My own road"));
      },
    });
  });

  afterAll(async () => {
    await workbench.close();
    await server.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/worker ${task.name}.png`);
  });

  test("the extension runs there, and reads the workspace's roadmap", async () => {
    await openSidebar(workbench);
    await workbench.resize({ width: 1280, height: 2400 });
    await workbench.runCommand("Developer: Show Running Extensions");
    const row = workbench.page.locator(".runtime-extensions-editor .monaco-list-row", { hasText: extensionLabel });
    await expect.poll(() => row.innerText()).toContain("web worker");
    await workbench.press("Escape");
    await row.waitFor({ state: "detached" });
    await workbench.resize({ width: 1280, height: 800 });
    await expect.poll(async () => (await openSidebar(workbench)).locator("body").innerText()).toContain("My own road");
  });

  test("checks without a model", async () => {
    await openQuestion(workbench, "gan-training");
    await writeAnswer(workbench, answer);
    marks = await gradeAnswer(workbench);
    expect(marks).toMatch(workbench.words.holding("{0} of {1} ideas spoken of"));
    expect((await workbench.underlinedTexts()).map(({ text }) => text).join(" ")).toContain("Mode collapse");
    expect(await workbench.notifications()).toEqual([]);
    // The sidebar counts what was kept: a page that goes before that takes the attempt with it.
    const row = questionRow(await openSidebar(workbench), "gan-training");
    await expect.poll(() => row.getAttribute("data-state")).toBe("checked");
  });

  test("finds answer and feedback again after a reload", async () => {
    await workbench.load();
    // Which tabs a reload brings back is VS Code's own affair.
    await openQuestion(workbench, "gan-training");
    expect(await headlineLens(workbench)).toBe(marks);
    expect((await workbench.visibleLines()).join("\n")).toContain(answer.slice(0, 40));
    const row = questionRow(await openSidebar(workbench), "gan-training");
    await expect.poll(() => row.getAttribute("data-state")).toBe("checked");
  });

  test("grades with a model", async () => {
    await writeSettings(homeFolders(workbench.home).machineSettings, {
      "tutor.model.baseUrl": server.url,
      "tutor.model.name": "honest-model",
    });
    const sidebar = await openSidebar(workbench);
    await expect.poll(() => sidebar.locator("body").innerText()).toContain("honest-model");
    await openQuestion(workbench, "mode-collapse");
    await writeAnswer(workbench, answer);
    await workbench.runCommand(`${extensionLabel}: Grade my answer`);
    await pickRow(workbench, workbench.words.t("Remarks without marks"));
    await expect
      .poll(() => headlineLens(workbench))
      .toContain(`honest-model · ${workbench.words.t("remarks without marks")}`);
    expect(server.chats().length).toBeGreaterThan(0);
  });

  test("shows the report", async () => {
    await workbench.runCommand(`${extensionLabel}: Show assignment report`);
    const page = await workbench.webview("h1:has-text('My own road')");
    await expect.poll(() => page.locator("body").innerText()).toMatch(workbench.words.holding("{0} not judged"));
    expect(await workbench.notifications()).toEqual([]);
  });

  test("brings the author's tools", async () => {
    await workbench.runCommand(`${extensionLabel}: New question…`);
    const box = workbench.page.locator(".quick-input-widget input[type=text]");
    await expect.poll(() => box.getAttribute("placeholder")).toBe(workbench.words.t("In which topic?"));
    await workbench.press("Escape");
  });
});
