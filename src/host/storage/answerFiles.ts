// Answer documents as files: reading, writing, and what progress needs to know of each. No vscode here.
// What is kept but not what it seems (another copy, another question's, half a file) is told of and never counted.
import { parseAnswerDocument, type ParsedDocument } from "../../core/answer";
import type { QuestionKey } from "../../core/questionKey";
import { answerState, type AnswerState } from "../../core/progress";
import { keyText, sameKey } from "../../core/questionKey";
import { decodeText } from "./answerBytes";
import type { FileFacts } from "./files";
import type { StorageNotice } from "./notices";
import { mapParallel } from "./parallel";
import { answerPath, keyOfAnswerFile } from "./paths";
import type { SafeFolder } from "./safeFolder";

/** What moveFiles names a second answer; the learner was told of it then. */
const keptAtMove = /\.other-\d{4}-\d\d-\d\d(?:-\d+)?\.md$/;

/** The answers below one base folder. Rejects with a StorageError where the file system fails. */
export class AnswerFiles {
  private readonly known = new Map<string, { readonly facts: FileFacts; readonly state: AnswerState | undefined }>();

  /** Files that are no question's answer by their name, and were looked into. */
  private readonly strange = new Set<string>();

  constructor(
    private readonly folder: SafeFolder,
    /** May hear of one file several times. */
    private readonly notice: (notice: StorageNotice) => void = () => undefined,
    /** The text of a file as the editor shows it; `path` is relative to the base folder. */
    private readonly decode: (bytes: Uint8Array, path: string) => Promise<string> = (bytes) =>
      Promise.resolve(decodeText(bytes)),
  ) {}

  /** The whole document's bytes; undefined where it was never saved. */
  readDocument(key: QuestionKey): Promise<Uint8Array | undefined> {
    return this.folder.read(answerPath(key));
  }

  stat(key: QuestionKey): Promise<FileFacts | undefined> {
    return this.folder.stat(answerPath(key));
  }

  /** Replaces the document, whole or not at all; rejects where another window replaced it at the same moment. */
  writeDocument(key: QuestionKey, bytes: Uint8Array): Promise<void> {
    return this.folder.writeAlone(answerPath(key), bytes);
  }

  /** Writes a document that does not exist yet; false where it does. */
  createDocument(key: QuestionKey, bytes: Uint8Array): Promise<boolean> {
    return this.folder.create(answerPath(key), bytes);
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
    const roadmaps = (await this.folder.list("answers")).filter((e) => e.kind === "folder");
    const lists = await mapParallel(roadmaps, async ({ name }) => {
      const path = `answers/${name}`;
      const { entries, halves } = await this.folder.look(path).catch(() => {
        this.notice({ kind: "unreadable", path });
        return { entries: [], halves: [] };
      });
      for (const half of halves) this.notice({ kind: "half-saved", path: half });
      const keys = entries.map((entry) => ({ entry, key: keyOfAnswerFile(`${name}/${entry.name}`) }));
      await mapParallel(
        keys.filter(({ key, entry }) => key === undefined && entry.kind === "file"),
        ({ entry }) => this.lookAtStrange(`${path}/${entry.name}`),
      );
      return keys.map(({ key }) => key);
    });
    return lists.flat().filter((key) => key !== undefined);
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

  /**
   * A file beside the answers whose name is no question's: told of where it is an answer document all the same, whoever
   * named it.
   */
  private async lookAtStrange(path: string): Promise<void> {
    if (!path.endsWith(".md") || keptAtMove.test(path) || this.strange.has(path)) return;
    this.strange.add(path);
    const bytes = await this.folder.read(path).catch(() => undefined);
    if (bytes !== undefined && parseAnswerDocument(await this.decode(bytes, path)).kind !== "other")
      this.notice({ kind: "second-version", path });
  }
}
