// The status bar item that says who grades while an answer is in the active editor, and leads to the choice.
import * as vscode from "vscode";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { GraderChoice } from "../grading/graderChoice";
import type { Settings } from "../settings";
import { createStatusBarItem } from "../shown";

export class GraderStatus implements vscode.Disposable {
  private item: vscode.StatusBarItem | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly documents: AnswerDocuments,
    private readonly choice: GraderChoice,
    settings: Settings,
  ) {
    const refresh = (): void => this.refresh();
    this.subscriptions = vscode.Disposable.from(
      documents.onDidChangeActive(refresh),
      settings.onDidChange(["grader", "model", "vscodeModel"], refresh),
    );
    refresh();
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.item?.dispose();
  }

  private refresh(): void {
    if (this.documents.active === undefined) {
      this.item?.hide();
      return;
    }
    this.item ??= make();
    const { modelName } = this.choice;
    const { t } = vscode.l10n;
    this.item.text = modelName === undefined ? `$(checklist) ${t("No model")}` : `$(hubot) ${modelName}`;
    const label =
      modelName === undefined
        ? t("Answers are checked here and you mark them. Choose who grades")
        : t("{0} grades your answers. Choose who grades", modelName);
    this.item.tooltip = label;
    this.item.accessibilityInformation = { label };
    this.item.show();
  }
}

function make(): vscode.StatusBarItem {
  const item = createStatusBarItem("tutor.grader", vscode.StatusBarAlignment.Right, 99);
  item.name = vscode.l10n.t("Roadmap Tutor: who grades");
  item.command = "tutor.chooseGrader";
  return item;
}
