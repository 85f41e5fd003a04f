// `npm run bench`: measures what a learner waits for, each beside a floor in the same run on the same machine.
// Figures are medians; on a shared machine read the ratios. `npm run bench -- drawing model` runs only the named parts.
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureAttempts } from "./bench/attempts.mjs";
import { measureDecoys } from "./bench/decoys.mjs";
import { measureDrawing } from "./bench/drawing.mjs";
import { measureLarge } from "./bench/large.mjs";
import { measureModel } from "./bench/model.mjs";
import { measureReplies } from "./bench/replies.mjs";
import { measureStart } from "./bench/start.mjs";
import { packageExtension } from "./package.mjs";
import { ensureVscode, findBrowser } from "./realVscode.mjs";
import { tool } from "./vscode/stages.mjs";
import { root } from "./vscode/versions.mjs";

const parts = {
  start: measureStart,
  drawing: measureDrawing,
  model: measureModel,
  decoys: measureDecoys,
  replies: measureReplies,
  large: measureLarge,
  attempts: measureAttempts,
};
const asked = process.argv.slice(2).filter((name) => name in parts);

const [tutor, floor] = [await packageExtension(), await packageFloor()];
await Promise.all([ensureVscode(), findBrowser()]);
for (const [name, measure] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) await measure({ tutor, floor: floor.vsix });
console.log(`\nPackage: ${((await stat(tutor)).size / 1000).toFixed(0)} kB (limit 600 kB)`);
await floor.remove();

/** The floor extension, packaged like the product. */
async function packageFloor() {
  const folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-floor-"));
  await cp(join(root, "scripts", "bench", "floor"), folder, { recursive: true });
  const vsix = join(folder, "floor.vsix");
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      tool("@vscode", "vsce", "vsce"),
      "package",
      "--no-dependencies",
      "--skip-license",
      "--allow-missing-repository",
      "--out",
      vsix,
    ],
    { cwd: folder, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The floor extension could not be packaged: ${stderr}`);
  return { vsix, remove: () => rm(folder, { recursive: true, force: true }) };
}
