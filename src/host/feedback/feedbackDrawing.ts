// Draws a document's feedback into every editor that shows it. Knows no attempts, only layouts.
import * as vscode from "vscode";
import { emptyLayout, type Layout } from "../../core/feedback/layout";
import { looks } from "../../core/feedback/look";
import { DecorationTypes, verdictLineLook } from "./decorationTypes";
import { documentRange } from "./textDocumentLines";

/** Decorations of one type; `key` tells whether anything changed since they were last set. */
interface Drawing {
  readonly decorations: readonly vscode.DecorationOptions[];
  readonly key: string;
  /** Made only where there is something to draw or to take away. */
  readonly type: () => vscode.TextEditorDecorationType;
}

export class FeedbackDrawing implements vscode.Disposable {
  private readonly types: DecorationTypes;
  private readonly subscription: vscode.Disposable;
  /** Per editor: what each type was last set to, by slot. Editors that are gone take their entry with them. */
  private readonly drawn = new WeakMap<vscode.TextEditor, Map<string, string>>();

  /** `layoutOf` gives what a document should show now; `emptyLayout` for none. */
  constructor(
    extensionUri: vscode.Uri,
    private readonly layoutOf: (document: vscode.TextDocument) => Layout,
  ) {
    this.types = new DecorationTypes(extensionUri);
    // A split pane is bare and a tab switch makes a new editor: whatever becomes visible is drawn afresh.
    this.subscription = vscode.window.onDidChangeVisibleTextEditors((editors) => {
      for (const editor of editors) this.drawEditor(editor, false);
    });
  }

  /**
   * Draws all editors of the document. `afresh` sends everything again, for VS Code moved or dropped ranges by itself.
   */
  draw(document: vscode.TextDocument, afresh = false): void {
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document === document) this.drawEditor(editor, afresh);
  }

  dispose(): void {
    this.subscription.dispose();
    this.types.dispose();
  }

  private drawEditor(editor: vscode.TextEditor, afresh: boolean): void {
    const layout = this.layoutOf(editor.document);
    const before = this.drawn.get(editor);
    if (before === undefined && layout === emptyLayout) return;
    const last = before ?? new Map<string, string>();
    this.drawn.set(editor, last);
    for (const [slot, { type, decorations, key }] of this.drawings(layout, editor.document)) {
      const known = last.get(slot) ?? "";
      if (key === known && (!afresh || key === "")) continue;
      editor.setDecorations(type(), decorations);
      last.set(slot, key);
    }
  }

  /** What each slot should show, empty ones too: what was drawn before may have to go. */
  private *drawings(layout: Layout, document: vscode.TextDocument): Generator<readonly [string, Drawing]> {
    const ranges = rangesBySlot(layout, document);
    for (const look of looks)
      for (const mark of ["highlight", "gutter"] as const) {
        const slot = `${mark}:${look}`;
        const own = ranges.get(slot) ?? [];
        yield [
          slot,
          {
            type: () => this.types.of(mark, look),
            decorations: own.map((range) => ({ range })),
            key: own.map(rangeKey).join(),
          },
        ];
      }
    const lines = layout.verdictLines.map((v) => ({ ...v, range: atLineEnd(document, v.line) }));
    yield [
      "verdictLine",
      {
        type: () => this.types.verdictLine,
        decorations: lines.map((v) => ({ range: v.range, renderOptions: { after: verdictLineLook(v) } })),
        key: lines.map((v) => `${rangeKey(v.range)}${v.look}${v.place}${v.row}${v.text}`).join("\n"),
      },
    ];
  }
}

function rangesBySlot(layout: Layout, document: vscode.TextDocument): Map<string, vscode.Range[]> {
  const slots = new Map<string, vscode.Range[]>();
  const add = (slot: string, range: vscode.Range): void => {
    const own = slots.get(slot);
    if (own) own.push(range);
    else slots.set(slot, [range]);
  };
  for (const h of layout.highlights) add(`highlight:${h.look}`, documentRange(document, h));
  for (const g of layout.gutter) add(`gutter:${g.look}`, new vscode.Range(g.line, 0, g.line, 0));
  return slots;
}

function atLineEnd(document: vscode.TextDocument, line: number): vscode.Range {
  const { end } = document.lineAt(Math.min(line, document.lineCount - 1)).range;
  return new vscode.Range(end, end);
}

function rangeKey({ start, end }: vscode.Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
