// The learner's answers, wherever the base folder is, with one change event. File work is answerFiles'.
import * as vscode from "vscode";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import type { AnswerState } from "../../core/progress/progress";
import { AnswerFiles } from "./answerFiles";
import { textOf } from "./editorText";
import type { FileFacts } from "./files";
import type { SafeFolder } from "./safeFolder";
import type { StorageLocation } from "./storageLocation";

/** Every method rejects with a StorageError where the file system fails. */
export class AnswerStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<QuestionKey | undefined>();
  /** Fires with the question whose saved answer changed, or undefined where any may have. */
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;
  private current: { readonly folder: SafeFolder; readonly files: AnswerFiles } | undefined;

  constructor(private readonly location: StorageLocation) {
    this.subscription = location.onDidChange((change) => {
      if (change.kind === "answer") this.changed.fire(change.key);
      else if (change.kind === "answers" || change.kind === "all") this.changed.fire(undefined);
    });
  }

  /**
   * The saved answer, exactly; undefined where there is none, its answer line is gone, or it is of another question.
   */
  read(key: QuestionKey): Promise<string | undefined> {
    return this.files.read(key);
  }

  /** What progress needs of every saved answer, by key text. */
  states(): Promise<ReadonlyMap<string, AnswerState>> {
    this.location.watch();
    return this.files.states();
  }

  /** Every question that has a saved document. */
  keys(): Promise<QuestionKey[]> {
    return this.files.keys();
  }

  /** The whole document's bytes; undefined where it was never saved. */
  readDocument(key: QuestionKey): Promise<Uint8Array | undefined> {
    return this.files.readDocument(key);
  }

  /** The path of a question's document, relative to the base folder; it may have been moved or renamed by hand. */
  placeOf(key: QuestionKey): Promise<string> {
    return this.files.placeOf(key);
  }

  stat(key: QuestionKey): Promise<FileFacts | undefined> {
    return this.files.stat(key);
  }

  /** Replaces the document, whole or not at all. */
  async writeDocument(key: QuestionKey, bytes: Uint8Array): Promise<void> {
    await this.files.writeDocument(key, bytes);
    this.location.announce({ kind: "answer", key });
  }

  /** Writes a document that does not exist yet; false where it does. */
  createDocument(key: QuestionKey, bytes: Uint8Array): Promise<boolean> {
    return this.files.createDocument(key, bytes);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private get files(): AnswerFiles {
    const { folder, base } = this.location;
    if (this.current?.folder !== folder)
      this.current = {
        folder,
        files: new AnswerFiles(
          folder,
          (notice) => {
            this.location.notice(notice);
          },
          (bytes, path) => textOf(bytes, vscode.Uri.joinPath(base, path)),
        ),
      };
    return this.current.files;
  }
}
