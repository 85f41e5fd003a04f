// Reads a roadmap's folder from disk for the command line and the build. Knows files, not what is in them.
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { roadmapFileName, type RoadmapFile } from "../core/reading/roadmapReader";

const ignoredFolders = /^(?:\.|node_modules$)/;

/**
 * The roadmap.yaml and Markdown files under a folder. Throws where the folder cannot be listed or a file cannot be
 * read.
 */
export async function readRoadmapFolder(folder: string): Promise<RoadmapFile[]> {
  const files: RoadmapFile[] = [];
  const walk = async (at: string): Promise<void> => {
    const entries = await readdir(at, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (!ignoredFolders.test(entry.name)) await walk(path);
      } else if (/\.md$/i.test(entry.name) || path === join(folder, roadmapFileName)) {
        files.push({ path: relative(folder, path).split(sep).join("/"), text: await readFile(path, "utf8") });
      }
    }
  };
  await walk(folder);
  return files;
}
