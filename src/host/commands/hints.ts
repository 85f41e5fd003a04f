// Hints from vague to near, and the reference answer, which is asked for twice before the first attempt.
import * as vscode from "vscode";
import type { ShownHint } from "../../core/feedback/hintRows";
import { keyText, type QuestionKey } from "../../core/roadmap/questionKey";
import type { Feedback } from "../feedback/feedback";
import type { LoadModule } from "../lazyModules";
import type { Pages } from "../pages/pages";
import type { QuestionPictures } from "../roadmaps/questionPictures";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { AttemptStore } from "../storage/attemptStore";
import { questionOf, type OpenAnswer } from "./answerCommand";
import { showInformationMessage, showWarningMessage } from "../shown";

export class Hints {
  /** How many hints of each question were shown in this session. */
  private readonly shown = new Map<string, number>();

  constructor(
    private readonly library: RoadmapLibrary,
    private readonly attempts: AttemptStore,
    private readonly pages: Pages,
    private readonly feedback: Feedback,
    private readonly load: LoadModule,
    private readonly pictures: QuestionPictures,
  ) {}

  /** Puts the next hint above the answer; where one was hidden, that one again; after the last, the last again. */
  async showHint(answer: OpenAnswer): Promise<void> {
    const placed = await questionOf(answer, this.library);
    if (placed === undefined) return;
    const { hints } = placed.question;
    const id = keyText(answer.key);
    const seen = this.shown.get(id) ?? 0;
    const hidden = seen > 0 && this.feedback.hintOf(answer.document) === undefined;
    const number = Math.min(hidden ? seen : seen + 1, hints.length);
    const text = hints[number - 1];
    if (text === undefined) {
      void showInformationMessage(vscode.l10n.t("This question has no hints."));
      return;
    }
    this.shown.set(id, number);
    const hint = { number, of: hints.length, text };
    this.feedback.hint(answer.document, hint);
    if (!isTopVisible(answer.document)) this.tell(answer, hint);
  }

  /** Takes the hint away; asking for a hint brings it back. */
  hideHint({ document }: OpenAnswer): void {
    this.feedback.hint(document, undefined);
  }

  /** Opens the reference answer beside the learner's; before the first attempt only after a warning. */
  async showReference(answer: OpenAnswer): Promise<void> {
    const placed = await questionOf(answer, this.library);
    if (placed === undefined) return;
    if (!(await this.hasTried(answer.key))) {
      const show = vscode.l10n.t("Show it");
      const chosen = await showWarningMessage(
        vscode.l10n.t("You have not graded an answer of your own yet. Show the reference answer all the same?"),
        { modal: true },
        show,
      );
      if (chosen !== show) return;
    }
    const { referencePage } = await this.load("report");
    const words = { reference: vscode.l10n.t("Reference answer"), criteria: vscode.l10n.t("What earns marks") };
    const { prompt, reference } = placed.question;
    const page = referencePage(placed.question, words, await this.pictures.load(placed, `${prompt}\n\n${reference}`));
    await this.pages.show(`${answer.key.question}-reference`, page, { beside: true });
  }

  private async hasTried(key: QuestionKey): Promise<boolean> {
    return (await this.attempts.list(key)).length > 0;
  }

  /** Says the hint where the learner is now, for the place that it has is out of sight. */
  private tell(answer: OpenAnswer, { number, of, text }: ShownHint): void {
    const next = vscode.l10n.t("Next hint");
    const message = vscode.l10n.t("Hint {0} of {1}: {2}", number, of, text);
    void showInformationMessage(message, ...(number < of ? [next] : [])).then(async (chosen) => {
      if (chosen === next) await this.showHint(answer);
    });
  }
}

/** True where an editor shows the document's beginning, near which hints have their place. */
function isTopVisible(document: vscode.TextDocument): boolean {
  const comment = /<!--[ \t]*roadmap-tutor:answer/.exec(document.getText());
  const line = document.positionAt(comment?.index ?? 0).line;
  return vscode.window.visibleTextEditors.some(
    (editor) =>
      editor.document === document &&
      editor.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line),
  );
}
