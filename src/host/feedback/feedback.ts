// Feedback in the text, as one part: everything that is drawn for a grade in an open answer, and its accessible twin.
// Use: `begin` when a grading starts, `verdict` as each arrives, then `show` (graded) and always `end`. On opening an
// answer call `show` with its latest attempt: remarks on words that are no longer there are told as of an earlier text.
// Grades nothing, stores nothing, registers no commands.
import * as vscode from "vscode";
import type { Attempt } from "../../core/attempt";
import type { QuestionKey } from "../../core/questionKey";
import type { ParsedDocument } from "../../core/answer";
import { emptyLayout, type Layout } from "../../core/feedback/layout";
import type { Verdict } from "../../core/grade";
import type { Question } from "../../core/question";
import type { PlacedQuestion } from "../../core/roadmap";
import { FeedbackCodeLens } from "./codeLens";
import { DocumentFeedback } from "./documentFeedback";
import { FeedbackHover } from "./feedbackHover";
import { FeedbackListView } from "./feedbackListView";
import { FeedbackStatus } from "./feedbackStatus";
import { FeedbackView } from "./feedbackView";
import { goToRemark } from "./remarkNavigation";

/** What feedback needs of its surroundings. */
export interface FeedbackSources {
  /** The question of that key as it is now; undefined where it vanished. */
  find(key: QuestionKey): Promise<PlacedQuestion | undefined>;
  /** The same, soon: what it comes to may still change, and then `onDidChange` fires. */
  findAtHand?(key: QuestionKey): Promise<PlacedQuestion | undefined>;
  /** What a document is; `other` where it holds no answer. */
  parse(document: vscode.TextDocument): ParsedDocument;
  /** Fires when roadmaps changed. */
  readonly onDidChange: vscode.Event<void>;
}

const answers: vscode.DocumentSelector = [{ scheme: "tutor" }, { language: "markdown" }];

