// Finds roadmap folders in the workspace and reads their files. Works on any file system VS Code knows.
import * as vscode from "vscode";
import { isPassedOver, isRoadmapFile } from "../../core/reading/fileNames";
import type { FolderEntry, FolderReader } from "../../core/reading/folderFiles";
import type { RoadmapFolder } from "../../core/reading/roadmapReader";
import type { LoadModule } from "../lazyModules";

/** How deep below a workspace folder a roadmap may lie: `questions/<roadmap>/roadmap.yaml` is two. */
const deepest = 3;
/** More folders than this are not looked into; a roadmap that lies beyond them can be opened as a folder of its own. */
const mostFolders = 1_000;

/**
 * Folders of the workspace that hold a `roadmap.yaml`, each once and in path order, those that links lead to behind the
 * others; none where no folder is open. Walks the folders
 * itself: file search needs a program that remote and virtual file systems may lack.
 */
export async function findWorkspaceRoadmaps(): Promise<Place[]> {
  const found: Place[] = [];
  let level: readonly Place[] = (vscode.workspace.workspaceFolders ?? []).map((f) => ({
    folder: f.uri,
    linked: false,
  }));
  let left = mostFolders;
  for (let depth = 0; depth <= deepest && level.length > 0 && left > 0; depth++) {
    const looked = await Promise.all(level.slice(0, left).map(lookInto));
    left -= level.length;
    found.push(...looked.filter((l) => l.isRoadmap).map((l) => l.place));
    level = looked.flatMap((l) => (l.isRoadmap ? [] : l.folders));
  }
  // A folder of the workspace may lie in another one.
  const unique = new Map(found.map((place) => [place.folder.toString(), place]));
  return [...unique.values()].sort(
    (a, b) => Number(a.linked) - Number(b.linked) || a.folder.path.localeCompare(b.folder.path),
  );
}

/** A folder, and whether a link leads to it. */
export interface Place {
  readonly folder: vscode.Uri;
  readonly linked: boolean;
}

interface Looked {
  readonly place: Place;
  readonly isRoadmap: boolean;
  readonly folders: readonly Place[];
}

/** Below a linked folder no further one is looked into: links may lead round in circles. */
async function lookInto(place: Place): Promise<Looked> {
  const { folder, linked } = place;
  // A folder that can't be read has no roadmap for us.
  const entries = await listFolder(folder).catch(() => []);
  const isRoadmap = entries.some(({ name, kind }) => kind === "file" && isRoadmapFile(name));
  const folders = linked ? [] : entries.filter(({ name, kind }) => kind === "folder" && !isPassedOver(name));
  return {
    place,
    isRoadmap,
    folders: folders.map((entry) => ({ folder: vscode.Uri.joinPath(folder, entry.name), linked: entry.linked })),
  };
}

async function listFolder(folder: vscode.Uri): Promise<FolderEntry[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  return entries.map(([name, type]) => ({
    name,
    kind: type & vscode.FileType.Directory ? "folder" : "file",
    linked: (type & vscode.FileType.SymbolicLink) !== 0,
  }));
}

/** A roadmap's folder as the reader of roadmaps sees it. */
export function folderReader(folder: vscode.Uri): FolderReader {
  const at = (path: string): vscode.Uri => (path === "" ? folder : vscode.Uri.joinPath(folder, path));
  const decoder = new TextDecoder();
  return {
    list: (path) => listFolder(at(path)),
    read: async (path) => decoder.decode(await vscode.workspace.fs.readFile(at(path))),
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  };
}

/** A roadmap's folder to be read as `check` does. */
export async function openRoadmapFolder(folder: vscode.Uri, load: LoadModule): Promise<RoadmapFolder> {
  const { RoadmapFolder: Folder } = await load("roadmapReader");
  return new Folder(folderReader(folder));
}
