// `npm test`: type check, lint and build at once; then unit, in-host, end-to-end and package tests, one after another.
// A failed stage does not stop the others; the last line counts all tests ("N passed, N failed"), the first three
// stages as one each.
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { readHostResults } from "./vscode/hostBundle.mjs";
import { runNode, tool } from "./vscode/stages.mjs";
import { root, testFolder } from "./vscode/versions.mjs";

const script = (name) => join(root, "scripts", name);
const reports = join(testFolder, "reports");
const hostReport = join(reports, "host.json");
const counts = { passed: 0, failed: 0 };
const summary = [];

// As on CI: no `.only`, and a missing snapshot is a failure.
process.env["CI"] ??= "1";
await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

// Each of these runs on one core: together they take half of the time.
await Promise.all([
  stage("type check", () => runNode(script("typecheck.mjs")), one),
  stage("lint", () => runNode(tool("eslint", "bin", "eslint.js"), ["."]), one),
  stage("unused code", () => runNode(tool("knip", "bin", "knip.js"), ["--no-progress"]), one),
  stage("build", () => runNode(join(root, "esbuild.mjs")), one),
]);
await stage(
  "unit",
  () => runNode(tool("vitest", "vitest.mjs"), ["run", ...jsonReport("unit")]),
  () => vitestCounts("unit"),
);
await stage("in-host", () => runNode(script("testHost.mjs"), ["--no-build", "--results", hostReport]), hostCounts);
await stage(
  "end-to-end",
  () => runNode(script("testE2e.mjs"), ["--no-build", ...jsonReport("e2e")]),
  () => vitestCounts("e2e"),
);
await stage(
  "package",
  () => runNode(script("testPackage.mjs"), ["--no-build", ...jsonReport("package")]),
  () => vitestCounts("package"),
);

console.log(`\n${summary.join("\n")}\n`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/**
 * Runs a stage and adds up its tests; one that fails without a failed test, or without any test, counts as one failed.
 * @param {string} name
 * @param {() => Promise<number>} run resolves to the exit code
 * @param {(code: number) => { passed: number, failed: number } | Promise<{ passed: number, failed: number }>} count
 */
async function stage(name, run, count) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const code = await run();
  const { passed, failed } = await count(code);
  const broken = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  counts.passed += passed;
  counts.failed += failed + broken;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const bad = failed + broken;
  summary.push(`${bad > 0 ? "✗" : "✓"} ${name}: ${passed} ok${bad > 0 ? `, ${bad} not` : ""} (${seconds} s)`);
}

function one(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function jsonReport(name) {
  return ["--reporter=default", "--reporter=json", `--outputFile.json=${join(reports, `${name}.json`)}`];
}

async function vitestCounts(name) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(join(reports, `${name}.json`), "utf8"));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

async function hostCounts() {
  const tests = await readHostResults(hostReport);
  const failed = tests.filter(({ error }) => error !== undefined).length;
  return { passed: tests.length - failed, failed };
}
