// Builds the extension and packages it as roadmap-tutor-<version>.vsix; prints the path, or fails with the tool's words.
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runNode, tool } from "./vscode/stages.mjs";
import { root } from "./vscode/versions.mjs";

/**
 * Packages what `npm run build` made, or builds first.
 * @param {{ readonly build?: boolean }} [options]
 * @returns {Promise<string>} the package's absolute path
 */
export async function packageExtension({ build = true } = {}) {
  const { name, version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const vsix = join(root, `${name}-${version}.vsix`);
  if (build && (await runNode(join(root, "esbuild.mjs"))) !== 0) throw new Error("The build failed.");
  await rm(vsix, { force: true });
  const args = [
    "package",
    "--no-dependencies",
    "--skip-license",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
    "--out",
    vsix,
  ];
  if ((await runNode(tool("@vscode", "vsce", "vsce"), args, { quiet: true })) !== 0)
    throw new Error("vsce could not package the extension.");
  return vsix;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(await packageExtension());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
