// What there is to grade: saves an answer's document and reads back what was saved; tells the learner where that fails.
import * as vscode from "vscode";
import { findConflictBehind } from "../../core/answer/conflictMarkers";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import type { PlacedQuestion } from "../../core/roadmap/roadmap";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { MergeConflicts } from "../documents/mergeConflicts";
import { saveDocument } from "../documents/saveDocument";
import type { SecondVersions } from "../documents/secondVersions";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import { setStatusBarMessage, showInformationMessage, showWarningMessage } from "../shown";

/** The text of one saved answer document. */
export interface SavedAnswer {
  readonly key: QuestionKey;
  readonly placed: PlacedQuestion;
  readonly answer: string;
}

/** How long a word in the status bar stays, in milliseconds. */
const noticeTime = 15_000;

export class SavedAnswers {
  private readonly saving = new Set<string>();

  constructor(
    private readonly library: RoadmapLibrary,
    private readonly documents: AnswerDocuments,
    private readonly versions: Pick<SecondVersions, "pathOfSecond" | "tell">,
    private readonly conflicts: Pick<MergeConflicts, "tell">,
  ) {}

  /** True while a save of this document is ours. */
  isSaving(document: vscode.TextDocument): boolean {
    return this.saving.has(document.uri.toString());
  }

  /**
   * Saves `document` and reads what there is to grade; undefined, after telling the learner why, where there is
   * nothing.
   */
  async save(document: vscode.TextDocument): Promise<SavedAnswer | undefined> {
    if ((document.isDirty || document.isUntitled) && !(await this.write(document))) return undefined;
    const parsed = this.documents.parse(document);
    if (parsed.kind === "no-line") {
      tellLineGone(document.uri);
      return undefined;
    }
    if (parsed.kind === "other") {
      void showInformationMessage(
        vscode.l10n.t("This document is not an answer. Open a question in the Roadmap Tutor sidebar first."),
      );
      return undefined;
    }
    const placed = await this.library.find(parsed.key);
    if (placed === undefined) {
      void showWarningMessage(
        vscode.l10n.t(
          "Not graded: the question “{0}” is in no roadmap at hand, so its rubric is missing. Your answer is kept.",
          `${parsed.key.roadmap}/${parsed.key.question}`,
        ),
      );
      return undefined;
    }
    const second = await this.versions.pathOfSecond(document.uri, parsed.key);
    if (second !== undefined) {
      this.versions.tell(second, parsed.key, placed.question.title);
      return undefined;
    }
    // One that took in the answer line begins above the answer.
    const conflict = findConflictBehind(document.getText(), parsed.answerStart);
    if (conflict !== undefined) {
      this.conflicts.tell(document, parsed.key, conflict.start);
      return undefined;
    }
    return { key: parsed.key, placed, answer: parsed.answer };
  }

  private async write(document: vscode.TextDocument): Promise<boolean> {
    const id = document.uri.toString();
    this.saving.add(id);
    try {
      if (await saveDocument(document)) return true;
    } finally {
      this.saving.delete(id);
    }
    // VS Code itself says why, with a button to try again: no second message beside it.
    const sentence = vscode.l10n.t(
      "Not graded: the answer could not be saved. Save it first; your text is still in the editor.",
    );
    setStatusBarMessage(`$(warning) ${sentence}`, noticeTime);
    return false;
  }
}

function tellLineGone(document: vscode.Uri): void {
  const restore = vscode.l10n.t("Restore the answer line");
  void showWarningMessage(
    vscode.l10n.t("Not graded: the line that marks where your answer begins is gone."),
    restore,
  ).then((chosen) => {
    if (chosen === restore) void vscode.commands.executeCommand("tutor.restoreAnswerLine", document);
  });
}
