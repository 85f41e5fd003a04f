// Whether an answer document still fits its question, and the two commands that mend it. Both are edits that Undo
// takes back; neither touches the answer. The CodeLens that tells of it is feedback's.
import * as vscode from "vscode";
import { restoreAnswerLine, updatePrompt, type DocumentEdit, type ParsedDocument } from "../../core/answer/answer";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { promptHash } from "../../core/text/hash";
import { keyText } from "../../core/roadmap/questionKey";
import type { PlacedQuestion } from "../../core/roadmap/roadmap";
import type { AnswerDocuments } from "./answerDocuments";
import { freshHeader } from "./documentWords";
import type { QuestionSource } from "./tutorFileSystem";
import { showInformationMessage, showWarningMessage } from "../shown";

/**
 * changed: the question has another prompt or rubric now; vanished: no roadmap at hand has it; no-line: the answer line
 * is gone; other: no answer document.
 */
export type DocumentState = "current" | "changed" | "vanished" | "no-line" | "other";

/** What stands between a document and a grade of it. */
export async function documentState(
  parsed: ParsedDocument,
  find: (key: QuestionKey) => Promise<PlacedQuestion | undefined>,
): Promise<DocumentState> {
  if (parsed.kind === "other") return "other";
  const placed = await find(parsed.key);
  if (placed === undefined) return "vanished";
  if (parsed.kind === "no-line") return "no-line";
  return parsed.promptHash === "" || parsed.promptHash === promptHash(placed.question) ? "current" : "changed";
}

/** Constructed after AnswerDocuments. */
export class DocumentStatus {
  constructor(
    private readonly documents: AnswerDocuments,
    private readonly questions: QuestionSource,
  ) {}

  of(document: vscode.TextDocument): Promise<DocumentState> {
    return documentState(this.documents.parse(document), (key) => this.questions.find(key));
  }

  /**
   * Puts the question's present prompt above the answer. `target` is the document's URI; without it, the active
   * editor's.
   */
  async updatePrompt(target?: unknown): Promise<void> {
    await this.edit(target, (text, header) => updatePrompt(text, header) ?? restoreAnswerLine(text, header));
  }

  /** Puts the answer line back. `target` is the document's URI; without it, the active editor's. */
  async restoreAnswerLine(target?: unknown): Promise<void> {
    await this.edit(target, restoreAnswerLine);
  }

  private async edit(target: unknown, make: (text: string, header: string) => DocumentEdit | undefined): Promise<void> {
    const document =
      target instanceof vscode.Uri
        ? await vscode.workspace.openTextDocument(target)
        : (vscode.window.activeTextEditor?.document ?? this.documents.previewed);
    const parsed = document && this.documents.parse(document);
    if (document === undefined || parsed === undefined || parsed.kind === "other") {
      void showInformationMessage(vscode.l10n.t("The active editor holds no answer."));
      return;
    }
    const placed = await this.questions.find(parsed.key);
    if (placed === undefined) {
      void showWarningMessage(
        vscode.l10n.t(
          "The question “{0}” is in no roadmap at hand, so its prompt is missing. Your text is kept.",
          keyText(parsed.key),
        ),
      );
      return;
    }
    const change = make(document.getText(), freshHeader(placed));
    if (change === undefined) {
      void showInformationMessage(
        vscode.l10n.t("There is nothing to mend: the document has its answer line and its prompt."),
      );
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(change.start), document.positionAt(change.end)),
      change.text,
    );
    await vscode.workspace.applyEdit(edit);
  }
}
