// Answer documents as files: reading, writing, and what progress needs to know of each. No vscode here.
// What is kept but not what it seems (another copy, another question's, half a file) is told of and never counted.
import { parseAnswerDocument, type ParsedDocument } from "../../core/answer/answer";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { answerState, type AnswerState } from "../../core/progress/progress";
import { keyText, sameKey } from "../../core/roadmap/questionKey";
import { decodeText } from "./answerBytes";
import type { FileFacts } from "./files";
import type { StorageNotice } from "./notices";
import { mapParallel } from "./parallel";
import { answerPath, keyOfAnswerFile } from "./paths";
import type { SafeFolder } from "./safeFolder";

/** What moveFiles names a second answer; the learner was told of it then. */
const keptAtMove = /\.other-\d{4}-\d\d-\d\d(?:-\d+)?\.md$/;

const markdown = /\.(?:md|markdown)$/i;

/** What the folder holds: questions with a file of their name, and files that were moved or renamed, by key text. */
interface Scan {
  readonly keys: readonly QuestionKey[];
  readonly moved: ReadonlyMap<string, { readonly path: string; readonly key: QuestionKey }>;
}

/** The answers below one base folder. Rejects with a StorageError where the file system fails. */
export class AnswerFiles {
  private readonly known = new Map<string, { readonly facts: FileFacts; readonly state: AnswerState | undefined }>();

  /** What the comments of files that no question's name is on say, by path; undefined for other texts. */
  private readonly strays = new Map<string, { readonly facts: FileFacts; readonly key: QuestionKey | undefined }>();
  private scanned: Promise<Scan> | undefined;

  constructor(
    private readonly folder: SafeFolder,
    /** May hear of one file several times. */
    private readonly notice: (notice: StorageNotice) => void = () => undefined,
    /** The text of a file as the editor shows it; `path` is relative to the base folder. */
    private readonly decode: (bytes: Uint8Array, path: string) => Promise<string> = (bytes) =>
      Promise.resolve(decodeText(bytes)),
  ) {}

  /** The whole document's bytes; undefined where it was never saved. */
  async readDocument(key: QuestionKey): Promise<Uint8Array | undefined> {
    const bytes = await this.folder.read(answerPath(key));
    if (bytes !== undefined) return bytes;
    const moved = await this.moved(key);
    return moved === undefined ? undefined : this.folder.read(moved);
  }

  async stat(key: QuestionKey): Promise<FileFacts | undefined> {
    const facts = await this.folder.stat(answerPath(key));
    if (facts !== undefined) return facts;
    const moved = await this.moved(key);
    return moved === undefined ? undefined : this.folder.stat(moved);
  }

  /** The path of a question's document: the file of its name, else the one that was moved or renamed by hand. */
  async placeOf(key: QuestionKey): Promise<string> {
    const path = answerPath(key);
    if ((await this.folder.stat(path)) !== undefined) return path;
    return (await this.moved(key)) ?? path;
  }

  /** Replaces the document, whole or not at all; rejects where another window replaced it at the same moment. */
  async writeDocument(key: QuestionKey, bytes: Uint8Array): Promise<void> {
    await this.folder.writeAlone(await this.placeOf(key), bytes);
  }

  /** Writes a document that does not exist yet; false where it does. */
  async createDocument(key: QuestionKey, bytes: Uint8Array): Promise<boolean> {
    return (await this.moved(key)) === undefined && this.folder.create(answerPath(key), bytes);
  }

  /**
   * The saved answer, exactly; undefined where there is none, its answer line is gone, or it is of another question.
   */
  async read(key: QuestionKey): Promise<string | undefined> {
    const bytes = await this.readDocument(key);
    const parsed = bytes && this.parse(key, await this.decode(bytes, answerPath(key)));
    return parsed?.kind === "answer" ? parsed.answer : undefined;
  }

  /** Every question that has a saved document. A folder that cannot be read is told of and left out. */
  async keys(): Promise<QuestionKey[]> {
    this.scanned = this.scan();
    const { keys, moved } = await this.scanned;
    return [...keys, ...[...moved.values()].map(({ key }) => key)];
  }

