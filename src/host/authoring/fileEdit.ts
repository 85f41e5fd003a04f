// A few insertions into one file of an author's, as one edit that one Undo takes back. A file with nothing unsaved in
// it is saved, so that what was asked for counts; one that is being written is left to its author to save.
import * as vscode from "vscode";
import type { FileRange } from "../../core/roadmap/roadmap";
import { asRange } from "../diagnostics/asDiagnostic";

/** Text that takes a range's place. */
export interface Replacement {
  readonly range: FileRange;
  readonly newText: string;
}

/** An edit that was made. */
export interface MadeEdit {
  readonly document: vscode.TextDocument;
  /** Where its first line begins now. */
  readonly at: vscode.Range;
  readonly before: string;
  readonly after: string;
  readonly saved: boolean;
}

/** Makes the edit; undefined where the editor or the disk refused, and nothing is left of it. */
export async function editFile(
  document: vscode.TextDocument,
  replacements: readonly Replacement[],
): Promise<MadeEdit | undefined> {
  const { isDirty } = document;
  const before = document.getText();
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of replacements) edit.replace(document.uri, asRange(range), newText);
  if (!(await vscode.workspace.applyEdit(edit))) return undefined;
  const first = replacements[0]?.range.start ?? { line: 0, character: 0 };
  const line = first.character > 0 ? first.line + 1 : first.line;
  const at = new vscode.Range(line, 0, line, 0);
  const made = { document, at, before, after: document.getText(), saved: !isDirty };
  if (isDirty || (await document.save())) return made;
  await takeBack(made);
  return undefined;
}

/** Takes an edit back; false where the file has changed since, and nothing is done. */
export async function takeBack({ document, before, after, saved }: MadeEdit): Promise<boolean> {
  if (document.getText() !== after) return false;
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(after.length));
  edit.replace(document.uri, whole, before);
  return (await vscode.workspace.applyEdit(edit)) && (!saved || (await document.save()));
}
