// The marks of a grade as one short line, for the sidebar, the row above the answer, the status bar, the list and the report.
import { t } from "@vscode/l10n";
import { type Grade } from "../grade";
import { formatMarks, type Marks } from "../marks";

/** Where the shown grade came from and whether it is of the text on screen. */
export interface GradeOrigin {
  /** Taken from an earlier attempt at the same text; no grader was called. */
  readonly replayed: boolean;
  /** The answer on screen is, to the character, the graded text. */
  readonly current: boolean;
}

/** "2½ / 4", with "≈" before it where it is an estimate or adds estimates up. */
export function shortMarks(marks: Marks, estimate: boolean): string {
  return estimate ? `≈ ${formatMarks(marks)}` : formatMarks(marks);
}

/** "≈ 2½ / 4 · estimate", "2–3 / 4", "3 / 4 · replayed", "3 / 4 · of an earlier text". */
export function marksText(grade: Pick<Grade, "marks" | "estimate">, origin: GradeOrigin): string {
  const parts = [shortMarks(grade.marks, grade.estimate)];
  if (grade.estimate) parts.push(t("estimate"));
  if (!origin.current) parts.push(t("of an earlier text"));
  else if (origin.replayed) parts.push(t("replayed"));
  return parts.join(" · ");
}
