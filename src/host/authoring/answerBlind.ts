// "Answer it blind": has a question of the author's answered ten times by a model that may give marks, from the prompt
// alone, and shows which criteria that produced. What the prompt does not ask for is told in the Problems panel, too.
import * as vscode from "vscode";
import type { Question } from "../../core/question";
import type { Roadmap } from "../../core/roadmap";
import type { NotGraded } from "../../grading/grader";
import { isNotGraded, type GraderChoice, type ModelInUse } from "../grading/graderChoice";
import type { WhoGrades } from "../grading/whoGrades";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import type { LaterFindings } from "../diagnostics/laterFindings";
import type { ModelFigures } from "../models/modelFigures";
import { progressText, takesText } from "../models/trialWords";
import type { Pages } from "../pages/pages";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { Settings } from "../settings";
import { showInformationMessage, showQuickPick, showWarningMessage, withProgress } from "../shown";
import { textOf, type AuthoredFile, type AuthoredFiles } from "./authoredFiles";
import { blindPage } from "./blindPage";

/** What it needs of its surroundings. */
export interface BlindParts {
  readonly files: AuthoredFiles;
  readonly library: Pick<RoadmapLibrary, "all">;
  readonly choice: GraderChoice;
  readonly whoGrades: Pick<WhoGrades, "model">;
  readonly figures: ModelFigures;
  readonly settings: Settings;
  readonly pages: Pages;
  readonly later: Pick<LaterFindings, "keepAsked">;
  readonly load: LoadModule;
  readonly log: Log;
}

export class AnswerBlind {
  constructor(private readonly parts: BlindParts) {}

  /** On the question of the active file. */
  async run(): Promise<void> {
    const { t } = vscode.l10n;
    const document = vscode.window.activeTextEditor?.document;
    const file = document && this.parts.files.find(document.uri);
    if (document === undefined || file?.role !== "question") {
      void showInformationMessage(t("The active editor holds no question of a roadmap in this workspace."));
      return;
    }
    const text = textOf(document);
    const { readFileAlone } = await this.parts.load("roadmapReader");
    const { question } = readFileAlone(file.path, text);
    if (question === undefined) {
      void showWarningMessage(t("The question's file has errors: mend them first."));
      return;
    }
    const model = await this.model(file.shelved.roadmap);
    if (model !== undefined && (await this.agreed(question, model))) await this.ask(question, file, text, model);
  }

  /** The model, where it has shown that it may give marks: on this roadmap's sample answers or on another's. */
  private async model(roadmap: Roadmap): Promise<ModelInUse | undefined> {
    const { t } = vscode.l10n;
    const { whoGrades, choice, library } = this.parts;
    const model = await whoGrades.model(roadmap);
    if (model === undefined) {
      const setUp = t("Set up a model…");
      if ((await showInformationMessage(t("No model grades now."), setUp)) === setUp)
        await vscode.commands.executeCommand("tutor.setUpModel");
      return undefined;
    }
    if (isNotGraded(model)) {
      this.tellNot(model);
      return undefined;
    }
    if (model.qualification === "qualified") return model;
    for (const { roadmap: other } of await library.all()) {
      const there = await choice.model(other);
      if (there !== undefined && !isNotGraded(there) && there.qualification === "qualified") return model;
    }
    const check = t("Check this model…");
    const why = t(
      "{0} has not shown that it may give marks: what it answers says nothing of a prompt.",
      model.grader.label,
    );
    if ((await showWarningMessage(why, check)) === check) await vscode.commands.executeCommand("tutor.checkModel");
    return undefined;
  }

  /** Nothing is sent before it was said what it takes. */
  private async agreed(question: Question, { grader, kept }: ModelInUse): Promise<boolean> {
    const { t } = vscode.l10n;
    const { figures, settings, load } = this.parts;
    const { blindEstimate } = await load("modelGrader");
    const { endpoint = "", model = "" } = grader.identity;
    const known = figures.of(endpoint, model);
    const speed = kept === undefined ? known.speed : { secondsPerAnswer: kept.secondsPerAnswer };
    const price = settings.priceOf(model) ?? known.price;
    const takes = blindEstimate(question, { ...(speed && { speed }), ...(price && { price }) });
    const item = {
      label: t("Ask {0}", grader.label),
      iconPath: new vscode.ThemeIcon("comment-discussion"),
      description: t("the prompt alone is sent, no criterion and no reference"),
      detail: takesText(takes, vscode.env.language),
    };
    const title = t("Answer it blind: {0}", question.title);
    return (await showQuickPick([item], { title, ignoreFocusOut: true })) === item;
  }

  private async ask(question: Question, file: AuthoredFile, text: string, { grader }: ModelInUse): Promise<void> {
    const { t } = vscode.l10n;
    const { choice, load, pages, later } = this.parts;
    const source = await choice.source();
    if (source === undefined || isNotGraded(source)) return;
    const [{ askBlind, clientOf }, { notAskedFindings, notAskedMessage, isNotAsked }, { checker }] = await Promise.all([
      load("modelGrader"),
      load("rubricTools"),
      choice.check(file.shelved.roadmap),
    ]);
    const title = t("{0} answers the question", grader.label);
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    const outcome = await withProgress(options, (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      const started = performance.now();
      const onProgress = (done: number, of: number): void => {
        const message = progressText(done, of, (performance.now() - started) / 1000, vscode.env.language);
        progress.report({ message, increment: 100 / of });
      };
      return askBlind({ client: clientOf(source), question, checker, signal: stop.signal, onProgress });
    });
    if (outcome.kind === "not-done") {
      this.tellNot(outcome.failure);
      return;
    }
    const { answers, rows } = outcome;
    later.keepAsked(file, question, notAskedFindings(rows, file.path, text));
    const saidOf = (row: (typeof rows)[number]): string => (isNotAsked(row) ? notAskedMessage(row) : "");
    const page = blindPage({ question, model: grader.label, answers, rows, saidOf });
    await pages.show(`blind-${question.id}`, page, { beside: true });
  }

  private tellNot({ reason, message, detail }: NotGraded): void {
    if (reason === "cancelled") return;
    this.parts.log.warn(`The model was not asked (${reason}): ${detail ?? message}`);
    void showWarningMessage(vscode.l10n.t("The model was not asked: {0}", message));
  }
}
