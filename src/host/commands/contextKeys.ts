// Context keys for menus and keybindings that depend on the active answer's grading and feedback.
import * as vscode from "vscode";
import type { Standing } from "../../core/standing";
import type { Feedback } from "../feedback/feedback";
import type { GradingSessions } from "../grading/gradingSessions";

/**
 * Keeps `tutor.grading`, `tutor.hasFeedback` and `tutor.marked` (the learner has marked some of it) in step with the
 * active editor.
 */
export function contextKeys(sessions: GradingSessions, feedback: Feedback): vscode.Disposable {
  const current = new Map<string, boolean>();
  const set = (name: string, value: boolean): void => {
    if ((current.get(name) ?? false) === value) return;
    current.set(name, value);
    void vscode.commands.executeCommand("setContext", name, value);
  };
  const follow = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    set("tutor.grading", document !== undefined && sessions.isRunning(document));
    set("tutor.hasFeedback", document !== undefined && feedback.hasFeedback(document));
    set("tutor.marked", document !== undefined && isMarked(feedback.standingOf(document)));
  };
  return vscode.Disposable.from(
    sessions.onDidChange(follow),
    feedback.onDidChange(follow),
    vscode.window.onDidChangeActiveTextEditor(follow),
  );
}

function isMarked(standing: Standing | undefined): boolean {
  return standing?.criteria.some(({ own }) => own !== undefined) ?? false;
}
