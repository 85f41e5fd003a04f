// The status bar item of the active editor's answer: its marks, or how far the grading is. Made when first needed.
import * as vscode from "vscode";
import { marksText } from "../../core/feedback/marksText";
import { gradingText } from "./codeLens";
import type { DocumentFeedback } from "./documentFeedback";

export class FeedbackStatus implements vscode.Disposable {
  private item: vscode.StatusBarItem | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(private readonly feedbackOf: (document: vscode.TextDocument) => DocumentFeedback | undefined) {
    this.subscription = vscode.window.onDidChangeActiveTextEditor(() => this.refresh());
  }

  refresh(): void {
    const { t } = vscode.l10n;
    const document = vscode.window.activeTextEditor?.document;
    const feedback = document && this.feedbackOf(document);
    if (feedback?.grading) {
      this.write(`$(sync~spin) ${gradingText(feedback)}`, gradingText(feedback));
    } else if (feedback?.shown) {
      const text = marksText(feedback.shown.attempt.grade, {
        replayed: feedback.shown.replayed,
        current: feedback.tracked.current,
      });
      this.write(
        `$(${feedback.tracked.current ? "star-full" : "history"}) ${text}`,
        t("Marks of this answer: {0}. Show feedback as a list", text),
      );
    } else {
      this.item?.hide();
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.item?.dispose();
  }

  private write(text: string, label: string): void {
    this.item ??= this.make();
    this.item.text = text;
    this.item.tooltip = label;
    this.item.accessibilityInformation = { label };
    this.item.show();
  }

  private make(): vscode.StatusBarItem {
    const item = vscode.window.createStatusBarItem("tutor.marks", vscode.StatusBarAlignment.Right, 100);
    item.name = vscode.l10n.t("Roadmap Tutor: marks");
    item.command = "tutor.showFeedbackList";
    return item;
  }
}
