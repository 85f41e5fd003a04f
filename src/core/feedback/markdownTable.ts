// A table in a Markdown page.
import { escapeReadable } from "./escapeMarkdown";

/** Cells are words of others and shown as they are; a row has as many as there are heads. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const body = rows.map((cells) => line(cells.map((cell) => escapeReadable(cell))));
  return [line(heads), `|${"---|".repeat(heads.length)}`, ...body].join("\n");
}
