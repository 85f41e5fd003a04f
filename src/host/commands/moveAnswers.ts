// "Move my answers": between VS Code's own storage and a folder of the learner's. Constructed after all that stores.
// Copies and proves first, switches the setting, and only then deletes; a move that was cut off is finished by the next
// one.
import * as vscode from "vscode";
import { errorMessage } from "../../core/text/errorMessage";
import { answerTabs, reopen, unsavedAnswers } from "../documents/answerTabs";
import type { AnswerDocuments } from "../documents/answerDocuments";
import { saveDocument } from "../documents/saveDocument";
import type { Log } from "../log";
import type { Settings } from "../settings";
import { studyFolderSetting } from "../storage/baseFolder";
import { copyAll, deleteCopied, filesToMove } from "../storage/moveFiles";
import { SafeFolder } from "../storage/safeFolder";
import type { StorageLocation } from "../storage/storageLocation";
import { VscodeFiles } from "../storage/vscodeFiles";
import { showErrorMessage, showInformationMessage, showQuickPick, showWarningMessage, withProgress } from "../shown";

/** What a move came to, for the learner. */
export interface MoveReport {
  /** Number of answers, attempts and amendments that stand in the new place. */
  readonly moved: number;
  /** Files, relative to the new folder, that keep a second answer. */
  readonly keptBoth: readonly string[];
  /** Files, relative to the old folder, that stayed there. */
  readonly left: readonly string[];
}

/** Names the folder of a move under way; in global storage, where every window finds it. */
const pendingFile = "move.json";

export class MoveAnswers {
  constructor(
    private readonly location: StorageLocation,
    private readonly settings: Settings,
    private readonly documents: AnswerDocuments,
    private readonly log: Log,
  ) {}

  /**
   * Asks where to, moves, and tells what it came to; undefined where nothing was moved. `options.to`, a folder's URI or
   * "own-storage", answers the question beforehand.
   */
  async run(options?: unknown): Promise<MoveReport | undefined> {
    const target = this.given(options) ?? (await this.ask());
    if (target === undefined || !(await this.saveFirst())) return undefined;
    try {
      const title = vscode.l10n.t("Moving your answers…");
      const report = await withProgress({ location: vscode.ProgressLocation.Notification, title }, () =>
        this.moveTo(target),
      );
      this.tell(report, target);
      return report;
    } catch (error) {
      this.log.error("The answers were not moved", error);
      const reason = errorMessage(error);
      void showErrorMessage(vscode.l10n.t("Your answers were not moved and stay where they were: {0}", reason));
      return undefined;
    }
  }

  /**
   * Moves everything to `folder` without asking. Rejects, with the source complete, where copying or switching fails.
   * Also finishes an earlier move that was cut off.
   */
  async moveTo(folder: vscode.Uri): Promise<MoveReport> {
    const target = folder.with({ path: folder.path.replace(/(?<=.)\/+$/, "") });
    const tabs = answerTabs(this.documents);
    const sources = await this.sources(target);
    const to = new SafeFolder(new VscodeFiles(target));
    const copies: { readonly from: SafeFolder; readonly report: Awaited<ReturnType<typeof copyAll>> }[] = [];
    await this.rememberPending(sources);
    for (const source of sources) {
      const from = new SafeFolder(new VscodeFiles(source));
      copies.push({ from, report: await copyAll(from, to, new Date().toISOString().slice(0, 10)) });
    }
    await this.switchTo(target);
    await reopen(tabs, this.documents).catch((error: unknown) => {
      this.log.error("An editor could not be opened again", error);
    });
    const left: string[] = [];
    for (const { from, report } of copies)
      left.push(...report.unsure, ...(await deleteCopied(from, to, report.verified)));
    await this.forgetPending();
    return { moved: (await filesToMove(to)).length, keptBoth: copies.flatMap((c) => c.report.keptBoth), left };
  }

  private given(options: unknown): vscode.Uri | undefined {
    const to: unknown = typeof options === "object" && options !== null && "to" in options ? options.to : undefined;
    if (to === "own-storage") return this.location.globalStorage;
    return to instanceof vscode.Uri ? to : undefined;
  }

