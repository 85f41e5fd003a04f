// Runs the in-host suite inside the extension host of a real VS Code, in a browser without a screen.
// `--no-build` takes dist/ as it is; `--results PATH` keeps the results as JSON.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { homeFolders, launchBrowser, newHome, startServer } from "./realVscode.mjs";
import { bundleHostTests, reportHostResults, resultsVariable, userDataVariable } from "./vscode/hostBundle.mjs";
import { quietSettings, writeSettings } from "./vscode/settings.mjs";
import { runNode } from "./vscode/stages.mjs";
import { root } from "./vscode/versions.mjs";

/** A suite that takes longer than this (ms) hangs. */
const longest = 300_000;

const { values } = parseArgs({ options: { "no-build": { type: "boolean" }, results: { type: "string" } } });
if (!values["no-build"] && (await runNode(join(root, "esbuild.mjs"))) !== 0) process.exit(1);
const home = await newHome();
const bundle = join(home, "hostTests.cjs");
const results = values.results ?? join(home, "results.json");
await bundleHostTests(bundle);
const folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-host-"));
await writeSettings(homeFolders(home).settings, quietSettings);
const [server, browser] = await Promise.all([
  startServer({
    home,
    smokeTest: true,
    env: { [resultsVariable]: results, [userDataVariable]: homeFolders(home).userData },
  }),
  launchBrowser(),
]);
const log = [];
let code = 1;
try {
  const page = await browser.newPage();
  const ended = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`The suite did not end within ${longest / 1000} s.`)), longest).unref();
    page.once("crash", () => reject(new Error("The page crashed.")));
    void page.exposeFunction("codeAutomationExit", resolve);
    void page.exposeFunction("codeAutomationLog", (type, args) => log.push(`${type}: ${args.join(" ")}`));
  });
  await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}&payload=${payload(server.port, bundle)}`);
  code = Number(await ended);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await browser.close();
  await server.stop();
}
code = await reportHostResults(results, code);
if (code !== 0) console.error([...log, server.output()].join("\n"));
await Promise.all([home, folder].map((path) => rm(path, { recursive: true, force: true, maxRetries: 5 })));
process.exit(code);

/** What tells the page which extension to load from source, and which tests to run in it. */
function payload(port, tests) {
  const remote = (path) =>
    `vscode-remote://127.0.0.1:${port}${path.startsWith("/") ? "" : "/"}${path.replaceAll("\\", "/")}`;
  const pairs = [
    ["extensionDevelopmentPath", remote(root)],
    ["extensionTestsPath", remote(tests)],
    ["skipWelcome", "true"],
  ];
  return encodeURIComponent(JSON.stringify(pairs));
}
