// Installs an npm package of an exact version into a folder of its own, once, even when two scripts ask together.
// Knows nothing of what the packages are for.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { testFolder } from "./versions.mjs";

/**
 * Runs `fill(folder)` unless an earlier call finished for the same name, and resolves to the folder.
 * A marker is written last, so an install that was killed is done again from an empty folder.
 * @param {string} name folder name under .vscode-test/
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>}
 */
export async function installOnce(name, fill) {
  const folder = join(testFolder, name);
  const marker = join(folder, ".installed");
  if (existsSync(marker)) return folder;
  await mkdir(testFolder, { recursive: true });
  const unlock = await lock(`${folder}.lock`);
  try {
    if (existsSync(marker)) return folder;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await fill(folder);
    await writeFile(marker, new Date().toISOString());
    return folder;
  } finally {
    await unlock();
  }
}

/**
 * Installs npm packages into `folder`, without running any install script.
 * @param {string} folder
 * @param {readonly string[]} args packages and options; with no package, those of the folder's own package.json
 */
export async function npmInstall(folder, args) {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) await writeFile(manifest, '{ "private": true }\n');
  const fixed = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--engine-strict=false"];
  const npm = process.env["npm_execpath"];
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const env = {
    ...process.env,
    npm_config_prefix: undefined,
    NODE_ENV: undefined,
    npm_config_omit: undefined,
    npm_config_production: undefined,
  };
  const child = spawn(command, [...first, ...fixed, ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    shell: command === "npm" && process.platform === "win32",
  });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (code !== 0) throw new Error(`npm install ${args.join(" ")} failed with code ${code}:\n${output.trim()}`);
}

/** Waits for the lock file, taking it over from a process that is gone; resolves to the function that frees it. */
async function lock(path) {
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: "wx" });
      return () => rm(path, { force: true });
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
    const owner = Number(await readFile(path, "utf8").catch(() => ""));
    // The owner's number is there a moment after its file: an empty file is somebody's who is about to write it.
    if (owner > 0 && !isRunning(owner)) {
      const stale = `${path}.${process.pid}`;
      await rename(path, stale).catch(() => undefined);
      await rm(stale, { force: true });
    } else await delay(250);
  }
}

/** The code of a system error, e.g. "EEXIST". @param {unknown} error */
function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code;
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
