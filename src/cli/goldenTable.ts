// The goldens of a roadmap by kind, as a table for the terminal: how many, what was found of what was expected, what
// was observed.
import type { GoldensReport } from "../grading/check/goldens";

/** The lines of the table. */
export function goldenTable({ table, elsewhere }: GoldensReport): string[] {
  const rows = table.map((row) => [
    row.kind,
    String(row.goldens),
    `${String(row.expectedFound)} / ${String(row.expected)}`,
    `${String(row.found)} / ${String(row.criteria)}`,
    [...row.observations].map(([id, count]) => `${id} ${String(count)}`).join(", "),
  ]);
  const lines = [["kind", "goldens", "expected found", "all found", "observations"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return [
    ...lines.map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    ),
    `criteria of other questions found in right goldens: ${(100 * elsewhere).toFixed(1)} %`,
  ];
}
