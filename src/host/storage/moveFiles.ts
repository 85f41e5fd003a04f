// Moving answers, attempts and amendments from one base folder to another without losing a byte: copy all, read back,
// and only
// then delete what is proven to stand in the other place. Safe to kill at any step and to run again. No vscode here.
import { parseAnswerDocument, isBlank } from "../../core/answer/answer";
import { isPicturePath } from "../../core/roadmap/pictureNames";
import { fileName, folderOf } from "../../core/reading/fileNames";
import { decodeText } from "./answerBytes";
import { mapParallel } from "./parallel";
import { readRecordName } from "./recordNames";
import type { SafeFolder } from "./safeFolder";
import { sameBytes } from "./sameBytes";

/** A roadmap's folder, and those that pictures may lie in. */
const deepestPicture = 5;

/** What copying came to. Paths are relative to the base folders. */
export interface CopyReport {
  /** Source files that stand in the target byte for byte, under which name. */
  readonly verified: readonly { readonly from: string; readonly to: string }[];
  /** Answers that differed in the two places: the older one is kept under this name. */
  readonly keptBoth: readonly string[];
  /** Source files that could not be reconciled with the target; they stay where they are. */
  readonly unsure: readonly string[];
}

/**
 * Copies every answer, attempt and amendment. Rejects with a StorageError at the first failure (the source is untouched
 * then). `date` is `YYYY-MM-DD`, for the names of second answers.
 */
export async function copyAll(from: SafeFolder, to: SafeFolder, date: string): Promise<CopyReport> {
  const verified: { from: string; to: string }[] = [];
  const keptBoth: string[] = [];
  const unsure: string[] = [];
  await mapParallel(
    await filesToMove(from),
    async (path) => {
      const bytes = await from.read(path);
      if (bytes === undefined) return;
      const copied =
        path.startsWith("answers/") && path.endsWith(".md")
          ? await copyAnswer(from, to, path, bytes, date)
          : await copyRecord(to, path, bytes);
      if (copied === undefined || !sameBytes(await to.readStanding(copied.to), bytes)) {
        unsure.push(path);
        return;
      }
      verified.push({ from: path, to: copied.to });
      if (copied.keptBoth !== undefined) keptBoth.push(copied.keptBoth);
    },
    8,
  );
  return { verified, keptBoth: keptBoth.sort(), unsure: unsure.sort() };
}

/**
 * Deletes the verified source files that still equal their copy at this moment; returns those left behind. Never
 * rejects.
 */
export async function deleteCopied(
  from: SafeFolder,
  to: SafeFolder,
  verified: CopyReport["verified"],
): Promise<string[]> {
  const left: string[] = [];
  await mapParallel(verified, async ({ from: path, to: copy }) => {
    try {
      const [original, copied] = await Promise.all([from.read(path), to.readStanding(copy)]);
      if (original === undefined) return;
      if (sameBytes(copied, original)) await from.remove(path);
      else left.push(path);
    } catch {
      left.push(path);
    }
  });
  await removeEmptyFolders(from, new Set(verified.map((file) => file.from)));
  return left.sort();
}

/**
 * Every answer, picture beside one, attempt and amendment below a base folder, by relative path. What else the learner
 * put beside them is not ours to move.
 */
export async function filesToMove(folder: SafeFolder): Promise<string[]> {
  const answers = (await allBelow(folder, "answers", deepestPicture)).filter(isAnswerOrPicture);
  const records = [...(await filesBelow(folder, "attempts", 2)), ...(await filesBelow(folder, "amendments", 2))];
  const ours = records.filter((path) => readRecordName(fileName(path)) !== undefined);
  return [...answers, ...ours];
}

/** `answers/<roadmap>/<question>.md`, or a picture in that folder or below it. */
function isAnswerOrPicture(path: string): boolean {
  const [, , ...inside] = path.split("/");
  return (inside.length === 1 && path.endsWith(".md")) || isPicturePath(inside.join("/"));
}

