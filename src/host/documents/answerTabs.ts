// The open editors of answer documents, when their files change place: saved first, then opened again in the new place.
import * as vscode from "vscode";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import type { AnswerDocuments } from "./answerDocuments";

/** An open editor of a question's own document (not of a copy kept elsewhere). */
export interface AnswerTab {
  readonly key: QuestionKey;
  readonly tab: vscode.Tab;
  readonly column: vscode.ViewColumn;
  readonly active: boolean;
  readonly selection: vscode.Selection | undefined;
}

/** Answer documents with unsaved changes. */
export function unsavedAnswers(documents: AnswerDocuments): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    (document) => document.isDirty && documents.keyOfUri(document.uri) !== undefined,
  );
}

/** The editors that show answers now. */
export function answerTabs(documents: AnswerDocuments): AnswerTab[] {
  return vscode.window.tabGroups.all.flatMap((group) =>
    group.tabs.flatMap((tab) => {
      if (!(tab.input instanceof vscode.TabInputText)) return [];
      const { uri } = tab.input;
      const key = documents.keyOfUri(uri);
      if (key === undefined) return [];
      const editor = vscode.window.visibleTextEditors.find(
        (e) => e.document.uri.toString() === uri.toString() && e.viewColumn === group.viewColumn,
      );
      return [{ key, tab, column: group.viewColumn, active: tab.isActive, selection: editor?.selection }];
    }),
  );
}

/**
 * Opens the same questions where they are now and closes the old editors, except one that got unsaved changes
 * meanwhile.
 */
export async function reopen(tabs: readonly AnswerTab[], documents: AnswerDocuments): Promise<void> {
  const focused = vscode.window.activeTextEditor?.viewColumn;
  // Active ones last, so that each group ends with the editor on top that it began with.
  for (const { key, column, selection, tab } of [...tabs].sort((a, b) => Number(a.active) - Number(b.active))) {
    if (tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === documents.uriOf(key).toString())
      continue;
    const document = await vscode.workspace.openTextDocument(documents.uriOf(key));
    const preserveFocus = column !== focused;
    await vscode.window.showTextDocument(document, {
      viewColumn: column,
      preview: false,
      preserveFocus,
      ...(selection === undefined ? {} : { selection }),
    });
  }
  const old = tabs.map(({ tab }) => tab).filter((tab) => !tab.isDirty);
  const still = new Set(tabs.map(({ key }) => documents.uriOf(key).toString()));
  await vscode.window.tabGroups.close(
    old.filter((tab) => !(tab.input instanceof vscode.TabInputText && still.has(tab.input.uri.toString()))),
    true,
  );
}
