// The file port over nothing but memory, for properties that need thousands of files.
import { StorageError, type FileFacts, type Files, type FolderEntry } from "../../src/host/storage/files";

export class MemoryFiles implements Files {
  readonly contents = new Map<string, { readonly bytes: Uint8Array; readonly mtime: number }>();
  /** Number of operations so far, by kind. */
  readonly counts = { read: 0, list: 0, stat: 0 };
  private clock = 1;

  read(path: string): Promise<Uint8Array> {
    this.counts.read += 1;
    return this.at(path, ({ bytes }) => bytes);
  }

  write(path: string, bytes: Uint8Array): Promise<void> {
    this.put(path, bytes);
    return Promise.resolve();
  }

  /** As `write`, at once. */
  put(path: string, bytes: Uint8Array): void {
    this.contents.set(path, { bytes, mtime: this.clock++ });
  }

  rename(from: string, to: string, overwrite: boolean): Promise<void> {
    if (!overwrite && this.contents.has(to)) return Promise.reject(new StorageError("exists", to));
    return this.at(from, (file) => {
      this.contents.set(to, file);
      this.contents.delete(from);
    });
  }

  delete(path: string): Promise<void> {
    return this.at(path, () => {
      this.contents.delete(path);
    });
  }

  stat(path: string): Promise<FileFacts> {
    this.counts.stat += 1;
    return this.at(path, ({ bytes, mtime }) => ({ ctime: mtime, mtime, size: bytes.length }));
  }

  list(path: string): Promise<readonly FolderEntry[]> {
    this.counts.list += 1;
    const below = path === "" ? "" : `${path}/`;
    const kinds = new Map<string, FolderEntry["kind"]>();
    for (const name of this.contents.keys())
      if (name.startsWith(below)) {
        const [first = "", ...rest] = name.slice(below.length).split("/");
        kinds.set(first, rest.length > 0 ? "folder" : "file");
      }
    if (kinds.size === 0 && path !== "") return Promise.reject(new StorageError("not-found", path));
    return Promise.resolve([...kinds].map(([name, kind]) => ({ name, kind })));
  }

  private at<T>(path: string, work: (file: { readonly bytes: Uint8Array; readonly mtime: number }) => T): Promise<T> {
    const file = this.contents.get(path);
    return file === undefined ? Promise.reject(new StorageError("not-found", path)) : Promise.resolve(work(file));
  }
}
