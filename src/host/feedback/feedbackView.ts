// Draws a document's feedback into every editor that shows it. Knows no grades, only layouts.
import * as vscode from "vscode";
import { emptyLayout, type Layout } from "../../core/feedback/layout";
import { decorationTypes, drawnKinds, verdictLineLook, type DecorationTypes } from "./decorationTypes";
import { documentRange } from "./textDocumentLines";

/** Decorations of one type; `key` tells whether anything changed since they were last set. */
interface Drawing {
  readonly type: vscode.TextEditorDecorationType;
  readonly decorations: readonly vscode.DecorationOptions[];
  readonly key: string;
}

export class FeedbackView implements vscode.Disposable {
  private made: DecorationTypes | undefined;
  private readonly subscription: vscode.Disposable;
  /** Per editor: what each type was last set to. Editors that are gone take their entry with them. */
  private readonly drawn = new WeakMap<vscode.TextEditor, Map<vscode.TextEditorDecorationType, string>>();

  /** `layoutOf` gives what a document should show now; `emptyLayout` for none. */
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly layoutOf: (document: vscode.TextDocument) => Layout,
  ) {
    // A split pane is bare and a tab switch makes a new editor: whatever becomes visible is drawn afresh.
    this.subscription = vscode.window.onDidChangeVisibleTextEditors((editors) =>
      editors.forEach((e) => this.drawEditor(e, false)),
    );
  }

  /** Draws all editors of the document. `afresh` sends everything again, for VS Code moved or dropped ranges by itself. */
  draw(document: vscode.TextDocument, afresh = false): void {
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document === document) this.drawEditor(editor, afresh);
  }

  dispose(): void {
    this.subscription.dispose();
    this.made?.dispose();
  }

  /** Made on the first drawing, so that activation costs nothing. */
  private get types(): DecorationTypes {
    this.made ??= decorationTypes(this.extensionUri);
    return this.made;
  }

  private drawEditor(editor: vscode.TextEditor, afresh: boolean): void {
    const layout = this.layoutOf(editor.document);
    const before = this.drawn.get(editor);
    if (before === undefined && layout === emptyLayout) return;
    const last = before ?? new Map<vscode.TextEditorDecorationType, string>();
    this.drawn.set(editor, last);
    for (const { type, decorations, key } of this.drawings(layout, editor.document)) {
      const known = last.get(type) ?? "";
      if (key === known && (!afresh || key === "")) continue;
      editor.setDecorations(type, decorations);
      last.set(type, key);
    }
  }

  private *drawings(layout: Layout, document: vscode.TextDocument): Generator<Drawing> {
    for (const kind of drawnKinds) {
      const ranges = layout.highlights.filter((h) => h.kind === kind).map((h) => documentRange(document, h));
      yield {
        type: this.types.highlight[kind],
        decorations: ranges.map((range) => ({ range })),
        key: ranges.map(rangeKey).join(),
      };
      const icons = layout.gutter.filter((g) => g.kind === kind).map((g) => new vscode.Range(g.line, 0, g.line, 0));
      yield {
        type: this.types.gutter[kind],
        decorations: icons.map((range) => ({ range })),
        key: icons.map(rangeKey).join(),
      };
    }
    const lines = layout.verdictLines.map((v) => ({ ...v, range: atLineEnd(document, v.line) }));
    yield {
      type: this.types.verdictLine,
      decorations: lines.map((v) => ({ range: v.range, renderOptions: { after: verdictLineLook(v) } })),
      key: lines.map((v) => `${rangeKey(v.range)}${v.kind}${v.place}${v.row}${v.text}`).join("\n"),
    };
  }
}

function atLineEnd(document: vscode.TextDocument, line: number): vscode.Range {
  const { end } = document.lineAt(Math.min(line, document.lineCount - 1)).range;
  return new vscode.Range(end, end);
}

function rangeKey({ start, end }: vscode.Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
