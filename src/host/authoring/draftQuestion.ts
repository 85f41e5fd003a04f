// "Draft wordings and goldens": a model that the author has set up proposes, the author ticks what is to stand, and
// that goes into the question's file by one edit. Off by default; nothing is ticked beforehand.
import * as vscode from "vscode";
import type { GraderChoice } from "../grading/graderChoice";
import { isNotGraded } from "../grading/graderChoice";
import type { WhoGrades } from "../grading/whoGrades";
import type { LoadModule } from "../lazyModules";
import { knownOfModel } from "../models/knownOfModel";
import type { ModelFigures } from "../models/modelFigures";
import { takesText } from "../models/trialWords";
import type { Log } from "../log";
import type { Pages } from "../pages/pages";
import type { Settings } from "../settings";
import { showErrorMessage, showInformationMessage, showQuickPick, showTicks, withProgress } from "../shown";
import type { Draft } from "../../grading/authoring/drafts";
import type { Question } from "../../core/roadmap/question";
import { authorsModel, tellNothingCame } from "./authorsModel";
import type { AuthoredFiles } from "./authoredFiles";
import { draftPage, draftTitle, draftWords } from "./draftPage";
import { editFile, takeBack } from "./fileEdit";
import { questionAtHand, type QuestionAtHand } from "./questionAtHand";

/** What drafting needs of its surroundings. */
export interface DraftParts {
  readonly files: AuthoredFiles;
  readonly choice: GraderChoice;
  readonly whoGrades: Pick<WhoGrades, "model">;
  readonly settings: Pick<Settings, "drafts" | "priceOf">;
  readonly figures: ModelFigures;
  readonly pages: Pages;
  readonly load: LoadModule;
  readonly log: Log;
}

export class DraftQuestion {
  constructor(private readonly parts: DraftParts) {}

  /** On the question of the active file. */
  async run(): Promise<void> {
    const { files, load, settings, whoGrades, log } = this.parts;
    const { t } = vscode.l10n;
    if (!settings.drafts) {
      const open = t("Open the setting");
      if ((await showInformationMessage(t("Drafts of a model are off."), open)) === open)
        await vscode.commands.executeCommand("workbench.action.openSettings", "tutor.drafts");
      return;
    }
    const at = await questionAtHand(files, load);
    const model = at && (await authorsModel(whoGrades, at.file.shelved.roadmap, log));
    if (at === undefined || model === undefined) return;
    const { label } = model.grader;
    const { draftEstimate } = await load("modelGrader");
    const takes = draftEstimate(at.question, knownOfModel(model, this.parts));
    const item = {
      label: t("Ask {0}", label),
      description: takesText(takes, vscode.env.language),
      iconPath: new vscode.ThemeIcon("lightbulb"),
      detail: t("Sends prompt, criteria and reference in one call. You choose what stands."),
    };
    const title = t("Draft wordings and goldens: {0}", at.question.title);
    if ((await showQuickPick([item], { title, ignoreFocusOut: true })) !== item) return;
    const drafts = await this.ask(at.question, label);
    if (drafts !== undefined) await this.offer(at, label, drafts);
  }

  private async ask(question: Question, label: string): Promise<readonly Draft[] | undefined> {
    const { choice, load, log } = this.parts;
    const source = await choice.source();
    if (source === undefined || isNotGraded(source)) return undefined;
    const { askDrafts, clientOf } = await load("modelGrader");
    const title = vscode.l10n.t("{0} drafts wordings and goldens", label);
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    const outcome = await withProgress(options, (_, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      return askDrafts(clientOf(source), question, stop.signal);
    });
    if (outcome.kind === "done") return outcome.drafts;
    tellNothingCame(outcome.failure, log);
    return undefined;
  }

  /** Shows all on a page, and lets the author tick what is to stand. */
  private async offer(at: QuestionAtHand, label: string, drafts: readonly Draft[]): Promise<void> {
    const { t } = vscode.l10n;
    const { choice, load, pages } = this.parts;
    const { reviewDrafts } = await load("rubricTools");
    const { checker } = await choice.check(at.file.shelved.roadmap);
    const reviewed = await reviewDrafts({ path: at.file.path, text: at.text, checker }, drafts);
    await pages.show(`drafts-${at.question.id}`, draftPage(at.question, label, reviewed), { beside: true });
    const items = reviewed
      .filter(({ refused }) => refused === undefined)
      .map(({ draft }) => ({ label: draftWords(draft), detail: draftTitle(draft, at.question), draft }));
    if (items.length === 0) {
      void showInformationMessage(t("Nothing of what {0} proposed can stand. The page says why.", label));
      return;
    }
    const title = t("Which of these shall stand?");
    const kept = await showTicks(items, { title, placeHolder: t("Tick what is right"), matchOnDetail: true }, false);
    if (kept !== undefined && kept.length > 0)
      await this.write(
        at,
        kept.map(({ draft }) => draft),
      );
  }

  private async write(at: QuestionAtHand, drafts: readonly Draft[]): Promise<void> {
    const { t } = vscode.l10n;
    const { choice, load } = this.parts;
    const { document, file } = at;
    const { draftsAsOneChange } = await load("rubricTools");
    const { checker } = await choice.check(file.shelved.roadmap);
    // The file may have changed while the author was choosing.
    const text = document.getText().replace(/\r\n?/g, "\n");
    const { written, ...change } = await draftsAsOneChange({ path: file.path, text, checker }, drafts);
    const made = written === 0 ? undefined : await editFile(document, [change]);
    if (made === undefined) {
      void showErrorMessage(t("The file could not be changed."));
      return;
    }
    await vscode.window.showTextDocument(document, { selection: made.at, preview: false });
    const undo = t("Undo");
    const told = t("Drafts that stand in the file now: {0}.", written);
    if ((await showInformationMessage(told, undo)) === undo) await takeBack(made);
  }
}
