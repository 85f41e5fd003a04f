// Runs the same in-host suite in the desktop VS Code through @vscode/test-electron.
// `--executable PATH` uses a VS Code that is there; without it the newest stable one is downloaded. `--no-build`
// takes dist/ as it is.
import { runTests } from "@vscode/test-electron";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { newHome } from "./realVscode.mjs";
import { bundleHostTests, reportHostResults, resultsVariable, userDataVariable } from "./vscode/hostBundle.mjs";
import { runNode } from "./vscode/stages.mjs";
import { root } from "./vscode/versions.mjs";

const { values } = parseArgs({ options: { executable: { type: "string" }, "no-build": { type: "boolean" } } });
if (!values["no-build"] && (await runNode(join(root, "esbuild.mjs"))) !== 0) process.exit(1);
const home = await newHome();
const bundle = join(home, "hostTests.cjs");
const results = join(home, "results.json");
await bundleHostTests(bundle);
const folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-host-"));
let code = 1;
try {
  code = await runTests({
    ...(values.executable ? { vscodeExecutablePath: values.executable } : {}),
    extensionDevelopmentPath: root,
    extensionTestsPath: bundle,
    extensionTestsEnv: { [resultsVariable]: results, [userDataVariable]: join(home, "user-data") },
    launchArgs: [
      folder,
      "--disable-extensions",
      "--disable-workspace-trust",
      "--skip-welcome",
      "--user-data-dir",
      join(home, "user-data"),
    ],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
}
code = await reportHostResults(results, code);
await Promise.all([home, folder].map((path) => rm(path, { recursive: true, force: true, maxRetries: 5 })));
process.exit(code);
