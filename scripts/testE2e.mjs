// Runs the end-to-end suite against the packaged extension. `--no-build` packages dist/ as it is; other arguments go
// to vitest.
import { ensureVscode, findBrowser } from "./realVscode.mjs";
import { packageExtension } from "./package.mjs";
import { runNode, tool } from "./vscode/stages.mjs";

const args = process.argv.slice(2).filter((arg) => arg !== "--no-build");
const [vsix] = await Promise.all([
  packageExtension({ build: !process.argv.includes("--no-build") }),
  ensureVscode(),
  findBrowser(),
]);
process.exitCode = await runNode(tool("vitest", "vitest.mjs"), ["run", "--config", "vitest.e2e.config.ts", ...args], {
  env: { ROADMAP_TUTOR_VSIX: vsix },
});
