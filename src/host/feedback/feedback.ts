// Feedback in the text, as one part: everything that is drawn for an attempt in an open answer, and what it stands at.
// Use: `begin` when a grading starts, `verdict` as each arrives, then `show` (graded or checked) or `notGraded`, and
// always `end`. Grades nothing, stores nothing, registers no commands.
import * as vscode from "vscode";
import type { Amendment } from "../../core/attempts/amendment";
import type { Attempt } from "../../core/attempts/attempt";
import type { ShownHint } from "../../core/feedback/hintRows";
import { emptyLayout, type Layout } from "../../core/feedback/layout";
import type { Remark } from "../../core/feedback/remark";
import type { TrackedRemarks } from "../../core/feedback/trackedRemarks";
import type { Verdict } from "../../core/marks/grade";
import type { Question } from "../../core/roadmap/question";
import { sameKey, type QuestionKey } from "../../core/roadmap/questionKey";
import type { PlacedQuestion } from "../../core/roadmap/roadmap";
import type { Standing } from "../../core/attempts/standing";
import type { NotGraded } from "../../grading/grader";
import { readingText } from "./actionRow";
import { FeedbackCodeLens } from "./codeLens";
import { untracked, type DocumentFeedback } from "./documentFeedback";
import { FadedComments } from "./fadedComments";
import { FeedbackDrawing } from "./feedbackDrawing";
import { FeedbackHover } from "./feedbackHover";
import type { FeedbackSources } from "./feedbackSources";
import { FeedbackStatus } from "./feedbackStatus";
import { Flash } from "./flash";
import { OpenFeedback } from "./openFeedback";
import { goToRemark } from "./remarkNavigation";
import type { Steadiness } from "./steadiness";

/** Milliseconds by which words in other places come after the decorations: told at once they would hold those up. */
const wordsAfter = 40;

/** Milliseconds after which it is said that a model is still reading. */
const shortestWait = 3_000;

const answers: vscode.DocumentSelector = [{ scheme: "tutor" }, { language: "markdown" }];

/** What goes with an attempt that is shown. */
export interface ShowOptions {
  /** Taken from an earlier attempt at the same text; no grader was called. */
  readonly replayed: boolean;
  /** What was said of it since; may hold those of other attempts. */
  readonly amendments?: readonly Amendment[];
}

export class Feedback implements vscode.Disposable {
  private readonly documents: OpenFeedback;
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  /** Fires when a document's attempt, grading, hint or staleness changed; not for mere moves of its remarks. */
  readonly onDidChange = this.changed.event;
  private readonly drawing: FeedbackDrawing;
  private readonly lenses: FeedbackCodeLens;
  private readonly status: FeedbackStatus;
  private readonly flash = new Flash();
  /** Documents whose words are still to be told of, with the timer that will. */
  private readonly untold = new Map<DocumentFeedback, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: readonly { dispose(): unknown }[];

