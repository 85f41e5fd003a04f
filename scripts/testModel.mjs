// `npm run test:model`: the tests that need a real model server, over the wire and in the real VS Code. Without one
// they say how to get it and end with 0 tests, which is no pass of anything. `--no-build` packages dist/ as it is;
// other arguments go to vitest.
import { join } from "node:path";
import { packageExtension } from "./package.mjs";
import { ensureVscode, findBrowser } from "./realVscode.mjs";
import { runNode, tool } from "./vscode/stages.mjs";
import { root } from "./vscode/versions.mjs";

const { ROADMAP_TUTOR_MODEL_URL: url, ROADMAP_TUTOR_MODEL: model } = process.env;
if (!url || !model) {
  console.log(`No model server is named, so nothing is tested.

  ROADMAP_TUTOR_MODEL_URL=http://127.0.0.1:8092/v1 ROADMAP_TUTOR_MODEL=NAME npm run test:model

Any OpenAI-compatible server will do, such as llama.cpp's with a small model on this machine:
  llama-server -m FILE.gguf --host 127.0.0.1 --port 8092 -c 8192 --alias NAME -np 1 --jinja
or Ollama's at http://127.0.0.1:11434/v1. On two cores a model of 1.5 billion parameters takes 10 to 20 minutes.

0 passed, 0 failed`);
} else {
  const config = join(root, "vitest.model.config.ts");
  const args = process.argv.slice(2).filter((arg) => arg !== "--no-build");
  const [vsix] = await Promise.all([
    packageExtension({ build: !process.argv.includes("--no-build") }),
    ensureVscode(),
    findBrowser(),
  ]);
  process.exitCode = await runNode(tool("vitest", "vitest.mjs"), ["run", "--config", config, ...args], {
    env: { ROADMAP_TUTOR_VSIX: vsix },
  });
}
