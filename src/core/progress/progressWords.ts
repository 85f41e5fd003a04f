// How a question's state, its marks and a total read: the same words in the sidebar, the quick pick and the report.
import { t } from "@vscode/l10n";
import { formatHalf, formatRange, isComplete, marksOf, type Tally } from "../marks/marks";
import type { QuestionState } from "./progress";

/** What the words need of a question's row. */
export interface ProgressRow {
  readonly state: QuestionState;
  readonly max: number;
  readonly tally?: Tally;
  readonly found?: { readonly found: number; readonly of: number };
  /** Checked by the estimate of an earlier version. */
  readonly earlier?: true;
  /** Looked at by a model whose verdicts count for no marks. */
  readonly remarksOnly?: true;
}

/** What else there is to say of a state. */
type StateDetail = Pick<ProgressRow, "earlier" | "remarksOnly">;

/** One part of a total, with whose it is. */
export interface TallyPart {
  readonly kind: "model" | "own" | "open";
  readonly text: string;
}

/** A question's state in a word or two. */
export function progressWord(state: QuestionState, { earlier, remarksOnly }: StateDetail = {}): string {
  switch (state) {
    case "new":
      return t("new");
    case "draft":
      return t("draft");
    case "checked":
      if (remarksOnly === true) return t("remarks only");
      return earlier === true ? t("checked (an earlier version)") : t("checked");
    case "graded":
      return t("graded");
    case "marked":
      return t("marked by you");
    case "stale":
      return t("stale");
  }
}

/** What a state means, as a sentence for tooltips. */
export function progressMeaning(state: QuestionState, { earlier, remarksOnly }: StateDetail = {}): string {
  switch (state) {
    case "new":
      return t("New: nothing written yet");
    case "draft":
      return t("Draft: written, not checked or graded yet");
    case "checked":
      if (remarksOnly === true)
        return t("Remarks only: the model has not shown that it may give marks, and nobody has judged the answer");
      return earlier === true
        ? t("Checked by an earlier version: it compared words, so its marks do not count")
        : t("Checked: it was found where the answer speaks of each idea; nobody has judged it");
    case "graded":
      return t("Graded: a model gave the marks");
    case "marked":
      return t("Marked by you, idea by idea");
    case "stale":
      return t("Stale: the answer changed since it was checked or graded");
  }
}

/**
 * "3 / 4", "2–3 / 4", "1½ / 4 so far", "5 of 6 ideas": what a question has come to; empty where nothing was judged
 * or found.
 */
export function progressFigure({ max, tally, found }: Omit<ProgressRow, "state">): string {
  if (tally !== undefined && isJudged(tally)) {
    const earned = formatRange(marksOf(tally));
    return isComplete(tally) ? t("{0} / {1}", earned, formatHalf(max)) : t("{0} / {1} so far", earned, formatHalf(max));
  }
  return found === undefined ? "" : t("{0} of {1} ideas", found.found, found.of);
}

/** "3 / 4 · graded", "5 of 6 ideas · checked", "new · 4 marks": a question's figure and state on one line. */
export function progressLine(row: ProgressRow): string {
  const figure = progressFigure(row);
  const word = progressWord(row.state, row);
  return figure === "" ? `${word} · ${marksWord(row.max)}` : `${figure} · ${word}`;
}

/** "1 mark", "4 marks". */
export function marksWord(max: number): string {
  return max === 1 ? t("1 mark") : t("{0} marks", formatHalf(max));
}

/** True where a model's or the learner's verdicts say anything of it, if only that nothing was earned. */
export function isJudged({ open, max, model, own }: Tally): boolean {
  return open < max || model.high > 0 || own > 0;
}

/**
 * "12 by a model", "3 marked by you", "5 not judged": the parts of a total that there are, never added to each other.
 */
export function tallyParts({ model, own, open }: Tally): TallyPart[] {
  const parts: TallyPart[] = [];
  if (model.high > 0) parts.push({ kind: "model", text: t("{0} by a model", formatRange(model)) });
  if (own > 0) parts.push({ kind: "own", text: t("{0} marked by you", formatHalf(own)) });
  if (open > 0 || parts.length === 0) parts.push({ kind: "open", text: t("{0} not judged", formatHalf(open)) });
  return parts;
}

/** "12 by a model · 3 marked by you · 5 not judged of 68". */
export function tallyText(tally: Tally): string {
  const parts = tallyParts(tally).map(({ text }) => text);
  return t("{0} of {1}", parts.join(" · "), formatHalf(tally.max));
}
