// "Grade my answer" from the command to the drawn feedback: save, grade or check what was saved, show it, keep it.
// One run a document; a newer one supersedes. What a grading comes to is gradeAnswer's work, how it looks is
// feedback's.
import * as vscode from "vscode";
import type { Amendment } from "../../core/attempts/amendment";
import type { Attempt } from "../../core/attempts/attempt";
import type { Check } from "../../core/marks/check";
import { errorMessage } from "../../core/text/errorMessage";
import { observationSentence } from "../../core/feedback/observationWords";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { isWithdrawn } from "../../core/attempts/standing";
import { gradeAnswer, type AnswerOutcome, type GradedBy } from "../../grading/gradeAnswer";
import type { NotGraded } from "../../grading/grader";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { MergeConflicts } from "../documents/mergeConflicts";
import type { SecondVersions } from "../documents/secondVersions";
import type { Feedback } from "../feedback/feedback";
import type { Log } from "../log";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { AmendmentStore } from "../storage/amendmentStore";
import type { AttemptStore } from "../storage/attemptStore";
import type { GraderChoice, GraderListener } from "./graderChoice";
import { tellNotChecked, tellNotGraded } from "./notGraded";
import { SavedAnswers, type SavedAnswer } from "./savedAnswers";
import type { WhoGrades } from "./whoGrades";
import { showErrorMessage, showInformationMessage } from "../shown";
import { randomPart } from "../randomPart";

/** What a grading needs of its surroundings. */
export interface GradingParts {
  readonly library: RoadmapLibrary;
  readonly documents: AnswerDocuments;
  readonly versions: SecondVersions;
  readonly conflicts: MergeConflicts;
  readonly attempts: AttemptStore;
  readonly amendments: AmendmentStore;
  readonly feedback: Feedback;
  readonly choice: GraderChoice;
  readonly whoGrades: WhoGrades;
  readonly log: Log;
  /** A check has just been shown: the time to offer marking it. */
  readonly checked?: () => unknown;
}

export interface GradeOptions {
  /** Checks the answer, whatever the settings say. */
  readonly withoutModel?: boolean;
}

/** One grading under way. */
interface Run {
  readonly controller: AbortController;
  /** The text it grades; undefined until it was saved. */
  answer?: string;
}

