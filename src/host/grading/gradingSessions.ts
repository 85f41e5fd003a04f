// "Grade my answer" from the command to the drawn feedback: save, grade what was saved, keep the attempt, show it.
// One run a document; a newer one supersedes. How a grade is found is the grader's work, how it looks is feedback's.
import * as vscode from "vscode";
import type { Attempt } from "../../core/attempt";
import type { QuestionKey } from "../../core/questionKey";
import { attemptId, latest, replayable } from "../../core/attempts";
import { rubricHash, sha256Hex } from "../../core/hash";
import type { PlacedQuestion } from "../../core/roadmap";
import type { Grader } from "../../grading/grader";
import { saveDocument } from "../documents/saveDocument";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { Feedback } from "../feedback/feedback";
import type { Log } from "../log";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { AttemptStore } from "../storage/attemptStore";
import type { GraderChoice } from "./graderChoice";
import { tellNotGraded } from "./notGraded";

/** How long a word in the status bar stays, in milliseconds. */
const noticeTime = 15_000;

/** What is graded: the text of one saved answer document. */
interface SavedAnswer {
  readonly key: QuestionKey;
  readonly placed: PlacedQuestion;
  readonly answer: string;
}

/** One grading under way. */
interface Run {
  readonly controller: AbortController;
  /** The text it grades; undefined until it was saved. */
  answer?: string;
}

