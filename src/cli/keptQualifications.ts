// Where the command line keeps what it found out about models: one file of the user's, shared by `qualify` and `grade`.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { withQualification, type StoredQualification } from "../grading/qualification/stored";
import { readQualifications } from "../grading/qualification/storedReader";

/** The file where none is named: in the user's cache folder. */
export function defaultQualificationsFile(env: NodeJS.ProcessEnv = process.env): string {
  const cache = env["XDG_CACHE_HOME"] || env["LOCALAPPDATA"] || join(homedir(), ".cache");
  return join(cache, "roadmap-tutor", "qualifications.json");
}

/** All kept results; none where the file is missing or no such file. */
export async function readKept(file: string): Promise<StoredQualification[]> {
  try {
    return readQualifications(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return [];
  }
}

/** Keeps one result beside the others; written beside and renamed, so that a stop in the middle loses nothing. */
export async function keep(file: string, one: StoredQualification): Promise<void> {
  const all = withQualification(await readKept(file), one);
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${String(process.pid)}`;
  await writeFile(beside, `${JSON.stringify(all, undefined, 1)}\n`);
  await rename(beside, file);
}
