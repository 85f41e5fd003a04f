// Hints from vague to near, and the reference answer, which is asked for twice before the first attempt.
import * as vscode from "vscode";
import type { QuestionKey } from "../../core/questionKey";
import type { Pages } from "../pages/pages";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { AttemptStore } from "../storage/attemptStore";
import { questionOf, type OpenAnswer } from "./answerCommand";

export class Hints {
  /** How many hints of each question were shown in this session. */
  private readonly shown = new Map<string, number>();

  constructor(
    private readonly library: RoadmapLibrary,
    private readonly attempts: AttemptStore,
    private readonly pages: Pages,
  ) {}

  /** Shows the next hint; after the last, the last again. */
  async showHint(answer: OpenAnswer): Promise<void> {
    const placed = await questionOf(answer, this.library);
    if (placed === undefined) return;
    const { hints } = placed.question;
    const id = `${answer.key.roadmap}/${answer.key.question}`;
    const index = Math.min(this.shown.get(id) ?? 0, hints.length - 1);
    const hint = hints[index];
    if (hint === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t("This question has no hints."));
      return;
    }
    this.shown.set(id, index + 1);
    const next = index + 1 < hints.length ? vscode.l10n.t("Next hint") : vscode.l10n.t("Show the reference answer");
    const text = vscode.l10n.t("Hint {0} of {1}: {2}", index + 1, hints.length, hint);
    void vscode.window.showInformationMessage(text, next).then(async (chosen) => {
      if (chosen === next) await (index + 1 < hints.length ? this.showHint(answer) : this.showReference(answer));
    });
  }

  /** Opens the reference answer beside the learner's; before the first attempt only after a warning. */
  async showReference(answer: OpenAnswer): Promise<void> {
    const placed = await questionOf(answer, this.library);
    if (placed === undefined) return;
    if (!(await this.hasTried(answer.key))) {
      const show = vscode.l10n.t("Show it");
      const chosen = await vscode.window.showWarningMessage(
        vscode.l10n.t("You have not graded an answer of your own yet. Show the reference answer all the same?"),
        { modal: true },
        show,
      );
      if (chosen !== show) return;
    }
    const { question } = placed;
    const criteria = question.criteria.map((c) => `- ${c.statement}`).join("\n");
    const markdown = `# ${question.title}\n\n${question.prompt}\n\n## ${vscode.l10n.t("Reference answer")}\n\n${question.reference}\n\n## ${vscode.l10n.t("What earns marks")}\n\n${criteria}\n`;
    await this.pages.show(`${answer.key.question}-reference`, markdown, { beside: true });
  }

  private async hasTried(key: QuestionKey): Promise<boolean> {
    return (await this.attempts.list(key)).length > 0;
  }
}