  constructor(
    extensionUri: vscode.Uri,
    private readonly sources: FeedbackSources,
  ) {
    const feedbackOf = (document: vscode.TextDocument): DocumentFeedback | undefined => this.of(document);
    const parse = (document: vscode.TextDocument) => this.sources.parse(document);
    const find = (key: QuestionKey): Promise<PlacedQuestion | undefined> =>
      this.sources.findAtHand?.(key) ?? this.sources.find(key);
    this.documents = new OpenFeedback(parse);
    this.drawing = new FeedbackDrawing(extensionUri, (document) => this.layout(document));
    this.lenses = new FeedbackCodeLens(feedbackOf, { find, parse });
    this.status = new FeedbackStatus(feedbackOf, parse);
    this.subscriptions = [
      this.drawing,
      this.lenses,
      this.status,
      this.flash,
      this.changed,
      new FadedComments(parse),
      vscode.languages.registerCodeLensProvider(answers, this.lenses),
      vscode.languages.registerHoverProvider(answers, new FeedbackHover(feedbackOf)),
      this.sources.onDidChange(() => {
        this.onRoadmaps();
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.onEdit(event);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.forget(this.of(document));
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("tutor.verdictLines"))
          for (const { document } of this.documents.all()) this.drawing.draw(document);
      }),
    ];
  }

  /** A grading of `answer` starts (where left out, of the document's). What is drawn stays until the first verdict. */
  begin(document: vscode.TextDocument, question: Question, answer?: string): void {
    const feedback = this.documents.open(document);
    const parsed = answer === undefined ? this.sources.parse(document) : undefined;
    feedback.notGraded = undefined;
    feedback.grading = {
      answer: answer ?? (parsed?.kind === "answer" ? parsed.answer : ""),
      rubric: question,
      of: question.criteria.length,
      verdicts: [],
      silent: 0,
    };
    this.tell(feedback);
  }

  /** The model has given no word for this long, in milliseconds; shown once it is long enough to wonder. */
  waiting(document: vscode.TextDocument, ms: number): void {
    const feedback = this.of(document);
    const silent = ms < shortestWait ? 0 : Math.round(ms / 1000);
    if (!feedback?.grading || feedback.grading.silent === silent) return;
    feedback.grading = { ...feedback.grading, silent };
    this.tell(feedback);
  }

  /** A provisional verdict of the grading under way. A second one for a criterion takes the first one's place. */
  verdict(document: vscode.TextDocument, verdict: Verdict): void {
    const feedback = this.of(document);
    if (!feedback?.grading) return;
    const verdicts = [...feedback.grading.verdicts.filter((v) => v.criterion !== verdict.criterion), verdict];
    feedback.grading = { ...feedback.grading, verdicts, silent: 0 };
    this.redraw(feedback);
  }

  /** Shows an attempt with what was said of it since, and ends the grading under way. */
  show(document: vscode.TextDocument, attempt: Attempt, { replayed, amendments = [] }: ShowOptions): void {
    const feedback = this.documents.open(document);
    const known = sameKey(feedback.shown?.attempt.key, attempt.key) ? feedback.shown?.rubric : undefined;
    const rubric = feedback.grading?.rubric ?? known;
    feedback.grading = undefined;
    feedback.notGraded = undefined;
    feedback.shown = { attempt, amendments, replayed, rubric };
    this.redraw(feedback);
    void this.findRubric(feedback);
  }

  /** What was said of a question's attempts is another now: every open answer of it that shows one follows. */
  amend(key: QuestionKey, amendments: readonly Amendment[]): void {
    for (const feedback of this.documents.all()) {
      if (!feedback.shown || !sameKey(feedback.shown.attempt.key, key)) continue;
      feedback.shown = { ...feedback.shown, amendments };
      this.update(feedback);
    }
  }

  /** Why the last grading came to nothing, shown until the next one; undefined takes it away. */
  notGraded(document: vscode.TextDocument, outcome: NotGraded | undefined): void {
    const told = outcome?.reason === "cancelled" ? undefined : outcome;
    if (told === undefined && this.of(document)?.notGraded === undefined) return;
    const feedback = this.documents.open(document);
    feedback.notGraded = told;
    this.tell(feedback);
  }

  /** The grading under way is over, however it ended. Without a `show` before it, what was shown before comes back. */
  end(document: vscode.TextDocument): void {
    const feedback = this.of(document);
    if (!feedback?.grading) return;
    feedback.grading = undefined;
    this.update(feedback);
  }

  /** Removes everything drawn for the document. The attempt itself is kept elsewhere. */
  clear(document: vscode.TextDocument): void {
    const feedback = this.of(document);
    if (!feedback) return;
    feedback.shown = undefined;
    feedback.notGraded = undefined;
    feedback.hint = undefined;
    this.update(feedback);
  }

  /** Puts a hint below the row above the answer, where it stays; undefined takes it away. */
  hint(document: vscode.TextDocument, hint: ShownHint | undefined): void {
    if (hint === undefined && this.hintOf(document) === undefined) return;
    const feedback = this.documents.open(document);
    feedback.hint = hint;
    this.tell(feedback);
  }

  /** The hint that stands above the answer now. */
  hintOf(document: vscode.TextDocument): ShownHint | undefined {
    return this.of(document)?.hint;
  }

  /** What three gradings of one text agreed on, shown for as long as that is the text. */
  steady(document: vscode.TextDocument, steadiness: Steadiness): void {
    const feedback = this.documents.open(document);
    feedback.steadiness = steadiness;
    this.tell(feedback);
  }

  /** The same; undefined where it is of another text by now. */
  steadinessOf(document: vscode.TextDocument): Steadiness | undefined {
    return this.of(document)?.currentSteadiness;
  }

  /** Goes to the remark after (1) or before (-1) the caret of the active editor. */
  async goToRemark(direction: 1 | -1): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor) await goToRemark(editor, this.of(editor.document), direction, this.flash);
  }

  /** What is drawn for the document now. */
  layout(document: vscode.TextDocument): Layout {
    const verdictLines = vscode.workspace.getConfiguration("tutor").get<boolean>("verdictLines") ?? true;
    return this.of(document)?.layout(verdictLines) ?? emptyLayout;
  }

  /** True where an attempt or provisional verdicts are shown. */
  hasFeedback(document: vscode.TextDocument): boolean {
    const feedback = this.of(document);
    return feedback?.shown !== undefined || feedback?.provisional === true;
  }

  /** Where the shown attempt stands; undefined where none is shown. */
  standingOf(document: vscode.TextDocument): Standing | undefined {
    return this.of(document)?.standing;
  }

  /** The remarks that are drawn: of the grading under way once a verdict has come, else of the attempt. */
  remarksOf(document: vscode.TextDocument): readonly Remark[] {
    return this.of(document)?.remarks ?? [];
  }

  /** Where those remarks stand in the document now. */
  trackedOf(document: vscode.TextDocument): TrackedRemarks {
    return this.of(document)?.tracked ?? untracked;
  }

  /** True where the shown attempt was taken from an earlier one at the same text. */
  isReplayed(document: vscode.TextDocument): boolean {
    return this.of(document)?.shown?.replayed === true;
  }

  /** How far the grading under way is, in verdicts; undefined where none is. */
  progressOf(
    document: vscode.TextDocument,
  ): { readonly done: number; readonly of: number; readonly note?: string } | undefined {
    const grading = this.of(document)?.grading;
    const note = readingText(grading);
    return grading && { done: grading.verdicts.length, of: grading.of, ...(note === undefined ? {} : { note }) };
  }

  /** Why the last grading came to nothing. */
  notGradedOf(document: vscode.TextDocument): NotGraded | undefined {
    return this.of(document)?.notGraded;
  }

  /** Makes a place in a visible answer catch the eye for a moment; selects nothing. */
  flashAt(editor: vscode.TextEditor, range: vscode.Range): void {
    this.flash.show(editor, range);
  }

  dispose(): void {
    for (const timer of this.untold.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private of(document: vscode.TextDocument): DocumentFeedback | undefined {
    return this.documents.of(document);
  }

  private forget(feedback: DocumentFeedback | undefined): void {
    if (!feedback) return;
    clearTimeout(this.untold.get(feedback));
    this.untold.delete(feedback);
    this.documents.forget(feedback);
  }

  /** Looks up the rubric of what is shown, and draws again where it is another one. */
  private async findRubric(feedback: DocumentFeedback): Promise<void> {
    const { shown } = feedback;
    if (!shown) return;
    const rubric = (await this.sources.find(shown.attempt.key))?.question;
    if (rubric === feedback.shown?.rubric || feedback.shown?.attempt !== shown.attempt) return;
    feedback.shown = { ...feedback.shown, rubric };
    this.redraw(feedback);
  }

  private onRoadmaps(): void {
    this.lenses.refresh();
    for (const feedback of this.documents.all()) void this.findRubric(feedback);
  }

  private onEdit({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const feedback = this.of(document);
    if (!feedback || contentChanges.length === 0) return;
    const staleness = feedback.step(contentChanges);
    const lines = contentChanges.some((c) => !c.range.isSingleLine || c.text.includes("\n"));
    this.drawing.draw(document, staleness || lines);
    if (staleness) this.tell(feedback);
  }

  /** Draws what changed; words in other places follow a moment later. */
  private redraw(feedback: DocumentFeedback): void {
    this.drawAfresh(feedback);
    if (this.untold.has(feedback)) return;
    this.untold.set(
      feedback,
      setTimeout(() => {
        this.tell(feedback);
      }, wordsAfter),
    );
  }

  /** Draws what changed and tells of it at once, where no drawing is waited for. */
  private update(feedback: DocumentFeedback): void {
    this.drawAfresh(feedback);
    this.tell(feedback);
  }

  private drawAfresh(feedback: DocumentFeedback): void {
    feedback.rebuild();
    this.drawing.draw(feedback.document, true);
  }

  /** Tells every other place of a document's feedback. */
  private tell(feedback: DocumentFeedback): void {
    clearTimeout(this.untold.get(feedback));
    this.untold.delete(feedback);
    this.lenses.refresh();
    this.status.refresh();
    this.changed.fire(feedback.document);
    if (feedback.isEmpty) this.forget(feedback);
  }
}
