// What a learner does in Roadmap Tutor, one step a function, upon the workbench driver. The product's words and marks in the page are known here only.
import type { Frame } from "playwright-core";
import { expect } from "vitest";
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

/** Opens a question by clicking its row. */
export async function openQuestion(workbench: Workbench, question: string): Promise<void> {
  const sidebar = await openSidebar(workbench);
  const row = questionRow(sidebar, question);
  // Only the rows near the visible part of the tree are in the page.
  const scroller = sidebar.locator("#scroller");
  for (let page = 0; (await row.count()) === 0 && page < 10; page++) {
    await scroller.evaluate((node, to) => node.scrollTo(0, to * node.clientHeight * 0.8), page);
    await sidebar.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  await row.click();
  await expect.poll(() => workbench.activeTab()).toContain(question);
}

/** Writes an answer at the end of the open question's document and saves it. */
export async function writeAnswer(workbench: Workbench, text: string): Promise<void> {
  await workbench.typeAtEnd(text);
  await workbench.save();
}

/** Grades the open answer from the command palette and waits for the marks above it; resolves to their text ("2½ / 4 · estimate"). */
export async function gradeAnswer(workbench: Workbench): Promise<string> {
  await workbench.runCommand(`${extensionLabel}: Grade my answer`);
  return marksLens(workbench);
}

/** The CodeLens with the marks, once there is one. */
export async function marksLens(workbench: Workbench): Promise<string> {
  let marks: string | undefined;
  const find = async (): Promise<string> =>
    (marks = (await workbench.codeLenses()).find((text) => /\d ?½? \/ \d|½ \/ \d/.test(text))) ?? "";
  await expect.poll(find, { message: "a CodeLens with the marks" }).not.toBe("");
  return marks ?? "";
}
