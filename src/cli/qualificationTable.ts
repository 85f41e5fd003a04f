// A model's results on the sample answers as a table for people: shares with their intervals, and what follows.
import type { BaselineResult, MarksResult } from "../grading/qualification/baseline";
import { wilson } from "../grading/qualification/interval";
import type { Counts } from "../grading/qualification/result";
import type { StoredQualification } from "../grading/qualification/stored";

/** The lines of the table and of what stands below it. */
export function qualificationTable(result: StoredQualification, baseline?: BaselineResult): string[] {
  const { model, endpoint, promptVersion, goldens, run, byBand, why } = result;
  const bands = Object.entries(byBand);
  const header = ["answers of kind", "answers", "agreement", "inflated", "omitted"];
  const rows = [...bands.map(([band, counts]) => row(band, counts)), row("all", result)];
  return [
    `${model} at ${endpoint} · prompt ${promptVersion} · goldens ${goldens} · ${run} run`,
    "",
    ...aligned([header, ...rows]),
    "",
    `decoys called met ${String(result.decoysMet)} of ${String(result.decoysAsked)}` +
      ` · criteria gained by orders in answers ${String(result.injectionGain)}` +
      ` · quotes that are not in the answer ${String(result.quotesInvented)}` +
      ` · replies that could not be read ${String(result.formatFailures)}`,
    `${String(result.calls)} calls · ${String(result.tokensIn)} tokens in, ${String(result.tokensOut)} out` +
      ` · ${String(result.secondsPerAnswer)} s an answer`,
    ...(baseline ? ["", ...baselineLines(baseline)] : []),
    "",
    `${result.result}${why.length === 0 ? "" : `: ${why.join(" ")}`}`,
  ];
}

function row(name: string, counts: Counts): string[] {
  const { answers, criteria, agreement, inflated, omitted, expectedYes, expectedNo } = counts;
  return [name, String(answers), share(agreement, criteria), share(inflated, expectedNo), share(omitted, expectedYes)];
}

function baselineLines({ plain, ours, byBand, secondsPerAnswer }: BaselineResult): string[] {
  const line = (name: string, p: MarksResult, o: MarksResult): string[] => [
    name,
    `${String(o.graded)} of ${String(o.answers)}`,
    share(o.agreement, o.graded),
    share(o.inflated, o.graded),
    `${String(p.graded)} of ${String(p.answers)}`,
    share(p.agreement, p.graded),
    share(p.inflated, p.graded),
  ];
  const header = ["marks", "ours graded", "agree", "too high", "plain graded", "agree", "too high"];
  const bands = Object.entries(byBand).map(([band, both]) => line(band, both.plain, both.ours));
  return [
    ...aligned([header, ...bands, line("all", plain, ours)]),
    `the plain prompt: ${String(secondsPerAnswer)} s an answer`,
  ];
}

/** "80 % (62–91)"; a dash where nothing was counted. */
function share(value: number, n: number): string {
  const bounds = wilson(value, n);
  if (bounds === undefined) return "–";
  return `${percent(value)} % (${percent(bounds.low)}–${percent(bounds.high)})`;
}

function percent(value: number): string {
  return String(Math.round(100 * value));
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
