// What a learner does in Roadmap Tutor, one step a function, upon the workbench driver. The product's words and marks
// in the page are known here only.
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { expect } from "vitest";
import { homeFolders } from "../../../scripts/realVscode.mjs";
import { builtInQuestions, extensionStorage, keepQualified } from "../../support/qualifiedModel";
import type { Workbench } from "./workbench";

/** The extension's view container as its icon names it. */
export const extensionLabel = "Roadmap Tutor";

/** Shows the sidebar and resolves to its document, once it lists topics. */
export async function openSidebar(workbench: Workbench): Promise<Frame> {
  const icon = workbench.page.locator(`.activitybar .action-item.checked a[aria-label^="${extensionLabel}"]`);
  if ((await icon.count()) === 0) await workbench.clickActivityBar(extensionLabel);
  return workbench.webview("[role=tree] [role=treeitem]");
}

/** The row of a question in the sidebar ("gan-training"). */
export function questionRow(sidebar: Frame, question: string): ReturnType<Frame["locator"]> {
  return sidebar.locator(`[role=treeitem][data-key="generative-ai/${question}"]`);
}

/** Milliseconds in which the rows of a roadmap that is still being read come. */
const rowsCome = 20_000;

/** The row of a question of any roadmap ("my-road/mode-collapse"), once the tree was scrolled to it. */
export async function rowOf(sidebar: Frame, key: string): Promise<ReturnType<Frame["locator"]>> {
  const row = sidebar.locator(`[role=treeitem][data-key="${key}"]`);
  // Only the rows near the visible part of the tree are in the page, and one that came late may stand above it: after
  // the end it is looked for from the top again.
  const scroller = sidebar.locator("#scroller");
  for (const until = Date.now() + rowsCome; (await row.count()) === 0 && Date.now() < until;) {
    await scroller.evaluate((node) => {
      const isAtEnd = node.scrollTop + node.clientHeight >= node.scrollHeight - 1;
      node.scrollTo(0, isAtEnd ? 0 : node.scrollTop + Math.max(node.clientHeight * 0.8, 40));
    });
    await sidebar.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  return row;
}

/** Opens a question by clicking its row, and waits until its editor has the keyboard, even where it was open before. */
export async function openQuestion(workbench: Workbench, question: string): Promise<void> {
  const row = await rowOf(await openSidebar(workbench), `generative-ai/${question}`);
  await row.click();
  await expect.poll(() => workbench.activeTab()).toContain(question);
  const hasKeyboard = (): Promise<boolean> =>
    workbench.editor.evaluate((node) => node.contains(document.activeElement));
  await expect.poll(hasKeyboard, { message: "the keyboard in the question's editor" }).toBe(true);
}

/** Writes an answer at the end of the open question's document and saves it. */
export async function writeAnswer(workbench: Workbench, text: string): Promise<void> {
  await workbench.typeAtEnd(text);
  await workbench.save();
}

/** Puts another answer in the place of the open one, and saves it. */
export async function replaceAnswer(workbench: Workbench, answer: string): Promise<void> {
  await workbench.replaceBelow("roadmap-tutor:answer", answer);
  await workbench.save();
}

/**
 * Grades the open answer from the command palette and waits for what it came to; resolves to the headline ("5 of 6
 * ideas spoken of · not judged").
 */
export async function gradeAnswer(workbench: Workbench): Promise<string> {
  await workbench.runCommand(`${extensionLabel}: Grade my answer`);
  return headlineLens(workbench);
}

/**
 * Begins "Mark it yourself" by `begin`, and waits until a card that waits for a mark has the keyboard, as a learner
 * looks before pressing a key. Resolves to the Feedback view's document.
 */
export async function beginWalk(workbench: Workbench, begin: () => Promise<void>): Promise<Frame> {
  await begin();
  const view = await workbench.webview("[data-view=feedback] [data-walk]");
  const onAskedCard = (): Promise<boolean> =>
    view.evaluate(() => document.hasFocus() && document.activeElement?.closest(".asked") !== null);
  await expect.poll(onAskedCard, { message: "the keyboard on a card to mark" }).toBe(true);
  return view;
}

/** What a headline has in it: marks, what was found, that it cannot be read, or whose the marks are. */
function headlinePattern({ words }: Workbench): RegExp {
  const said = [
    "{0} of {1} ideas spoken of",
    "{0} of 1 idea spoken of",
    "the check cannot read this",
    "remarks without marks",
    "marked by you",
    "{0} of {1} marked by you",
  ].map((text) => words.pattern(text));
  return new RegExp([...said, "\\d ?½? / \\d", "½ / \\d"].join("|"));
}

/** The CodeLens with the headline of the feedback, once there is one. */
export async function headlineLens(workbench: Workbench): Promise<string> {
  let found: string | undefined;
  const headline = headlinePattern(workbench);
  const find = async (): Promise<string> =>
    (found = (await workbench.codeLenses()).find((text) => headline.test(text))) ?? "";
  await expect.poll(find, { message: "a CodeLens with the headline" }).not.toBe("");
  return found ?? "";
}

/** Prepares a window in which this model has passed the sample answers, so that it may give marks. */
export function withQualified(endpoint: string, model: string) {
  return async ({ home }: { readonly home: string }): Promise<void> => {
    const questions = await builtInQuestions(join(import.meta.dirname, "../../../dist"));
    await keepQualified(extensionStorage(homeFolders(home).userData), questions, { endpoint, model });
  };
}

/** Picks a row of the list that VS Code shows on top. */
export async function pickRow(workbench: Workbench, text: string): Promise<void> {
  await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: text }).click();
}

/** Picks a row by keyboard, where other rows may still come into the list while it stands. */
export async function pickTyped(workbench: Workbench, text: string): Promise<void> {
  await workbench.page.locator(".quick-input-widget .quick-input-box input").fill(text);
  await workbench.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: text }).waitFor();
  await workbench.press("Enter");
}

/** Answers the box that asks for `words`, and waits until it is gone. */
export async function answerBox(workbench: Workbench, words: string, text: string): Promise<void> {
  const box = workbench.page.locator(".quick-input-widget", { hasText: words });
  await box.waitFor();
  await box.locator("input[type=text]").fill(text);
  await workbench.press("Enter");
  await box.waitFor({ state: "hidden" });
}
