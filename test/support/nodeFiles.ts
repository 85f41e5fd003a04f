// The file port over a real folder of this machine, with faults on demand: a full disk, a kill in the middle,
// and the rename of VS Code's file service, which deletes its target first.
import * as fs from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  StorageError,
  type FileFacts,
  type FileProblem,
  type Files,
  type FolderEntry,
} from "../../src/host/storage/files";

/** What a killed process does: nothing, ever after. */
export class Killed extends Error {}

type Operation = "read" | "write" | "rename" | "delete" | "stat" | "list";

export class NodeFiles implements Files {
  /** Called before each operation; throw to make it fail. */
  before: (operation: Operation, path: string) => void = () => undefined;
  /** Called between a rename's deletion of its target and the renaming itself. */
  midRename: (() => void) | undefined;
  /** Number of operations so far, by kind. */
  readonly counts: Record<Operation, number> = { read: 0, write: 0, rename: 0, delete: 0, stat: 0, list: 0 };

  constructor(readonly root: string) {}

  read(path: string): Promise<Uint8Array> {
    return this.run("read", path, async (at) => new Uint8Array(await fs.readFile(at)));
  }

  write(path: string, bytes: Uint8Array): Promise<void> {
    return this.run("write", path, async (at) => {
      await fs.mkdir(dirname(at), { recursive: true });
      await fs.writeFile(at, bytes);
    });
  }

  rename(from: string, to: string, overwrite: boolean): Promise<void> {
    return this.run("rename", from, async (at) => {
      const target = join(this.root, to);
      const exists = await fs.stat(target).then(
        () => true,
        () => false,
      );
      if (exists && !overwrite) throw Object.assign(new Error("EEXIST"), { code: "EEXIST" });
      if (exists && this.midRename) {
        await fs.rm(target);
        this.midRename();
      }
      await fs.rename(at, target);
    });
  }

  delete(path: string): Promise<void> {
    return this.run("delete", path, async (at) => ((await fs.stat(at)).isDirectory() ? fs.rmdir(at) : fs.unlink(at)));
  }

  stat(path: string): Promise<FileFacts> {
    return this.run("stat", path, async (at) => {
      const { ctimeMs, mtimeMs, size } = await fs.stat(at);
      return { ctime: ctimeMs, mtime: mtimeMs, size };
    });
  }

  list(path: string): Promise<readonly FolderEntry[]> {
    return this.run("list", path, async (at) => {
      const entries = await fs.readdir(at, { withFileTypes: true });
      return entries.map((e) => ({ name: e.name, kind: e.isDirectory() ? ("folder" as const) : ("file" as const) }));
    });
  }

  private async run<T>(operation: Operation, path: string, work: (at: string) => Promise<T>): Promise<T> {
    this.counts[operation] += 1;
    try {
      this.before(operation, path);
      return await work(join(this.root, path));
    } catch (error) {
      if (error instanceof Killed || error instanceof StorageError) throw error;
      throw new StorageError(problemOf(error), error instanceof Error ? error.message : String(error), {
        cause: error,
      });
    }
  }
}

const problems: Readonly<Record<string, FileProblem>> = {
  ENOENT: "not-found",
  EEXIST: "exists",
  ENOSPC: "disk-full",
  EACCES: "not-allowed",
  EROFS: "not-allowed",
  EPERM: "not-allowed",
};

function problemOf(error: unknown): FileProblem {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return problems[code] ?? "other";
}
