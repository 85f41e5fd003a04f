// Makes a place catch the eye for a moment: a decoration that fades in two steps and selects nothing.
import * as vscode from "vscode";

/** How long each step lasts, in milliseconds: seen in passing, gone before it is in the way. */
const stepTimes = [300, 500] as const;

export class Flash implements vscode.Disposable {
  private types: readonly vscode.TextEditorDecorationType[] | undefined;
  private stop: () => void = () => undefined;

  /** Flashes `range`; a flash under way elsewhere ends. */
  show(editor: vscode.TextEditor, range: vscode.Range): void {
    this.stop();
    if (range.isEmpty) return;
    this.types ??= makeTypes();
    const [strong, weak] = this.types;
    if (strong === undefined || weak === undefined) return;
    const set = (type: vscode.TextEditorDecorationType, ranges: readonly vscode.Range[]): void => {
      editor.setDecorations(type, ranges);
    };
    set(strong, [range]);
    const fade = setTimeout(() => {
      set(strong, []);
      set(weak, [range]);
    }, stepTimes[0]);
    const end = setTimeout(() => {
      set(weak, []);
    }, stepTimes[0] + stepTimes[1]);
    this.stop = () => {
      clearTimeout(fade);
      clearTimeout(end);
      set(strong, []);
      set(weak, []);
      this.stop = () => undefined;
    };
  }

  dispose(): void {
    this.stop();
    for (const type of this.types ?? []) type.dispose();
  }
}

function makeTypes(): readonly vscode.TextEditorDecorationType[] {
  const backgroundColor = new vscode.ThemeColor("editor.rangeHighlightBackground");
  return [
    vscode.window.createTextEditorDecorationType({
      backgroundColor,
      outline: "1px solid",
      outlineColor: new vscode.ThemeColor("focusBorder"),
    }),
    vscode.window.createTextEditorDecorationType({ backgroundColor }),
  ];
}
