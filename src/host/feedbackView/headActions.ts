// What the head of the Feedback view offers to do, most wanted first. Pure, without VS Code.
import { t } from "@vscode/l10n";
import type { NotGradedReason } from "../../grading/grader";
import type { HeadAction } from "../../shared/feedbackMessages";

/** Why the last try was not graded. */
export interface NotGradedNotice {
  readonly reason: NotGradedReason;
  /** One sentence for the learner. */
  readonly message: string;
}

/** What the actions follow from. */
export interface HeadSituation {
  readonly grading: boolean;
  readonly unkept: boolean;
  readonly notGraded: NotGradedReason | undefined;
  /** The question is at hand. */
  readonly gradable: boolean;
  readonly attempted: boolean;
  /** What is shown is of the text as it stands. */
  readonly current: boolean;
  /** Nothing is left to judge or mark. */
  readonly done: boolean;
}

/** Reasons that a choice of model, key or address mends; trying again mends the others. */
const mendedBySetUp: readonly NotGradedReason[] = [
  "no-key",
  "refused",
  "no-model",
  "offline",
  "wrong-address",
  "too-long",
  "unfit",
  "said-yes-to-decoys",
];

/** Reasons after which nothing is left to try again with the same settings. */
const lasting: readonly NotGradedReason[] = ["no-key", "refused", "no-model", "too-long", "unfit"];

/** The actions, none twice. */
export function headActions(situation: HeadSituation): HeadAction[] {
  const { grading, unkept, notGraded, gradable, attempted, current, done } = situation;
  const actions: HeadAction[] = [];
  if (unkept) actions.push({ title: t("Keep again"), command: "keepAgain" });
  if (grading) return [...actions, { title: t("Stop"), command: "tutor.cancelGrading" }];
  if (!gradable) return actions;
  const failed = notGraded !== undefined && notGraded !== "cancelled";
  if (failed) {
    if (mendedBySetUp.includes(notGraded)) actions.push({ title: t("Set up a model…"), command: "tutor.setUpModel" });
    if (!lasting.includes(notGraded)) actions.push({ title: t("Try again"), command: "tutor.gradeAnswer" });
    actions.push({ title: t("Check without a model"), command: "tutor.gradeWithBuiltIn" });
    actions.push({ title: t("Show log"), command: "tutor.showLog" });
    return actions;
  }
  if (!attempted) actions.push({ title: t("Grade my answer"), command: "tutor.gradeAnswer" });
  else if (!current) actions.push({ title: t("Grade again"), command: "tutor.gradeAnswer" });
  else if (done) actions.push({ title: t("Next question"), command: "tutor.nextQuestion" });
  return actions;
}
