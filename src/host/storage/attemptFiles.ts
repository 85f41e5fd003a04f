// Attempts as immutable files, one each: keeping, listing, and finding the latest of every question. No vscode here.
// Nothing but the files is the truth; what is remembered in memory can always be read again.
import type { Attempt } from "../../core/attempt";
import type { QuestionKey } from "../../core/questionKey";
import { mergeAttempts, parseAttempt, serialiseAttempt, summarise, type AttemptSummary } from "../../core/attempts";
import { keyText, sameKey } from "../../core/questionKey";
import { StorageError } from "./files";
import { mapParallel } from "./parallel";
import { attemptFolder, attemptIdOfName, attemptPath, keyOfSegments } from "./paths";
import type { SafeFolder } from "./safeFolder";

/** Attempts of this many questions stay in memory. */
const rememberedQuestions = 8;

/** The attempts below one base folder. One bad file is told to `warn` (plain English, for the log) and hides no other. */
export class AttemptFiles {
  private readonly lists = new Map<string, Map<string, Attempt>>();
  private readonly summaries = new Map<string, AttemptSummary>();
  private readonly warned = new Set<string>();

  constructor(
    private readonly folder: SafeFolder,
    private readonly warn: (message: string) => void,
  ) {}

  /** Writes a new attempt; never touches an older one. Rejects with a StorageError, leaving nothing half written. */
  async keep(attempt: Attempt): Promise<void> {
    const path = attemptPath(attempt.key, attempt.id);
    const json = serialiseAttempt(attempt);
    const created = await this.folder.create(path, new TextEncoder().encode(json));
    if (!created && serialiseAttempt((await this.read(attempt.key, attempt.id)) ?? attempt) !== json)
      throw new StorageError("exists", `an attempt with the id ${attempt.id} is there already.`);
  }

  /** A question's attempts, oldest first. */
  async list(key: QuestionKey): Promise<Attempt[]> {
    const before = this.lists.get(keyText(key));
    const ids = await this.ids(attemptFolder(key));
    const attempts = await mapParallel(ids, async (id) => before?.get(id) ?? (await this.read(key, id)));
    const list = mergeAttempts(attempts.filter((a) => a !== undefined));
    this.lists.delete(keyText(key));
    this.lists.set(keyText(key), new Map(list.map((a) => [a.id, a])));
    for (const oldest of [...this.lists.keys()].slice(0, -rememberedQuestions)) this.lists.delete(oldest);
    return list;
  }

  /** Every attempt of every question, oldest first. */
  async listAll(): Promise<Attempt[]> {
    const lists = await mapParallel(
      await this.keys(),
      async (key) => mapParallel(await this.readableIds(key), (id) => this.read(key, id)),
      8,
    );
    return mergeAttempts(lists.flat().filter((a) => a !== undefined));
  }

  /** The latest attempt of every question that has one, by key text. Reads one file a question, and that only once. */
  async latest(): Promise<ReadonlyMap<string, AttemptSummary>> {
    const found = await mapParallel(
      await this.keys(),
      async (key) => [keyText(key), await this.latestOf(key)] as const,
    );
    return new Map(found.flatMap(([text, summary]) => (summary === undefined ? [] : [[text, summary] as const])));
  }

  private async latestOf(key: QuestionKey): Promise<AttemptSummary | undefined> {
    for (const id of (await this.readableIds(key)).reverse()) {
      const path = attemptPath(key, id);
      const known = this.summaries.get(path);
      if (known) return known;
      const attempt = await this.read(key, id);
      if (attempt === undefined) continue;
      const summary = summarise(attempt);
      this.summaries.set(path, summary);
      return summary;
    }
    return undefined;
  }

  /** Every question that has a folder of attempts. */
  private async keys(): Promise<QuestionKey[]> {
    const roadmaps = (await this.folder.list("attempts")).filter((e) => e.kind === "folder");
    const lists = await mapParallel(roadmaps, async ({ name }) =>
      (await this.folder.list(`attempts/${name}`))
        .filter((e) => e.kind === "folder")
        .map((e) => keyOfSegments(name, e.name)),
    );
    return lists.flat().filter((key) => key !== undefined);
  }

  /** Attempt ids in a folder, oldest first. */
  private async ids(folder: string): Promise<string[]> {
    return (await this.folder.list(folder)).map((e) => attemptIdOfName(e.name)).filter((id) => id !== undefined);
  }

  /** The same of a question among others: one folder that cannot be read is told to `warn` and hides no other. */
  private async readableIds(key: QuestionKey): Promise<string[]> {
    const folder = attemptFolder(key);
    try {
      return await this.ids(folder);
    } catch (error) {
      if (!this.warned.has(folder))
        this.warn(`Attempts left out, ${error instanceof Error ? error.message : String(error)}: ${folder}`);
      this.warned.add(folder);
      return [];
    }
  }

  private async read(key: QuestionKey, id: string): Promise<Attempt | undefined> {
    const path = attemptPath(key, id);
    const reject = (reason: string): undefined => {
      if (!this.warned.has(path)) this.warn(`Attempt left out, ${reason}: ${path}`);
      this.warned.add(path);
      return undefined;
    };
    try {
      const bytes = await this.folder.read(path);
      if (bytes === undefined) return undefined;
      const attempt = parseAttempt(new TextDecoder().decode(bytes));
      if (attempt === undefined) return reject("its file is broken or of a newer version");
      return attempt.id === id && sameKey(attempt.key, key) ? attempt : reject("its file was moved or renamed");
    } catch (error) {
      return reject(error instanceof Error ? error.message : String(error));
    }
  }
}
