// Writing answers of a given length into questions, as the benchmarks need them.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../vscode/versions.mjs";

/** The built-in questions in order, as the build compiled them. */
export async function builtInQuestions() {
  const roadmaps = JSON.parse(await readFile(join(root, "dist", "builtInRoadmaps.json"), "utf8"));
  return roadmaps[0].topics.flatMap((topic) => topic.questions);
}

/** An answer of about `length` characters, made of the reference's sentences in paragraphs of three. */
export function answerOf(question, length) {
  const sentences = question.reference.replace(/\s+/g, " ").match(/[^.!?]+[.!?]+/g) ?? [question.reference];
  let text = "";
  for (let i = 0; text.length < length; i++)
    text += sentences[i % sentences.length].trim() + (i % 3 === 2 ? "\n\n" : " ");
  return text.slice(0, length).trimEnd();
}

/** Opens a question through the sidebar and waits for its editor. */
export async function openQuestion(window, question) {
  const { page } = window.timed;
  const find = async () => {
    for (const frame of page.frames()) {
      const search = frame.locator("input[type=search], input[type=text]").first();
      if (
        frame === page.mainFrame() ||
        (await frame
          .locator("[role=treeitem]")
          .count()
          .catch(() => 0)) === 0
      )
        continue;
      await search.fill(question.title);
      const row = frame.locator(`[role=treeitem][data-key$="/${question.id}"]`);
      if ((await row.count()) > 0) return row;
    }
    return undefined;
  };
  await (await window.timed.until(find)).click();
  await page.locator(`.editor-group-container.active .tab.active[data-resource-name="${question.id}.md"]`).waitFor();
  await page.waitForTimeout(700);
}

/** Writes an answer at the end of the open document and saves it. */
export async function writeAnswer(window, text) {
  const { page } = window.timed;
  const editor = ".editor-group-container.active .monaco-editor";
  await page.locator(`${editor} .native-edit-context, ${editor} textarea.inputarea`).first().focus();
  await page.keyboard.press("ControlOrMeta+End");
  // Pasted: typed text would reach the editor as one edit a character.
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.keyboard.press("ControlOrMeta+v");
  await page.locator(".editor-group-container.active .tab.active.dirty").waitFor();
  await page.keyboard.press("ControlOrMeta+s");
  await page.locator(".editor-group-container.active .tab.active.dirty").waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+Home");
  await page.waitForTimeout(1_200);
}
