// Binds every command of the manifest to the part that does its work. No logic of its own.
import * as vscode from "vscode";

type Handler = (...args: unknown[]) => unknown;

/** Command ids of the manifest without the `tutor.` prefix; a test holds the two lists equal. */
export type Commands = Readonly<Record<CommandName, Handler>>;

/** The commands of those who write roadmaps. */
export const authorCommands = [
  "newRoadmap",
  "newQuestion",
  "importQuestions",
  "previewQuestion",
  "acceptWording",
  "answerBlind",
  "draftQuestion",
  "regrade",
  "undoRegrade",
] as const satisfies readonly CommandName[];

export type AuthorCommands = Readonly<Record<(typeof authorCommands)[number], Handler>>;

/** Without those of authors. */
export type LearnerCommands = Omit<Commands, keyof AuthorCommands>;

export type CommandName =
  | "gradeAnswer"
  | "gradeWithBuiltIn"
  | "cancelGrading"
  | "openQuestion"
  | "continue"
  | "nextQuestion"
  | "showHint"
  | "hideHint"
  | "showReference"
  | "clearFeedback"
  | "nextRemark"
  | "previousRemark"
  | "showFeedback"
  | "showFeedbackList"
  | "markCriterion"
  | "markYes"
  | "markPartly"
  | "markNo"
  | "undoMark"
  | "disputeRemark"
  | "dismissRemark"
  | "setUpModel"
  | "chooseGrader"
  | "checkModel"
  | "checkStability"
  | "showSent"
  | "useBuiltInGrader"
  | "forgetKey"
  | "showReport"
  | "saveReport"
  | "moveAnswers"
  | "restoreAnswerLine"
  | "updatePrompt"
  | "searchQuestions"
  | "newRoadmap"
  | "newQuestion"
  | "importQuestions"
  | "previewQuestion"
  | "acceptWording"
  | "answerBlind"
  | "draftQuestion"
  | "regrade"
  | "undoRegrade"
  | "showLog";

/** Registers all commands; disposing the result unregisters them. */
export function registerCommands(commands: Commands): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, handler]) => vscode.commands.registerCommand(`tutor.${name}`, handler)),
  );
}
