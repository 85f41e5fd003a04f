// The feedback as a list: a read-only document beside the answer, plain Markdown, kept up to date with the grade.
import * as vscode from "vscode";
import { feedbackListMarkdown } from "../../core/feedback/feedbackList";
import type { DocumentFeedback } from "./documentFeedback";

/** URI scheme of the list's documents; the answer's URI is their query. */
export const feedbackListScheme = "tutor-feedback";

export class FeedbackListView implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly subscription = vscode.workspace.registerTextDocumentContentProvider(feedbackListScheme, this);

  constructor(private readonly feedbackOf: (uri: string) => DocumentFeedback | undefined) {}

  provideTextDocumentContent(uri: vscode.Uri): string {
    const feedback = this.feedbackOf(uri.query);
    if (!feedback)
      return `${vscode.l10n.t("There is no feedback to list: the answer is not open, or it was not graded yet.")}\n`;
    const { document, remarks, tracked, shown, grading, provisional } = feedback;
    return feedbackListMarkdown({
      title: titleOf(feedback),
      remarks,
      tracked,
      ...(shown && !provisional
        ? { grade: shown.attempt.grade, at: shown.attempt.at, receipt: shown.attempt.receipt }
        : {}),
      replayed: shown?.replayed === true,
      ...(grading ? { progress: { done: grading.verdicts.length, of: grading.of } } : {}),
      lineNumber: (offset) => document.positionAt(offset).line + 1,
    });
  }

  /** Opens the list beside the answer, or brings it to the front. */
  async show(document: vscode.TextDocument): Promise<void> {
    const uri = listUri(document.uri);
    const list = await vscode.workspace.openTextDocument(uri);
    const visible = vscode.window.visibleTextEditors.find((e) => e.document.uri.toString() === uri.toString());
    await vscode.window.showTextDocument(list, {
      viewColumn: visible?.viewColumn ?? vscode.ViewColumn.Beside,
      preview: true,
    });
  }

  /** The answer that a list is of, where `uri` is a list's. */
  answerOf(uri: vscode.Uri): string | undefined {
    return uri.scheme === feedbackListScheme ? uri.query : undefined;
  }

  /** Tells an open list that its answer's feedback changed. */
  refresh(document: vscode.TextDocument): void {
    const uri = listUri(document.uri);
    if (vscode.workspace.textDocuments.some((d) => d.uri.toString() === uri.toString())) this.changed.fire(uri);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}

function listUri(answer: vscode.Uri): vscode.Uri {
  const name = answer.path.slice(answer.path.lastIndexOf("/") + 1).replace(/\.md$/, "");
  return vscode.Uri.from({
    scheme: feedbackListScheme,
    path: `/${vscode.l10n.t("Feedback on {0}", name)}.md`,
    query: answer.toString(),
  });
}

function titleOf({ shown, document }: DocumentFeedback): string {
  if (shown) return shown.attempt.asked.title;
  return /^# (.+)$/m.exec(document.lineAt(0).text)?.[1] ?? document.uri.path;
}
