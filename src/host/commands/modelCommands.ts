// Commands about the model that grades: check it on sample answers, see what is sent to it, see how steady it is.
import * as vscode from "vscode";
import type { Roadmap } from "../../core/roadmap/roadmap";
import type { NotGraded } from "../../grading/grader";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { Feedback } from "../feedback/feedback";
import { isNotGraded, type GraderChoice, type ModelInUse } from "../grading/graderChoice";
import type { WhoGrades } from "../grading/whoGrades";
import type { LoadModule } from "../lazyModules";
import { sentPage, stabilityPage } from "../models/modelPages";
import type { ModelTrials } from "../models/modelTrials";
import { sentRequests } from "../models/sentRequest";
import type { Pages } from "../pages/pages";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { Settings } from "../settings";
import { showInformationMessage, showWarningMessage, withProgress } from "../shown";
import { questionOf, type OpenAnswer } from "./answerCommand";

export interface ModelCommandParts {
  readonly library: RoadmapLibrary;
  readonly documents: AnswerDocuments;
  readonly feedback: Feedback;
  readonly choice: GraderChoice;
  readonly whoGrades: WhoGrades;
  readonly trials: ModelTrials;
  readonly settings: Settings;
  readonly pages: Pages;
  readonly load: LoadModule;
}

export class ModelCommands {
  constructor(private readonly parts: ModelCommandParts) {}

  /** Tries the model on the sample answers of the roadmap at hand. */
  async checkModel(): Promise<void> {
    const roadmap = await this.roadmapAtHand();
    const model = roadmap && (await this.model(roadmap));
    if (roadmap !== undefined && model !== undefined) await this.parts.trials.run(roadmap, model);
  }

  /** Opens the request that grading this answer would send. */
  async showSent(answer: OpenAnswer): Promise<void> {
    const { library, documents, choice, settings, pages, load } = this.parts;
    const placed = await questionOf(answer, library);
    const parsed = documents.parse(answer.document);
    const source = await choice.source();
    if (placed === undefined || parsed.kind !== "answer") return;
    if (source === undefined || isNotGraded(source)) {
      void showInformationMessage(vscode.l10n.t("Nothing is sent: no model grades. Answers are checked here."));
      return;
    }
    const { question, roadmap } = placed;
    const { checker } = await choice.check(roadmap);
    const { strict } = settings;
    const of = { roadmap, question, answer: parsed.answer, strict, checker };
    const requests = await sentRequests(load, source, of);
    await pages.show("what-is-sent", sentPage(choice.modelName ?? "", requests), { beside: true });
  }

  /**
   * Grades the answer three times anew and shows what the three agree on, on a page and beside what is known of the
   * answer; keeps none of them.
   */
  async checkStability(answer: OpenAnswer): Promise<void> {
    const { library, documents, feedback, pages, load } = this.parts;
    const placed = await questionOf(answer, library);
    const parsed = documents.parse(answer.document);
    const model = placed && (await this.model(placed.roadmap));
    if (placed === undefined || model === undefined || parsed.kind !== "answer") return;
    const { grader, qualification } = model;
    const { checkStability } = await load("modelGrader");
    const title = vscode.l10n.t("Grading this answer three times with {0}", grader.label);
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    const outcome = await withProgress(options, (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      const request = { question: placed.question, answer: parsed.answer, mayReveal: true };
      return checkStability(grader, request, stop.signal, (done, of) => {
        progress.report({ message: vscode.l10n.t("{0} of {1} gradings", done, of), increment: 100 / of });
      });
    });
    if (outcome.kind === "blank")
      void showInformationMessage(vscode.l10n.t("There is nothing in this answer that a model would be asked about."));
    else if (outcome.kind === "not-graded") tellNot(outcome);
    else {
      const givesMarks = qualification === "qualified";
      const steadiness = { answer: parsed.answer, model: grader.label, givesMarks, stability: outcome.stability };
      feedback.steady(answer.document, steadiness);
      await pages.show("stability", stabilityPage(placed.question, steadiness), { beside: true });
    }
  }

  private async model(roadmap: Roadmap): Promise<ModelInUse | undefined> {
    const model = await this.parts.whoGrades.model(roadmap);
    if (model === undefined) {
      const setUp = vscode.l10n.t("Set up a model…");
      void showInformationMessage(vscode.l10n.t("No model grades now."), setUp).then((chosen) => {
        if (chosen === setUp) void vscode.commands.executeCommand("tutor.setUpModel");
      });
      return undefined;
    }
    if (!isNotGraded(model)) return model;
    tellNot(model);
    return undefined;
  }

  /** The roadmap of the answer in the active editor, else the first there is. */
  private async roadmapAtHand(): Promise<Roadmap | undefined> {
    const { documents, library } = this.parts;
    const placed = documents.active && (await library.find(documents.active));
    return placed?.roadmap ?? (await library.atHand())[0]?.roadmap;
  }
}

function tellNot({ reason, message }: NotGraded): void {
  if (reason !== "cancelled") void showWarningMessage(vscode.l10n.t("The model was not asked: {0}", message));
}
