// What file watchers told since the workspace's roadmaps were last read, put in order: which folders, which files.
// Pure.
import { isCopiedRoadmapFile, isMarkdownFile, isRoadmapFile } from "../../core/reading/fileNames";
import type { FolderChanges } from "../../core/reading/roadmapReader";

/** What became of a file or folder. */
export type WatchedEvent = "changed" | "created" | "deleted";

/** What may be another than at the last reading; paths are URI texts. */
export class WorkspaceChanges {
  private everything = false;
  private readonly byFolder = new Map<string, { readonly files: Set<string>; listed: boolean }>();

  /** Whether roadmaps may have come or gone, so that all are to be looked for. */
  get all(): boolean {
    return this.everything;
  }

  /** The folders of the workspace changed: nothing that was read counts. */
  addAll(): void {
    this.everything = true;
  }

  /** Takes down one event; false where it concerns no roadmap. `folders` are those of the roadmaps that are known. */
  add(uri: string, event: WatchedEvent, folders: readonly string[]): boolean {
    const owner = folders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
    // That a folder changed is told besides what changed in it.
    const holds = event !== "changed" && folders.some((folder) => folder === uri || folder.startsWith(`${uri}/`));
    const isRoadmap = isRoadmapFile(decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1)));
    // A deleted folder is told of alone, without its files.
    if (holds || (isRoadmap && (owner === undefined || event !== "changed"))) {
      this.everything = true;
      return true;
    }
    if (owner === undefined) return false;
    const path = decodeURIComponent(uri.slice(owner.length + 1));
    if (isOfNoMatter(path, event)) return false;
    const known = this.byFolder.get(owner) ?? { files: new Set<string>(), listed: false };
    this.byFolder.set(owner, known);
    known.files.add(path);
    if (event !== "changed") known.listed = true;
    return true;
  }

  /** What changed in one roadmap's folder; undefined where nothing did. */
  of(folder: string): FolderChanges | undefined {
    const known = this.byFolder.get(folder);
    return known && { files: [...known.files], listed: known.listed };
  }
}

/** What Git keeps; and what a file says that is not read: of a picture it only matters whether it is there. */
function isOfNoMatter(path: string, event: WatchedEvent): boolean {
  if (path === ".git" || path.startsWith(".git/")) return true;
  const isRead = isMarkdownFile(path) || isRoadmapFile(path) || isCopiedRoadmapFile(path);
  return event === "changed" && !isRead;
}
