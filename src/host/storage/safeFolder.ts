// Files that are never half written: each write goes to a temporary file that is then renamed.
// Some file systems rename by deleting the target first; where a crash left only the temporary file, reads find it.
// Its name says how many bytes it must have: one that a kill cut short is kept, but never passes for the file.
import { t } from "@vscode/l10n";
import { randomPart } from "../randomPart";
import { isProblem, StorageError, type FileFacts, type Files, type FolderEntry } from "./files";
import { sameBytes } from "./sameBytes";

const tempEnd = ".tmp";
/** `.<name>.<random>-<bytes>.tmp`; versions before wrote no number of bytes, so theirs may be whole or half. */
const tempName = /^\.(.+)\.[a-z0-9]{4,}(?:-(\d+))?\.tmp$/;

/** Temporary files older than this, in milliseconds, were left by a crash. */
const leftover = 10 * 60_000;

/** A temporary file younger than this, in milliseconds, may still be on its way. */
const longestWrite = 60_000;

/** Another window's temporary file older than this, in milliseconds, is of a window that was killed. */
const longestTurn = 10_000;
/** Looks for another window's temporary file, and the pause between them in milliseconds, before it is passed by. */
const mostLooks = 40;
const lookEvery = 25;

/** A temporary file that a crash left. */
interface Temp {
  readonly path: string;
  readonly facts: FileFacts;
  /** The name of the file that it was to become. */
  readonly name: string;
  readonly whole: boolean;
}

/** A folder as it stands after any crash. */
export interface FolderLook {
  /** Files and folders by name. Of a file of which only a whole temporary one is left, its real name. */
  readonly entries: readonly FolderEntry[];
  /** Paths of files that a kill cut short, where nothing else is left of them. */
  readonly halves: readonly string[];
}

/**
 * A base folder whose files are replaced whole or not at all. Missing files are undefined, missing folders empty;
 * anything else rejects with a StorageError.
 */
export class SafeFolder {
  constructor(
    readonly files: Files,
    /** Gives 4 or more characters of `a-z0-9`, another at each call. */
    private readonly random: () => string = randomPart,
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

  /** Files and folders by name. Of a file of which a crash left only a whole temporary one, its real name. */
  async list(path: string): Promise<readonly FolderEntry[]> {
    return (await this.look(path)).entries;
  }

  /** What a folder holds, with what crashes left of files that are not there. */
  async look(path: string): Promise<FolderLook> {
    const listed = (await found(this.files.list(path))) ?? [];
    const byName = new Map(listed.filter((e) => !e.name.startsWith(".")).map((e) => [e.name, e]));
    const lost = listed.filter(({ name }) => {
      const real = tempName.exec(name)?.[1];
      return real !== undefined && !byName.has(real);
    });
    const temps = await this.tempsOf(path === "" ? "" : `${path}/`, lost);
    for (const { name } of temps.filter((temp) => temp.whole)) byName.set(name, { name, kind: "file" });
    return {
      entries: [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
      halves: temps
        .filter((temp) => isHalf(temp) && !byName.has(temp.name) && Date.now() - temp.facts.mtime > longestWrite)
        .map((temp) => temp.path),
    };
  }

  /** Replaces the file, whole or not at all. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    await this.moveInto(await this.writeTemp(path, bytes), path);
  }

  /**
   * The same, unless another window replaced or replaces the file while this is on its way: then it rejects, and that
   * file stands. Of any number of windows that write in the same instant one succeeds at most.
   */
  async writeAlone(path: string, bytes: Uint8Array): Promise<void> {
    const before = await found(this.files.stat(path));
    const temp = await this.writeTemp(path, bytes);
    const mine = await this.isMyTurn(path, temp);
    const now = await found(this.files.stat(path));
    if (mine && before?.mtime === now?.mtime && before?.size === now?.size) return this.moveInto(temp, path);
    await this.discard(temp);
    const standing = mine ? await this.readStanding(path) : undefined;
    if (sameBytes(standing, bytes)) return;
    throw new StorageError(
      "exists",
      t("another window saved this answer at the same moment. Compare, then save again."),
    );
  }

  /**
   * Each window looks for the others' temporary files after its own is there, so that of two at least one sees the
   * other. One that sees an earlier name gives way; the earliest waits until the others gave way or have replaced the
   * file, which its caller then sees by the file's time and size.
   */
  private async isMyTurn(path: string, temp: string): Promise<boolean> {
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const others = (await this.temps(path)).filter(
        (other) => other.path !== temp && Date.now() - other.facts.mtime < longestTurn,
      );
      if (others.length === 0) return true;
      if (others.some((other) => other.path < temp)) return false;
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
    return true;
  }

  private async moveInto(temp: string, path: string): Promise<void> {
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

  /** Deletes a file, with whole copies that crashes left of it, or an empty folder; a missing one is fine. */
  async remove(path: string): Promise<void> {
    for (const temp of (await this.temps(path)).filter((one) => !isHalf(one)))
      await found(this.files.delete(temp.path));
    await found(this.files.delete(path));
  }

  private async writeTemp(path: string, bytes: Uint8Array): Promise<string> {
    const { folder, name } = split(path);
    const temp = `${folder}.${name}.${this.random()}-${bytes.length}${tempEnd}`;
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

  private async temps(path: string): Promise<Temp[]> {
    const { folder, name } = split(path);
    const entries = (await found(this.files.list(folder.replace(/\/$/, "")))) ?? [];
    return this.tempsOf(
      folder,
      entries.filter((e) => tempName.exec(e.name)?.[1] === name),
    );
  }

  private async tempsOf(folder: string, entries: readonly FolderEntry[]): Promise<Temp[]> {
    const temps = await Promise.all(
      entries.map(async (entry): Promise<Temp | undefined> => {
        const [, name, length] = tempName.exec(entry.name) ?? [];
        if (entry.kind !== "file" || name === undefined) return undefined;
        const facts = await found(this.files.stat(folder + entry.name));
        return facts && { path: folder + entry.name, facts, name, whole: length === String(facts.size) };
      }),
    );
    return temps.filter((temp) => temp !== undefined);
  }

  /** The newest whole temporary file, where the file itself is missing. */
  private async rescue(path: string): Promise<Temp | undefined> {
    const temps = (await this.temps(path)).filter((temp) => temp.whole);
    return temps.sort((a, b) => b.facts.mtime - a.facts.mtime)[0];
  }

  /**
   * Deletes what crashes left beside a file that was just written; halves, which may hold words that are nowhere else,
   * stay.
   */
  private async sweep(path: string): Promise<void> {
    const [temps, facts] = await Promise.all([this.temps(path), found(this.files.stat(path))]).catch(
      () => [[], undefined] as const,
    );
    for (const temp of temps)
      if (facts && !isHalf(temp) && facts.mtime - temp.facts.mtime > leftover) await this.discard(temp.path);
  }
}

/** True for a temporary file that holds something, but not all that it should. */
function isHalf({ whole, facts }: Temp): boolean {
  return !whole && facts.size > 0;
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
