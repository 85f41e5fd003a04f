// The sentences of an answer document in the display language.
import * as vscode from "vscode";
import { answerHeader, newAnswerDocument, type DocumentWords } from "../../core/answer/answer";
import type { PlacedQuestion } from "../../core/roadmap/roadmap";

/** A fresh answer document in the display language. */
export function freshDocument(placed: PlacedQuestion): string {
  return newAnswerDocument(placed, words(placed));
}

/** All that stands above an answer, in the display language. */
export function freshHeader(placed: PlacedQuestion): string {
  return answerHeader(placed, words(placed));
}

function words({ question }: PlacedQuestion): DocumentWords {
  return {
    marks: question.marks === 1 ? vscode.l10n.t("1 mark") : vscode.l10n.t("{0} marks", question.marks),
    instruction: savesByItself()
      ? vscode.l10n.t('Write your answer below this line, then run "Grade my answer".')
      : vscode.l10n.t('Write your answer below this line, save, then run "Grade my answer".'),
  };
}

/** True where VS Code saves without being told to, so that the learner need not be. */
function savesByItself(): boolean {
  return vscode.workspace.getConfiguration("files").get<string>("autoSave", "off") !== "off";
}
