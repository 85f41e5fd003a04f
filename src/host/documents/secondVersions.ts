// Copies of an answer that sync tools and file managers make: telling them from the answer that counts, showing both
// side by side, and letting the learner say which one counts. Neither is ever deleted.
import * as vscode from "vscode";
import { errorMessage } from "../../core/text/errorMessage";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { fileName } from "../../core/reading/fileNames";
import type { AnswerStore } from "../storage/answerStore";
import { keepVersion } from "../storage/otherVersions";
import type { StorageLocation } from "../storage/storageLocation";
import { showErrorMessage, showInformationMessage, showWarningMessage } from "../shown";

export class SecondVersions {
  constructor(
    private readonly location: Pick<StorageLocation, "base" | "folder" | "settle" | "announce">,
    private readonly answers: Pick<AnswerStore, "placeOf" | "stat">,
  ) {}

  /**
   * The path of a document among the answers where another file is this question's answer; undefined for the answer
   * itself, and for documents kept elsewhere.
   */
  async pathOfSecond(uri: vscode.Uri, key: QuestionKey): Promise<string | undefined> {
    const root = `${this.location.base.path}/`;
    const path = uri.scheme === this.location.base.scheme ? uri.path : "";
    if (!path.startsWith(`${root}answers/`)) return undefined;
    const second = path.slice(root.length);
    if ((await this.answers.placeOf(key)) === second) return undefined;
    return (await this.answers.stat(key)) === undefined ? undefined : second;
  }

  /** Tells why a second version is not graded, with both ways out. */
  tell(second: string, key: QuestionKey, title: string): void {
    const compare = vscode.l10n.t("Compare");
    const keep = vscode.l10n.t("Keep this one");
    void showWarningMessage(
      vscode.l10n.t(
        "Not graded: {0} is a second version of your answer to “{1}”, which is kept in another file.",
        fileName(second),
        title,
      ),
      compare,
      keep,
    ).then(async (chosen) => {
      if (chosen === compare) await this.compare(second, key);
      if (chosen === keep) await this.keep(second, key, "second");
    });
  }

  /**
   * Shows the answer that counts beside a second version and asks which one to keep; false where there is no answer.
   */
  async compare(second: string, key: QuestionKey): Promise<boolean> {
    if ((await this.answers.stat(key)) === undefined) return false;
    const at = (path: string): vscode.Uri => vscode.Uri.joinPath(this.location.base, path);
    const counted = await this.answers.placeOf(key);
    const title = vscode.l10n.t("Your answer ↔ {0}", fileName(second));
    await vscode.commands.executeCommand("vscode.diff", at(counted), at(second), title);
    const left = vscode.l10n.t("Keep the left one");
    const right = vscode.l10n.t("Keep the right one");
    void showInformationMessage(
      vscode.l10n.t("Which version of your answer counts? The left one does now. The other one is kept beside it."),
      left,
      right,
    ).then(async (chosen) => {
      if (chosen === left) await this.keep(second, key, "counted");
      if (chosen === right) await this.keep(second, key, "second");
    });
    return true;
  }

  private async keep(second: string, key: QuestionKey, keep: "counted" | "second"): Promise<void> {
    try {
      const counted = await this.answers.placeOf(key);
      const dirty = vscode.workspace.textDocuments.filter(
        ({ isDirty, uri }) => isDirty && [counted, second].some((path) => uri.path.endsWith(`/${path}`)),
      );
      for (const document of dirty) if (!(await document.save())) return;
      const date = new Date().toISOString().slice(0, 10);
      const other = await keepVersion(this.location.folder, { counted, second }, keep, date);
      this.location.settle(second);
      this.location.announce({ kind: "answer", key });
      if (other !== undefined)
        void showInformationMessage(vscode.l10n.t("Kept. The other version is in {0}.", fileName(other)));
    } catch (error) {
      const reason = errorMessage(error);
      void showErrorMessage(
        vscode.l10n.t("Both versions are still there, {0} could not be put in place: {1}", fileName(second), reason),
      );
    }
  }
}
