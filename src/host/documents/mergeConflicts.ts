// A merge that left two versions in one answer: both shown side by side, and the learner says which one stays. The
// other one is kept beside it, as with copies.
import * as vscode from "vscode";
import { versionsOf } from "../../core/answer/conflictMarkers";
import { errorMessage } from "../../core/text/errorMessage";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { fileName } from "../../core/reading/fileNames";
import { showErrorMessage, showInformationMessage, showWarningMessage } from "../shown";
import type { AnswerStore } from "../storage/answerStore";
import { keepSecond } from "../storage/moveFiles";
import type { StorageLocation } from "../storage/storageLocation";
import { tutorScheme } from "./tutorFileSystem";

/** The scheme of the versions while they are compared. */
const scheme = "tutor-version";

export class MergeConflicts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private registration: vscode.Disposable | undefined;

  constructor(
    private readonly location: Pick<StorageLocation, "base" | "folder">,
    private readonly answers: Pick<AnswerStore, "placeOf">,
  ) {}

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? "";
  }

  /** Tells why an answer with a conflict at `offset` is not graded, with the ways out. */
  tell(document: vscode.TextDocument, key: QuestionKey, offset: number): void {
    const position = document.positionAt(offset);
    const compare = vscode.l10n.t("Compare");
    const show = vscode.l10n.t("Show the conflict");
    const [first, second] = versionsOf(document.getText());
    const line = position.line + 1;
    // Of a mark that lost its others there is nothing to compare.
    const message =
      first === second
        ? vscode.l10n.t("Not graded: line {0} of your answer holds a mark of a merge conflict. Remove it first.", line)
        : vscode.l10n.t(
            "Not graded: a merge left two versions of your answer in conflict, from line {0}. Keep one of them first.",
            line,
          );
    void showWarningMessage(message, ...(first === second ? [] : [compare]), show).then(async (chosen) => {
      if (chosen === compare) await this.compare(document, key);
      if (chosen === show)
        await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
    });
  }

  dispose(): void {
    this.registration?.dispose();
  }

  /** Shows both versions and asks which one to keep. */
  private async compare(document: vscode.TextDocument, key: QuestionKey): Promise<void> {
    this.registration ??= vscode.workspace.registerTextDocumentContentProvider(scheme, this);
    const versions = versionsOf(document.getText());
    const uris = versions.map((text, side) => {
      const path = `/${key.roadmap}/${String(this.texts.size + 1)}-${String(side)}/${key.question}.md`;
      this.texts.set(path, text);
      return vscode.Uri.from({ scheme, path });
    });
    const title = vscode.l10n.t("The two versions of your answer");
    await vscode.commands.executeCommand("vscode.diff", uris[0], uris[1], title);
    const left = vscode.l10n.t("Keep the left one");
    const right = vscode.l10n.t("Keep the right one");
    const question = vscode.l10n.t("Which version of your answer do you keep? The other one is kept beside it.");
    const chosen = await showInformationMessage(question, left, right);
    if (chosen !== left && chosen !== right) return;
    await this.keep(document, key, versions, chosen === left ? 0 : 1);
  }

  private async keep(
    document: vscode.TextDocument,
    key: QuestionKey,
    versions: readonly [string, string],
    side: 0 | 1,
  ): Promise<void> {
    try {
      // Written on since: what is kept must be what was compared.
      const [first, second] = versionsOf(document.getText());
      if (first !== versions[0] || second !== versions[1]) {
        await this.compare(document, key);
        return;
      }
      const other = await this.keepOther(document, key, versions[side === 0 ? 1 : 0]);
      const edit = new vscode.WorkspaceEdit();
      const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
      edit.replace(document.uri, whole, versions[side]);
      await vscode.workspace.applyEdit(edit);
      await document.save();
      await vscode.window.showTextDocument(document);
      if (other !== undefined)
        void showInformationMessage(vscode.l10n.t("Kept. The other version is in {0}.", fileName(other)));
    } catch (error) {
      const reason = errorMessage(error);
      const name = fileName(document.uri.path);
      void showErrorMessage(
        vscode.l10n.t("Both versions are still there, {0} could not be put in place: {1}", name, reason),
      );
    }
  }

  /** Writes the other version beside the answer; a copy kept elsewhere has Undo alone. */
  private async keepOther(document: vscode.TextDocument, key: QuestionKey, text: string): Promise<string | undefined> {
    const place = await this.answers.placeOf(key);
    const own = vscode.Uri.joinPath(this.location.base, place).toString();
    if (document.uri.scheme !== tutorScheme && document.uri.toString() !== own) return undefined;
    const date = new Date().toISOString().slice(0, 10);
    return keepSecond(this.location.folder, place, new TextEncoder().encode(text), date);
  }
}
