// "Next remark" and "Previous remark": selects the remark's words, brings them into view and opens their hover.
import * as vscode from "vscode";
import { nextStop } from "../../core/feedback/remarkStops";
import type { DocumentFeedback } from "./documentFeedback";
import { documentRange } from "./textDocumentLines";

/** Goes to the remark after (1) or before (-1) the selection; tells the learner where that went round, or that there is none. */
export async function goToRemark(
  editor: vscode.TextEditor,
  feedback: DocumentFeedback | undefined,
  direction: 1 | -1,
): Promise<void> {
  const { t } = vscode.l10n;
  const { document, selection } = editor;
  const found =
    feedback &&
    nextStop(
      feedback.stops(),
      { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) },
      direction,
    );
  if (!feedback || !found) {
    vscode.window.setStatusBarMessage(
      `$(info) ${feedback?.shown ? t("No remark is about this text. Grade it again.") : t("No remarks here. Grade the answer first.")}`,
      4000,
    );
    return;
  }
  const range = documentRange(document, found.stop);
  // The caret goes to the beginning, which is where the hover opens.
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  if (found.wrapped)
    vscode.window.setStatusBarMessage(
      `$(sync) ${direction === 1 ? t("Went on from the first remark.") : t("Went on from the last remark.")}`,
      4000,
    );
  await vscode.window.showTextDocument(document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
    preserveFocus: false,
  });
  await vscode.commands.executeCommand("editor.action.showHover", { focus: "noAutoFocus" });
}
