// What the learner said of attempts since, wherever the base folder is, with one change event. File work is
// amendmentFiles'.
import * as vscode from "vscode";
import type { Amendment } from "../../core/attempts/amendment";
import { keyText, type QuestionKey } from "../../core/roadmap/questionKey";
import type { Log } from "../log";
import { AmendmentFiles } from "./amendmentFiles";
import type { SafeFolder } from "./safeFolder";
import type { StorageLocation } from "./storageLocation";

/** Every method rejects with a StorageError where the file system fails; its message is fit for the learner. */
export class AmendmentStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<QuestionKey | undefined>();
  /** Fires with the question whose amendments changed here or in another window, or undefined where any may have. */
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;
  /** Lists read since the last change, by key text. */
  private readonly lists = new Map<string, Promise<Amendment[]>>();
  private current: { readonly folder: SafeFolder; readonly files: AmendmentFiles } | undefined;

  constructor(
    private readonly location: StorageLocation,
    private readonly log: Log,
  ) {
    this.subscription = location.onDidChange((change) => {
      if (change.kind !== "amendments" && change.kind !== "all") return;
      const key = change.kind === "amendments" ? change.key : undefined;
      if (key === undefined) this.lists.clear();
      else this.lists.delete(keyText(key));
      this.current?.files.changed(key);
      this.changed.fire(key);
    });
  }

  /** Writes a new amendment; older ones are never touched. Keeping the same again is fine. */
  async keep(amendment: Amendment): Promise<void> {
    await this.files.keep(amendment);
    this.location.announce({ kind: "amendments", key: amendment.key });
  }

  /** A question's amendments, of all its attempts, in the order of keeping. A broken file is logged and left out. */
  list(key: QuestionKey): Promise<readonly Amendment[]> {
    const id = keyText(key);
    const known = this.lists.get(id);
    if (known !== undefined) return known;
    const list = this.files.list(key);
    this.lists.set(id, list);
    // A failed read is tried again.
    list.catch(() => this.lists.delete(id));
    return list;
  }

  /** The amendments of every question that has any, by key text. */
  all(): Promise<ReadonlyMap<string, readonly Amendment[]>> {
    this.location.watch();
    return this.files.all();
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private get files(): AmendmentFiles {
    const { folder } = this.location;
    if (this.current?.folder !== folder)
      this.current = {
        folder,
        files: new AmendmentFiles(
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
