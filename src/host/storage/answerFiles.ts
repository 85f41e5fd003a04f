// Answer documents as files: reading, writing, and what progress needs to know of each. No vscode here.
import { parseAnswerDocument } from "../../core/answer";
import type { QuestionKey } from "../../core/questionKey";
import { answerState, type AnswerState } from "../../core/progress";
import { keyText } from "../../core/questionKey";
import type { FileFacts } from "./files";
import { mapParallel } from "./parallel";
import { answerPath, keyOfAnswerFile } from "./paths";
import type { SafeFolder } from "./safeFolder";

/** The answers below one base folder. Rejects with a StorageError where the file system fails. */
export class AnswerFiles {
  private readonly known = new Map<string, { readonly facts: FileFacts; readonly state: AnswerState }>();

  constructor(private readonly folder: SafeFolder) {}

  /** The whole document's bytes; undefined where it was never saved. */
  readDocument(key: QuestionKey): Promise<Uint8Array | undefined> {
    return this.folder.read(answerPath(key));
  }

  stat(key: QuestionKey): Promise<FileFacts | undefined> {
    return this.folder.stat(answerPath(key));
  }

  /** Replaces the document, whole or not at all. */
  writeDocument(key: QuestionKey, bytes: Uint8Array): Promise<void> {
    return this.folder.write(answerPath(key), bytes);
  }

  /** Writes a document that does not exist yet; false where it does. */
  createDocument(key: QuestionKey, bytes: Uint8Array): Promise<boolean> {
    return this.folder.create(answerPath(key), bytes);
  }

  /** The saved answer, exactly; undefined where there is none or its answer line is gone. */
  async read(key: QuestionKey): Promise<string | undefined> {
    const bytes = await this.readDocument(key);
    const parsed = bytes && parseAnswerDocument(decode(bytes), key);
    return parsed?.kind === "answer" ? parsed.answer : undefined;
  }

  /** Every question that has a saved document. */
  async keys(): Promise<QuestionKey[]> {
    const roadmaps = (await this.folder.list("answers")).filter((e) => e.kind === "folder");
    const lists = await mapParallel(roadmaps, async ({ name }) =>
      (await this.folder.list(`answers/${name}`)).map((e) => keyOfAnswerFile(`${name}/${e.name}`)),
    );
    return lists.flat().filter((key) => key !== undefined);
  }

  /** What progress needs of every saved answer, by key text. A file is read again only when its time or size changed. */
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
    const text = decode(bytes);
    const parsed = parseAnswerDocument(text, key);
    const state = answerState(parsed.kind === "answer" ? parsed.answer : text);
    this.known.set(keyText(key), { facts, state });
    return state;
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
