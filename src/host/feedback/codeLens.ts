// The row above the answer: marks, what to do next, and what stands in the way of a grade.
import * as vscode from "vscode";
import { marksText } from "../../core/feedback/marksText";
import { documentState, type DocumentState } from "../documents/documentStatus";
import type { DocumentFeedback } from "./documentFeedback";
import type { FeedbackSources } from "./feedback";

export class FeedbackCodeLens implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly feedbackOf: (document: vscode.TextDocument) => DocumentFeedback | undefined,
    private readonly sources: Pick<FeedbackSources, "find" | "parse">,
  ) {}

  refresh(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const parsed = this.sources.parse(document);
    const state = await documentState(parsed, (key) => this.sources.find(key));
    if (state === "other") return [];
    const line = parsed.kind === "answer" ? document.positionAt(parsed.answerStart).line : 0;
    const range = new vscode.Range(line, 0, line, 0);
    return answerActions(state, this.feedbackOf(document)).map(
      ({ title, command, tooltip }) =>
        new vscode.CodeLens(range, {
          title: title.replace(") ", ")\u00a0"),
          command,
          arguments: [document.uri],
          ...(tooltip === undefined ? {} : { tooltip }),
        }),
    );
  }
}

/** One entry of the row. */
export interface AnswerAction {
  readonly title: string;
  /** A `tutor.*` command that takes the document's URI; empty for plain text. */
  readonly command: string;
  readonly tooltip?: string;
}

/** The row's entries, most important first: a narrow editor cuts the row off at its edge. */
export function answerActions(state: DocumentState, feedback: DocumentFeedback | undefined): AnswerAction[] {
  const { t } = vscode.l10n;
  if (state === "no-line")
    return [
      {
        title: `$(warning) ${t("Answer line gone: restore it")}`,
        command: "tutor.restoreAnswerLine",
        tooltip: t("The line that marks where your answer begins is gone. Your text is kept."),
      },
    ];
  const actions: AnswerAction[] = [];
  if (state === "vanished")
    actions.push({
      title: `$(warning) ${t("This question is no longer in its roadmap; your answer is kept")}`,
      command: "",
    });
  if (state === "changed")
    actions.push({
      title: `$(warning) ${t("Question changed: update it here")}`,
      command: "tutor.updatePrompt",
      tooltip: t("Puts the question as it is now above your answer. Your answer stays as it is."),
    });
  if (feedback?.grading) {
    actions.push(
      { title: `$(sync~spin) ${gradingText(feedback)}`, command: "tutor.showFeedbackList" },
      { title: t("Cancel"), command: "tutor.cancelGrading" },
    );
    return actions;
  }
  const grade = feedback?.shown?.attempt.grade;
  if (feedback?.shown && grade) {
    const { current } = feedback.tracked;
    const text = marksText(grade, { replayed: feedback.shown.replayed, current });
    actions.push({
      title: `$(${current ? "star-full" : "history"}) ${text}`,
      command: "tutor.showFeedbackList",
      tooltip: t("Show feedback as a list"),
    });
  }
  if (state !== "vanished") {
    const again = grade !== undefined && !feedback?.tracked.current;
    actions.push({ title: `$(pass) ${again ? t("Grade again") : t("Grade my answer")}`, command: "tutor.gradeAnswer" });
    actions.push({ title: `$(lightbulb) ${t("Hint")}`, command: "tutor.showHint" });
  }
  actions.push({ title: `$(arrow-right) ${t("Next question")}`, command: "tutor.nextQuestion" });
  if (feedback && feedback.markable.length > 0)
    actions.push({
      title: `$(checklist) ${t("Mark it myself")}`,
      command: "tutor.markCriterion",
      tooltip: t("The built-in grader could not match something. If your answer says it, give yourself the marks."),
    });
  return actions;
}

/** "Grading 2 of 4…" */
export function gradingText({ grading }: Pick<DocumentFeedback, "grading">): string {
  if (!grading || grading.verdicts.length === 0) return vscode.l10n.t("Grading…");
  return vscode.l10n.t("Grading {0} of {1}…", grading.verdicts.length, grading.of);
}
