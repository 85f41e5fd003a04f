// How a command finds the answer document it is about, the one it is given, else the active editor's; and its question.
import * as vscode from "vscode";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { keyText } from "../../core/roadmap/questionKey";
import type { PlacedQuestion } from "../../core/roadmap/roadmap";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import { showInformationMessage } from "../shown";

/** An answer document that is open, with its question's key. */
export interface OpenAnswer {
  readonly document: vscode.TextDocument;
  readonly key: QuestionKey;
}

/**
 * The answer that a command is about, or undefined after telling the learner that there is none. `target` is a URI
 * from a CodeLens, menu or button.
 */
export async function openAnswer(documents: AnswerDocuments, target: unknown): Promise<OpenAnswer | undefined> {
  const document =
    target instanceof vscode.Uri
      ? await vscode.workspace.openTextDocument(target)
      : (await activeEditor(documents))?.document;
  const key = document && documents.keyOf(document);
  if (document === undefined || key === undefined) {
    offerQuestions(vscode.l10n.t("The active editor holds no answer."));
    return undefined;
  }
  return { document, key };
}

/** The answer's question as its roadmap has it now, or undefined after telling the learner that none has it. */
export async function questionOf({ key }: OpenAnswer, library: RoadmapLibrary): Promise<PlacedQuestion | undefined> {
  const placed = await library.find(key);
  if (placed !== undefined) return placed;
  const name = keyText(key);
  offerQuestions(vscode.l10n.t("The question “{0}” is in no roadmap at hand. Your answer is kept.", name));
  return undefined;
}

/** Tells the learner that a command has nothing to work on, with a way to a question. */
function offerQuestions(message: string): void {
  const open = vscode.l10n.t("Open a question…");
  void showInformationMessage(message, open).then((chosen) => {
    if (chosen === open) void vscode.commands.executeCommand("tutor.openQuestion");
  });
}

/**
 * The active editor; where the answer shows as a preview, an editor of it in that place, since feedback stands in the
 * text; where another page without text is active, as the walkthrough is, the answer that shows beside it. Either is
 * then made active.
 */
async function activeEditor(documents: AnswerDocuments): Promise<vscode.TextEditor | undefined> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor !== undefined) return activeTextEditor;
  const { previewed } = documents;
  const shown = visibleTextEditors.find(({ document }) => document === previewed);
  if (previewed !== undefined)
    return vscode.window.showTextDocument(previewed, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Active });
  const beside = visibleTextEditors.find(
    ({ document, viewColumn }) => viewColumn !== undefined && documents.keyOf(document) !== undefined,
  );
  return beside && vscode.window.showTextDocument(beside.document, beside.viewColumn);
}
