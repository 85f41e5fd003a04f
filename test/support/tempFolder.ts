// A temporary folder for a test, removed after it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** The absolute path of a new, empty folder. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tutor-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
