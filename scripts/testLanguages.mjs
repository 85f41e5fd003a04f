// `npm run test:languages`: every end-to-end test in every other display language, a file at a time; ends with a table
// of files and languages, and fails where one test did. `--language de` runs one language, `--no-build` packages dist/
// as it is; other arguments are parts of the names of the files to run.
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageExtension } from "./package.mjs";
import { ensureVscode, findBrowser } from "./realVscode.mjs";
import { runNode, tool } from "./vscode/stages.mjs";
import { root, testFolder } from "./vscode/versions.mjs";

const { values, positionals } = parseArgs({
  options: { language: { type: "string", multiple: true }, "no-build": { type: "boolean" } },
  allowPositionals: true,
});
const languages = values.language ?? ["de", "zh-cn"];
const folder = "test/e2e";
const files = (await readdir(join(root, folder)))
  .filter((file) => file.endsWith(".test.ts"))
  .filter((file) => positionals.length === 0 || positionals.some((part) => `${folder}/${file}`.includes(part)));
if (files.length === 0) throw new Error(`No file of ${folder} has ${positionals.join(" or ")} in its name.`);

const [vsix] = await Promise.all([packageExtension({ build: !values["no-build"] }), ensureVscode(), findBrowser()]);
const report = join(testFolder, "reports", "languages.json");
await mkdir(join(testFolder, "reports"), { recursive: true });

const rows = [["file", ...languages]];
for (const file of files) {
  const cells = [];
  for (const language of languages) {
    console.log(`\n── ${file}, ${language}`);
    const { text, failed } = await run(file, language);
    cells.push(text);
    if (failed) process.exitCode = 1;
  }
  rows.push([file, ...cells]);
}
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
console.log(`\n${rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i])).join("  ")).join("\n")}`);

/** Runs a file in a language; a run that fails without a failed test, or without any test, is not ok either. */
async function run(file, language) {
  await rm(report, { force: true });
  const args = ["run", "--config", "vitest.e2e.config.ts", `${folder}/${file}`];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const env = { ROADMAP_TUTOR_VSIX: vsix, TUTOR_E2E_LANGUAGE: language };
  const code = await runNode(tool("vitest", "vitest.mjs"), [...args, ...reporters], { env });
  const { numPassedTests: passed = 0, numFailedTests: counted = 0 } = await readFile(report, "utf8").then(
    (text) => JSON.parse(text),
    () => ({}),
  );
  const failed = counted === 0 && (code !== 0 || passed === 0) ? 1 : counted;
  return { text: failed === 0 ? `${passed} ok` : `${passed} ok, ${failed} NOT`, failed: failed > 0 };
}
