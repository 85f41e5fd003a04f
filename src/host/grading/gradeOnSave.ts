// Grades after a save by hand, where the learner asked for that. Auto-save never grades.
import * as vscode from "vscode";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { Settings } from "../settings";
import type { GradingSessions } from "./gradingSessions";

/**
 * Watches manual saves: grades where `tutor.gradeOnSave` is on, and restarts a run where another text was saved
 * meanwhile.
 */
export function gradeOnSave(
  sessions: GradingSessions,
  documents: AnswerDocuments,
  settings: Settings,
): vscode.Disposable {
  const manual = new Set<string>();
  return vscode.Disposable.from(
    vscode.workspace.onWillSaveTextDocument((event) => {
      if (event.reason === vscode.TextDocumentSaveReason.Manual && !sessions.isSaving(event.document))
        manual.add(event.document.uri.toString());
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (!manual.delete(document.uri.toString())) return;
      const wanted = sessions.isRunning(document) ? sessions.isOutdated(document) : settings.gradeOnSave;
      if (wanted && documents.parse(document).kind === "answer") void sessions.grade(document);
    }),
  );
}
