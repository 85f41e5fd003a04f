// Going from question to question: pick one, continue the last one, go on to the next.
import * as vscode from "vscode";
import type { QuestionKey } from "../../core/questionKey";
import { shortMarks } from "../../core/feedback/marksText";
import { placedQuestions } from "../../core/roadmap";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import { isQuestionKeyShape, type LastQuestion } from "../sidebar/lastQuestion";
import type { SidebarStateSource } from "../sidebar/sidebarState";
import { questionOf, type OpenAnswer } from "./answerCommand";

export class Navigation {
  constructor(
    private readonly library: RoadmapLibrary,
    private readonly documents: AnswerDocuments,
    private readonly sidebar: SidebarStateSource,
    private readonly last: LastQuestion,
  ) {}

  /** Opens the question of that key, or asks which one. */
  async open(target?: unknown, options?: unknown): Promise<void> {
    const key = isQuestionKeyShape(target) ? target : await this.pick();
    if (key === undefined) return;
    const beside = typeof options === "object" && options !== null && "beside" in options && options.beside === true;
    if ((await this.documents.open(key, { beside })) !== undefined) await this.last.remember(key);
  }

  /** Opens the question last opened; the first one where there is none. */
  async continueLast(): Promise<void> {
    const last = this.last.key;
    if (last !== undefined && (await this.library.find(last)) !== undefined) return this.open(last);
    const first = (await this.library.all()).flatMap((s) => placedQuestions(s.roadmap))[0];
    if (first !== undefined) await this.open({ roadmap: first.roadmap.id, question: first.question.id });
  }

  /** Opens the question that follows in study order. */
  async next(answer: OpenAnswer): Promise<void> {
    const placed = await questionOf(answer, this.library);
    if (placed === undefined) return;
    const all = placedQuestions(placed.roadmap);
    const following = all[all.findIndex((p) => p.question.id === answer.key.question) + 1];
    if (following === undefined) {
      const report = vscode.l10n.t("Show assignment report");
      const chosen = await vscode.window.showInformationMessage(
        vscode.l10n.t("That was the last question of “{0}”.", placed.roadmap.title),
        report,
      );
      if (chosen === report) await vscode.commands.executeCommand("tutor.showReport");
      return;
    }
    await this.open({ roadmap: placed.roadmap.id, question: following.question.id });
  }

  private async pick(): Promise<QuestionKey | undefined> {
    const state = await this.sidebar.state();
    if (state.status !== "ready") return undefined;
    const items = state.roadmaps.flatMap((roadmap) =>
      roadmap.topics.flatMap((topic) =>
        topic.questions.map((q) => ({
          label: q.title,
          description: q.marks ? shortMarks(q.marks, q.estimate === true) : stateWord(q.state),
          detail: state.roadmaps.length > 1 ? `${roadmap.title} · ${topic.title}` : topic.title,
          key: { roadmap: roadmap.id, question: q.id },
        })),
      ),
    );
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder: vscode.l10n.t("Which question?"),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    return picked?.key;
  }
}

function stateWord(state: "new" | "draft" | "graded" | "stale"): string {
  switch (state) {
    case "new":
      return vscode.l10n.t("new");
    case "draft":
      return vscode.l10n.t("draft");
    case "graded":
      return vscode.l10n.t("graded");
    case "stale":
      return vscode.l10n.t("changed since graded");
  }
}
