// Finds roadmap folders in the workspace and reads their files. Works on any file system VS Code knows.
import * as vscode from "vscode";
import type { Problem, Roadmap } from "../../core/roadmap";
import type { LoadModule } from "../lazyModules";

/** More roadmaps than this in one workspace are left out; a workspace of thousands is a mistake, not a library. */
const mostRoadmaps = 50;

/** Folders of the workspace that hold a `roadmap.yaml`, in path order; none where no folder is open. */
export async function findWorkspaceRoadmaps(): Promise<vscode.Uri[]> {
  if (!vscode.workspace.workspaceFolders?.length) return [];
  const files = await vscode.workspace.findFiles("**/roadmap.yaml", "**/node_modules/**", mostRoadmaps);
  return files.map((file) => vscode.Uri.joinPath(file, "..")).sort((a, b) => a.path.localeCompare(b.path));
}

/** Reads `roadmap.yaml` and `<topic>/*.md` below `folder`. A file that can't be read becomes a problem of its own. */
export async function readRoadmapFolder(folder: vscode.Uri, load: LoadModule): Promise<{ readonly roadmap: Roadmap | undefined; readonly problems: readonly Problem[] }> {
  const unreadable: Problem[] = [];
  const read = async (path: string): Promise<{ path: string; text: string } | undefined> => {
    try {
      return { path, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path))) };
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
  const files = (await Promise.all(paths.map(read))).filter((f) => f !== undefined);
  const { readRoadmap } = await load("roadmapReader");
  const { roadmap, problems } = readRoadmap(files);
  return { roadmap, problems: [...unreadable, ...problems] };
}
