// Fades the tutor's own comment lines in an answer document, so that the question and the learner's words stand out.
// A look only: the comments stay what they are.
import * as vscode from "vscode";
import type { ParsedDocument } from "../../core/answer/answer";

const comment = /<!--[ \t]*roadmap-tutor:[^\r\n]*/;

export class FadedComments implements vscode.Disposable {
  private made: vscode.TextEditorDecorationType | undefined;
  private readonly subscriptions: vscode.Disposable;
  /** Editors that show faded lines now. */
  private readonly faded = new WeakSet<vscode.TextEditor>();

  constructor(private readonly parse: (document: vscode.TextDocument) => ParsedDocument) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        this.draw(editors);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // VS Code moves what is drawn; only a change of a comment's own line asks for another look.
        const lines = contentChanges.some(({ range }) => range.start.line <= this.lastLine(document));
        if (lines) this.draw(vscode.window.visibleTextEditors.filter((editor) => editor.document === document));
      }),
    );
    this.draw(vscode.window.visibleTextEditors);
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.made?.dispose();
  }

  private draw(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      const ranges = this.ranges(editor.document);
      if (ranges.length === 0 && !this.faded.has(editor)) continue;
      this.made ??= vscode.window.createTextEditorDecorationType({
        color: new vscode.ThemeColor("tutor.comment.foreground"),
      });
      editor.setDecorations(this.made, ranges);
      this.faded.add(editor);
    }
  }

  private ranges(document: vscode.TextDocument): vscode.Range[] {
    const ranges: vscode.Range[] = [];
    for (let line = 0; line <= this.lastLine(document); line += 1) {
      const found = comment.exec(document.lineAt(line).text);
      if (found) ranges.push(new vscode.Range(line, found.index, line, found.index + found[0].length));
    }
    return ranges;
  }

  /** The last line that can hold a comment of ours: the one above the answer; -1 where there is no answer. */
  private lastLine(document: vscode.TextDocument): number {
    const parsed = this.parse(document);
    return parsed.kind === "answer" ? document.positionAt(parsed.answerStart).line : -1;
  }
}
