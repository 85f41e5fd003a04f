// Brings the feedback of the latest attempt back when an answer comes into view: after a reload, a reopened tab,
// another
// window's grading; and has it follow what the learner says of the attempt, here or in another window.
import * as vscode from "vscode";
import { answerHash } from "../../core/text/hash";
import { attemptInForce } from "../../core/attempts/inForce";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { Feedback } from "../feedback/feedback";
import type { Log } from "../log";
import type { AmendmentStore } from "../storage/amendmentStore";
import type { AttemptStore } from "../storage/attemptStore";

export class FeedbackRestorer implements vscode.Disposable {
  /** Documents whose feedback was restored or cleared since they were opened; not restored again. */
  private readonly seen = new Set<string>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly documents: AnswerDocuments,
    private readonly attempts: AttemptStore,
    private readonly amendments: AmendmentStore,
    private readonly feedback: Feedback,
    private readonly log: Log,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        this.restoreAll(editors);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.seen.delete(document.uri.toString())),
      amendments.onDidChange((key) => {
        this.amend(key);
      }),
    );
    this.restoreAll(vscode.window.visibleTextEditors);
  }

  /** Which attempt counts may be another one now, of any question: open answers show it. */
  refresh(): void {
    for (const document of vscode.workspace.textDocuments) {
      const key = this.documents.keyOf(document);
      if (key === undefined || !this.seen.has(document.uri.toString())) continue;
      this.restore(document, key, { again: true }).catch((error: unknown) => {
        this.tell(key, error);
      });
    }
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
      void this.restore(document, key).catch((error: unknown) => {
        this.tell(key, error);
      });
    }
  }

  private async restore(document: vscode.TextDocument, key: QuestionKey, { again = false } = {}): Promise<void> {
    const [attempts, amendments] = await Promise.all([this.attempts.list(key), this.amendments.list(key)]);
    const parsed = this.documents.parse(document);
    const hash = parsed.kind === "answer" ? answerHash(parsed.answer) : undefined;
    const attempt = attemptInForce(attempts, amendments, hash);
    // A grading that began meanwhile knows better.
    if (attempt !== undefined && !document.isClosed && (again || !this.feedback.hasFeedback(document)))
      this.feedback.show(document, attempt, { replayed: false, amendments });
  }

  /** The amendments of one question changed, or perhaps those of any: what is shown of them follows. */
  private amend(changed: QuestionKey | undefined): void {
    const open = vscode.workspace.textDocuments.flatMap((document) => this.documents.keyOf(document) ?? []);
    const keys = changed === undefined ? open : [changed];
    for (const key of keys)
      this.amendments.list(key).then(
        (amendments) => {
          this.feedback.amend(key, amendments);
        },
        (error: unknown) => {
          this.tell(key, error);
        },
      );
  }

  private tell(key: QuestionKey, error: unknown): void {
    this.log.error(`What is kept of ${key.roadmap}/${key.question} could not be read`, error);
  }
}
