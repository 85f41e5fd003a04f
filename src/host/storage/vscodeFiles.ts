// The file port over vscode.workspace.fs, and the wording of what can go wrong. Works in desktop, remote and web.
import * as vscode from "vscode";
import { errorMessage } from "../../core/text/errorMessage";
import { StorageError, type FileFacts, type FileProblem, type Files, type FolderEntry } from "./files";

/** Files below `base`, through whatever file system its scheme has. */
export class VscodeFiles implements Files {
  constructor(readonly base: vscode.Uri) {}

  read(path: string): Promise<Uint8Array> {
    return attempt(vscode.workspace.fs.readFile(this.uri(path)));
  }

  write(path: string, bytes: Uint8Array): Promise<void> {
    return attempt(vscode.workspace.fs.writeFile(this.uri(path), bytes));
  }

  rename(from: string, to: string, overwrite: boolean): Promise<void> {
    return attempt(vscode.workspace.fs.rename(this.uri(from), this.uri(to), { overwrite }));
  }

  delete(path: string): Promise<void> {
    return attempt(vscode.workspace.fs.delete(this.uri(path), { recursive: false, useTrash: false }));
  }

  async stat(path: string): Promise<FileFacts> {
    const { ctime, mtime, size } = await attempt(vscode.workspace.fs.stat(this.uri(path)));
    return { ctime, mtime, size };
  }

  async list(path: string): Promise<readonly FolderEntry[]> {
    const entries = await attempt(vscode.workspace.fs.readDirectory(this.uri(path)));
    return entries.map(([name, type]) => ({ name, kind: type & vscode.FileType.Directory ? "folder" : "file" }));
  }

  /** The URI of a path below the base. */
  uri(path: string): vscode.Uri {
    return path === "" ? this.base : vscode.Uri.joinPath(this.base, path);
  }
}

/** Any error of a file system as a StorageError that says what happened and what to do. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const detail = errorMessage(error).replace(/^Error: /, "");
  const problem = problemOf(error, detail);
  return new StorageError(problem, wording(problem, detail), { cause: error });
}

/** A StorageError as the error that a FileSystemProvider must throw. */
export function toFileSystemError(error: unknown, uri: vscode.Uri): vscode.FileSystemError {
  if (error instanceof vscode.FileSystemError) return error;
  const { problem, message } = toStorageError(error);
  switch (problem) {
    case "not-found":
      return vscode.FileSystemError.FileNotFound(uri);
    case "exists":
      return vscode.FileSystemError.FileExists(uri);
    case "not-allowed":
      return vscode.FileSystemError.NoPermissions(message);
    case "disk-full":
    case "unavailable":
    case "other":
      return vscode.FileSystemError.Unavailable(message);
  }
}

async function attempt<T>(operation: Thenable<T>): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    throw toStorageError(error);
  }
}

function problemOf(error: unknown, detail: string): FileProblem {
  if (/ENOSPC|EDQUOT|no space left|quota/i.test(detail)) return "disk-full";
  const code = error instanceof vscode.FileSystemError ? error.code : "";
  if (code === "FileNotFound" || /ENOENT/.test(detail)) return "not-found";
  if (code === "FileExists" || /EEXIST/.test(detail)) return "exists";
  if (code === "NoPermissions" || /EROFS|EACCES|EPERM|read-?only/i.test(detail)) return "not-allowed";
  return code === "Unavailable" ? "unavailable" : "other";
}

function wording(problem: FileProblem, detail: string): string {
  switch (problem) {
    case "not-found":
      return vscode.l10n.t("the file or folder is not there ({0}).", detail);
    case "exists":
      return vscode.l10n.t("a file of that name is there already ({0}).", detail);
    case "disk-full":
      return vscode.l10n.t("the disk is full. Free some space, then try again.");
    case "not-allowed":
      return vscode.l10n.t("writing there is not allowed ({0}).", detail);
    case "unavailable":
      return vscode.l10n.t("the storage cannot be reached just now ({0}).", detail);
    case "other":
      return detail;
  }
}
