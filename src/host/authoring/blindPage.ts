// What blind answers came to, as a page: how many produced each criterion, and the answers themselves. Pure.
import { t } from "@vscode/l10n";
import { escapeReadable } from "../../core/feedback/escapeMarkdown";
import { markdownTable } from "../../core/feedback/markdownTable";
import type { Question } from "../../core/roadmap/question";
import type { BlindAnswer, Produced } from "../../grading/check/fairAsk";

/** All that the page shows. */
export interface BlindPage {
  readonly question: Question;
  readonly model: string;
  readonly answers: readonly BlindAnswer[];
  readonly rows: readonly Produced[];
  /** What is said of a row that the prompt does not ask for; empty of any other. */
  readonly saidOf: (row: Produced) => string;
}

/** The page. */
export function blindPage({ question, model, answers, rows, saidOf }: BlindPage): string {
  const heads = [t("Criterion"), t("Idea"), t("Produced by"), t("What follows")];
  const cells = rows.map((row) => [
    row.criterion,
    question.criteria.find(({ id }) => id === row.criterion)?.idea ?? "",
    t("{0} of {1}", row.produced, row.of),
    row.bonus ? t("a bonus: it costs no marks") : saidOf(row) || t("asked for"),
  ]);
  return [
    `# ${t("Answered blind: {0}", escapeReadable(question.title))}`,
    t(
      "{0} was given the prompt and nothing else. What it produced is what the check finds in its words.",
      escapeReadable(model),
    ),
    markdownTable(heads, cells),
    `## ${t("The answers")}`,
    ...answers.map(({ answer }, i) => `${String(i + 1)}. ${escapeReadable(answer)}`),
    "",
  ].join("\n\n");
}
