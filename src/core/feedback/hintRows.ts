// A hint as rows of text above the answer. Nothing wraps there, so a hint is parted at a word into two rows
// where one would be cut.
import { t } from "@vscode/l10n";
import { oneLine } from "./escapeMarkdown";

/** A hint on screen. */
export interface ShownHint {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly text: string;
}

/** Columns that an editor of half a narrow window shows of a row, and those that any other shows. */
const narrow = 42;
const wide = 90;

/** Signs as wide as two others. */
const twoColumns = /[\u3000-\u303f\uff00-\uff60\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** "Hint 1 of 3: …", in one row or two; the second holds all that is left, however long. */
export function hintRows({ number, of, text }: ShownHint): readonly string[] {
  const whole = t("Hint {0} of {1}: {2}", number, of, oneLine(text));
  const columns = columnsOf(whole);
  if (columns <= narrow) return [whole];
  // Halves: whatever the editor's width, as much as can be is seen.
  const most = Math.min(wide, Math.max(narrow, Math.ceil(columns / 2)));
  const end = endOfColumns(whole, most);
  const space = whole.lastIndexOf(" ", end);
  const cut = space > end / 2 ? space : end;
  return [whole.slice(0, cut), whole.slice(cut).trimStart()];
}

function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += twoColumns.test(sign) ? 2 : 1;
  return columns;
}

/** The offset up to which a text takes at most that many columns. */
function endOfColumns(text: string, most: number): number {
  let columns = 0;
  let end = 0;
  for (const sign of text) {
    columns += twoColumns.test(sign) ? 2 : 1;
    if (columns > most) break;
    end += sign.length;
  }
  return end;
}
