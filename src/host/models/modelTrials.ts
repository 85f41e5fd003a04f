// Trying the model that grades on sample answers whose verdicts are known: from the learner's command, or offered
// before its first grading. What it showed decides whether its verdicts count for marks.
import * as vscode from "vscode";
import { errorMessage } from "../../core/text/errorMessage";
import type { Roadmap } from "../../core/roadmap/roadmap";
import type { StoredQualification, TrialSize } from "../../grading/qualification/stored";
import type { NotGraded } from "../../grading/grader";
import type { ModelInUse } from "../grading/graderChoice";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import type { SampleAnswers } from "../roadmaps/sampleAnswers";
import { showErrorMessage, showInformationMessage, showQuickPick, showWarningMessage, withProgress } from "../shown";
import type { Settings } from "../settings";
import { knownOfModel } from "./knownOfModel";
import type { ModelFigures } from "./modelFigures";
import type { Qualifications } from "./qualifications";
import { progressText, takesText, whatItShowed } from "./trialWords";

/** What the learner wants before a model grades that has shown nothing yet. */
export type BeforeGrading = "try" | "remarks" | "check";

interface Parts {
  readonly qualifications: Qualifications;
  readonly sampleAnswers: SampleAnswers;
  readonly figures: ModelFigures;
  readonly settings: Settings;
  readonly load: LoadModule;
  readonly log: Log;
}

export class ModelTrials {
  constructor(private readonly parts: Parts) {}

  /** Asks what to do with a model that has shown nothing yet; undefined where the learner leaves it. */
  async askBefore(roadmap: Roadmap, model: ModelInUse): Promise<BeforeGrading | undefined> {
    const takes = await this.takes(roadmap, "quick", model);
    const { t } = vscode.l10n;
    const items: (vscode.QuickPickItem & { readonly then: BeforeGrading })[] = [
      {
        label: t("Check this model first"),
        iconPath: new vscode.ThemeIcon("beaker"),
        detail: takes,
        then: "try",
      },
      {
        label: t("Remarks without marks"),
        iconPath: new vscode.ThemeIcon("comment"),
        detail: t("Its remarks are shown; the marks are yours to give."),
        then: "remarks",
      },
      {
        label: t("Check without a model"),
        iconPath: new vscode.ThemeIcon("checklist"),
        detail: t("Nothing leaves this machine; you mark your answer yourself."),
        then: "check",
      },
    ];
    const picked = await showQuickPick(items, {
      title: t("Can {0} grade? It has not been checked yet", model.grader.label),
      placeHolder: t("It grades sample answers whose verdicts are known. Its marks count once it has passed."),
      ignoreFocusOut: true,
    });
    return picked?.then;
  }

  /** The learner's command: quick or full, then the result. */
  async run(roadmap: Roadmap, model: ModelInUse): Promise<void> {
    const { t } = vscode.l10n;
    const [quick, full] = await Promise.all([this.takes(roadmap, "quick", model), this.takes(roadmap, "full", model)]);
    const sizes: (vscode.QuickPickItem & { readonly size: TrialSize })[] = [
      { label: t("Quick"), description: t("Some answers of three questions."), detail: quick, size: "quick" },
      { label: t("Full"), description: t("All sample answers of this roadmap."), detail: full, size: "full" },
    ];
    const picked = await showQuickPick(sizes, { title: t("Check {0} on sample answers", model.grader.label) });
    const shown = picked && (await this.try(roadmap, model, picked.size));
    if (shown !== undefined) tell(shown);
  }

  /** Tries the model and keeps what it showed; undefined where it was stopped or its service failed. */
  async try(roadmap: Roadmap, { grader }: ModelInUse, size: TrialSize): Promise<StoredQualification | undefined> {
    const { sampleAnswers, load } = this.parts;
    const { tryModel } = await load("modelGrader");
    const { label } = grader;
    const title = vscode.l10n.t("Checking whether {0} can grade", label);
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    const questions = await sampleAnswers.questionsOf(roadmap);
    const outcome = await withProgress(options, (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      let shown = 0;
      const started = performance.now();
      return tryModel({
        grader,
        questions,
        run: size,
        signal: stop.signal,
        now: () => new Date(),
        onProgress: (done, of) => {
          const message = progressText(done, of, (performance.now() - started) / 1000, vscode.env.language);
          progress.report({ message, increment: (100 * (done - shown)) / of });
          shown = done;
        },
      });
    });
    if (outcome.kind === "not-done") {
      this.tellNotDone(outcome.failure);
      return undefined;
    }
    await this.keep(outcome.qualification);
    return outcome.qualification;
  }

  private async keep(qualification: StoredQualification): Promise<void> {
    try {
      await this.parts.qualifications.keep(qualification);
    } catch (error) {
      this.parts.log.error("The result of the model could not be kept", error);
      const reason = errorMessage(error);
      void showErrorMessage(vscode.l10n.t("What the model showed could not be kept: {0}", reason));
    }
  }

  private tellNotDone({ reason, message, detail }: NotGraded): void {
    if (reason === "cancelled") return;
    this.parts.log.warn(`The model was not checked (${reason}): ${detail ?? message}`);
    void showWarningMessage(vscode.l10n.t("The model was not checked: {0}", message));
  }

  /** What a trial takes, as far as it is known of this model: by an earlier trial or set-up, and by the settings. */
  private async takes(roadmap: Roadmap, size: TrialSize, model: ModelInUse): Promise<string> {
    const { sampleAnswers, load } = this.parts;
    const { trialEstimate } = await load("modelGrader");
    const questions = await sampleAnswers.questionsOf(roadmap);
    return takesText(trialEstimate(questions, size, knownOfModel(model, this.parts)), vscode.env.language);
  }
}

/** Says what a trial came to. */
export function tell(qualification: StoredQualification): void {
  const text = whatItShowed(qualification);
  if (qualification.result === "qualified") void showInformationMessage(text);
  else void showWarningMessage(text);
}