  private async moved(key: QuestionKey): Promise<string | undefined> {
    this.scanned ??= this.scan();
    try {
      return (await this.scanned).moved.get(keyText(key))?.path;
    } catch (error) {
      this.scanned = undefined;
      throw error;
    }
  }

  /** Looks at every file of the folder; answers that are in nobody's place are told of. */
  private async scan(): Promise<Scan> {
    const top = await this.folder.list("answers");
    const roadmaps = top.filter((e) => e.kind === "folder");
    const lists = await mapParallel(roadmaps, async ({ name }) => {
      const path = `answers/${name}`;
      const { entries, halves } = await this.folder.look(path).catch(() => {
        this.notice({ kind: "unreadable", path });
        return { entries: [], halves: [] };
      });
      for (const half of halves) this.notice({ kind: "half-saved", path: half });
      return entries.map((entry) => ({ entry, path: `${path}/${entry.name}` }));
    });
    const files = [...top.map((entry) => ({ entry, path: `answers/${entry.name}` })), ...lists.flat()]
      .filter(({ entry }) => entry.kind === "file")
      .map(({ path }) => ({ path, key: keyOfAnswerFile(path.slice("answers/".length)) }));
    const keys = files.flatMap(({ key }) => key ?? []);
    const strays = await mapParallel(
      files.filter(({ key }) => key === undefined),
      async ({ path }) => ({ path, key: await this.keyOfStray(path) }),
    );
    return { keys, moved: this.settle(new Set(keys.map(keyText)), strays) };
  }

  /** The first file of a question without one is its answer; any other is a second version. */
  private settle(
    taken: ReadonlySet<string>,
    strays: readonly { readonly path: string; readonly key: QuestionKey | undefined }[],
  ): Scan["moved"] {
    const moved = new Map<string, { readonly path: string; readonly key: QuestionKey }>();
    for (const { path, key } of strays) {
      if (key === undefined) continue;
      const id = keyText(key);
      if (taken.has(id) || moved.has(id)) this.notice({ kind: "second-version", path });
      else moved.set(id, { path, key });
    }
    return moved;
  }

  /**
   * What progress needs of every saved answer, by key text. A file is read again only when its time or size changed.
   */
  async states(): Promise<ReadonlyMap<string, AnswerState>> {
    // One answer that cannot be read hides no other; opening it says why.
    const entries = await mapParallel(
      await this.keys(),
      async (key) => [keyText(key), await this.state(key).catch(() => undefined)] as const,
    );
    return new Map(entries.flatMap(([text, state]) => (state === undefined ? [] : [[text, state] as const])));
  }

  private async state(key: QuestionKey): Promise<AnswerState | undefined> {
    const facts = await this.stat(key);
    if (facts === undefined) return undefined;
    const known = this.known.get(keyText(key));
    if (known?.facts.mtime === facts.mtime && known.facts.size === facts.size) return known.state;
    const bytes = await this.readDocument(key);
    if (bytes === undefined) return undefined;
    const text = await this.decode(bytes, answerPath(key));
    const parsed = this.parse(key, text);
    const state = parsed && answerState(parsed.kind === "answer" ? parsed.answer : text);
    this.known.set(keyText(key), { facts, state });
    return state;
  }

  /** The document of a question; undefined, after telling of it, where its own comment names another one. */
  private parse(key: QuestionKey, text: string): ParsedDocument | undefined {
    const parsed = parseAnswerDocument(text, key);
    if (parsed.kind === "other" || sameKey(parsed.key, key)) return parsed;
    this.notice({ kind: "other-question", path: answerPath(key) });
    return undefined;
  }

  /** The question that a file's comment names, whoever named the file; undefined where it is no answer document. */
  private async keyOfStray(path: string): Promise<QuestionKey | undefined> {
    if (!markdown.test(path) || keptAtMove.test(path)) return undefined;
    try {
      const facts = await this.folder.stat(path);
      const known = this.strays.get(path);
      if (facts === undefined || (known?.facts.mtime === facts.mtime && known.facts.size === facts.size))
        return known?.key;
      const bytes = await this.folder.read(path);
      const parsed = bytes && parseAnswerDocument(await this.decode(bytes, path));
      const key = parsed === undefined || parsed.kind === "other" ? undefined : parsed.key;
      this.strays.set(path, { facts, key });
      return key;
    } catch {
      return undefined;
    }
  }
}
