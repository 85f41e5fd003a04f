// Files that are never half written: each write goes to a temporary file that is then renamed.
// Some file systems rename by deleting the target first; where a crash left only the temporary file, reads find it.
import { isProblem, type FileFacts, type Files, type FolderEntry } from "./files";

const tempEnd = ".tmp";
const tempName = /^\.(.+)\.[a-z0-9]{4,}\.tmp$/;

/** Temporary files older than this, in milliseconds, were left by a crash. */
const leftover = 10 * 60_000;

/** A base folder whose files are replaced whole or not at all. Missing files are undefined, missing folders empty; anything else rejects with a StorageError. */
export class SafeFolder {
  constructor(
    readonly files: Files,
    /** Gives 4 or more characters of `a-z0-9`, another at each call. */
    private readonly random: () => string = () => crypto.randomUUID().slice(0, 8),
  ) {}

  async read(path: string): Promise<Uint8Array | undefined> {
    const bytes = await found(this.files.read(path));
    if (bytes !== undefined) return bytes;
    const temp = await this.rescue(path);
    return temp && found(this.files.read(temp.path));
  }

  async stat(path: string): Promise<FileFacts | undefined> {
    return (await found(this.files.stat(path))) ?? (await this.rescue(path))?.facts;
  }

  /** The file itself, without looking for what a crash left: what stands there for every other program too. */
  async readStanding(path: string): Promise<Uint8Array | undefined> {
    return found(this.files.read(path));
  }

  /** Files and folders by name. Of a file that a crash left as a temporary one only, its real name. */
  async list(path: string): Promise<readonly FolderEntry[]> {
    const entries = (await found(this.files.list(path))) ?? [];
    const byName = new Map(entries.filter((e) => !e.name.startsWith(".")).map((e) => [e.name, e]));
    for (const { name } of entries) {
      const real = tempName.exec(name)?.[1];
      if (real !== undefined && !byName.has(real)) byName.set(real, { name: real, kind: "file" });
    }
    return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Replaces the file, whole or not at all. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    const temp = await this.writeTemp(path, bytes);
    for (let tries = 1; ; tries += 1) {
      try {
        await this.files.rename(temp, path, true);
        break;
      } catch (error) {
        // Another window renaming onto the same file at the same moment: its turn is over at the next try.
        const collided = isProblem(error, "not-found") || isProblem(error, "exists");
        if (collided && tries < 5 && (await found(this.files.stat(temp))) !== undefined) continue;
        // Where the target is gone the temporary file is the only copy: leave it for `read`.
        if ((await found(this.files.stat(path)).catch(() => undefined)) !== undefined) await this.discard(temp);
        throw error;
      }
    }
    await this.sweep(path);
  }

  /** Writes a file that must not exist yet; false, and nothing written, where it does. */
  async create(path: string, bytes: Uint8Array): Promise<boolean> {
    if ((await found(this.files.stat(path))) !== undefined) return false;
    const temp = await this.writeTemp(path, bytes);
    try {
      await this.files.rename(temp, path, false);
      return true;
    } catch (error) {
      await this.discard(temp);
      if (isProblem(error, "exists")) return false;
      throw error;
    }
  }

  /** Deletes a file, with what crashes left of it, or an empty folder; a missing one is fine. */
  async remove(path: string): Promise<void> {
    for (const temp of await this.temps(path)) await found(this.files.delete(temp.path));
    await found(this.files.delete(path));
  }

  private async writeTemp(path: string, bytes: Uint8Array): Promise<string> {
    const { folder, name } = split(path);
    const temp = `${folder}.${name}.${this.random()}${tempEnd}`;
    try {
      await this.files.write(temp, bytes);
    } catch (error) {
      await this.discard(temp);
      throw error;
    }
    return temp;
  }

  private async discard(temp: string): Promise<void> {
    await this.files.delete(temp).catch(() => undefined);
  }

  private async temps(path: string): Promise<{ readonly path: string; readonly facts: FileFacts }[]> {
    const { folder, name } = split(path);
    const entries = (await found(this.files.list(folder.replace(/\/$/, "")))) ?? [];
    const names = entries.filter((e) => e.kind === "file" && tempName.exec(e.name)?.[1] === name);
    const temps = await Promise.all(
      names.map(async (e) => ({ path: folder + e.name, facts: await found(this.files.stat(folder + e.name)) })),
    );
    return temps.flatMap(({ path: at, facts }) => (facts === undefined ? [] : [{ path: at, facts }]));
  }

  /** The newest temporary file that holds anything, where the file itself is missing. */
  private async rescue(path: string): Promise<{ readonly path: string; readonly facts: FileFacts } | undefined> {
    const temps = (await this.temps(path)).filter((t) => t.facts.size > 0);
    return temps.sort((a, b) => b.facts.mtime - a.facts.mtime)[0];
  }

  /** Deletes what crashes left beside a file that was just written. */
  private async sweep(path: string): Promise<void> {
    const [temps, facts] = await Promise.all([this.temps(path), found(this.files.stat(path))]).catch(
      () => [[], undefined] as const,
    );
    for (const temp of temps) if (facts && facts.mtime - temp.facts.mtime > leftover) await this.discard(temp.path);
  }
}

/** The result, or undefined where the file or folder is missing. */
async function found<T>(operation: Promise<T>): Promise<T | undefined> {
  try {
    return await operation;
  } catch (error) {
    if (isProblem(error, "not-found")) return undefined;
    throw error;
  }
}

function split(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf("/") + 1;
  return { folder: path.slice(0, at), name: path.slice(at) };
}
