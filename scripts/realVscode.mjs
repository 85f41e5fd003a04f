// A real VS Code for tests and for the first run: installs its server on first use, starts it, installs a vsix into it.
// Nothing here knows Roadmap Tutor.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { killChild, startChild, stopChild } from "./vscode/children.mjs";
import { installOnce, npmInstall } from "./vscode/install.mjs";
import { codeServer, nodeMajor, nodePackages, testFolder } from "./vscode/versions.mjs";

export { findBrowser, launchBrowser } from "./vscode/browser.mjs";

/**
 * Installs VS Code's server and a Node that runs it, unless they are there.
 * @returns {Promise<{ readonly node: string, readonly serverMain: string }>} absolute paths
 */
export async function ensureVscode() {
  const server = await installOnce(codeServer.replace("@", "-"), async (folder) => {
    await npmInstall(folder, [codeServer]);
    await npmInstall(vscodeFolder(folder), ["--omit=dev"]);
  });
  return { node: await ensureNode(), serverMain: join(vscodeFolder(server), "out", "server-main.js") };
}

const vscodeFolder = (folder) => join(folder, "node_modules", "code-server", "lib", "vscode");

/** This Node where it is new enough, else one out of an npm package. */
async function ensureNode() {
  if (Number(process.versions.node.split(".")[0]) >= nodeMajor) return process.execPath;
  const spec = nodePackages[`${process.platform}-${process.arch}`];
  if (!spec)
    throw new Error(
      `VS Code's server wants Node ${nodeMajor} or newer, which no npm package carries for this machine: install it and run this again.`,
    );
  const folder = await installOnce(spec.replace("@", "-"), (into) => npmInstall(into, [spec]));
  const name = spec.slice(0, spec.lastIndexOf("@"));
  return join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
}

/**
 * @typedef {object} ServerOptions
 * @property {string} [home] where user data and extensions are kept; without it a new folder that `stop` removes
 * @property {number} [port] 0, the default, takes a free one
 * @property {boolean} [smokeTest] lets the page run an extension's tests (`?payload=`)
 * @property {boolean} [keep] leave a folder made for this server behind, to look into
 * @property {Readonly<Record<string, string>>} [env] more environment for the server and the extension host
 */

/**
 * @typedef {object} RunningServer
 * @property {string} url the page's address, without a final slash
 * @property {number} port
 * @property {string} home
 * @property {() => string} output all that the server has printed
 * @property {Promise<number | null>} exited
 * @property {() => Promise<void>} stop ends the server and its extension hosts
 * @property {() => Promise<void>} kill ends them without warning, as a crash would; the home stays
 */

/** The folders inside a server's home. */
export const homeFolders = (home) => ({
  userData: join(home, "user-data"),
  extensions: join(home, "extensions"),
  serverData: join(home, "server-data"),
  settings: join(home, "user-data", "User", "settings.json"),
  machineSettings: join(home, "user-data", "Machine", "settings.json"),
});

/**
 * Starts VS Code's server on 127.0.0.1 and resolves when it takes connections; throws with its output if it ends before.
 * @param {ServerOptions} [options]
 * @returns {Promise<RunningServer>}
 */
export async function startServer(options = {}) {
  const { node, serverMain } = await ensureVscode();
  const home = options.home ?? (await newHome());
  const args = [
    ...serverArguments(serverMain, home),
    "--host",
    "127.0.0.1",
    "--port",
    String(options.port ?? 0),
    "--without-connection-token",
  ];
  args.push("--telemetry-level", "off", "--disable-workspace-trust");
  if (options.smokeTest) args.push("--enable-smoke-test-driver");
  const child = startChild(node, args, { stdio: ["ignore", "pipe", "pipe"], env: serverEnvironment(options.env) });
  let output = "";
  const exited = new Promise((resolve) => child.once("close", resolve));
  const port = await new Promise((resolve, reject) => {
    const read = (data) => {
      output += data;
      const ready = /Extension host agent listening on (\d+)/.exec(output);
      if (ready) resolve(Number(ready[1]));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    void exited.then((code) => reject(new Error(`VS Code's server ended with code ${code}:\n${output}`)));
  });
  const stop = async () => {
    await stopChild(child);
    if (!options.home && !options.keep) await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    home,
    output: () => output,
    exited,
    stop,
    kill: () => killChild(child),
  };
}

/**
 * Installs a packaged extension into a home, as a learner would.
 * @param {string} home
 * @param {string} vsix path of the package
 */
export async function installVsix(home, vsix) {
  if (!existsSync(vsix)) throw new Error(`There is no package at ${vsix}.`);
  const { node, serverMain } = await ensureVscode();
  const args = [...serverArguments(serverMain, home), "--install-extension", vsix, "--force"];
  const child = spawn(node, args, { stdio: ["ignore", "pipe", "pipe"], env: serverEnvironment() });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (code !== 0 || !/successfully installed/.test(output))
    throw new Error(`${vsix} could not be installed:\n${output}`);
}

/** A new, empty home under .vscode-test/runs/. */
export async function newHome() {
  const runs = join(testFolder, "runs");
  await mkdir(runs, { recursive: true });
  return mkdtemp(join(runs, "run-"));
}

function serverArguments(serverMain, home) {
  const { userData, extensions, serverData } = homeFolders(home);
  return [
    serverMain,
    "--accept-server-license-terms",
    "--server-data-dir",
    serverData,
    "--user-data-dir",
    userData,
    "--extensions-dir",
    extensions,
  ];
}

/** Our environment without what would change how VS Code runs, as when this is started from a VS Code terminal. */
function serverEnvironment(more = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|NODE_OPTIONS$|ELECTRON_|npm_)/.test(name));
  return { ...Object.fromEntries(kept), ...more };
}
