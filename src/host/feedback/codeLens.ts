// The row above the answer: marks, what to do next, and what stands in the way of a grade.
import * as vscode from "vscode";
import type { QuestionKey } from "../../core/attempt";
import { marksText } from "../../core/feedback/marksText";
import type { PlacedQuestion } from "../../core/roadmap";
import { answerNotice, type AnswerNotice } from "./answerNotice";
import type { DocumentFeedback } from "./documentFeedback";

export class FeedbackCodeLens implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly feedbackOf: (document: vscode.TextDocument) => DocumentFeedback | undefined,
    private readonly find: (key: QuestionKey) => Promise<PlacedQuestion | undefined>,
  ) {}

  refresh(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const answer = await answerNotice(document, this.find);
    if (!answer) return [];
    const line = document.positionAt(answer.answerStart).line;
    const range = new vscode.Range(line, 0, line, 0);
    return answerActions(answer.notice, this.feedbackOf(document)).map(({ title, command, tooltip }) => new vscode.CodeLens(range, { title: title.replace(") ", ")\u00a0"), command, arguments: [document.uri], ...(tooltip === undefined ? {} : { tooltip }) }));
  }
}

/** One entry of the row. */
export interface AnswerAction {
  readonly title: string;
  /** A `tutor.*` command that takes the document's URI; empty for plain text. */
  readonly command: string;
  readonly tooltip?: string;
}

/** The row's entries, most important first. */
export function answerActions(notice: AnswerNotice, feedback: DocumentFeedback | undefined): AnswerAction[] {
  const { t } = vscode.l10n;
  if (notice === "no-line") return [{ title: `$(warning) ${t("The line that marks your answer is gone: restore it")}`, command: "tutor.restoreAnswerLine" }];
  const actions: AnswerAction[] = [];
  if (notice === "vanished") actions.push({ title: `$(warning) ${t("This question is no longer in its roadmap; your answer is kept")}`, command: "" });
  if (notice === "prompt-changed") actions.push({ title: `$(warning) ${t("Question changed: update the prompt")}`, command: "tutor.updatePrompt" });
  if (feedback?.grading) {
    actions.push({ title: `$(sync~spin) ${gradingText(feedback)}`, command: "tutor.showFeedbackList" }, { title: t("Cancel"), command: "tutor.cancelGrading" });
    return actions;
  }
  const grade = feedback?.shown?.attempt.grade;
  if (feedback?.shown && grade) {
    const { current } = feedback.tracked;
    const text = marksText(grade, { replayed: feedback.shown.replayed, current });
    actions.push({ title: `$(${current ? "star-full" : "history"}) ${text}`, command: "tutor.showFeedbackList", tooltip: t("Show feedback as a list") });
  }
  if (notice !== "vanished") {
    const again = grade !== undefined && !feedback?.tracked.current;
    actions.push({ title: `$(pass) ${again ? t("Grade again") : t("Grade my answer")}`, command: "tutor.gradeAnswer" });
    if (grade?.estimate && grade.verdicts.some((v) => v.verdict === "missed" && v.by !== "learner")) actions.push({ title: `$(checklist) ${t("Mark it myself")}`, command: "tutor.markCriterion", tooltip: t("The built-in grader could not match something. If your answer says it, give yourself the marks.") });
    actions.push({ title: `$(lightbulb) ${t("Hint")}`, command: "tutor.showHint" });
  }
  actions.push({ title: `$(arrow-right) ${t("Next question")}`, command: "tutor.nextQuestion" });
  return actions;
}

/** "Grading 2 of 4…" */
export function gradingText({ grading }: Pick<DocumentFeedback, "grading">): string {
  if (!grading || grading.verdicts.length === 0) return vscode.l10n.t("Grading…");
  return vscode.l10n.t("Grading {0} of {1}…", grading.verdicts.length, grading.of);
}
