// Which folder answers and attempts lie in: VS Code's own storage, or the one that tutor.studyFolder names.
import * as vscode from "vscode";

/**
 * The folder that a `tutor.studyFolder` value names: an absolute path or `~/…` on the machine that runs the extension,
 * or a URI. Undefined for anything else. `home` is that machine's home folder.
 */
export function studyFolderUri(setting: string, home: string | undefined): vscode.Uri | undefined {
  const path = setting.trim().replace(/^~(?=$|[/\\])/, home ?? "~");
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return vscode.Uri.parse(path, true);
  return /^(?:\/|\\\\|[a-z]:[/\\])/i.test(path) ? vscode.Uri.file(path) : undefined;
}

/** The value of `tutor.studyFolder` for a folder: a plain path where that is enough. */
export function studyFolderSetting(folder: vscode.Uri): string {
  return folder.scheme === "file" ? folder.fsPath : folder.toString();
}

/** The home folder of the machine that runs the extension; undefined in a browser. */
export function homeFolder(): string | undefined {
  const environment: Record<string, string | undefined> = "process" in globalThis ? globalThis.process.env : {};
  return environment["HOME"] ?? environment["USERPROFILE"];
}