export class GradingSessions implements vscode.Disposable {
  private readonly running = new Map<string, Run>();
  private readonly saved: SavedAnswers;
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when a run begins or ends. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly parts: GradingParts) {
    this.saved = new SavedAnswers(parts.library, parts.documents, parts.versions, parts.conflicts);
  }

  isRunning(document: vscode.TextDocument): boolean {
    return this.running.has(document.uri.toString());
  }

  /** True where the grading under way is of another text than the document's present one. */
  isOutdated(document: vscode.TextDocument): boolean {
    const answer = this.running.get(document.uri.toString())?.answer;
    const parsed = this.parts.documents.parse(document);
    return answer !== undefined && (parsed.kind !== "answer" || parsed.answer !== answer);
  }

  /** True while a save of this document is ours, so that grade-on-save does not answer it. */
  isSaving(document: vscode.TextDocument): boolean {
    return this.saved.isSaving(document);
  }

  cancel(document: vscode.TextDocument): void {
    this.running.get(document.uri.toString())?.controller.abort();
  }

  dispose(): void {
    for (const { controller } of this.running.values()) controller.abort();
    this.changed.dispose();
  }

  /**
   * Saves `document`, grades or checks what was saved and shows it. Every way this can end is told to the learner once.
   */
  async grade(document: vscode.TextDocument, options: GradeOptions = {}): Promise<void> {
    const id = document.uri.toString();
    this.running.get(id)?.controller.abort();
    const run: Run = { controller: new AbortController() };
    this.running.set(id, run);
    this.changed.fire();
    try {
      await this.run(document, run, options);
    } catch (error) {
      this.parts.log.unexpected("Grading failed", error);
      const message = vscode.l10n.t("something went wrong inside the tutor.");
      this.notGraded(document, { kind: "not-graded", reason: "server-error", message }, false);
    } finally {
      if (this.running.get(id) === run) {
        this.running.delete(id);
        this.parts.feedback.end(document);
        this.changed.fire();
      }
    }
  }

  private async run(document: vscode.TextDocument, run: Run, options: GradeOptions): Promise<void> {
    const saved = await this.saved.save(document);
    if (saved === undefined || isOver(run)) return;
    run.answer = saved.answer;
    this.parts.feedback.notGraded(document, undefined);
    const { choice, whoGrades } = this.parts;
    const { roadmap } = saved.placed;
    const [by, before, amendments] = await Promise.all([
      options.withoutModel === true
        ? choice.check(roadmap)
        : whoGrades.decide(roadmap, this.listener(document, run.controller.signal)),
      this.read(saved.key, (key) => this.parts.attempts.list(key)),
      this.read(saved.key, (key) => this.parts.amendments.list(key)),
    ]);
    if (isOver(run)) return;
    if ("kind" in by) {
      this.notGraded(document, by, false);
      return;
    }
    const outcome = await this.ask(
      document,
      saved,
      by,
      before.filter((one) => !isWithdrawn(one, amendments)),
      run.controller.signal,
    );
    if (isOver(run)) return;
    await this.settle(document, outcome, amendments, "checker" in by);
  }

  /** Tells the learner that a model is loading or reading while no word of it has come. */
  private listener(document: vscode.TextDocument, signal: AbortSignal): GraderListener {
    return {
      onProgress: (progress) => {
        if (!signal.aborted) this.parts.feedback.waiting(document, progress.kind === "waiting" ? progress.ms : 0);
      },
    };
  }

  private ask(
    document: vscode.TextDocument,
    { key, placed, answer }: SavedAnswer,
    by: GradedBy,
    before: readonly Attempt[],
    signal: AbortSignal,
  ): Promise<AnswerOutcome> {
    const { feedback } = this.parts;
    feedback.begin(document, placed.question, answer);
    return gradeAnswer({
      ...by,
      key,
      question: placed.question,
      answer,
      before,
      signal,
      onVerdict: (verdict) => {
        feedback.verdict(document, verdict);
      },
      now: () => new Date(),
      random: randomPart,
      pause: () => new Promise((resolve) => setTimeout(resolve)),
    });
  }

  /** Shows and keeps what a grading came to, or tells why it came to nothing. */
  private async settle(
    document: vscode.TextDocument,
    outcome: AnswerOutcome,
    amendments: readonly Amendment[],
    byCheck: boolean,
  ): Promise<void> {
    switch (outcome.kind) {
      case "blank":
        void showInformationMessage(blankSentence(outcome.check));
        return;
      case "not-graded":
        this.notGraded(document, outcome, byCheck);
        return;
      case "replayed":
      case "graded":
      case "checked": {
        const { attempt } = outcome;
        this.parts.feedback.show(document, attempt, { replayed: outcome.kind === "replayed", amendments });
        if (attempt.kind === "checked") this.parts.checked?.();
        if (outcome.kind !== "replayed") await this.keep(attempt);
      }
    }
  }

  /** Tells once why there is no grade, and leaves it to be read beside the answer. */
  private notGraded(document: vscode.TextDocument, outcome: NotGraded, byCheck: boolean): void {
    if (outcome.reason === "cancelled") return;
    this.parts.log.warn(`Not graded (${outcome.reason}): ${outcome.detail ?? outcome.message}`);
    this.parts.feedback.notGraded(document, outcome);
    if (byCheck) tellNotChecked(outcome);
    else void tellNotGraded(outcome, document.uri);
  }

  /** A question's records; none where they cannot be read, which is no reason not to grade. */
  private async read<T>(key: QuestionKey, list: (key: QuestionKey) => Promise<readonly T[]>): Promise<readonly T[]> {
    try {
      return await list(key);
    } catch (error) {
      this.parts.log.error(`What is kept of ${key.roadmap}/${key.question} could not be read`, error);
      return [];
    }
  }

  /** Writes the attempt; where the disk refuses, what was found stays on screen and the learner may try again. */
  private async keep(attempt: Attempt): Promise<void> {
    try {
      await this.parts.attempts.keep(attempt);
    } catch (error) {
      this.parts.log.error("The attempt could not be kept", error);
      const again = vscode.l10n.t("Try again");
      const reason = errorMessage(error);
      const sentence =
        attempt.kind === "graded"
          ? vscode.l10n.t("Graded, but the attempt could not be kept: {0}", reason)
          : vscode.l10n.t("Checked, but the attempt could not be kept: {0}", reason);
      void showErrorMessage(sentence, again).then((chosen) => {
        if (chosen === again) void this.keep(attempt);
      });
    }
  }
}

/** True once a run was cancelled or superseded. */
function isOver({ controller }: Run): boolean {
  return controller.signal.aborted;
}

/** Why there was nothing to grade. */
function blankSentence({ observations }: Check): string {
  const why = observations.find(({ id }) => id === "blank" || id === "dont-know");
  return observationSentence(why ?? { id: "blank" });
}
