// Runs the repository's own tools (build, packager, test runners) as child processes. Knows nothing of VS Code.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./versions.mjs";

/** The path of a script in node_modules, to be run with this Node. */
export const tool = (...path) => join(root, "node_modules", ...path);

/**
 * Runs a script with this Node in the repository's root and resolves to its exit code.
 * @param {string} script
 * @param {readonly string[]} [args]
 * @param {{ readonly quiet?: boolean, readonly env?: Readonly<Record<string, string>> }} [options]
 *   quiet: print only when it fails
 * @returns {Promise<number>}
 */
export async function runNode(script, args = [], { quiet = false, env = {} } = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
  });
  let output = "";
  child.stdout?.on("data", (data) => (output += data));
  child.stderr?.on("data", (data) => (output += data));
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (quiet && code !== 0) process.stderr.write(output);
  return code ?? 1;
}
