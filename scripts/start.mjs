// `npm start`: builds, packages and installs the extension into a real VS Code, and opens that in the browser.
// `--port N` asks for a port; `--desktop` uses the VS Code on the PATH instead.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageExtension } from "./package.mjs";
import { ensureVscode, homeFolders, installVsix, startServer } from "./realVscode.mjs";
import { quietSettings, writeSettings } from "./vscode/settings.mjs";
import { runNode } from "./vscode/stages.mjs";
import { root, testFolder } from "./vscode/versions.mjs";

/** The port tried first; the next free one is taken if it is in use. */
const usualPort = 3777;

// Ctrl+C is how this ends well; what was started ends with it.
process.once("SIGINT", () => process.exit(0));
try {
  const { values } = parseArgs({ options: { desktop: { type: "boolean" }, port: { type: "string" } } });
  if (values.desktop) await startDesktop();
  else await startInBrowser(values.port);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function startInBrowser(port) {
  if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new Error(`--port takes a number, not "${port}".`);
  // Kept from one start to the next: the learner's answers and attempts are in it.
  const home = join(testFolder, "learner");
  const [folder] = await Promise.all([
    studyFolder(),
    installAll(home),
    writeSettings(homeFolders(home).settings, quietSettings, { keep: true }),
  ]);
  const server = await startServer({ home, port: port ? Number(port) : await freePort(usualPort) });
  const url = `${server.url}/?folder=${encodeURIComponent(folder)}`;
  console.log(url);
  if (!process.env["CI"]) openInBrowser(url);
  process.exit((await server.exited) ?? 1);
}

/** Installs VS Code while the extension is being built, then puts the package into it. */
async function installAll(home) {
  const [vsix] = await Promise.all([packageExtension(), ensureVscode()]);
  // The same version again: its old folder must go, or a file that the new package lacks would stay.
  await rm(homeFolders(home).extensions, { recursive: true, force: true });
  await installVsix(home, vsix);
}

async function startDesktop() {
  const windows = process.platform === "win32";
  if (spawnSync("code", ["--version"], { shell: windows }).status !== 0) {
    throw new Error(
      "`code` is not on the PATH. In VS Code, run “Shell Command: Install 'code' command in PATH”, or leave --desktop out.",
    );
  }
  if ((await runNode(join(root, "esbuild.mjs"))) !== 0) throw new Error("The build failed.");
  const folder = await studyFolder();
  const quote = (text) => (windows ? `"${text}"` : text);
  const { status } = spawnSync("code", ["--new-window", quote(`--extensionDevelopmentPath=${root}`), quote(folder)], {
    stdio: "inherit",
    shell: windows,
  });
  process.exitCode = status ?? 1;
}

/** The folder the window opens on: made once, then the learner's own. */
async function studyFolder() {
  const folder = join(testFolder, "study");
  if (!existsSync(folder)) {
    await mkdir(testFolder, { recursive: true });
    await cp(join(root, "scripts", "study"), folder, { recursive: true });
  }
  return folder;
}

/** The port itself if it can be had, else 0 for any free one. */
async function freePort(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(0));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(port)));
  });
}

/** Opens the address in the default browser; where there is none, the printed line is enough. */
function openInBrowser(url) {
  const [command, ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start", '""'] }[process.platform] ?? [
    "xdg-open",
  ];
  const child = spawn(command, [...args, url.replaceAll("&", process.platform === "win32" ? "^&" : "&")], {
    stdio: "ignore",
    detached: true,
  });
  child.once("error", () => undefined);
  child.unref();
}
