// The question of the author's that a command is about: the active file's, as it stands there, saved or not.
import * as vscode from "vscode";
import type { Question } from "../../core/roadmap/question";
import type { LoadModule } from "../lazyModules";
import { showInformationMessage, showWarningMessage } from "../shown";
import { textOf, type AuthoredFile, type AuthoredFiles } from "./authoredFiles";

export interface QuestionAtHand {
  readonly document: vscode.TextDocument;
  readonly file: AuthoredFile;
  readonly text: string;
  readonly question: Question;
}

/** Undefined after telling the author that there is none, or that its file has errors. */
export async function questionAtHand(files: AuthoredFiles, load: LoadModule): Promise<QuestionAtHand | undefined> {
  const { t } = vscode.l10n;
  const document = vscode.window.activeTextEditor?.document;
  const file = document && files.find(document.uri);
  if (document === undefined || file?.role !== "question") {
    void showInformationMessage(t("The active editor holds no question of a roadmap in this workspace."));
    return undefined;
  }
  const text = textOf(document);
  const { readFileAlone } = await load("roadmapReader");
  const { question } = readFileAlone(file.path, text);
  if (question !== undefined) return { document, file, text, question };
  void showWarningMessage(t("The question's file has errors: mend them first."));
  return undefined;
}
