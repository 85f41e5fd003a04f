// What the learner is told when an answer was not graded: one sentence and the action that mends it.
import * as vscode from "vscode";
import type { GradeOutcome, NotGradedReason } from "../../grading/grader";

type NotGraded = Extract<GradeOutcome, { kind: "not-graded" }>;

/** A button under the message. */
interface Mend {
  readonly title: string;
  readonly run: () => Thenable<unknown>;
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
  "no-key",
  "refused",
  "no-model",
  "offline",
  "wrong-address",
  "too-long",
];

/** Shows why `document` was not graded. The answer is kept and no attempt is scored; cancelling says nothing. */
export async function tellNotGraded(outcome: NotGraded, document: vscode.Uri): Promise<void> {
  if (outcome.reason === "cancelled") return;
  const mends: Mend[] = [];
  const setUp: Mend = {
    title: vscode.l10n.t("Set up a model…"),
    run: () => vscode.commands.executeCommand("tutor.setUpModel"),
  };
  if (mendedBySetUp.includes(outcome.reason)) mends.push(setUp);
  if (retryable.includes(outcome.reason))
    mends.push({
      title: vscode.l10n.t("Try again"),
      run: () => vscode.commands.executeCommand("tutor.gradeAnswer", document),
    });
  mends.push({
    title: vscode.l10n.t("Use the built-in estimate"),
    run: () => vscode.commands.executeCommand("tutor.gradeWithBuiltIn", document),
  });
  mends.push({ title: vscode.l10n.t("Show log"), run: () => vscode.commands.executeCommand("tutor.showLog") });
  const text = vscode.l10n.t("Not graded, your answer is kept: {0}", outcome.message);
  const chosen = await vscode.window.showWarningMessage(text, ...mends.map((m) => m.title));
  await mends.find((m) => m.title === chosen)?.run();
}
