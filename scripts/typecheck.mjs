// Type-checks every part of the repository with the tsconfig that is its own; ends non-zero if any part fails.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runNode, tool } from "./vscode/stages.mjs";
import { root } from "./vscode/versions.mjs";

let failed = false;
for (const project of [
  "tsconfig.json",
  "src/core/tsconfig.json",
  "src/grading/tsconfig.json",
  "src/shared/tsconfig.json",
  "src/webview/tsconfig.json",
  "test/tsconfig.json",
  "scripts/tsconfig.json",
  "test/webview/tsconfig.json",
]) {
  if (!existsSync(join(root, project))) throw new Error(`${project} is gone.`);
  if ((await runNode(tool("typescript", "bin", "tsc"), ["--noEmit", "--pretty", "false", "-p", project])) !== 0) {
    console.error(`✗ ${project}`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
