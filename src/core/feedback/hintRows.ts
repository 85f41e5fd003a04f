// A hint as rows of text above the answer. Nothing wraps there, so a long hint is parted at a word into two rows.
import { t } from "@vscode/l10n";
import { oneLine } from "./escapeMarkdown";

/** A hint on screen. */
export interface ShownHint {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly text: string;
}

/** Characters that a narrow editor shows of a row. */
const rowWidth = 90;

/** "Hint 1 of 3: …", in one row or two; the second holds all that is left, however long. */
export function hintRows({ number, of, text }: ShownHint): readonly string[] {
  const whole = t("Hint {0} of {1}: {2}", number, of, oneLine(text));
  if (whole.length <= rowWidth) return [whole];
  const space = whole.lastIndexOf(" ", rowWidth);
  const cut = space > rowWidth / 2 ? space : rowWidth;
  return [whole.slice(0, cut), whole.slice(cut).trimStart()];
}
