// The assignment report: shown as a document, saved as Markdown, a page or JSON, as the learner picks.
import * as vscode from "vscode";
import { errorMessage } from "../../core/text/errorMessage";
import { placedQuestions, type Roadmap } from "../../core/roadmap/roadmap";
import { answerHash } from "../../core/text/hash";
import { attemptInForce } from "../../core/attempts/inForce";
import type { ReportData, ReportEntry } from "../../core/report/report";
import type * as report from "../../core/report/report";
import { standingOf } from "../../core/attempts/standing";
import type { AnswerPictures } from "../documents/answerPictures";
import type { LoadModule } from "../lazyModules";
import type { Pages } from "../pages/pages";
import type { QuestionPictures } from "../roadmaps/questionPictures";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { AnswerStore } from "../storage/answerStore";
import type { AmendmentStore } from "../storage/amendmentStore";
import type { AttemptStore } from "../storage/attemptStore";
import { showErrorMessage, showInformationMessage, showQuickPick } from "../shown";

/** A format that the report is saved in. */
interface Format {
  readonly label: string;
  readonly detail: string;
  readonly ending: "md" | "html" | "json";
  /** The kind of file in the dialog. */
  readonly filter: string;
  readonly write: (module: typeof report, data: ReportData) => string;
}

export class ReportCommands {
  constructor(
    private readonly library: RoadmapLibrary,
    private readonly answers: AnswerStore,
    private readonly attempts: AttemptStore,
    private readonly amendments: AmendmentStore,
    private readonly pages: Pages,
    private readonly load: LoadModule,
    private readonly pictures: QuestionPictures,
    private readonly own: AnswerPictures,
  ) {}

  async show(): Promise<void> {
    const roadmap = await this.pickRoadmap();
    if (roadmap === undefined) return;
    const { reportMarkdown } = await this.load("report");
    await this.pages.show(`${roadmap.id}-report`, reportMarkdown(await this.data(roadmap)), { beside: false });
  }

  /** Asks for the format, then where to; a saved page is opened at once, since it is for reading. */
  async save(): Promise<void> {
    const roadmap = await this.pickRoadmap();
    const format = roadmap && (await pickFormat());
    if (roadmap === undefined || format === undefined) return;
    const target = await this.askTarget(`${roadmap.id}-report.${format.ending}`, format);
    if (target === undefined) return;
    const text = format.write(await this.load("report"), await this.data(roadmap));
    try {
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    } catch (error) {
      void showErrorMessage(vscode.l10n.t("The report could not be saved: {0}", errorMessage(error)));
      return;
    }
    await offerToOpen(target, format, text);
  }

  private async askTarget(name: string, { filter, ending }: Format): Promise<vscode.Uri | undefined> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    return vscode.window.showSaveDialog({
      title: vscode.l10n.t("Save assignment report"),
      ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
      filters: { [filter]: [ending] },
    });
  }

  private async data(roadmap: Roadmap): Promise<ReportData> {
    const entries = await Promise.all(
      placedQuestions(roadmap).map(async ({ topic, question }): Promise<ReportEntry> => {
        const key = { roadmap: roadmap.id, question: question.id };
        const [pictures, answer, attempts, amendments] = await Promise.all([
          this.pictures.load({ roadmap, topic, question }),
          this.answers.read(key),
          this.attempts.list(key),
          this.amendments.list(key),
        ]);
        const hash = answer === undefined ? undefined : answerHash(answer);
        const attempt = attemptInForce(attempts, amendments, hash);
        const stale = attempt !== undefined && hash !== undefined && attempt.receipt.answerHash !== hash;
        return {
          topic,
          question,
          stale,
          ...(pictures.sources.size === 0 ? {} : { pictures }),
          ...(answer === undefined ? {} : { answer, answerPictures: await this.own.load(key, answer) }),
          ...(attempt === undefined ? {} : { standing: standingOf(attempt, amendments, question) }),
        };
      }),
    );
    return { roadmap, entries, at: new Date().toISOString(), lang: vscode.env.language };
  }

  private async pickRoadmap(): Promise<Roadmap | undefined> {
    const shelved = (await this.library.all()).filter((s) => s.roadmap.topics.length > 0);
    if (shelved.length <= 1) return shelved[0]?.roadmap;
    const items = shelved.map((s) => ({
      label: s.roadmap.title,
      description: s.builtIn ? vscode.l10n.t("built in") : vscode.l10n.t("workspace"),
      roadmap: s.roadmap,
    }));
    return (await showQuickPick(items, { placeHolder: vscode.l10n.t("Report on which roadmap?") }))?.roadmap;
  }
}

function pickFormat(): Thenable<Format | undefined> {
  const { t } = vscode.l10n;
  const formats: readonly Format[] = [
    {
      label: t("HTML page"),
      detail: t("To read and print, with the phrases marked as in the editor"),
      ending: "html",
      filter: "HTML",
      write: (module, data) => module.reportHtml(data),
    },
    {
      label: "Markdown",
      detail: t("To edit, or to keep beside your notes"),
      ending: "md",
      filter: "Markdown",
      write: (module, data) => module.reportMarkdown(data),
    },
    {
      label: "JSON",
      detail: t("For other programs: every answer, verdict and receipt"),
      ending: "json",
      filter: "JSON",
      write: (module, data) => module.reportJson(data),
    },
  ];
  return showQuickPick(formats, { placeHolder: t("Save the report as…") });
}

/** A page is shown as one, in VS Code itself; any other file as a document. */
async function offerToOpen(target: vscode.Uri, { ending }: Format, text: string): Promise<void> {
  const { t } = vscode.l10n;
  const open = ending === "html" ? t("Open as a page") : t("Open");
  const said = t("Report saved: {0}", vscode.workspace.asRelativePath(target));
  if ((await showInformationMessage(said, open)) !== open) return;
  if (ending === "html") showPage(target, text);
  else await vscode.commands.executeCommand("vscode.open", target);
}

/** The saved page in a tab: no script runs in it and nothing is loaded, as its own policy says. */
function showPage(target: vscode.Uri, html: string): void {
  const title = target.path.slice(target.path.lastIndexOf("/") + 1);
  const panel = vscode.window.createWebviewPanel("tutor.report", title, vscode.ViewColumn.Active, {
    enableScripts: false,
    localResourceRoots: [],
    enableFindWidget: true,
  });
  panel.webview.html = html;
}
