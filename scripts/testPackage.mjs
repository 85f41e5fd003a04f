// Checks what the packaged extension holds. `--no-build` packages dist/ as it is; other arguments go to vitest.
import { packageExtension } from "./package.mjs";
import { runNode, tool } from "./vscode/stages.mjs";

const args = process.argv.slice(2).filter((arg) => arg !== "--no-build");
const vsix = await packageExtension({ build: !process.argv.includes("--no-build") });
process.exitCode = await runNode(
  tool("vitest", "vitest.mjs"),
  ["run", "--config", "vitest.package.config.ts", ...args],
  { env: { ROADMAP_TUTOR_VSIX: vsix } },
);
