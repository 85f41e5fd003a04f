// The base folder in use, its files, and one event for every change to them: our own writes, another window's, a new
// folder.
// Constructor order: StorageLocation → AnswerStore, AttemptStore, AmendmentStore → TutorFileSystem →
// AnswerDocuments → the rest of documents/ → MoveAnswers.
import * as vscode from "vscode";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import type { Log } from "../log";
import type { Settings } from "../settings";
import { homeFolder, studyFolderUri } from "./baseFolder";
import { noticeText, type StorageNotice } from "./notices";
import { keyOfAnswerFile, keyOfSegments, recordFolders } from "./paths";
import { SafeFolder } from "./safeFolder";
import { VscodeFiles } from "./vscodeFiles";
import { showWarningMessage } from "../shown";

/** What changed: one question's answer, attempts, one question's amendments, possibly every answer, or everything. */
export type StorageChange =
  | { readonly kind: "answer"; readonly key: QuestionKey }
  | { readonly kind: "attempts" | "amendments"; readonly key: QuestionKey }
  | { readonly kind: "answers" | "all" };

/** Milliseconds after which a new folder is surely watched. */
const newFolderTime = 1_000;

/** The question that `/<roadmap>/<question>/<record>.json` is of; undefined for any other path. */
function keyOfRecordFile(path: string): QuestionKey | undefined {
  const [, roadmap, question, name = ""] = path.split("/");
  return name.endsWith(".json") && !name.startsWith(".") ? keyOfSegments(roadmap, question) : undefined;
}

