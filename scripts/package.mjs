// Builds the extension and packages it as roadmap-tutor-<version>.vsix; prints the path, or fails with the tool's
// words.
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import JSZip from "jszip";
import { runNode, tool } from "./vscode/stages.mjs";
import { root } from "./vscode/versions.mjs";

/**
 * Packages what `npm run build` made, or builds first.
 * @param {{ readonly build?: boolean, readonly to?: string }} [options] `to` is a folder; the root of the repository
 *   where it is left out
 * @returns {Promise<string>} the package's absolute path
 */
export async function packageExtension({ build = true, to = root } = {}) {
  const { name, version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const vsix = join(to, `${name}-${version}.vsix`);
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
  await writeFile(vsix, await sameBytes(await readFile(vsix)));
  return vsix;
}

/** All files of a package are of this time: when and by whom it was made must not show in its bytes. */
const madeAt = new Date(Date.UTC(2000, 0, 1));

/** The package packed anew: its files sorted, of one time and one mode, whatever machine made it. */
async function sameBytes(packed) {
  const from = await JSZip.loadAsync(packed);
  const to = new JSZip();
  for (const name of Object.keys(from.files).sort()) {
    const entry = from.files[name];
    if (entry === undefined || entry.dir) continue;
    const content = await entry.async("nodebuffer");
    to.file(name, content, { date: madeAt, unixPermissions: 0o100644, createFolders: false });
  }
  const compressionOptions = { level: 9 };
  return to.generateAsync({ type: "nodebuffer", platform: "UNIX", compression: "DEFLATE", compressionOptions });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(await packageExtension());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
