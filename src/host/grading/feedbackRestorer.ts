// Brings the feedback of the latest attempt back when an answer comes into view: after a reload, a reopened tab, another window's grading.
import * as vscode from "vscode";
import { latest } from "../../core/attempts";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { Feedback } from "../feedback/feedback";
import type { Log } from "../log";
import type { AttemptStore } from "../storage/attemptStore";

export class FeedbackRestorer implements vscode.Disposable {
  /** Documents whose feedback was restored or cleared since they were opened; not restored again. */
  private readonly seen = new Set<string>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly documents: AnswerDocuments,
    private readonly attempts: AttemptStore,
    private readonly feedback: Feedback,
    private readonly log: Log,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.restoreAll(editors)),
      vscode.workspace.onDidCloseTextDocument((document) => this.seen.delete(document.uri.toString())),
    );
    this.restoreAll(vscode.window.visibleTextEditors);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private restoreAll(editors: readonly vscode.TextEditor[]): void {
    for (const { document } of editors) {
      const id = document.uri.toString();
      const key = this.documents.keyOf(document);
      if (key === undefined || this.seen.has(id)) continue;
      this.seen.add(id);
      this.attempts.list(key).then(
        (attempts) => {
          const attempt = latest(attempts);
          // A grading that began meanwhile knows better.
          if (attempt !== undefined && !document.isClosed && !this.feedback.hasFeedback(document))
            this.feedback.show(document, attempt, { replayed: false });
        },
        (error: unknown) => this.log.error(`The attempts of ${key.roadmap}/${key.question} could not be read`, error),
      );
    }
  }
}
