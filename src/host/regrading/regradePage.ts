// What a regrading would come to, as a page: which attempts, which ideas, marks before and after. Nothing of it is kept
// yet. Pure, without VS Code.
import { t } from "@vscode/l10n";
import { markdownTable } from "../../core/feedback/markdownTable";
import { tallyText } from "../../core/feedback/headline";
import { formatHalf, type Tally } from "../../core/marks/marks";
import { marksMoved, tallyAsGiven } from "../../core/attempts/touched";
import { standingOf } from "../../core/attempts/standing";
import type { Regrading } from "../../grading/regrade";
import type { Affected } from "./affected";

/** An attempt that is touched, and what looking at it again came to. */
export interface Looked {
  readonly affected: Affected;
  readonly outcome: Regrading;
}

/** "Attempts that are touched: 12 of 40. Marks that move: 3." */
export function regradeSummary(looked: readonly Looked[], of: number): string {
  const moved = looked.reduce((sum, one) => sum + movedIn(one), 0);
  return t("Attempts that are touched: {0} of {1}. Marks that move: {2}.", looked.length, of, formatHalf(moved));
}

/** The page. */
export function regradePage(looked: readonly Looked[], of: number): string {
  const heads = [t("Question"), t("Ideas whose words changed"), t("Before"), t("After"), t("What follows")];
  return [
    `# ${t("What a changed rubric touches")}`,
    regradeSummary(looked, of),
    t("Nothing is changed yet. Applying keeps a new attempt beside each old one; undoing brings the old ones back."),
    markdownTable(heads, looked.map(cellsOf)),
    "",
  ].join("\n\n");
}

function cellsOf(looked: Looked): string[] {
  const { placed, touched } = looked.affected;
  const ideas = placed.question.criteria.filter(({ id }) => touched.criteria.includes(id)).map(({ idea }) => idea);
  const { before, after } = talliesOf(looked);
  return [
    placed.question.title,
    touched.known ? ideas.join("; ") : t("not known: all are looked at"),
    tallyText(before) || "–",
    tallyText(after) || "–",
    whatFollows(looked),
  ];
}

function whatFollows({ outcome }: Looked): string {
  switch (outcome.kind) {
    case "regraded":
      return outcome.attempt.kind === "checked"
        ? t("checked again; what changed is yours to mark")
        : t("the model was asked again");
    case "needs-model":
      return t("left as it is: its changed ideas wait for a model or for your mark");
    case "not-graded":
      return t("left as it is: {0}", outcome.message);
  }
}

/** As given on the earlier words, and by the words as they are now. */
function talliesOf({ affected, outcome }: Looked): { readonly before: Tally; readonly after: Tally } {
  const { attempt, amendments, placed } = affected;
  const { question } = placed;
  const [now, said] =
    outcome.kind === "regraded" ? [outcome.attempt, outcome.amendments] : ([attempt, amendments] as const);
  const before = tallyAsGiven(attempt, amendments, question);
  return { before, after: standingOf(now, said, question).tally ?? before };
}

function movedIn(looked: Looked): number {
  const { before, after } = talliesOf(looked);
  return marksMoved(before, after);
}
