// Finds roadmap folders in the workspace and reads their files. Works on any file system VS Code knows.
import * as vscode from "vscode";
import type { RoadmapFile } from "../../core/reading/roadmapReader";
import type { Problem, Roadmap } from "../../core/roadmap";
import type { LoadModule } from "../lazyModules";

/** How deep below a workspace folder a roadmap may lie: `questions/<roadmap>/roadmap.yaml` is two. */
const deepest = 3;
/** More folders than this are not looked into; a roadmap that lies beyond them can be opened as a folder of its own. */
const mostFolders = 1_000;
/** Files read at the same time. */
const atOnce = 64;

/** Folders of the workspace that hold a `roadmap.yaml`, in path order; none where no folder is open. Walks the folders itself: file search needs a program that remote and virtual file systems may lack. */
export async function findWorkspaceRoadmaps(): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  let level = (vscode.workspace.workspaceFolders ?? []).map((f) => f.uri);
  let left = mostFolders;
  for (let depth = 0; depth <= deepest && level.length > 0 && left > 0; depth++) {
    const looked = await Promise.all(level.slice(0, left).map(lookInto));
    left -= level.length;
    found.push(...looked.filter((l) => l.isRoadmap).map((l) => l.folder));
    level = looked.flatMap((l) => (l.isRoadmap ? [] : l.folders));
  }
  return found.sort((a, b) => a.path.localeCompare(b.path));
}

async function lookInto(
  folder: vscode.Uri,
): Promise<{ readonly folder: vscode.Uri; readonly isRoadmap: boolean; readonly folders: readonly vscode.Uri[] }> {
  let entries: [string, vscode.FileType][];
  try {
    entries = await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // A folder that can't be read has no roadmap for us.
    entries = [];
  }
  const isRoadmap = entries.some(([name, type]) => name === "roadmap.yaml" && (type & vscode.FileType.File) !== 0);
  // Links are left out: they may lead round in circles.
  const folders = entries
    .filter(([name, type]) => type === vscode.FileType.Directory && !name.startsWith(".") && name !== "node_modules")
    .map(([name]) => vscode.Uri.joinPath(folder, name));
  return { folder, isRoadmap, folders };
}

/** Reads `roadmap.yaml` and `<topic>/*.md` below `folder`. A file that can't be read becomes a problem of its own. */
export async function readRoadmapFolder(
  folder: vscode.Uri,
  load: LoadModule,
): Promise<{ readonly roadmap: Roadmap | undefined; readonly problems: readonly Problem[] }> {
  const unreadable: Problem[] = [];
  const read = async (path: string): Promise<RoadmapFile | undefined> => {
    try {
      return {
        path,
        text: new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path))),
      };
    } catch (error) {
      unreadable.push({ file: path, line: 1, message: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  };
  const paths = ["roadmap.yaml"];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    if (!(type & vscode.FileType.Directory) || name.startsWith(".")) continue;
    for (const [file] of await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, name))) {
      if (file.endsWith(".md")) paths.push(`${name}/${file}`);
    }
  }
  const files: RoadmapFile[] = [];
  for (let i = 0; i < paths.length; i += atOnce)
    files.push(...(await Promise.all(paths.slice(i, i + atOnce).map(read))).filter((f) => f !== undefined));
  const { readRoadmap } = await load("roadmapReader");
  const { roadmap, problems } = readRoadmap(files);
  return { roadmap, problems: [...unreadable, ...problems] };
}
