// What the Feedback view shows now: the answer in the active editor, with what was found, judged and said of it.
import * as vscode from "vscode";
import type { FeedbackState } from "../../shared/feedbackMessages";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { NearMissFinder } from "../authoring/nearMissFinder";
import type { Feedback } from "../feedback/feedback";
import type { Marking } from "../marking/marking";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import { feedbackState } from "./feedbackState";

export class FeedbackSource implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when the state may be another. */
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: vscode.Disposable;
  private last: vscode.TextDocument | undefined;

  constructor(
    private readonly documents: AnswerDocuments,
    private readonly feedback: Feedback,
    private readonly marking: Marking,
    private readonly library: RoadmapLibrary,
    private readonly nearMisses: Pick<NearMissFinder, "writable">,
  ) {
    const fire = (): void => {
      this.changed.fire();
    };
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(fire),
      vscode.window.onDidChangeVisibleTextEditors(fire),
      feedback.onDidChange(fire),
      marking.onDidChange(fire),
      library.onDidChange(fire),
    );
  }

  /**
   * The active editor's answer; while a page has the keyboard, the one that was active last and still shows; else one
   * that shows.
   */
  get document(): vscode.TextDocument | undefined {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    const isAnswer = (document: vscode.TextDocument | undefined): boolean =>
      document !== undefined && this.documents.keyOf(document) !== undefined;
    const active = activeTextEditor?.document;
    const shown = visibleTextEditors.map(({ document }) => document);
    if (isAnswer(active)) this.last = active;
    else if (this.last === undefined || !shown.includes(this.last)) this.last = shown.find(isAnswer);
    return this.last;
  }

  /** Whether there is anything to show: a result, one on its way, or why there is none. */
  get hasContent(): boolean {
    const { document, feedback } = this;
    if (document === undefined) return false;
    const underWay = feedback.progressOf(document) ?? feedback.notGradedOf(document) ?? feedback.steadinessOf(document);
    return underWay !== undefined || feedback.hasFeedback(document);
  }

  /** The whole state; `applied` gives the page's last request that it has in it. */
  async state(applied: () => number): Promise<FeedbackState> {
    const { document } = this;
    const key = document && this.documents.keyOf(document);
    if (document === undefined || key === undefined) return { status: "none" };
    const question = (await this.library.find(key))?.question;
    const nearMisses = await this.nearMisses.writable(this.feedback.standingOf(document));
    // From here on nothing is waited for: all of it is of one moment.
    const standing = this.feedback.standingOf(document);
    return feedbackState({
      document: document.uri.toString(),
      title: question?.title ?? standing?.attempt.asked.title ?? key.question,
      question,
      standing,
      remarks: this.feedback.remarksOf(document),
      tracked: this.feedback.trackedOf(document),
      replayed: this.feedback.isReplayed(document),
      grading: this.feedback.progressOf(document),
      notGraded: this.feedback.notGradedOf(document),
      steadiness: this.feedback.steadinessOf(document),
      nearMisses,
      unkept: this.marking.unkeptOf(document),
      applied: applied(),
      lang: vscode.env.language,
    });
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.changed.dispose();
  }
}
