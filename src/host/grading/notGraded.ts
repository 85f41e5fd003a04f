// What the learner is told when an answer was not graded: one sentence and the actions that mend it.
import * as vscode from "vscode";
import type { NotGraded, NotGradedReason } from "../../grading/grader";
import { showWarningMessage } from "../shown";

/** An action that mends a failure: a button under the message, a link beside the answer. */
export interface Mend {
  readonly title: string;
  /** The same for a row that half a narrow window must hold. */
  readonly short: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

const retryable: readonly NotGradedReason[] = [
  "rate-limited",
  "timed-out",
  "offline",
  "broke-off",
  "malformed",
  "truncated",
  "server-error",
];
const mendedBySetUp: readonly NotGradedReason[] = [
  "said-yes-to-decoys",
  "no-key",
  "refused",
  "no-model",
  "offline",
  "wrong-address",
  "too-long",
  "unfit",
  "said-yes-to-decoys",
];

/** What mends a failure of a model, the likeliest first. */
export function mendsOf({ reason }: NotGraded, document: vscode.Uri): readonly Mend[] {
  const { t } = vscode.l10n;
  const setUp = { title: t("Set up a model…"), short: t("Set up…"), command: "tutor.setUpModel", arguments: [] };
  const again = { title: t("Try again"), short: t("Retry"), command: "tutor.gradeAnswer", arguments: [document] };
  const check = { title: t("Check this model again…"), short: t("Check again…"), command: "tutor.checkModel" };
  const without = { title: t("Check without a model"), short: t("Without a model"), command: "tutor.gradeWithBuiltIn" };
  return [
    ...(mendedBySetUp.includes(reason) ? [setUp] : []),
    ...(retryable.includes(reason) ? [again] : []),
    ...(reason === "unfit" ? [{ ...check, arguments: [] }] : []),
    { ...without, arguments: [document] },
    { title: t("Show log"), short: t("Show log"), command: "tutor.showLog", arguments: [] },
  ];
}

/**
 * Shows why `document` was not graded by a model. The answer is kept and no attempt is scored; cancelling says nothing.
 */
export async function tellNotGraded(outcome: NotGraded, document: vscode.Uri): Promise<void> {
  if (outcome.reason === "cancelled") return;
  const mends = mendsOf(outcome, document);
  const text = vscode.l10n.t("Not graded, your answer is kept: {0}", outcome.message);
  const chosen = await showWarningMessage(text, ...mends.map((mend) => mend.title));
  const mend = mends.find(({ title }) => title === chosen);
  if (mend !== undefined) await vscode.commands.executeCommand(mend.command, ...mend.arguments);
}

/** Shows why `document` was not checked: no other action than to shorten it would help. Cancelling says nothing. */
export function tellNotChecked(outcome: NotGraded): void {
  if (outcome.reason === "cancelled") return;
  void showWarningMessage(vscode.l10n.t("Not checked, your answer is kept: {0}", outcome.message));
}
