// Marks, or what stands in their place, as one short line: for the row above the answer, status bar, sidebar, view and
// report.
// Says whose marks they are and never shows a number that nobody judged.
import { t } from "@vscode/l10n";
import { couldRead, foundCount } from "../marks/check";
import { formatMarks, formatRange, isComplete, isUnjudged, marksOf, type Tally } from "../marks/marks";
import { givesMarks, type Standing } from "../attempts/standing";

/** Where the shown attempt came from and whether it is of the text on screen. */
export interface Origin {
  /** Taken from an earlier attempt at the same text; no grader was called. */
  readonly replayed: boolean;
  /** The answer on screen is the one of the attempt. */
  readonly current: boolean;
}

/**
 * "5 of 6 ideas spoken of · not judged", "3 / 4 · gpt-x", "2½ / 4 · marked by you", "1½ so far · 2 of 6 marked
 * by you", "… · of an earlier text".
 */
export function headline(standing: Standing, { current, replayed }: Origin): string {
  const parts = [...whatItCameTo(standing)];
  if (!current) parts.push(t("of an earlier text"));
  else if (replayed && standing.attempt.kind === "graded") parts.push(t("replayed"));
  return parts.join(" · ");
}

/** The headline in few words: what it came to and whose that is, or that it is of an earlier text. */
export function shortHeadline(standing: Standing, { current }: Pick<Origin, "current">): string {
  const [first = "", second] = whatItCameTo(standing);
  const judged = standing.tally !== undefined && !isUnjudged(standing.tally);
  if (!current) return judged ? `${first} · ${t("of an earlier text")}` : t("of an earlier text");
  if (judged && second !== undefined) return `${first} · ${second}`;
  return standing.attempt.kind === "graded" ? (second ?? first) : first;
}

/** "3 / 4"; "1½ so far" while something is open; empty where nobody has judged anything. */
export function tallyText(tally: Tally): string {
  if (isUnjudged(tally)) return "";
  const marks = marksOf(tally);
  return isComplete(tally) ? formatMarks(marks) : t("{0} so far", formatRange(marks));
}

/** "5 of 6 ideas spoken of". */
export function foundText({ found, of }: { readonly found: number; readonly of: number }): string {
  return of === 1 ? t("{0} of 1 idea spoken of", found) : t("{0} of {1} ideas spoken of", found, of);
}

function whatItCameTo(standing: Standing): string[] {
  const { attempt, criteria, tally } = standing;
  const marked = criteria.filter((c) => c.own !== undefined && c.ownEarlier !== true).length;
  const byModel = attempt.kind === "graded" && givesMarks(attempt);
  const marks = tally === undefined ? "" : tallyText(tally);
  if (byModel) return [marks, modelName(standing), ...(marked > 0 ? [markedByYou(marked)] : [])].filter(isSaid);
  if (marked === 0) return unjudged(standing);
  if (tally !== undefined && isComplete(tally)) return [marks, t("marked by you")];
  return [marks, t("{0} of {1} marked by you", marked, criteria.length)].filter(isSaid);
}

/** What an attempt came to that gave no marks and that the learner has not marked. */
function unjudged(standing: Standing): string[] {
  const { attempt } = standing;
  if (attempt.kind === "graded") return [modelName(standing), t("remarks without marks")];
  if (attempt.earlier) return [t("checked (an earlier version)")];
  if (!couldRead(attempt.check)) return [t("the check cannot read this"), t("not judged")];
  return [foundText(foundCount(attempt.check)), t("not judged")];
}

function markedByYou(marked: number): string {
  return marked === 1 ? t("1 idea marked by you") : t("{0} ideas marked by you", marked);
}

function modelName({ attempt }: Standing): string {
  return attempt.receipt.model ?? t("a model");
}

function isSaid(part: string): boolean {
  return part !== "";
}
