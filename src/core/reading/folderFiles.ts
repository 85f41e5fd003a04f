// Reads a roadmap's folder through whatever file system is at hand: the editor and the command line walk by this one
// code, so that both see the same files. Knows names, not what is in the files.
import { isCopiedRoadmapFile, isMarkdownFile, isPassedOver, isRoadmapFile } from "./fileNames";
import { fileFinding } from "./findingList";
import type { Finding } from "../roadmap";

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
}

/** Topics are one folder deep; what lies deeper is read only to say that it is in the wrong place. */
const deepest = 4;
const mostFiles = 20_000;
const atOnce = 64;

/** Reads a roadmap's folder. Rejects where the folder itself cannot be listed; a file that cannot be read is a finding. */
export async function readFolder(
  reader: FolderReader,
): Promise<{ readonly files: readonly RoadmapFile[]; readonly unreadable: readonly Finding[] }> {
  const paths = await walk(reader);
  const files: RoadmapFile[] = [];
  const unreadable: Finding[] = [];
  const read = async (path: string): Promise<void> => {
    try {
      files.push({ path, text: await reader.read(path) });
    } catch (error) {
      unreadable.push(fileFinding(path, "file-unreadable", error instanceof Error ? error.message : String(error)));
    }
  };
  for (let i = 0; i < paths.length; i += atOnce) await Promise.all(paths.slice(i, i + atOnce).map(read));
  return { files: files.sort(byPath), unreadable: unreadable.sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

function byPath(a: RoadmapFile, b: RoadmapFile): number {
  return a.path < b.path ? -1 : 1;
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
