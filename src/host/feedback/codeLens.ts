// The rows above the answer, and the hint that was asked for below them, as CodeLenses: text that a screen reader reads
// too.
import * as vscode from "vscode";
import { hintRows, type ShownHint } from "../../core/feedback/hintRows";
import { documentState } from "../documents/documentStatus";
import { answerRows, type AnswerAction, type AnswerRows } from "./actionRow";
import type { DocumentFeedback } from "./documentFeedback";
import type { FeedbackSources } from "./feedbackSources";
import { codeLens } from "../shown";

export class FeedbackCodeLens implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly feedbackOf: (document: vscode.TextDocument) => DocumentFeedback | undefined,
    private readonly sources: Pick<FeedbackSources, "find" | "parse">,
  ) {}

  refresh(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const parsed = this.sources.parse(document);
    const state = await documentState(parsed, (key) => this.sources.find(key));
    if (state === "other") return [];
    const answerLine = parsed.kind === "answer" ? document.positionAt(parsed.answerStart).line : 0;
    const feedback = this.feedbackOf(document);
    const rows = rowsOf(answerRows(state, feedback), feedback?.hint);
    return placed(document, answerLine, rows).flatMap(({ line, row }) =>
      row.map((action) => lens(line, action, document.uri)),
    );
  }
}

/** From top to bottom: what is told, what can be done, and the hint that was asked for. */
function rowsOf({ told, actions }: AnswerRows, hint: ShownHint | undefined): readonly (readonly AnswerAction[])[] {
  if (hint === undefined) return [told, actions].filter((row) => row.length > 0);
  const hints = hintRows(hint).map((title, n): AnswerAction[] => [
    { title: n === 0 ? `$(lightbulb) ${title}` : title, command: "", tooltip: hint.text },
  ]);
  // One row of both: there are few lines above an answer to stand at.
  return [[...actions, ...told], ...hints];
}

/**
 * The rows with the lines at which they stand: the last one above the answer's first line, those before it above the
 * answer line's comment and the blank line before that. Where there is no blank line, two rows share one: no row may
 * part the question's own lines.
 */
function placed(
  document: vscode.TextDocument,
  answerLine: number,
  rows: readonly (readonly AnswerAction[])[],
): readonly { readonly line: number; readonly row: readonly AnswerAction[] }[] {
  const comment = Math.max(0, answerLine - 1);
  const blank = Math.max(0, answerLine - 2);
  const top = blank < comment && document.lineAt(blank).isEmptyOrWhitespace ? blank : comment;
  const first = Math.max(top, answerLine - rows.length + 1);
  return rows.map((row, n) => ({ line: Math.min(first + n, answerLine), row }));
}

function lens(line: number, { title, command, tooltip }: AnswerAction, uri: vscode.Uri): vscode.CodeLens {
  return codeLens(new vscode.Range(line, 0, line, 0), {
    title: title.replace(") ", ")\u00a0"),
    command,
    arguments: [uri],
    ...(tooltip === undefined ? {} : { tooltip }),
  });
}
