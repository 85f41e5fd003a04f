// "Answer it blind": has a question of the author's answered ten times by a model that may give marks, from the prompt
// alone, and shows which criteria that produced. What the prompt does not ask for is told in the Problems panel, too.
import * as vscode from "vscode";
import type { Question } from "../../core/roadmap/question";
import type { Roadmap } from "../../core/roadmap/roadmap";
import { isNotGraded, type GraderChoice, type ModelInUse } from "../grading/graderChoice";
import type { WhoGrades } from "../grading/whoGrades";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import type { LaterFindings } from "../diagnostics/laterFindings";
import { knownOfModel } from "../models/knownOfModel";
import type { ModelFigures } from "../models/modelFigures";
import { progressText, takesText } from "../models/trialWords";
import type { Pages } from "../pages/pages";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { Settings } from "../settings";
import { showQuickPick, showWarningMessage, withProgress } from "../shown";
import type { AuthoredFile, AuthoredFiles } from "./authoredFiles";
import { authorsModel, tellNothingCame } from "./authorsModel";
import { blindPage } from "./blindPage";
import { questionAtHand } from "./questionAtHand";

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
    const at = await questionAtHand(this.parts.files, this.parts.load);
    if (at === undefined) return;
    const { question, file, text } = at;
    const model = await this.model(file.shelved.roadmap);
    if (model !== undefined && (await this.agreed(question, model))) await this.ask(question, file, text, model);
  }

  /** The model, where it has shown that it may give marks: on this roadmap's sample answers or on another's. */
  private async model(roadmap: Roadmap): Promise<ModelInUse | undefined> {
    const { t } = vscode.l10n;
    const { whoGrades, choice, library } = this.parts;
    const model = await authorsModel(whoGrades, roadmap, this.parts.log);
    if (model === undefined) return undefined;
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
  private async agreed(question: Question, model: ModelInUse): Promise<boolean> {
    const { t } = vscode.l10n;
    const { blindEstimate } = await this.parts.load("modelGrader");
    const takes = blindEstimate(question, knownOfModel(model, this.parts));
    const item = {
      label: t("Ask {0}", model.grader.label),
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
      tellNothingCame(outcome.failure, this.parts.log);
      return;
    }
    const { answers, rows } = outcome;
    later.keepAsked(file, question, notAskedFindings(rows, file.path, text));
    const saidOf = (row: (typeof rows)[number]): string => (isNotAsked(row) ? notAskedMessage(row) : "");
    const page = blindPage({ question, model: grader.label, answers, rows, saidOf });
    await pages.show(`blind-${question.id}`, page, { beside: true });
  }
}