export class Feedback implements vscode.Disposable {
  private readonly documents = new Map<string, DocumentFeedback>();
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  /** Fires when a document's grade, grading or staleness changed; not for mere moves of its remarks. */
  readonly onDidChange = this.changed.event;
  private readonly view: FeedbackView;
  private readonly lenses: FeedbackCodeLens;
  private readonly list: FeedbackListView;
  private readonly status: FeedbackStatus;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    extensionUri: vscode.Uri,
    private readonly sources: FeedbackSources,
  ) {
    const feedbackOf = (document: vscode.TextDocument): DocumentFeedback | undefined => this.of(document);
    const find = (key: QuestionKey): Promise<PlacedQuestion | undefined> =>
      this.sources.findAtHand?.(key) ?? this.sources.find(key);
    this.view = new FeedbackView(extensionUri, (document) => this.layout(document));
    this.lenses = new FeedbackCodeLens(feedbackOf, { find, parse: (document) => this.sources.parse(document) });
    this.list = new FeedbackListView((uri) => this.documents.get(uri));
    this.status = new FeedbackStatus(feedbackOf);
    this.subscriptions = [
      this.view,
      this.lenses,
      this.list,
      this.status,
      this.changed,
      vscode.languages.registerCodeLensProvider(answers, this.lenses),
      vscode.languages.registerHoverProvider(answers, new FeedbackHover(feedbackOf)),
      this.sources.onDidChange(() => this.lenses.refresh()),
      vscode.workspace.onDidChangeTextDocument((event) => this.onEdit(event)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.of(document)) this.documents.delete(document.uri.toString());
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("tutor.verdictLines"))
          for (const { document } of this.documents.values()) this.view.draw(document);
      }),
    ];
  }

  /** A grading of `answer` starts (the document's answer as it is now, where left out). What is drawn stays until the first verdict. */
  begin(document: vscode.TextDocument, question: Question, answer?: string): void {
    const feedback = this.open(document);
    const parsed = answer === undefined ? this.sources.parse(document) : undefined;
    feedback.grading = {
      answer: answer ?? (parsed?.kind === "answer" ? parsed.answer : ""),
      rubric: question,
      of: question.criteria.length,
      verdicts: [],
    };
    this.announce(feedback);
  }

  /** A provisional verdict of the grading under way; ignored where none is. A second one for a criterion takes the first one's place. */
  verdict(document: vscode.TextDocument, verdict: Verdict): void {
    const feedback = this.of(document);
    if (!feedback?.grading) return;
    const verdicts = [...feedback.grading.verdicts.filter((v) => v.criterion !== verdict.criterion), verdict];
    feedback.grading = { ...feedback.grading, verdicts };
    this.redraw(feedback);
  }

  /** Shows a grade, of this text or of an earlier one, and ends the grading under way. */
  show(document: vscode.TextDocument, attempt: Attempt, { replayed }: { readonly replayed: boolean }): void {
    const feedback = this.open(document);
    const rubric = feedback.grading?.rubric;
    feedback.grading = undefined;
    feedback.shown = { attempt, replayed, rubric };
    this.redraw(feedback);
    if (rubric) return;
    void this.sources.find(attempt.key).then((placed) => {
      if (!placed || feedback.shown?.attempt !== attempt) return;
      feedback.shown = { attempt, replayed, rubric: placed.question };
      this.redraw(feedback);
    });
  }

  /** The grading under way is over, however it ended. Without a `show` before it, what was shown before comes back. */
  end(document: vscode.TextDocument): void {
    const feedback = this.of(document);
    if (!feedback?.grading) return;
    feedback.grading = undefined;
    this.redraw(feedback);
  }

  /** Removes everything drawn for the document. The attempt itself is kept elsewhere. */
  clear(document: vscode.TextDocument): void {
    const feedback = this.of(document);
    if (!feedback) return;
    feedback.shown = undefined;
    this.redraw(feedback);
    if (!feedback.grading) this.documents.delete(document.uri.toString());
  }

  /** Goes to the remark after (1) or before (-1) the cursor of the active editor; from a list, to its answer's. */
  async goToRemark(direction: 1 | -1): Promise<void> {
    const active = vscode.window.activeTextEditor;
    const source = active && this.list.answerOf(active.document.uri);
    const editor = source === undefined ? active : await this.editorOf(vscode.Uri.parse(source));
    if (editor) await goToRemark(editor, this.of(editor.document), direction);
  }

  /** The editor of a list's answer; an answer behind another tab is brought to the front. */
  private async editorOf(answer: vscode.Uri): Promise<vscode.TextEditor> {
    const visible = vscode.window.visibleTextEditors.find((e) => e.document.uri.toString() === answer.toString());
    return (
      visible ??
      vscode.window.showTextDocument(await vscode.workspace.openTextDocument(answer), {
        viewColumn: vscode.ViewColumn.One,
      })
    );
  }

  /** Opens the list of all remarks beside the answer. */
  async showList(document: vscode.TextDocument): Promise<void> {
    if (this.list.answerOf(document.uri) === undefined) await this.list.show(document);
  }

  /** What is drawn for the document now. */
  layout(document: vscode.TextDocument): Layout {
    const verdictLines = vscode.workspace.getConfiguration("tutor").get<boolean>("verdictLines") ?? true;
    return this.of(document)?.layout(verdictLines) ?? emptyLayout;
  }

  /** True where a grade or provisional verdicts are shown. */
  hasFeedback(document: vscode.TextDocument): boolean {
    const feedback = this.of(document);
    return feedback?.shown !== undefined || feedback?.provisional === true;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private of(document: vscode.TextDocument): DocumentFeedback | undefined {
    const feedback = this.documents.get(document.uri.toString());
    // A document may be closed and another opened at its address before we hear of either.
    return feedback?.document === document ? feedback : undefined;
  }

  private open(document: vscode.TextDocument): DocumentFeedback {
    const known = this.of(document);
    if (known) return known;
    const feedback = new DocumentFeedback(document, () => this.sources.parse(document));
    this.documents.set(document.uri.toString(), feedback);
    return feedback;
  }

  private onEdit({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const feedback = this.of(document);
    if (!feedback || contentChanges.length === 0) return;
    const staleness = feedback.step(contentChanges);
    this.view.draw(document, staleness || contentChanges.some((c) => !c.range.isSingleLine || c.text.includes("\n")));
    if (staleness) this.announce(feedback);
  }

  private redraw(feedback: DocumentFeedback): void {
    feedback.rebuild();
    this.view.draw(feedback.document, true);
    this.announce(feedback);
  }

  private announce({ document }: DocumentFeedback): void {
    this.lenses.refresh();
    this.status.refresh();
    this.list.refresh(document);
    this.changed.fire(document);
  }
}
