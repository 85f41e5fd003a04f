// Pictures of what a model's grading shows beside its marks: three gradings that do not agree, the receipt, who grades,
// remarks of a model that may give no marks, and a service that is gone; in each theme, wide and at 700 px.
import { afterAll, beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import { homeFolders } from "../../scripts/realVscode.mjs";
import { writeSettings } from "../../scripts/vscode/settings.mjs";
import { honestReply, type HonestReply } from "../support/honestModel";
import { startModelServer, streamed, type ModelServer, type Script } from "../support/modelServer";
import { builtInQuestions, extensionStorage, keepQualified } from "../support/qualifiedModel";
import { gradeAnswer, openQuestion, writeAnswer } from "../e2e/support/learner";
import { openWorkbench, themes, type Workbench } from "../e2e/support/workbench";
import { narrowSidebar } from "./windowParts";

const answer = [
  "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.",
  "A Wasserstein loss gives the generator a gradient that tells it how far off it is.",
  "It takes a lot of patience, too.",
].join("\n\n");
const qualified = "gpt-large";
const remarksOnly = "qwen-small";
const sizes = { wide: { width: 1280, height: 800 }, "700": { width: 700, height: 800 } } as const;
const out = process.env["ROADMAP_TUTOR_PICTURES"] ?? "out/pictures";

let server: ModelServer;
let workbench: Workbench;

const settings = (model: string): Record<string, unknown> => ({
  "tutor.model.baseUrl": server.url,
  "tutor.model.name": model,
});

beforeAll(async () => {
  server = await startModelServer();
  const endpoint = server.url;
  workbench = await openWorkbench({
    size: sizes.wide,
    settings: { "editor.minimap.enabled": false, "files.autoSave": "off" },
    machineSettings: settings(qualified),
    prepare: async ({ home }) => {
      const questions = await builtInQuestions(join(import.meta.dirname, "../../dist"));
      const storage = extensionStorage(homeFolders(home).userData);
      await keepQualified(storage, questions, { endpoint, model: qualified });
      await keepQualified(storage, questions, { endpoint, model: remarksOnly, result: "remarks-only" });
    },
  });
});

afterAll(async () => {
  await workbench.close();
});

/** An honest model that is of two minds about one criterion: every second grading it calls it met. */
function ofTwoMinds(): Script {
  let count = 0;
  return ({ chat }) => {
    const reply = honestReply(chat?.messages.at(-1)?.content ?? "");
    const wavers = count++ % 2 === 1;
    const criteria: HonestReply["criteria"] = reply.criteria.map((one) =>
      one.id === "wasserstein"
        ? { ...one, verdict: wavers ? "met" : "partly", quotes: ["A Wasserstein loss gives the generator a gradient"] }
        : one,
    );
    return streamed(JSON.stringify({ ...reply, criteria }));
  };
}

const feedbackView = () => workbench.webview("[data-view=feedback]");

/** The receipt below the cards, open and in sight. */
async function openReceipt(): Promise<void> {
  const receipt = (await feedbackView()).locator("details.receipt");
  if (!(await receipt.evaluate((node) => (node as HTMLDetailsElement).open))) await receipt.locator("summary").click();
  await receipt.evaluate((node) => node.scrollIntoView({ block: "end" }));
}

/** What stands in the window before each of its pictures. */
const scenes = {
  split: {
    prepare: async () => {
      server.script(ofTwoMinds());
      await openQuestion(workbench, "mode-collapse");
      await writeAnswer(workbench, answer);
      await gradeAnswer(workbench);
      await workbench.runCommand("Roadmap Tutor: Check how steady the model's grade is");
      const page = await workbench.webview("table");
      expect(await page.locator("table").innerText()).toContain("2/3");
      // The page beside has the keyboard; the feedback is the answer's.
      await workbench.page.locator(".editor-instance .monaco-editor").first().click();
      await workbench.runCommand("Roadmap Tutor: Show feedback");
      await feedbackView();
    },
    show: () => Promise.resolve(),
  },
  receipt: {
    prepare: async () => {
      await workbench.closeEditors();
      await openQuestion(workbench, "mode-collapse");
      await workbench.runCommand("Roadmap Tutor: Show feedback");
    },
    show: openReceipt,
  },
  "who-grades": {
    prepare: () => Promise.resolve(),
    show: async () => {
      await workbench.page.locator("footer .statusbar-item[id$='tutor.grader']").click();
      await workbench.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    },
  },
  "remarks-only": {
    prepare: async () => {
      await workbench.closeEditors();
      server.script(({ chat }) => streamed(JSON.stringify(honestReply(chat?.messages.at(-1)?.content ?? ""))));
      await writeSettings(homeFolders(workbench.home).machineSettings, settings(remarksOnly));
      await openQuestion(workbench, "gan-training");
      await writeAnswer(workbench, answer);
      await workbench.page.locator("footer .statusbar-item", { hasText: remarksOnly }).waitFor();
      expect(await gradeAnswer(workbench)).toContain(workbench.words.t("remarks without marks"));
      await workbench.runCommand("Roadmap Tutor: Show feedback");
      await feedbackView();
    },
    show: () => Promise.resolve(),
  },
  "not-graded": {
    prepare: async () => {
      await workbench.closeEditors();
      await openQuestion(workbench, "loss-functions");
      await writeAnswer(workbench, answer);
      await server.close();
      await workbench.runCommand("Roadmap Tutor: Grade my answer");
      await expect.poll(() => workbench.codeLenses()).toContain(workbench.words.t("Retry"));
      await workbench.clearNotifications();
      await workbench.runCommand("Roadmap Tutor: Show feedback");
      await feedbackView();
    },
    show: () => Promise.resolve(),
  },
} as const;

test.each(Object.entries(scenes))("%s", { timeout: 300_000 }, async (name, { prepare, show }) => {
  await workbench.resize(sizes.wide);
  await prepare();
  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    await workbench.switchTheme(theme);
    for (const [width, size] of Object.entries(sizes)) {
      await workbench.resize(size);
      await narrowSidebar(workbench, width === "wide" ? 320 : 250);
      await show();
      await workbench.page.mouse.move(640, 2);
      // Fades and the CodeLens row have settled.
      await workbench.page.waitForTimeout(900);
      await workbench.screenshot(join(out, `${name}-${theme}-${width}.png`));
      await workbench.press("Escape");
    }
  }
});
