// The decoration types of feedback, each made once for the life of the extension. Looks only; what is drawn where is layout's.
import * as vscode from "vscode";
import type { DrawnKind, VerdictLine } from "../../core/feedback/layout";

/** Drawn kinds in stacking order: of two highlights on the same words the later one's underline is seen. */
export const drawnKinds = [
  "stale",
  "met",
  "unclear",
  "partly",
  "missed",
  "contradicted",
] as const satisfies readonly DrawnKind[];

/** Every decoration type that feedback uses. */
export interface DecorationTypes extends vscode.Disposable {
  readonly highlight: Readonly<Record<DrawnKind, vscode.TextEditorDecorationType>>;
  readonly gutter: Readonly<Record<DrawnKind, vscode.TextEditorDecorationType>>;
  /** One type for all verdict lines; text and colour come with each instance. */
  readonly verdictLine: vscode.TextEditorDecorationType;
}

/** Underlines tell the verdicts apart without colour. */
const underline = {
  met: "solid",
  unclear: "dotted",
  partly: "dashed",
  missed: "dotted",
  contradicted: "wavy",
  stale: "",
} as const satisfies Record<DrawnKind, string>;

/** Makes the types. Dispose the result to remove them and all that is drawn with them. */
export function decorationTypes(extensionUri: vscode.Uri): DecorationTypes {
  const made: vscode.TextEditorDecorationType[] = [];
  const make = (options: vscode.DecorationRenderOptions): vscode.TextEditorDecorationType => {
    const type = vscode.window.createTextEditorDecorationType(options);
    made.push(type);
    return type;
  };
  const forEachKind = (
    options: (kind: DrawnKind) => vscode.DecorationRenderOptions,
  ): Record<DrawnKind, vscode.TextEditorDecorationType> => {
    const types: Partial<Record<DrawnKind, vscode.TextEditorDecorationType>> = {};
    for (const kind of drawnKinds) types[kind] = make(options(kind));
    return types as Record<DrawnKind, vscode.TextEditorDecorationType>;
  };
  const icon = (kind: DrawnKind, theme: "light" | "dark"): vscode.Uri =>
    vscode.Uri.joinPath(extensionUri, "media", "gutter", `${kind}-${theme}.svg`);

  return {
    highlight: forEachKind((kind) => ({
      backgroundColor: new vscode.ThemeColor(`tutor.${kind}.background`),
      // Transparent but in high contrast, where a background vanishes.
      border: "1px solid",
      borderColor: new vscode.ThemeColor(kind === "stale" ? "tutor.stale.border" : "tutor.highlight.border"),
      borderRadius: "2px",
      ...(kind === "stale"
        ? { opacity: "0.75" }
        : {
            textDecoration: `underline ${underline[kind]} var(--vscode-tutor-${kind}-foreground)`,
            overviewRulerColor: new vscode.ThemeColor(`tutor.${kind}.foreground`),
          }),
      overviewRulerLane: vscode.OverviewRulerLane.Right,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    })),
    gutter: forEachKind((kind) => ({
      light: { gutterIconPath: icon(kind, "light") },
      dark: { gutterIconPath: icon(kind, "dark") },
      gutterIconSize: "contain",
    })),
    verdictLine: make({ rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed }),
    dispose: () => {
      for (const type of made) type.dispose();
    },
  };
}

/**
 * How a verdict line is written beside the text. Taken out of the line's flow, so that a long one is cut off at the
 * editor's edge and neither brings a horizontal scrollbar nor needs a blank line at the end. VS Code passes the CSS after
 * `none;` through; were it ever to stop, the text would stand behind the line's words instead.
 */
export function verdictLineLook({
  kind,
  text,
  place,
  row,
}: VerdictLine): vscode.ThemableDecorationAttachmentRenderOptions {
  const where = {
    "blank-line": "left: 0",
    "below-end": `left: 0; top: ${row * 100}%`,
    "after-words": "margin-left: 2ch",
  }[place];
  return {
    contentText: text,
    color: new vscode.ThemeColor(`tutor.${kind}.foreground`),
    fontStyle: "italic",
    textDecoration: `none; position: absolute; white-space: pre; ${where}`,
  };
}
