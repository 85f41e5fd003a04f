// `npm run test:languages`: the end-to-end tests of the main job in every other display language, one after another.
// `--no-build` packages dist/ as it is; other arguments name other test files.
import { join } from "node:path";
import { runNode } from "./vscode/stages.mjs";
import { root } from "./vscode/versions.mjs";

const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith("--"));
const files = named.length > 0 ? named : ["e2e/learner", "e2e/selfMarking", "e2e/model.test"];
let built = args.includes("--no-build");

for (const language of ["de", "zh-cn"]) {
  console.log(`\n── ${language}`);
  const script = join(root, "scripts", "testE2e.mjs");
  const code = await runNode(script, [...(built ? ["--no-build"] : []), ...files], {
    env: { TUTOR_E2E_LANGUAGE: language },
  });
  built = true;
  if (code !== 0) process.exitCode = 1;
}
