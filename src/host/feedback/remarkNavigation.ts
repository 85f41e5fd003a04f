// "Next remark" and "Previous remark": the caret goes to where a remark's words begin, the words flash and their hover
// opens. Nothing is selected, so that the next key erases nothing.
import * as vscode from "vscode";
import { nextStop } from "../../core/feedback/remarkStops";
import type { DocumentFeedback } from "./documentFeedback";
import type { Flash } from "./flash";
import { documentRange } from "./textDocumentLines";
import { setStatusBarMessage } from "../shown";

/** How long a word in the status bar stays, in milliseconds. */
const noticeTime = 4000;

/**
 * Goes to the remark after (1) or before (-1) the caret; tells the learner where that went round, or that there is
 * none.
 */
export async function goToRemark(
  editor: vscode.TextEditor,
  feedback: DocumentFeedback | undefined,
  direction: 1 | -1,
  flash: Flash,
): Promise<void> {
  const { t } = vscode.l10n;
  const { document, selection } = editor;
  const found = feedback && nextStop(feedback.stops(), document.offsetAt(selection.active), direction);
  if (!found) {
    const why = feedback?.shown
      ? t("No remark is about this text. Grade it again.")
      : t("No remarks here. Grade the answer first.");
    setStatusBarMessage(`$(info) ${why}`, noticeTime);
    return;
  }
  const range = documentRange(document, found.stop);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  flash.show(editor, range);
  if (found.wrapped) {
    const where = direction === 1 ? t("Went on from the first remark.") : t("Went on from the last remark.");
    setStatusBarMessage(`$(sync) ${where}`, noticeTime);
  }
  await vscode.window.showTextDocument(document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
    preserveFocus: false,
  });
  await vscode.commands.executeCommand("editor.action.showHover", { focus: "noAutoFocus" });
}
