// The decoration types of feedback, one for each look, each made when it is first drawn and kept for the life of the
// extension. Looks only; what is drawn where is layout's.
import * as vscode from "vscode";
import type { Look } from "../../core/feedback/look";
import type { VerdictLine } from "../../core/feedback/verdictLines";

/** What of a look is drawn: words highlighted, or a sign in the gutter. */
export type Mark = "highlight" | "gutter";

/**
 * Underlines tell the looks apart without colour. The learner's own have the shapes of a model's; a check's are dotted
 * and nothing else.
 */
const underline = {
  found: "dotted",
  met: "solid",
  "own-met": "solid",
  unclear: "dotted",
  partly: "dashed",
  "own-partly": "dashed",
  missed: "double",
  "own-missed": "double",
  contradicted: "wavy",
  stale: "",
} as const satisfies Record<Look, string>;

/**
 * The colour of a look's line, underline and ruler mark: a model's and a check's are contributed, the learner's is the
 * text's own.
 */
function colourOf(look: Look): string {
  return isOwn(look) ? "editor.foreground" : `tutor.${look}.foreground`;
}

function isOwn(look: Look): boolean {
  return look.startsWith("own-");
}

/** Makes and keeps the types. Dispose it to remove them and all that is drawn with them. */
export class DecorationTypes implements vscode.Disposable {
  private readonly made = new Map<string, vscode.TextEditorDecorationType>();

  constructor(private readonly extensionUri: vscode.Uri) {}

  of(mark: Mark, look: Look): vscode.TextEditorDecorationType {
    return this.once(`${mark}:${look}`, () => (mark === "highlight" ? highlight(look) : this.gutter(look)));
  }

  /** One type for all verdict lines; text and colour come with each instance. */
  get verdictLine(): vscode.TextEditorDecorationType {
    return this.once("verdictLine", () => ({ rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed }));
  }

  dispose(): void {
    for (const type of this.made.values()) type.dispose();
  }

  private once(id: string, options: () => vscode.DecorationRenderOptions): vscode.TextEditorDecorationType {
    const known = this.made.get(id);
    if (known) return known;
    const type = vscode.window.createTextEditorDecorationType(options());
    this.made.set(id, type);
    return type;
  }

  private gutter(look: Look): vscode.DecorationRenderOptions {
    const icon = (theme: "light" | "dark"): vscode.Uri =>
      vscode.Uri.joinPath(this.extensionUri, "media", "gutter", `${look}-${theme}.svg`);
    return {
      light: { gutterIconPath: icon("light") },
      dark: { gutterIconPath: icon("dark") },
      gutterIconSize: "contain",
    };
  }
}

function highlight(look: Look): vscode.DecorationRenderOptions {
  const line: vscode.DecorationRenderOptions = {
    textDecoration: `underline ${underline[look]} var(--vscode-${colourOf(look).replaceAll(".", "-")})`,
    overviewRulerColor: new vscode.ThemeColor(colourOf(look)),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  };
  // Nothing of a check's or the learner's is filled: only a grader's verdict colours the words.
  if (look === "found" || isOwn(look)) return line;
  const filled: vscode.DecorationRenderOptions = {
    backgroundColor: new vscode.ThemeColor(`tutor.${look}.background`),
    // Transparent but in high contrast, where a background vanishes.
    border: "1px solid",
    borderColor: new vscode.ThemeColor(look === "stale" ? "tutor.stale.border" : "tutor.highlight.border"),
    borderRadius: "2px",
  };
  if (look !== "stale") return { ...line, ...filled };
  return { ...filled, opacity: "0.75", rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed };
}

/**
 * A line of its own is at most as wide as the editor's text, and ends in "…" where that is too narrow for it. It may
 * break, of which only the first row shows: what may not break would make the text as wide as itself.
 */
const fitted =
  "white-space: normal; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 1; overflow: hidden";

/** Takes no room, so that it makes no other line stand lower, whichever of them VS Code writes first. */
const roomless = "position: relative; margin-bottom: -1lh";

/**
 * In a row of its own, so many below the line's. A block would part the line's end, where VS Code looks for the cursor,
 * and what stands out of the flow is as narrow as the line's words: this is as wide as the text, and as none beside it.
 */
const below = (row: number): string => `${roomless}; float: left; width: 100%; margin-right: -100%; top: ${row}lh`;

/**
 * How a verdict line is written beside the text: on a blank line as that line's words; below the end in rows of its
 * own, so that no blank line is needed there; behind words out of the line's flow, so that a long one
 * brings no horizontal scrollbar. VS Code passes the CSS after `none;` through; were it ever to stop, the text would
 * stand behind the line's words instead.
 */
export function verdictLineLook({
  look,
  text,
  place,
  row,
}: VerdictLine): vscode.ThemableDecorationAttachmentRenderOptions {
  const where = {
    "blank-line": `${fitted}; ${roomless}`,
    "below-end": `${fitted}; ${below(row)}`,
    "after-words": "white-space: pre; position: absolute; margin-left: 2ch",
  }[place];
  return {
    contentText: text,
    color: new vscode.ThemeColor(colourOf(look)),
    fontStyle: "italic",
    textDecoration: `none; ${where}`,
  };
}
