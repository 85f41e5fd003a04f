// Runs the in-host suite with mocha inside the extension host, and writes its results to a file.
// It does not know which program the host belongs to: the desktop or the server.
import Mocha from "mocha";
import { renameSync, writeFileSync } from "node:fs";

interface Result {
  readonly title: string;
  readonly error?: string;
}

/** Prints nothing: the results go to a file. */
const silent = function (): void {
  // Nothing to listen for.
} as unknown as typeof Mocha.reporters.Base;

/** Loads the tests through `load` and runs them; rejects if any fails, or if there is none. */
export async function runTests(load: () => void): Promise<void> {
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 30_000,
    forbidOnly: process.env["CI"] !== undefined,
    reporter: silent,
  });
  mocha.suite.emit("pre-require", globalThis as unknown as Mocha.MochaGlobals, "", mocha);
  load();
  const results: Result[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on("pass", (test) => results.push({ title: test.fullTitle() }));
    runner.on("fail", (test, error: Error) =>
      results.push({ title: test.fullTitle(), error: error.stack ?? String(error) }),
    );
  });
  writeResults(results);
  if (failures > 0 || results.length === 0) throw new Error(`${failures} of ${results.length} in-host tests failed.`);
}

function writeResults(results: readonly Result[]): void {
  const path = process.env["ROADMAP_TUTOR_HOST_RESULTS"];
  if (path === undefined) return;
  writeFileSync(`${path}.part`, JSON.stringify(results));
  renameSync(`${path}.part`, path);
}
