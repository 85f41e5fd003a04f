// Reads a roadmap's folder from disk for the command line and the build. Knows files, not what is in them.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  listNames,
  readFolder,
  type FolderEntry,
  type FolderReader,
  type RoadmapFile,
} from "../core/reading/folderFiles";
import type { Finding } from "../core/roadmap/roadmap";

/**
 * The roadmap's own files under a folder, and a finding for each that cannot be read. Throws where the folder cannot be
 * listed.
 */
export async function readRoadmapFolder(folder: string): Promise<RoadmapFile[]> {
  return [...(await readFolder(diskFolder(folder))).files];
}

/** As `readRoadmapFolder`, with a finding for each file that cannot be read. */
export function readFolderWithFindings(
  folder: string,
): Promise<{ readonly files: readonly RoadmapFile[]; readonly unreadable: readonly Finding[] }> {
  return readFolder(diskFolder(folder));
}

/** Names of what lies in a folder of the roadmap. Rejects where it cannot be listed. */
export function namesOnDisk(roadmap: string, folder: string): Promise<readonly string[]> {
  return listNames(diskFolder(roadmap), folder);
}

function diskFolder(folder: string): FolderReader {
  return {
    list: async (path) => {
      const at = join(folder, path);
      const entries = await readdir(at, { withFileTypes: true });
      return Promise.all(
        entries.map(async (entry): Promise<FolderEntry> => {
          const linked = entry.isSymbolicLink();
          const isFolder = linked ? await leadsToFolder(join(at, entry.name)) : entry.isDirectory();
          return { name: entry.name, kind: isFolder ? "folder" : "file", linked };
        }),
      );
    },
    read: (path) => readFile(join(folder, path), "utf8"),
  };
}

async function leadsToFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // A link to nowhere is told of when it is read.
    return false;
  }
}
