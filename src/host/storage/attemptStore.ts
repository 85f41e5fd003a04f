// Every attempt of the learner, wherever the base folder is, with one change event. File work is attemptFiles'.
import * as vscode from "vscode";
import type { Attempt } from "../../core/attempts/attempt";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import type { AttemptSummary } from "../../core/attempts/attempts";
import { keyText } from "../../core/roadmap/questionKey";
import type { Log } from "../log";
import { AttemptFiles } from "./attemptFiles";
import type { SafeFolder } from "./safeFolder";
import type { StorageLocation } from "./storageLocation";

/** Every method rejects with a StorageError where the file system fails; its message is fit for the learner. */
export class AttemptStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires after an attempt was kept here or may have been kept by another window. */
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;
  /** Lists read since the last change, by key text: grading asks for the one that opening the answer has read. */
  private readonly lists = new Map<string, Promise<Attempt[]>>();
  private current: { readonly folder: SafeFolder; readonly files: AttemptFiles } | undefined;

  constructor(
    private readonly location: StorageLocation,
    private readonly log: Log,
  ) {
    this.subscription = location.onDidChange((change) => {
      if (change.kind !== "attempts" && change.kind !== "all") return;
      const key = change.kind === "attempts" ? change.key : undefined;
      if (key === undefined) this.lists.clear();
      else this.lists.delete(keyText(key));
      this.current?.files.changed(key);
      this.changed.fire();
    });
  }

  /** Writes a new attempt; older ones are never touched. Keeping the same attempt again is fine. */
  async keep(attempt: Attempt): Promise<void> {
    await this.files.keep(attempt);
    this.location.announce({ kind: "attempts", key: attempt.key });
  }

  /** A question's attempts in the order of keeping. A broken file is logged and left out. */
  list(key: QuestionKey): Promise<Attempt[]> {
    const id = keyText(key);
    const known = this.lists.get(id);
    if (known !== undefined) return known;
    const list = this.files.list(key);
    this.lists.set(id, list);
    // A failed read is tried again.
    list.catch(() => this.lists.delete(id));
    return list;
  }

  /** The latest attempt of every question that has one, by key text. */
  latest(): Promise<ReadonlyMap<string, AttemptSummary>> {
    this.location.watch();
    return this.files.latest();
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private get files(): AttemptFiles {
    const { folder } = this.location;
    if (this.current?.folder !== folder)
      this.current = {
        folder,
        files: new AttemptFiles(
          folder,
          (message) => {
            this.log.warn(message);
          },
          (notice) => {
            this.location.notice(notice);
          },
        ),
      };
    return this.current.files;
  }
}
