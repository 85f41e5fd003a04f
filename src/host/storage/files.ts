// The port to a file system, bound to one base folder, and the closed set of what can go wrong with it.
// No vscode here, so that everything above it is tested in plain Node.

/** `other` covers what no action of the learner mends by itself. */
export type FileProblem = "not-found" | "exists" | "disk-full" | "not-allowed" | "unavailable" | "other";

/** A file operation that failed. `message` is one sentence for the learner, starting in lower case. */
export class StorageError extends Error {
  constructor(
    readonly problem: FileProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "StorageError";
  }
}

/** Times are milliseconds since 1970, sizes bytes. */
export interface FileFacts {
  readonly ctime: number;
  readonly mtime: number;
  readonly size: number;
}

/** A name in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
}

/**
 * File operations below one base folder. Paths are relative, `/` separated; "" is the base itself. Every method rejects
 * with a StorageError.
 */
export interface Files {
  read(path: string): Promise<Uint8Array>;
  /** Creates missing folders; replaces what is there, not atomically. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string, overwrite: boolean): Promise<void>;
  /** Deletes a file or an empty folder. */
  delete(path: string): Promise<void>;
  stat(path: string): Promise<FileFacts>;
  list(path: string): Promise<readonly FolderEntry[]>;
}

/** True for a StorageError of that problem. */
export function isProblem(error: unknown, problem: FileProblem): boolean {
  return error instanceof StorageError && error.problem === problem;
}