/** Every file below a folder, `depth` folders deep at most. */
async function allBelow(folder: SafeFolder, path: string, depth: number): Promise<string[]> {
  const entries = await folder.list(path);
  const files = entries.filter(({ kind }) => kind === "file").map(({ name }) => `${path}/${name}`);
  const folders = depth > 0 ? entries.filter(({ kind }) => kind === "folder") : [];
  const lists = await mapParallel(folders, ({ name }) => allBelow(folder, `${path}/${name}`, depth - 1));
  return [...files, ...lists.flat()];
}

async function filesBelow(folder: SafeFolder, path: string, depth: number): Promise<string[]> {
  const wanted = depth === 0 ? "file" : "folder";
  const names = (await folder.list(path))
    .filter((entry) => entry.kind === wanted)
    .map((entry) => `${path}/${entry.name}`);
  return depth === 0 ? names : (await mapParallel(names, (name) => filesBelow(folder, name, depth - 1))).flat();
}

interface Copied {
  readonly to: string;
  readonly keptBoth?: string;
}

async function copyRecord(to: SafeFolder, path: string, bytes: Uint8Array): Promise<Copied | undefined> {
  if (await to.create(path, bytes)) return { to: path };
  return sameBytes(await to.readStanding(path), bytes) ? { to: path } : undefined;
}

/**
 * Two different answers: the newer one gets the question's name, the older one a name of its own. One that is blank
 * gives way.
 */
async function copyAnswer(
  from: SafeFolder,
  to: SafeFolder,
  path: string,
  bytes: Uint8Array,
  date: string,
): Promise<Copied> {
  const there = await to.read(path);
  if (there === undefined || sameBytes(there, bytes)) {
    if (!sameBytes(await to.readStanding(path), bytes)) await to.write(path, bytes);
    return { to: path };
  }
  const [here, other] = await Promise.all([from.stat(path), to.stat(path)]);
  const newer = !isBlankDocument(bytes) && (isBlankDocument(there) || (here?.mtime ?? 0) > (other?.mtime ?? 0));
  const second = await keepSecond(to, path, newer ? there : bytes, date);
  if (newer) await to.write(path, bytes);
  const report = isBlankDocument(newer ? there : bytes) ? {} : { keptBoth: second };
  return { to: newer ? path : second, ...report };
}

/** Writes `<question>.other-<date>.md`, or finds the one that holds these bytes already. */
export async function keepSecond(to: SafeFolder, path: string, bytes: Uint8Array, date: string): Promise<string> {
  return (await findSecond(to, path, bytes)) ?? createSecond(to, path, bytes, date);
}

/** Writes `<question>.other-<date>.md`, with a number behind the date where there are some. */
export async function createSecond(to: SafeFolder, path: string, bytes: Uint8Array, date: string): Promise<string> {
  const folder = folderOf(path);
  for (let count = 1; ; count += 1) {
    const name = `${folder}/${stemOf(path)}.other-${date}${count === 1 ? "" : `-${String(count)}`}.md`;
    if (await to.create(name, bytes)) return name;
  }
}

/** The path of a version kept beside `path` that holds these bytes. */
export async function findSecond(to: SafeFolder, path: string, bytes: Uint8Array): Promise<string | undefined> {
  const folder = folderOf(path);
  for (const { name } of await to.list(folder)) {
    const candidate = `${folder}/${name}`;
    if (name.startsWith(`${stemOf(path)}.other-`) && sameBytes(await to.readStanding(candidate), bytes))
      return candidate;
  }
  return undefined;
}

function stemOf(path: string): string {
  return fileName(path).replace(/\.[^.]*$/, "");
}

async function removeEmptyFolders(folder: SafeFolder, paths: ReadonlySet<string>): Promise<void> {
  const parents = new Set<string>();
  for (const path of paths)
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) parents.add(path.slice(0, at));
  // Deepest first. A folder that still holds something refuses, and should.
  for (const parent of [...parents].sort((a, b) => b.length - a.length)) {
    const entries = await folder.files.list(parent).catch(() => undefined);
    if (entries?.length === 0) await folder.remove(parent).catch(() => undefined);
  }
}

function isBlankDocument(bytes: Uint8Array): boolean {
  const parsed = parseAnswerDocument(decodeText(bytes));
  return parsed.kind === "answer" && isBlank(parsed.answer);
}
