// The `<question>.other-<date>.md` beside an answer: where two texts were to be a question's answer, the one that does
// not count is kept there. No vscode here.
import { createSecond, findSecond, keepSecond } from "./moveFiles";
import type { SafeFolder } from "./safeFolder";

/** The file that counts, and another version of it; paths relative to the base folder. */
export interface TwoVersions {
  readonly counted: string;
  readonly second: string;
}

/**
 * Lets one of two versions count; the other is kept beside it as `<question>.other-<date>.md`, and its path returned.
 * `date` is `YYYY-MM-DD`. Rejects with a StorageError, with both versions still there. Safe to run again.
 */
export async function keepVersion(
  folder: SafeFolder,
  { counted, second }: TwoVersions,
  keep: "counted" | "second",
  date: string,
): Promise<string | undefined> {
  const [here, there] = await Promise.all([folder.read(counted), folder.read(second)]);
  if (here === undefined || there === undefined) return undefined;
  const other = await keepSecond(folder, counted, keep === "counted" ? there : here, date);
  if (keep === "second") await folder.write(counted, there);
  await folder.remove(second);
  return other;
}

/**
 * Keeps beside `path` what was saved there and another program replaced, as `<question>.other-<date>.md`, and returns
 * that path; undefined where a file beside it holds these bytes already.
 */
export async function keepOverwritten(
  folder: SafeFolder,
  path: string,
  bytes: Uint8Array,
  date: string,
): Promise<string | undefined> {
  if ((await findSecond(folder, path, bytes)) !== undefined) return undefined;
  return createSecond(folder, path, bytes, date);
}
