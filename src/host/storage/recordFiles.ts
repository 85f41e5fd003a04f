// Attempts and amendments as immutable files, one each: keeping, and listing in the order of keeping. No vscode here.
// Nothing but the files is the truth; what is remembered in memory can always be read again.
import { errorMessage } from "../../core/text/errorMessage";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { keyText, sameKey } from "../../core/roadmap/questionKey";
import { largestFile, type Stored } from "../../core/attempts/storedJson";
import { StorageError } from "./files";
import type { StorageNotice } from "./notices";
import { mapParallel } from "./parallel";
import { keyOfSegments, recordFolder, type RecordFolder } from "./paths";
import { nextPlace, recordFileName, recordNames, type RecordName } from "./recordNames";
import type { SafeFolder } from "./safeFolder";

/** A kind of record: where it lies, and how it is read and written. */
export interface RecordKind<T> {
  readonly folder: RecordFolder;
  /** For the log: "attempt". */
  readonly noun: string;
  readonly parse: (json: string) => Stored<T>;
  readonly serialise: (record: T) => string;
  /** Records of this many questions stay in memory. */
  readonly remembered: number;
}

/**
 * The records of one kind below one base folder. One bad file is told to `warn` (plain English, for the log) and hides
 * no other.
 */
export class RecordFiles<T extends { readonly id: string; readonly key: QuestionKey }> {
  /** By key text, then by place. */
  private readonly lists = new Map<string, ReadonlyMap<string, T>>();
  private readonly warned = new Set<string>();
  /** Of a newer version, by folder. */
  private readonly newer = new Map<string, Set<string>>();

  constructor(
    private readonly folder: SafeFolder,
    private readonly kind: RecordKind<T>,
    private readonly warn: (message: string) => void,
    /** May hear of one folder several times. */
    private readonly notice: (notice: StorageNotice) => void = () => undefined,
  ) {}

  /**
   * Writes a new record behind all that are there; never touches an older one. Keeping the same again is fine. Rejects
   * with a StorageError, leaving nothing half written.
   */
  async keep(record: T): Promise<void> {
    const there = await this.names(record.key);
    const same = there.find((name) => name.id === record.id);
    const name = same ?? { id: record.id, place: nextPlace(record.id, there) };
    const json = this.kind.serialise(record);
    const path = this.path(record.key, name);
    if (same === undefined && (await this.folder.create(path, new TextEncoder().encode(json)))) return;
    if (new TextDecoder().decode(await this.folder.read(path)) === json) return;
    throw new StorageError("exists", `another ${this.kind.noun} with the id ${record.id} is there already.`);
  }

  /** A question's records in the order of keeping. */
  async list(key: QuestionKey): Promise<T[]> {
    const before = this.lists.get(keyText(key));
    const read = await mapParallel(await this.names(key), async (name) => {
      const record = before?.get(name.place) ?? (await this.read(key, name));
      return record && ([name.place, record] as const);
    });
    this.tellNewer(recordFolder(this.kind.folder, key));
    const list = read.filter((entry) => entry !== undefined);
    this.lists.delete(keyText(key));
    this.lists.set(keyText(key), new Map(list));
    for (const oldest of [...this.lists.keys()].slice(0, -this.kind.remembered)) this.lists.delete(oldest);
    return list.map(([, record]) => record);
  }

  /**
   * The result of `work` for the given questions, else for every one that has records, by key text; one whose folder
   * cannot be read is told of and left out.
   */
  async forEachQuestion<R>(
    work: (key: QuestionKey) => Promise<R>,
    keys?: readonly QuestionKey[],
  ): Promise<ReadonlyMap<string, R>> {
    const found = await mapParallel(keys ?? (await this.keys()), async (key) => {
      const result = await work(key).catch((error: unknown) => {
        const path = recordFolder(this.kind.folder, key);
        this.leaveOut(path, errorMessage(error));
        this.notice({ kind: "unreadable", path });
        return undefined;
      });
      return result === undefined ? undefined : ([keyText(key), result] as const);
    });
    return new Map(found.filter((entry) => entry !== undefined));
  }

  /** The last of a question's records that can be read; `names` as `names` gives them. */
  async latest(key: QuestionKey, names: readonly RecordName[]): Promise<T | undefined> {
    try {
      for (const name of names.toReversed()) {
        const record = await this.read(key, name);
        if (record !== undefined) return record;
      }
      return undefined;
    } finally {
      this.tellNewer(recordFolder(this.kind.folder, key));
    }
  }

  /** The names of a question's records, in the order of keeping. */
  async names(key: QuestionKey): Promise<RecordName[]> {
    return recordNames((await this.folder.list(recordFolder(this.kind.folder, key))).map((entry) => entry.name));
  }

  /** A record by its name; undefined, after telling why, where its file holds none. */
  private async read(key: QuestionKey, name: RecordName): Promise<T | undefined> {
    const path = this.path(key, name);
    const stored = await this.stored(path).catch(refused);
    switch (stored?.kind) {
      case undefined:
        return undefined;
      case "newer":
        this.countNewer(recordFolder(this.kind.folder, key), path);
        return undefined;
      case "refused":
        this.leaveOut(path, stored.reason);
        return undefined;
      case "read": {
        const { value } = stored;
        if (sameKey(value.key, key) && value.id === name.id) return value;
        this.leaveOut(path, sameKey(value.key, key) ? "its file was renamed" : "it is of another question");
        return undefined;
      }
    }
  }

  /** What a file holds; undefined where it is gone. */
  private async stored(path: string): Promise<Stored<T> | undefined> {
    const facts = await this.folder.stat(path);
    if (facts !== undefined && facts.size > largestFile) return { kind: "refused", reason: "its file is too large" };
    const bytes = await this.folder.read(path);
    return bytes && this.kind.parse(new TextDecoder().decode(bytes));
  }

  /** Every question that has a folder of records. A roadmap whose folder cannot be read is told of and left out. */
  private async keys(): Promise<QuestionKey[]> {
    const roadmaps = (await this.folder.list(this.kind.folder)).filter((e) => e.kind === "folder");
    const lists = await mapParallel(roadmaps, async ({ name }) => {
      const path = `${this.kind.folder}/${name}`;
      const entries = await this.folder.list(path).catch((error: unknown) => {
        this.leaveOut(path, errorMessage(error));
        this.notice({ kind: "unreadable", path });
        return [];
      });
      return entries.filter((e) => e.kind === "folder").map((e) => keyOfSegments(name, e.name));
    });
    return lists.flat().filter((key) => key !== undefined);
  }

  private path(key: QuestionKey, name: Pick<RecordName, "place">): string {
    return `${recordFolder(this.kind.folder, key)}/${recordFileName(name)}`;
  }

  private leaveOut(path: string, reason: string): void {
    if (!this.warned.has(path)) this.warn(`Left out of the ${this.kind.folder}, ${reason}: ${path}`);
    this.warned.add(path);
  }

  private countNewer(folder: string, path: string): void {
    const paths = this.newer.get(folder) ?? new Set<string>();
    this.newer.set(folder, paths.add(path));
  }

  private tellNewer(folder: string): void {
    const count = this.newer.get(folder)?.size ?? 0;
    if (count === 0) return;
    this.leaveOut(folder, `${count} made by a newer version`);
    this.notice({ kind: "newer-version", path: folder });
  }
}

function refused(error: unknown): Stored<never> {
  return { kind: "refused", reason: errorMessage(error) };
}
