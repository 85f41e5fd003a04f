// What an author imports from: files, or a folder of notes with those below it, read as text. What is too long, or of
// another kind, is not read.
import * as vscode from "vscode";
import { importFormat, type ImportFile, type LeftOut } from "../../core/importing/foundQuestion";
import { fileName, isMarkdownFile, isPassedOver } from "../../core/reading/fileNames";
import { showQuickPick } from "../shown";

/** Bytes; a longer file holds no list of questions. */
const longestFile = 5_000_000;
const mostFiles = 2_000;
/** Folders below the chosen one are looked into this deep. */
const deepest = 8;

/** Texts to look for questions in, and files that were not read. */
export interface ImportSources {
  readonly files: readonly ImportFile[];
  readonly leftOut: readonly LeftOut[];
}

/** Asks what to import; undefined where the author gave up. */
export async function chooseSources(): Promise<readonly vscode.Uri[] | undefined> {
  // On most systems one dialog offers either files or folders.
  const kinds = [
    {
      label: vscode.l10n.t("Files…"),
      description: vscode.l10n.t("Markdown, a table (.csv, .tsv) or GIFT"),
      folder: false,
    },
    { label: vscode.l10n.t("A folder of notes…"), description: vscode.l10n.t("with the folders in it"), folder: true },
  ];
  const kind = await showQuickPick(kinds, { placeHolder: vscode.l10n.t("Import questions from…") });
  if (!kind) return undefined;
  const options = { canSelectFiles: !kind.folder, canSelectFolders: kind.folder, canSelectMany: !kind.folder };
  return vscode.window.showOpenDialog({ ...options, openLabel: vscode.l10n.t("Look for questions") });
}

/** Reads files and folders. Rejects where one that was chosen cannot be read. */
export async function readSources(chosen: readonly vscode.Uri[]): Promise<ImportSources> {
  const reader = new SourceReader();
  for (const uri of chosen) {
    const { type } = await vscode.workspace.fs.stat(uri);
    const name = fileName(uri.path);
    if (type & vscode.FileType.Directory) await reader.folder(uri, name, 0);
    else await reader.file(uri, name);
  }
  return reader;
}

class SourceReader implements ImportSources {
  readonly files: ImportFile[] = [];
  readonly leftOut: LeftOut[] = [];
  private readonly decoder = new TextDecoder();

  async file(uri: vscode.Uri, path: string): Promise<void> {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > longestFile) this.leaveOut(path, vscode.l10n.t("This file is longer than 5 MB."));
    else this.files.push({ path, text: this.decoder.decode(await vscode.workspace.fs.readFile(uri)) });
  }

  async folder(uri: vscode.Uri, path: string, depth: number): Promise<void> {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    for (const [name, type] of entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      if (isPassedOver(name)) continue;
      const inside = `${path}/${name}`;
      const isFolder = (type & vscode.FileType.Directory) !== 0;
      if (!isFolder && !isNotes(name)) continue;
      if (this.files.length >= mostFiles) {
        this.leaveOut(inside, vscode.l10n.t("More than {0} files: import the rest by itself.", mostFiles));
        return;
      }
      const at = vscode.Uri.joinPath(uri, name);
      if (!isFolder) await this.file(at, inside);
      // Links may lead round in circles.
      else if (depth < deepest && (type & vscode.FileType.SymbolicLink) === 0) await this.folder(at, inside, depth + 1);
      else this.leaveOut(inside, vscode.l10n.t("This folder was not looked into: choose it by itself."));
    }
  }

  private leaveOut(file: string, why: string): void {
    this.leftOut.push({ file, line: 1, why });
  }
}

function isNotes(name: string): boolean {
  return isMarkdownFile(name) || ["table", "gift"].includes(importFormat(name) ?? "");
}
