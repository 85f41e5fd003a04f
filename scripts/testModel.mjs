// `npm run test:model`: the tests that need a real model server. Without one they say how to get it and end with 0
// tests, which is no pass of anything.
import { join } from "node:path";
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
  process.exitCode = await runNode(tool("vitest", "vitest.mjs"), ["run", "--config", config, ...process.argv.slice(2)]);
}
