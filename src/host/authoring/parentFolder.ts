// Where a new roadmap's folder goes, and what has to happen where that is in no open folder.
import * as vscode from "vscode";
import { baseName } from "../../core/reading/fileNames";
import { showInformationMessage } from "../shown";

/** Names in a folder without their endings; none where it is not there yet. */
export async function namesIn(folder: vscode.Uri): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => baseName(name));
  } catch {
    return [];
  }
}

/** Where the new roadmap's folder goes; without a workspace the author picks a folder. */
export async function parentFolder(openLabel: string): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel,
  });
  return picked?.[0];
}

/** A roadmap counts in an open folder only, and opening one starts VS Code anew: the author is asked. */
export async function openOutside(parent: vscode.Uri, folder: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t("Open the folder");
  const message = vscode.l10n.t("The roadmap is in {0}. Open its folder to go on.", folder.fsPath);
  if ((await showInformationMessage(message, open)) === open)
    await vscode.commands.executeCommand("vscode.openFolder", parent);
}
