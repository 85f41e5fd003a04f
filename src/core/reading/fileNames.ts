// What the names of files say: which make a folder a roadmap, which may be questions, which are left alone.
// Small, since the extension needs it before it reads anything.

/** The file that makes a folder a roadmap, as it is called in messages. */
export const roadmapFileName = "roadmap.yaml";

const roadmapName = /^roadmap\.ya?ml$/i;
const copiedRoadmapName = /^(?:copy of )?roadmap(?![a-z]).*\.ya?ml$/i;
const markdownName = /\.(?:md|markdown)$/i;
/** Files that projects keep beside their content, in any case of letters. */
const projectFile =
  /^(?:readme|contributing|changelog|license|licence|code[-_]of[-_]conduct|security|authors|index)\b/i;
const passedOver = /^(?:[._~]|node_modules$)/;

/** Whether a file's name makes its folder a roadmap. */
export function isRoadmapFile(name: string): boolean {
  return roadmapName.test(name);
}

/** Whether a name is that of a copy of roadmap.yaml, as file synchronisation leaves them. */
export function isCopiedRoadmapFile(path: string): boolean {
  return !path.includes("/") && !roadmapName.test(path) && copiedRoadmapName.test(path);
}

/** Whether a path may be that of a question. */
export function isMarkdownFile(path: string): boolean {
  const name = fileName(path);
  return markdownName.test(name) && !projectFile.test(name) && !passedOver.test(name);
}

/** Whether a file or folder of that name is left alone: hidden ones, drafts that begin with _, locks that do with ~. */
export function isPassedOver(name: string): boolean {
  return passedOver.test(name);
}

/** A path without its folder. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder of a path; empty for a file that lies in none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** A path without folder and ending. */
export function baseName(path: string): string {
  return fileName(path).replace(markdownName, "");
}

/** The file that is read as roadmap.yaml: of several the one called so. */
export function roadmapFileOf(paths: readonly string[]): string | undefined {
  const found = paths.filter(isRoadmapFile);
  return found.find((path) => path === roadmapFileName) ?? found[0];
}
