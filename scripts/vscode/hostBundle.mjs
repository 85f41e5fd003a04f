// Bundles the in-host suite into one file whose `run()` a real extension host calls, and reads what it reported.
import { build } from "esbuild";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./versions.mjs";

/** Where the suite writes its results, told to it through this variable of the environment. */
export const resultsVariable = "ROADMAP_TUTOR_HOST_RESULTS";

/** Where VS Code keeps its user data in a run, told to the suite likewise. */
export const userDataVariable = "ROADMAP_TUTOR_HOST_USER_DATA";

/**
 * Bundles test/host/**\/*.test.ts.
 * @param {string} bundle the file to write; mocha is found from where it lies, so it must be inside the repository
 */
export async function bundleHostTests(bundle) {
  const folder = join(root, "test", "host");
  const tests = (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => file.replaceAll("\\", "/"));
  if (tests.length === 0) throw new Error("There is no test in test/host.");
  const loads = tests.sort().map((file) => `require("./${file}");`);
  const run = `export const run = () => runTests(() => { ${loads.join(" ")} });`;
  const contents = `import { runTests } from "./runTests";\n${run}\n`;
  await build({
    stdin: { contents, resolveDir: folder, loader: "ts", sourcefile: "hostTests.ts" },
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: "inline",
    logLevel: "warning",
    external: ["vscode", "mocha"],
  });
}

/** @typedef {{ readonly title: string, readonly error?: string }} HostTest */

/**
 * The results of a run, or none if the suite did not get so far.
 * @param {string} path
 * @returns {Promise<readonly HostTest[]>}
 */
export async function readHostResults(path) {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return [];
  }
}

/**
 * Prints each test and the count; resolves to the exit code.
 * @param {string} path the results file
 * @param {number} exitCode what the run itself ended with
 */
export async function reportHostResults(path, exitCode) {
  const tests = await readHostResults(path);
  for (const { title, error } of tests)
    console.log(error === undefined ? `  ✓ ${title}` : `  ✗ ${title}\n${error.replaceAll(/^/gm, "      ")}`);
  const failed = tests.filter(({ error }) => error !== undefined).length;
  console.log(`  ${tests.length} in-host tests, ${failed} of them failed`);
  if (tests.length === 0) console.error("No in-host test ran.");
  return tests.length === 0 || failed > 0 ? 1 : exitCode;
}
