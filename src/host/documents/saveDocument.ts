// Saving a document for sure. Nothing here knows answers.
import * as vscode from "vscode";

/** How long a save that was under way already may take to be told of, in milliseconds. */
const longestSave = 3_000;

/**
 * Saves; true when the file holds what the document says. VS Code's own `save()` also says false where another save
 * (its auto-save, a key pressed just before) is under way, so that alone is no failure (seen in 1.139).
 */
export async function saveDocument(document: vscode.TextDocument): Promise<boolean> {
  const other = nextSave(document);
  try {
    if (await document.save()) return true;
    if (document.isUntitled) return false;
    if (document.isDirty) await other.done;
    return !document.isDirty || (await document.save()) || (await isStored(document));
  } finally {
    other.dispose();
  }
}

/** The end of the next save of a document, or of the time that it may take. */
function nextSave(document: vscode.TextDocument): { readonly done: Promise<void>; dispose(): void } {
  let dispose = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, longestSave);
    const listener = vscode.workspace.onDidSaveTextDocument((saved) => {
      if (saved === document) resolve();
    });
    dispose = () => {
      clearTimeout(timer);
      listener.dispose();
    };
  });
  return { done, dispose };
}

/** Whether the file behind a document holds its text. */
async function isStored(document: vscode.TextDocument): Promise<boolean> {
  try {
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    return (await vscode.workspace.decode(bytes, { encoding: document.encoding })) === document.getText();
  } catch {
    return false;
  }
}
