// The commands of marking: which remark one is about, and what is asked for where it is not said.
// A command takes `(uri?, criterion?)`: a remark's link names both; without them it is the remark at the caret, else
// the Feedback view's.
import * as vscode from "vscode";
import type { SelfVerdict } from "../../core/attempts/attempt";
import type { Remark } from "../../core/feedback/remark";
import { remarkTitle } from "../../core/feedback/words";
import { disputeLimit } from "../../shared/feedbackMessages";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { Feedback } from "../feedback/feedback";
import { openAnswer } from "../commands/answerCommand";
import type { FeedbackViewProvider } from "../feedbackView/feedbackViewProvider";
import type { Marking } from "./marking";
import { setStatusBarMessage, showInformationMessage, showInputBox, showQuickPick } from "../shown";

/** An answer, and the remark on it that a command is about. */
interface Target {
  readonly document: vscode.TextDocument;
  readonly remark: Remark;
}

export class MarkingCommands {
  constructor(
    private readonly documents: AnswerDocuments,
    private readonly feedback: Feedback,
    private readonly marking: Marking,
    private readonly view: FeedbackViewProvider,
  ) {}

  async mark(verdict: SelfVerdict, uri: unknown, criterion: unknown): Promise<void> {
    const target = await this.target(uri, criterion, (remark) => !remark.id.startsWith("error:"));
    if (target) await this.marking.say(target.document, { kind: "mark", criterion: target.remark.id, verdict });
  }

  async dismiss(uri: unknown, criterion: unknown): Promise<void> {
    const target = await this.target(uri, criterion, ({ dismissed }) => !dismissed);
    if (target) await this.marking.say(target.document, { kind: "dismiss", criterion: target.remark.id });
  }

  /** Shows the Feedback view, on this criterion's card where one is named. */
  async show(uri: unknown, criterion: unknown): Promise<void> {
    const answer = await openAnswer(this.documents, uri);
    if (answer) await this.view.focus(typeof criterion === "string" ? criterion : undefined);
  }

  /** Asks for the learner's sentence; without one nothing is disputed. */
  async dispute(uri: unknown, criterion: unknown): Promise<void> {
    const { t } = vscode.l10n;
    const target = await this.target(uri, criterion, () => true);
    if (!target) return;
    const words = await showInputBox({
      title: t("Dispute: {0}", remarkTitle(target.remark)),
      prompt: t("What do you see differently? One sentence."),
      validateInput: (text) => (text.length > disputeLimit ? t("{0} characters at most.", disputeLimit) : undefined),
    });
    if (words === undefined || words.trim() === "") return;
    await this.marking.say(target.document, { kind: "dispute", criterion: target.remark.id, words: words.trim() });
  }

  async undo(uri: unknown, criterion: unknown): Promise<void> {
    const answer = await openAnswer(this.documents, uri);
    if (answer === undefined) return;
    if (!(await this.marking.undo(answer.document, typeof criterion === "string" ? criterion : undefined)))
      setStatusBarMessage(`$(info) ${vscode.l10n.t("There is no mark of yours to take back.")}`, 4_000);
  }

  private async target(
    uri: unknown,
    criterion: unknown,
    allowed: (remark: Remark) => boolean,
  ): Promise<Target | undefined> {
    const answer = await openAnswer(this.documents, uri);
    if (answer === undefined) return undefined;
    const { document } = answer;
    const remarks = this.feedback.remarksOf(document).filter(allowed);
    const wanted =
      typeof criterion === "string" ? criterion : (this.atCaret(document) ?? this.view.currentOf(document));
    const remark = remarks.find((r) => r.id === wanted) ?? (await pick(remarks));
    return remark && { document, remark };
  }

  /** The remark whose words the caret is in, where a text editor has the keyboard. */
  private atCaret(document: vscode.TextDocument): string | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== document) return undefined;
    const offset = document.offsetAt(editor.selection.active);
    const quote = this.feedback
      .trackedOf(document)
      .quotes.find(({ start, end, state }) => state !== "gone" && start <= offset && offset <= end);
    return quote && this.feedback.remarksOf(document)[quote.remark]?.id;
  }
}

async function pick(remarks: readonly Remark[]): Promise<Remark | undefined> {
  const { t } = vscode.l10n;
  if (remarks.length === 0) {
    void showInformationMessage(t("There is no remark on this answer. Grade it first."));
    return undefined;
  }
  const items = remarks.map((remark) => ({ label: remarkTitle(remark), detail: remark.text, remark }));
  return (await showQuickPick(items, { placeHolder: t("Which remark?"), matchOnDetail: true }))?.remark;
}
