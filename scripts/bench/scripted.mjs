// The graders and the scripted models of the tests as one module of plain JavaScript, for scripts that need no VS Code.
import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../vscode/versions.mjs";

const contents = `
export { newChecker } from "./src/grading/check/checker";
export { llmGrader } from "./src/grading/llm/llmGrader";
export { trialAnswers, tryModel } from "./src/grading/qualification/tryModel";
export { readRoadmap } from "./src/core/reading/roadmapReader";
export { placedQuestions } from "./src/core/roadmap/roadmap";
export { oracleOf, saysMetToAll, saysMetToFirstHalf, saysMissedToAll } from "./test/support/oracleModel";
export { scriptedClient } from "./test/support/scriptedClient";
export { readRoadmapFolder } from "./src/cli/roadmapFolder";
`;

/** Builds and loads them, with the built-in roadmap and its questions read from their files. */
export async function scriptedModels() {
  const folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-scripted-"));
  const outfile = join(folder, "scripted.mjs");
  try {
    await build({
      stdin: { contents, resolveDir: root, loader: "ts" },
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      logLevel: "error",
      // Some libraries inside are CommonJS.
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
      alias: { "@vscode/l10n": join(root, "node_modules/@vscode/l10n/dist/browser.js") },
    });
    const all = await import(pathToFileURL(outfile).href);
    const { roadmap } = all.readRoadmap(await all.readRoadmapFolder(join(root, "questions", "generative-ai")));
    const questions = all.placedQuestions(roadmap).map(({ question }) => question);
    return { ...all, roadmap, questions };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
