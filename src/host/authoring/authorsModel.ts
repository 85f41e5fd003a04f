// The model that an author has set up, for what is not a grading; and the one place where it is told that it gave
// nothing.
import * as vscode from "vscode";
import type { Roadmap } from "../../core/roadmap/roadmap";
import type { NotGraded } from "../../grading/grader";
import { isNotGraded, type ModelInUse } from "../grading/graderChoice";
import type { WhoGrades } from "../grading/whoGrades";
import type { Log } from "../log";
import { showInformationMessage, showWarningMessage } from "../shown";

/** The model, where its host may have the text; undefined after telling why there is none. */
export async function authorsModel(
  whoGrades: Pick<WhoGrades, "model">,
  roadmap: Roadmap,
  log: Log,
): Promise<ModelInUse | undefined> {
  const model = await whoGrades.model(roadmap);
  if (model === undefined) {
    const setUp = vscode.l10n.t("Set up a model…");
    if ((await showInformationMessage(vscode.l10n.t("No model grades now."), setUp)) === setUp)
      await vscode.commands.executeCommand("tutor.setUpModel");
    return undefined;
  }
  if (!isNotGraded(model)) return model;
  tellNothingCame(model, log);
  return undefined;
}

/** Tells why a model gave nothing; stopping it says nothing. */
export function tellNothingCame({ reason, message, detail }: NotGraded, log: Log): void {
  if (reason === "cancelled") return;
  log.warn(`The model gave nothing (${reason}): ${detail ?? message}`);
  void showWarningMessage(vscode.l10n.t("Nothing came of the model: {0}", message));
}
