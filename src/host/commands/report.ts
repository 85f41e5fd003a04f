// The assignment report: shown as a document, saved as Markdown, HTML or JSON.
import * as vscode from "vscode";
import { latest } from "../../core/attempts";
import { placedQuestions, type Roadmap } from "../../core/roadmap";
import type { ReportData } from "../../core/report/report";
import type { LoadModule } from "../lazyModules";
import type { Pages } from "../pages/pages";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { AnswerStore } from "../storage/answerStore";
import type { AttemptStore } from "../storage/attemptStore";

export class ReportCommands {
  constructor(
    private readonly library: RoadmapLibrary,
    private readonly answers: AnswerStore,
    private readonly attempts: AttemptStore,
    private readonly pages: Pages,
    private readonly load: LoadModule,
  ) {}

  async show(): Promise<void> {
    const roadmap = await this.pickRoadmap();
    if (roadmap === undefined) return;
    const { reportMarkdown } = await this.load("report");
    await this.pages.show(`${roadmap.id}-report`, reportMarkdown(await this.data(roadmap)), { beside: false });
  }

  /** Asks where to; the file's ending chooses the format. */
  async save(): Promise<void> {
    const roadmap = await this.pickRoadmap();
    if (roadmap === undefined) return;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const name = `${roadmap.id}-report.md`;
    const target = await vscode.window.showSaveDialog({
      title: vscode.l10n.t("Save assignment report"),
      ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
      filters: { Markdown: ["md"], HTML: ["html"], JSON: ["json"] },
    });
    if (target === undefined) return;
    const report = await this.load("report");
    const data = await this.data(roadmap);
    const text = target.path.endsWith(".html")
      ? report.reportHtml(data, vscode.env.language)
      : target.path.endsWith(".json")
        ? report.reportJson(data)
        : report.reportMarkdown(data);
    try {
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    } catch (error) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t("The report could not be saved: {0}", error instanceof Error ? error.message : String(error)),
      );
      return;
    }
    const open = vscode.l10n.t("Open");
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t("Report saved: {0}", vscode.workspace.asRelativePath(target)),
      open,
    );
    if (chosen === open) await vscode.commands.executeCommand("vscode.open", target);
  }

  private async data(roadmap: Roadmap): Promise<ReportData> {
    const entries = await Promise.all(
      placedQuestions(roadmap).map(async ({ topic, question }) => {
        const key = { roadmap: roadmap.id, question: question.id };
        const [answer, attempts] = await Promise.all([this.answers.read(key), this.attempts.list(key)]);
        const attempt = latest(attempts);
        return {
          topic,
          question,
          stale: attempt !== undefined && answer !== undefined && attempt.answer !== answer,
          ...(answer === undefined ? {} : { answer }),
          ...(attempt === undefined ? {} : { attempt }),
        };
      }),
    );
    return { roadmap, entries, at: new Date().toISOString() };
  }

  private async pickRoadmap(): Promise<Roadmap | undefined> {
    const shelved = (await this.library.all()).filter((s) => s.roadmap.topics.length > 0);
    if (shelved.length <= 1) return shelved[0]?.roadmap;
    const items = shelved.map((s) => ({
      label: s.roadmap.title,
      description: s.builtIn ? vscode.l10n.t("built in") : vscode.l10n.t("workspace"),
      roadmap: s.roadmap,
    }));
    return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("Report on which roadmap?") }))
      ?.roadmap;
  }
}
