// The row above the answer, and the hint that was asked for below it, as CodeLenses: text that a screen reader reads
// too.
import * as vscode from "vscode";
import { hintRows, type ShownHint } from "../../core/feedback/hintRows";
import { documentState } from "../documents/documentStatus";
import { answerActions, type AnswerAction } from "./actionRow";
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
    const { row, hints } = rowsOf(document, answerLine, feedback?.hint);
    return [
      ...answerActions(state, feedback).map((action) => lens(row, action, document.uri)),
      ...hints.map(({ line, title, tooltip }) => lens(line, { title, command: "", tooltip }, document.uri)),
    ];
  }
}

interface Rows {
  readonly row: number;
  readonly hints: readonly { readonly line: number; readonly title: string; readonly tooltip: string }[];
}

/**
 * On which lines the rows stand: the last one above the answer's first line, those before it above the answer line's
 * comment and the blank line before that.
 */
function rowsOf(document: vscode.TextDocument, answerLine: number, hint: ShownHint | undefined): Rows {
  if (hint === undefined) return { row: answerLine, hints: [] };
  const titles = hintRows(hint);
  const first = Math.max(0, answerLine - titles.length);
  // Above the comment there may be no blank line; the row must not part the question's own lines.
  const row = first < answerLine - 1 && !document.lineAt(first).isEmptyOrWhitespace ? answerLine - 1 : first;
  return {
    row,
    hints: titles.map((title, n) => ({
      line: Math.min(row + 1 + n, answerLine),
      title: n === 0 ? `$(lightbulb) ${title}` : title,
      tooltip: hint.text,
    })),
  };
}

function lens(line: number, { title, command, tooltip }: AnswerAction, uri: vscode.Uri): vscode.CodeLens {
  return codeLens(new vscode.Range(line, 0, line, 0), {
    title: title.replace(") ", ")\u00a0"),
    command,
    arguments: [uri],
    ...(tooltip === undefined ? {} : { tooltip }),
  });
}
