// Context keys for menus and keybindings that depend on the active answer's grading and feedback.
import * as vscode from "vscode";
import type { Standing } from "../../core/attempts/standing";
import type { Feedback } from "../feedback/feedback";
import type { GradingSessions } from "../grading/gradingSessions";

/**
 * Keeps `tutor.grading` and `tutor.hasFeedback` in step with the active editor, and `tutor.marked` (the learner has
 * marked some of an answer in sight) with all that show: marks are given beside the answer, in a view or from a page.
 */
export function contextKeys(sessions: GradingSessions, feedback: Feedback): vscode.Disposable {
  const current = new Map<string, boolean>();
  const set = (name: string, value: boolean): void => {
    if ((current.get(name) ?? false) === value) return;
    current.set(name, value);
    void vscode.commands.executeCommand("setContext", name, value);
  };
  const follow = (): void => {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    const document = activeTextEditor?.document;
    set("tutor.grading", document !== undefined && sessions.isRunning(document));
    set("tutor.hasFeedback", document !== undefined && feedback.hasFeedback(document));
    const marked = visibleTextEditors.some((editor) => isMarked(feedback.standingOf(editor.document)));
    set("tutor.marked", marked);
  };
  return vscode.Disposable.from(
    sessions.onDidChange(follow),
    feedback.onDidChange(follow),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeVisibleTextEditors(follow),
  );
}

function isMarked(standing: Standing | undefined): boolean {
  return standing?.criteria.some(({ own }) => own !== undefined) ?? false;
}
