// How steady a model is with one answer, in words: a line for the answer, one for each idea. Pure, without VS Code.
import { t } from "@vscode/l10n";
import { stateWord } from "../../core/feedback/words";
import { formatMarks } from "../../core/marks/marks";
import type { CriterionStability } from "../../grading/stability";
import type { Steadiness } from "../feedback/steadiness";

/** "Graded 3 times anew by gpt-x: 2–3 / 4 · the same on 5 of 6 ideas"; no marks of a model that may not give any. */
export function steadyLine({ model, givesMarks, stability }: Steadiness): string {
  const { runs, criteria, marks } = stability;
  const same = criteria.filter(({ agree }) => agree === runs).length;
  const agreed =
    same === criteria.length ? t("the same each time") : t("the same on {0} of {1} ideas", same, criteria.length);
  const graded = givesMarks
    ? t("Graded {0} times anew by {1}: {2}", runs, model, formatMarks(marks))
    : t("Graded {0} times anew by {1}", runs, model);
  return [graded, agreed].join(" · ");
}

/** "3 of 3 gradings agree: Good", "2 of 3 gradings agree: Good, Good, Missing". */
export function agreement({ agree, said }: CriterionStability): string {
  const words = (agree === said.length ? said.slice(0, 1) : said).map((one) => stateWord(one, "model")).join(", ");
  return agree === 1 && said.length > 1
    ? t("no two of {0} gradings agree: {1}", said.length, words)
    : t("{0} of {1} gradings agree: {2}", agree, said.length, words);
}
