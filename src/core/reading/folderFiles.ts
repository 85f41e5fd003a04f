// Reads a roadmap's folder through whatever file system is at hand: the editor and the command line walk by this one
// code, so that both see the same files. Knows names, not what is in the files.
import { errorMessage } from "../text/errorMessage";
import { isCopiedRoadmapFile, isMarkdownFile, isPassedOver, isRoadmapFile } from "./fileNames";
import { fileFinding } from "./findingList";
import type { Finding } from "../roadmap/roadmap";

/** A text file of a roadmap's folder. */
export interface RoadmapFile {
  /** Relative to the roadmap's folder, `/` separated. */
  readonly path: string;
  readonly text: string;
}

/** An entry of a folder; a link counts as what it leads to. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
  readonly linked: boolean;
}

/** A file system, by paths relative to the roadmap's folder; "" is the folder itself. Both reject on failure. */
export interface FolderReader {
  list(path: string): Promise<readonly FolderEntry[]>;
  /** A file's text; what is not UTF-8 in it becomes U+FFFD. */
  read(path: string): Promise<string>;
  /** Lets others work for a moment; called between files. */
  pause?(): Promise<void>;
}

/** Topics are one folder deep; what lies deeper is read only to say that it is in the wrong place. */
const deepest = 3;
const mostFiles = 20_000;
const atOnce = 64;

/** A file that is read anew, in the place of what is known of it. */
export type ReadFile = RoadmapFile | { readonly path: string; readonly unreadable: Finding };

/**
 * Reads a roadmap's folder. Rejects where the folder itself cannot be listed; a file that cannot be read is a finding.
 */
export async function readFolder(
  reader: FolderReader,
): Promise<{ readonly files: readonly RoadmapFile[]; readonly unreadable: readonly Finding[] }> {
  const read = await readFiles(reader, (await listFiles(reader)).toSorted());
  return {
    files: read.filter((file) => "text" in file),
    unreadable: read.flatMap((file) => ("text" in file ? [] : file.unreadable)),
  };
}

/** Paths of a folder's files that are read. Rejects where the folder itself cannot be listed. */
export function listFiles(reader: FolderReader): Promise<readonly string[]> {
  return walk(reader);
}

/** Names of what lies in one folder. Rejects where it cannot be listed. */
export async function listNames(reader: Pick<FolderReader, "list">, folder: string): Promise<readonly string[]> {
  return (await reader.list(folder)).map(({ name }) => name);
}

/** Reads files; one that cannot be read is a finding. */
export async function readFiles(reader: FolderReader, paths: readonly string[]): Promise<readonly ReadFile[]> {
  const read = async (path: string): Promise<ReadFile> => {
    try {
      return { path, text: await reader.read(path) };
    } catch (error) {
      const message = errorMessage(error);
      return { path, unreadable: fileFinding(path, "file-unreadable", message) };
    }
  };
  const files: ReadFile[] = [];
  for (let i = 0; i < paths.length; i += atOnce)
    files.push(...(await Promise.all(paths.slice(i, i + atOnce).map(read))));
  return files;
}

async function walk(reader: FolderReader): Promise<string[]> {
  const paths: string[] = [];
  const look = async (folder: string, depth: number, linked: boolean): Promise<void> => {
    const entries = await reader.list(folder).catch((error: unknown) => {
      if (folder === "") throw error;
      return [];
    });
    // A folder with a roadmap of its own is another roadmap.
    if (folder !== "" && entries.some(({ name, kind }) => kind === "file" && isRoadmapFile(name))) return;
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (paths.length >= mostFiles) return;
      if (entry.kind === "folder") {
        // Below a linked folder no further one is looked into: links may lead round in circles.
        if (depth < deepest && !linked && !isPassedOver(entry.name)) await look(path, depth + 1, entry.linked);
      } else if (isMarkdownFile(path) || isRoadmapFile(path) || isCopiedRoadmapFile(path)) {
        paths.push(path);
      }
    }
  };
  await look("", 0, false);
  return paths;
}
