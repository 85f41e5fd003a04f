// Going from question to question: pick one, continue the last one, go on to the next.
import * as vscode from "vscode";
import { nextQuestion, studyTopics } from "../../core/progress/nextQuestion";
import { progressLine } from "../../core/progress/progressWords";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import { isQuestionKeyShape, type LastQuestion } from "../sidebar/lastQuestion";
import type { SidebarStateSource } from "../sidebar/sidebarState";
import { questionOf, type OpenAnswer } from "./answerCommand";
import { showInformationMessage, showQuickPick } from "../shown";

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

  /** Goes back to the newest unfinished answer, or on to the question that follows by need. */
  async continueLast(): Promise<void> {
    // Known once the whole library is read: a question of the workspace may be the newest.
    await this.library.all();
    const state = await this.sidebar.state();
    if (state.status !== "ready") return;
    if (state.resume !== undefined) return this.open(state.resume.key);
    await this.allFinished(vscode.l10n.t("Every question is answered and marked."));
  }

  /** Opens the question that follows by need. */
  async next(answer: OpenAnswer): Promise<void> {
    const placed = await questionOf(answer, this.library);
    if (placed === undefined) return;
    const { roadmap } = placed;
    const state = await this.sidebar.state();
    const row = state.status === "ready" ? state.roadmaps.find(({ id }) => id === roadmap.id) : undefined;
    const question = nextQuestion(studyTopics(roadmap, row ?? { topics: [] }), answer.key.question);
    if (question !== undefined) return this.open({ roadmap: roadmap.id, question });
    await this.allFinished(vscode.l10n.t("No other question of “{0}” is left to answer or mark.", roadmap.title));
  }

  private async allFinished(message: string): Promise<void> {
    const report = vscode.l10n.t("Show assignment report");
    const chosen = await showInformationMessage(message, report);
    if (chosen === report) await vscode.commands.executeCommand("tutor.showReport");
  }

  private async pick(): Promise<QuestionKey | undefined> {
    const state = await this.sidebar.state();
    if (state.status !== "ready") return undefined;
    const items = state.roadmaps.flatMap((roadmap) =>
      roadmap.topics.flatMap((topic) =>
        topic.questions.map((q) => ({
          label: q.title,
          description: progressLine(q),
          detail: state.roadmaps.length > 1 ? `${roadmap.title} · ${topic.title}` : topic.title,
          key: { roadmap: roadmap.id, question: q.id },
        })),
      ),
    );
    const picked = await showQuickPick(items, {
      placeHolder: vscode.l10n.t("Which question?"),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    return picked?.key;
  }
}