/** Knows where the files are. Touches no disk until it is asked for something. */
export class StorageLocation implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<StorageChange>();
  readonly onDidChange = this.changed.event;
  private readonly noticed = new vscode.EventEmitter<StorageNotice>();
  /** Fires once for each file that is kept but not what it seems. */
  readonly onDidNotice = this.noticed.event;
  private readonly noticesByPath = new Map<string, StorageNotice>();
  private readonly subscriptions: vscode.Disposable;
  private current: { readonly setting: string; readonly base: vscode.Uri; readonly folder: SafeFolder };
  private watcher: vscode.Disposable | undefined;
  private secondLook: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly globalStorage: vscode.Uri,
    private readonly settings: Settings,
    private readonly log: Log,
  ) {
    this.current = this.resolve();
    this.subscriptions = vscode.Disposable.from(
      settings.onDidChange(["studyFolder"], () => {
        this.refresh();
      }),
      // Where no watcher reaches, coming back from another window is when its writes matter.
      vscode.window.onDidChangeWindowState((state) => {
        if (state.focused) this.changed.fire({ kind: "all" });
      }),
    );
  }

  /** The base folder, e.g. the extension's global storage. */
  get base(): vscode.Uri {
    return this.current.base;
  }

  /** The base folder's files. Another object after the base changed. */
  get folder(): SafeFolder {
    return this.current.folder;
  }

  /** True where the learner chose a folder of their own. */
  get isStudyFolder(): boolean {
    return this.base.toString() !== this.globalStorage.toString();
  }

  /** What was noticed below the base folder so far, for whoever shows it. */
  get notices(): readonly StorageNotice[] {
    return [...this.noticesByPath.values()];
  }

  /** Tells of a file once: in the log, and to whoever shows notices. */
  notice(notice: StorageNotice): void {
    if (this.noticesByPath.has(notice.path)) return;
    this.noticesByPath.set(notice.path, notice);
    this.log.warn(`${noticeText(notice)}: ${notice.path}`);
    this.noticed.fire(notice);
  }

  /** What was noticed of a file is settled. */
  settle(path: string): void {
    const notice = this.noticesByPath.get(path);
    if (notice !== undefined && this.noticesByPath.delete(path)) this.noticed.fire(notice);
  }

  /** Tells everyone about a write of our own. */
  announce(change: StorageChange): void {
    this.changed.fire(change);
  }

  /** Reads the setting again; tells everyone where the base changed. */
  refresh(): void {
    if (this.settings.studyFolder === this.current.setting) return;
    this.current = this.resolve();
    this.noticesByPath.clear();
    if (this.watcher) {
      this.watcher.dispose();
      this.watcher = undefined;
      this.watch();
    }
    this.changed.fire({ kind: "all" });
  }

  /** Starts watching the base folder; called by whoever first shows something that may change. */
  watch(): void {
    if (this.watcher) return;
    const there = this.checkStudyFolder();
    const watchers = [
      this.watchFiles(there, "answers", (path) => {
        const key = keyOfAnswerFile(path);
        if (key) this.changed.fire({ kind: "answer", key });
        // A copy, or an answer under another name.
        else if (/\.(?:md|markdown)$/i.test(path)) this.changed.fire({ kind: "answers" });
      }),
      ...recordFolders.map((kind) =>
        this.watchFiles(there, kind, (path) => {
          const key = keyOfRecordFile(path);
          if (key) this.changed.fire({ kind, key });
        }),
      ),
    ];
    this.watcher = vscode.Disposable.from(...watchers);
  }

  dispose(): void {
    clearTimeout(this.secondLook);
    this.watcher?.dispose();
    this.subscriptions.dispose();
    this.changed.dispose();
    this.noticed.dispose();
  }

  /**
   * Calls back with the path below `<base>/<name>` of each file that changes. The folder is created first: a missing
   * one cannot be watched everywhere.
   */
  private watchFiles(there: Promise<boolean>, name: string, onPath: (path: string) => void): vscode.Disposable {
    const root = vscode.Uri.joinPath(this.base, name);
    const disposables: vscode.Disposable[] = [];
    let disposed = false;
    const start = (): void => {
      if (disposed) return;
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, "**"));
      const pass = (uri: vscode.Uri): void => {
        if (uri.path.startsWith(`${root.path}/`)) onPath(uri.path.slice(root.path.length));
      };
      const passNew = (uri: vscode.Uri): void => {
        pass(uri);
        if (!/\.\w+$/.test(uri.path)) this.lookAgain();
      };
      disposables.push(watcher, watcher.onDidCreate(passNew), watcher.onDidChange(pass), watcher.onDidDelete(pass));
    };
    void there.then(async (exists) => {
      if (exists)
        await vscode.workspace.fs.createDirectory(root).then(start, (error: unknown) => {
          this.log.error(`${name} cannot be watched`, error);
        });
    });
    return new vscode.Disposable(() => {
      disposed = true;
      for (const disposable of disposables) disposable.dispose();
    });
  }

  /** What another window writes into a folder that has just come may not be told of: a second look finds it. */
  private lookAgain(): void {
    clearTimeout(this.secondLook);
    this.secondLook = setTimeout(() => {
      this.changed.fire({ kind: "all" });
    }, newFolderTime);
  }

  /**
   * False, after telling the learner, where the study folder is missing: a disk that is not mounted must not look like
   * lost answers.
   */
  private async checkStudyFolder(): Promise<boolean> {
    if (!this.isStudyFolder) return true;
    const { base } = this;
    try {
      await vscode.workspace.fs.stat(base);
      return true;
    } catch (error) {
      this.log.error("The study folder cannot be read", error);
      void showWarningMessage(
        vscode.l10n.t(
          "Your study folder {0} cannot be reached. Nothing is lost: bring it back or change tutor.studyFolder.",
          base.fsPath,
        ),
      );
      return false;
    }
  }

  private resolve(): { readonly setting: string; readonly base: vscode.Uri; readonly folder: SafeFolder } {
    const setting = this.settings.studyFolder;
    const chosen = setting === "" ? this.globalStorage : studyFolderUri(setting, homeFolder());
    if (chosen === undefined) {
      const message = vscode.l10n.t(
        "tutor.studyFolder is not an absolute path: {0}. Answers are kept in VS Code's own storage until it is.",
        setting,
      );
      void showWarningMessage(message, vscode.l10n.t("Open Settings")).then((open) => {
        if (open !== undefined)
          void vscode.commands.executeCommand("workbench.action.openSettings", "tutor.studyFolder");
      });
    }
    const base = chosen ?? this.globalStorage;
    return { setting, base, folder: new SafeFolder(new VscodeFiles(base)) };
  }
}
