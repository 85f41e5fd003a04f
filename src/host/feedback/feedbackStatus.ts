// The status bar item of the active editor's answer: what it came to, how far the grading is, or the way to a grade
// while the row above the answer is scrolled out of sight. Made when first needed.
import * as vscode from "vscode";
import { gradingText } from "./actionRow";
import type { DocumentFeedback } from "./documentFeedback";
import type { FeedbackSources } from "./feedbackSources";
import { headlineText } from "./headlineText";
import { notGradedPhrase } from "./notGradedPhrase";
import { createStatusBarItem } from "../shown";

/** What the item says and does. */
interface Said {
  readonly text: string;
  /** Read aloud, and shown as the tooltip. */
  readonly label: string;
  readonly command: string;
}

export class FeedbackStatus implements vscode.Disposable {
  private item: vscode.StatusBarItem | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly feedbackOf: (document: vscode.TextDocument) => DocumentFeedback | undefined,
    private readonly parse: FeedbackSources["parse"],
  ) {
    this.subscription = vscode.window.onDidChangeActiveTextEditor(() => {
      this.refresh();
    });
    this.refresh();
  }

  refresh(): void {
    const document = vscode.window.activeTextEditor?.document;
    const said = document && (this.ofFeedback(document) ?? this.ofUngraded(document));
    if (said) this.write(said);
    else this.item?.hide();
  }

  dispose(): void {
    this.subscription.dispose();
    this.item?.dispose();
  }

  private ofFeedback(document: vscode.TextDocument): Said | undefined {
    const { t } = vscode.l10n;
    const feedback = this.feedbackOf(document);
    if (!feedback) return undefined;
    if (feedback.grading) {
      const text = gradingText(feedback);
      return { text: `$(sync~spin) ${text}`, label: text, command: "tutor.showFeedback" };
    }
    if (feedback.notGraded) {
      const { reason, message } = feedback.notGraded;
      const label = t("Not graded, your answer is kept: {0}", message);
      return { text: `$(warning) ${notGradedPhrase(reason)}`, label, command: "tutor.showFeedback" };
    }
    const headline = headlineText(feedback);
    if (!headline) return undefined;
    return {
      text: `$(${headline.icon}) ${headline.short}`,
      label: t("This answer: {0}. Show feedback", headline.text),
      command: "tutor.showFeedback",
    };
  }

  private ofUngraded(document: vscode.TextDocument): Said | undefined {
    if (this.parse(document).kind !== "answer") return undefined;
    const { t } = vscode.l10n;
    return { text: `$(pass) ${t("Grade")}`, label: t("Grade my answer"), command: "tutor.gradeAnswer" };
  }

  private write({ text, label, command }: Said): void {
    this.item ??= this.make();
    this.item.text = text;
    this.item.tooltip = label;
    this.item.command = command;
    this.item.accessibilityInformation = { label };
    this.item.show();
  }

  private make(): vscode.StatusBarItem {
    const item = createStatusBarItem("tutor.marks", vscode.StatusBarAlignment.Right, 100);
    item.name = vscode.l10n.t("Roadmap Tutor: answer");
    return item;
  }
}
