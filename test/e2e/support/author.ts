// An author's workspace: a roadmap of one question, "What it keeps", and the question's file in the editor.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pickRow } from "./learner";
import type { Workbench } from "./workbench";

const name = "what-it-keeps.md";

/** Writes the roadmap into a workspace that is not open yet; resolves to the path of the question's file. */
export async function writeCaches(folder: string, question: string): Promise<string> {
  const file = join(folder, "caches", "basics", name);
  await mkdir(dirname(file), { recursive: true });
  const roadmap = "id: caches\ntitle: Caches\ntopics:\n  - id: basics\n    title: Basics\n";
  await writeFile(join(folder, "caches", "roadmap.yaml"), roadmap);
  await writeFile(file, question);
  return file;
}

/** Opens the question's file as its author does. */
export async function openQuestionFile(workbench: Workbench): Promise<void> {
  await workbench.runCommand("Go to File...");
  await workbench.page.locator(".quick-input-widget input[type=text]").fill("what-it-keeps");
  await pickRow(workbench, name);
  await workbench.editor.locator(".view-line", { hasText: "id: what-it-keeps" }).waitFor();
}
