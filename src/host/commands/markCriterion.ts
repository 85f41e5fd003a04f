// "Mark an unmatched criterion myself": the learner's word where the grader could not match. Kept as an attempt of its own.
import * as vscode from "vscode";
import { attemptId, latest } from "../../core/attempts";
import { gainable, selfMarkable, withSelfVerdict, type SelfVerdict } from "../../core/selfMark";
import type { Feedback } from "../feedback/feedback";
import type { GradingSessions } from "../grading/gradingSessions";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { AttemptStore } from "../storage/attemptStore";
import { questionOf, type OpenAnswer } from "./answerCommand";

export class MarkCriterion {
  constructor(
    private readonly library: RoadmapLibrary,
    private readonly attempts: AttemptStore,
    private readonly feedback: Feedback,
    private readonly sessions: GradingSessions,
  ) {}

  /** Asks for a criterion of the latest attempt and what it deserves. */
  async run(answer: OpenAnswer): Promise<void> {
    const placed = await questionOf(answer, this.library);
    if (placed === undefined) return;
    const attempt = latest(await this.attempts.list(answer.key));
    if (attempt === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t("Grade the answer first; then you can mark what the grader could not match."),
      );
      return;
    }
    const { question } = placed;
    const gain = new Set(gainable(question, attempt.grade));
    const open = selfMarkable(attempt)
      .filter((v) => v.by === "learner" || gain.has(v))
      .flatMap((v) => {
        const criterion = question.criteria.find((c) => c.id === v.criterion);
        return criterion === undefined ? [] : [{ label: criterion.idea, detail: criterion.statement, criterion }];
      });
    if (open.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t("There is nothing left to mark: no other criterion would add marks."),
      );
      return;
    }
    const picked = await vscode.window.showQuickPick(open, {
      placeHolder: vscode.l10n.t("Which criterion does your answer cover?"),
    });
    if (picked === undefined) return;
    const choices: readonly (vscode.QuickPickItem & { readonly verdict: SelfVerdict })[] = [
      { label: vscode.l10n.t("$(pass) My answer says this"), verdict: "met" },
      { label: vscode.l10n.t("$(circle-large-outline) My answer says part of it"), verdict: "partly" },
      { label: vscode.l10n.t("$(circle-slash) My answer does not say this"), verdict: "missed" },
    ];
    const chosen = await vscode.window.showQuickPick(choices, { placeHolder: picked.detail });
    if (chosen === undefined) return;
    const now = new Date();
    const marked = withSelfVerdict(question, attempt, picked.criterion.id, chosen.verdict, {
      id: attemptId(now, crypto.randomUUID().slice(0, 8)),
      at: now.toISOString(),
      remark: vscode.l10n.t("Marked by you: {0}.", picked.criterion.idea),
    });
    this.feedback.show(answer.document, marked, { replayed: false });
    await this.sessions.keep(marked);
  }
}