  private async ask(): Promise<vscode.Uri | undefined> {
    const { isStudyFolder, base } = this.location;
    const own = {
      label: vscode.l10n.t("$(folder) In a folder of mine…"),
      detail: vscode.l10n.t("Plain Markdown files that you can search, back up and keep in git."),
      description: isStudyFolder ? vscode.l10n.t("now: {0}", base.fsPath) : "",
    };
    const inside = {
      label: vscode.l10n.t("$(database) In VS Code's own storage"),
      detail: vscode.l10n.t("Nothing to look after; works without a folder."),
      description: isStudyFolder ? "" : vscode.l10n.t("now"),
    };
    const picked = await showQuickPick([own, inside], {
      title: vscode.l10n.t("Where should your answers and attempts be kept?"),
    });
    if (picked === inside) return this.location.globalStorage;
    if (picked !== own) return undefined;
    const folders = await vscode.window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      openLabel: vscode.l10n.t("Keep my answers here"),
      title: vscode.l10n.t("A folder for your answers"),
    });
    return folders?.[0];
  }

  /** True when nothing is unsaved any more. */
  private async saveFirst(): Promise<boolean> {
    const unsaved = unsavedAnswers(this.documents);
    if (unsaved.length === 0) return true;
    const save = vscode.l10n.t("Save and move");
    const question =
      unsaved.length === 1
        ? vscode.l10n.t("One answer has unsaved changes.")
        : vscode.l10n.t("{0} answers have unsaved changes.", unsaved.length);
    if ((await showWarningMessage(question, { modal: true }, save)) !== save) return false;
    const saved = await Promise.all(unsaved.map(saveDocument));
    if (saved.every(Boolean)) return true;
    void showErrorMessage(vscode.l10n.t("Not moved: an answer could not be saved. Your text is still in the editor."));
    return false;
  }

  /** The folder in use, and that of a move that was cut off; never the target itself. */
  private async sources(target: vscode.Uri): Promise<vscode.Uri[]> {
    const all = [this.location.base, ...(await this.pending())];
    const unique = new Map(all.map((uri) => [uri.toString(), uri]));
    unique.delete(target.toString());
    return [...unique.values()];
  }

  private async switchTo(target: vscode.Uri): Promise<void> {
    const value = target.toString() === this.location.globalStorage.toString() ? "" : studyFolderSetting(target);
    if (this.settings.studyFolder !== value) await this.settings.write("studyFolder", value);
    this.location.refresh();
    if (this.location.base.toString() !== target.toString())
      throw new Error(
        vscode.l10n.t("the setting tutor.studyFolder could not be changed. A copy is in {0}.", target.fsPath),
      );
  }

  private get pendingFolder(): SafeFolder {
    return new SafeFolder(new VscodeFiles(this.location.globalStorage));
  }

  private async pending(): Promise<vscode.Uri[]> {
    try {
      const raw: unknown = JSON.parse(new TextDecoder().decode(await this.pendingFolder.read(pendingFile)));
      return Array.isArray(raw)
        ? raw.filter((uri) => typeof uri === "string").map((uri) => vscode.Uri.parse(uri, true))
        : [];
    } catch {
      return [];
    }
  }

  private async rememberPending(sources: readonly vscode.Uri[]): Promise<void> {
    await this.pendingFolder.write(pendingFile, new TextEncoder().encode(JSON.stringify(sources.map(String))));
  }

  private async forgetPending(): Promise<void> {
    await this.pendingFolder.remove(pendingFile).catch((error: unknown) => {
      this.log.error("The note of the move could not be deleted", error);
    });
  }

  private tell(report: MoveReport, target: vscode.Uri): void {
    const where =
      target.toString() === this.location.globalStorage.toString()
        ? vscode.l10n.t("VS Code's own storage")
        : target.fsPath;
    const sentences = [vscode.l10n.t("Your answers and attempts are now in {0} ({1} files).", where, report.moved)];
    if (report.keptBoth.length > 0)
      sentences.push(
        vscode.l10n.t("Where two answers differed, the older one is kept as {0}.", report.keptBoth.join(", ")),
      );
    if (report.left.length > 0)
      sentences.push(
        vscode.l10n.t("These could not be moved and are still in the old place: {0}.", report.left.join(", ")),
      );
    void (report.left.length > 0
      ? showWarningMessage(sentences.join(" "))
      : showInformationMessage(sentences.join(" ")));
  }
}