export class GradingSessions implements vscode.Disposable {
  private readonly running = new Map<string, Run>();
  private readonly saving = new Set<string>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when a run begins or ends. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly library: RoadmapLibrary,
    private readonly documents: AnswerDocuments,
    private readonly attempts: AttemptStore,
    private readonly feedback: Feedback,
    private readonly choice: GraderChoice,
    private readonly log: Log,
  ) {}

  isRunning(document: vscode.TextDocument): boolean {
    return this.running.has(document.uri.toString());
  }

  /** True where the grading under way is of another text than the document's present one. */
  isOutdated(document: vscode.TextDocument): boolean {
    const answer = this.running.get(document.uri.toString())?.answer;
    const parsed = this.documents.parse(document);
    return answer !== undefined && (parsed.kind !== "answer" || parsed.answer !== answer);
  }

  /** True while a save of this document is ours, so that grade-on-save does not answer it. */
  isSaving(document: vscode.TextDocument): boolean {
    return this.saving.has(document.uri.toString());
  }

  cancel(document: vscode.TextDocument): void {
    this.running.get(document.uri.toString())?.controller.abort();
  }

  dispose(): void {
    for (const { controller } of this.running.values()) controller.abort();
    this.changed.dispose();
  }

  /** Saves `document`, grades what was saved and shows the feedback. Every way this can end is told to the learner once. */
  async grade(document: vscode.TextDocument, withBuiltIn = false): Promise<void> {
    const id = document.uri.toString();
    this.running.get(id)?.controller.abort();
    const controller = new AbortController();
    const run: Run = { controller };
    this.running.set(id, run);
    this.changed.fire();
    try {
      const saved = await this.save(document);
      if (saved === undefined || controller.signal.aborted) return;
      run.answer = saved.answer;
      const grader = withBuiltIn ? await this.choice.builtInGrader() : await this.choice.choose();
      if ("kind" in grader) {
        void tellNotGraded({ kind: "not-graded", reason: "no-model", message: grader.message }, document.uri);
        return;
      }
      await this.run(document, saved, grader, controller.signal);
    } catch (error) {
      this.log.error("Grading failed", error);
      void tellNotGraded(
        {
          kind: "not-graded",
          reason: "server-error",
          message: vscode.l10n.t("something went wrong inside the tutor."),
        },
        document.uri,
      );
    } finally {
      if (this.running.get(id) === run) {
        this.running.delete(id);
        this.feedback.end(document);
        this.changed.fire();
      }
    }
  }

  /** Saves and reads back what there is to grade; tells the learner and returns undefined where that fails. */
  private async save(document: vscode.TextDocument): Promise<SavedAnswer | undefined> {
    const id = document.uri.toString();
    if (document.isDirty || document.isUntitled) {
      this.saving.add(id);
      try {
        if (!(await saveDocument(document))) {
          // VS Code itself says why, with a button to try again: no second message beside it.
          vscode.window.setStatusBarMessage(
            `$(warning) ${vscode.l10n.t("Not graded: the answer could not be saved. Save it first; your text is still in the editor.")}`,
            noticeTime,
          );
          return undefined;
        }
      } finally {
        this.saving.delete(id);
      }
    }
    const parsed = this.documents.parse(document);
    if (parsed.kind === "no-line") {
      const restore = vscode.l10n.t("Restore the answer line");
      void vscode.window
        .showWarningMessage(vscode.l10n.t("Not graded: the line that marks where your answer begins is gone."), restore)
        .then((chosen) => {
          if (chosen === restore) void vscode.commands.executeCommand("tutor.restoreAnswerLine", document.uri);
        });
      return undefined;
    }
    if (parsed.kind === "other") {
      void vscode.window.showInformationMessage(
        vscode.l10n.t("This document is not an answer. Open a question in the Roadmap Tutor sidebar first."),
      );
      return undefined;
    }
    const placed = await this.library.find(parsed.key);
    if (placed === undefined) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          "Not graded: the question “{0}” is in no roadmap at hand, so its rubric is missing. Your answer is kept.",
          `${parsed.key.roadmap}/${parsed.key.question}`,
        ),
      );
      return undefined;
    }
    return { key: parsed.key, placed, answer: parsed.answer };
  }

  private async run(
    document: vscode.TextDocument,
    saved: SavedAnswer,
    grader: Grader,
    signal: AbortSignal,
  ): Promise<void> {
    const { question } = saved.placed;
    const hashes = { answerHash: sha256Hex(saved.answer), rubricHash: rubricHash(question) };
    const before = await this.attemptsBefore(saved.key);
    const known = replayable(before, { ...grader.identity, ...hashes });
    if (signal.aborted) return;
    if (known !== undefined) {
      this.feedback.show(document, known, { replayed: true });
      return;
    }
    this.feedback.begin(document, question, saved.answer);
    const outcome = await grader.grade(
      { question, answer: saved.answer, mayReveal: latest(before) !== undefined },
      signal,
      (verdict) => {
        if (!signal.aborted) this.feedback.verdict(document, verdict);
      },
    );
    if (signal.aborted) return;
    switch (outcome.kind) {
      case "blank":
        void vscode.window.showInformationMessage(outcome.message);
        return;
      case "not-graded":
        this.log.warn(`Not graded (${outcome.reason}): ${outcome.detail ?? outcome.message}`);
        void tellNotGraded(outcome, document.uri);
        return;
      case "graded": {
        const now = new Date();
        const attempt: Attempt = {
          version: 1,
          id: attemptId(now, crypto.randomUUID().slice(0, 8)),
          key: saved.key,
          at: now.toISOString(),
          answer: saved.answer,
          asked: { title: question.title, prompt: question.prompt },
          grade: outcome.grade,
          receipt: { ...outcome.receipt, ...hashes },
        };
        this.feedback.show(document, attempt, { replayed: false });
        await this.keep(attempt);
      }
    }
  }

  /** What was graded before; nothing where it cannot be read, which is no reason not to grade. */
  private async attemptsBefore(key: QuestionKey): Promise<readonly Attempt[]> {
    try {
      return await this.attempts.list(key);
    } catch (error) {
      this.log.error(`The attempts of ${key.roadmap}/${key.question} could not be read`, error);
      return [];
    }
  }

  /** Writes the attempt; where the disk refuses, the grade stays on screen and the learner may try again. */
  async keep(attempt: Attempt): Promise<void> {
    try {
      await this.attempts.keep(attempt);
    } catch (error) {
      this.log.error("The attempt could not be kept", error);
      const again = vscode.l10n.t("Try again");
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window
        .showErrorMessage(vscode.l10n.t("Graded, but the attempt could not be kept: {0}", reason), again)
        .then((chosen) => {
          if (chosen === again) void this.keep(attempt);
        });
    }
  }
}
