// Asks an author for a title: one line, not blank, not too long.
import * as vscode from "vscode";
import { showInputBox } from "../shown";

/** How the box looks, and the most characters that a title may have. */
export interface AskOptions {
  readonly title: string;
  readonly placeHolder: string;
  readonly most: number;
}

/** The title without blanks around it, or undefined where the author gave up. */
export async function askFor(prompt: string, { title, placeHolder, most }: AskOptions): Promise<string | undefined> {
  const typed = await showInputBox({
    title,
    prompt,
    placeHolder,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim().length > most ? vscode.l10n.t("At most {0} characters.", most) : undefined),
  });
  const text = typed?.trim() ?? "";
  return text === "" ? undefined : text;
}
