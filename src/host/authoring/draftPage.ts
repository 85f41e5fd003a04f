// What a model proposes for a question, as a page; and each proposal in words for a list. Pure. What the model wrote
// is shown as words.
import { t } from "@vscode/l10n";
import { escapeReadable, oneLine } from "../../core/feedback/escapeMarkdown";
import { markdownTable } from "../../core/feedback/markdownTable";
import { shorten } from "../../core/feedback/shorten";
import type { Question } from "../../core/roadmap/question";
import type { ReviewedDraft } from "../../grading/authoring/draftReview";
import type { Draft } from "../../grading/authoring/drafts";

/** Longest text in a list, UTF-16 units. */
const listed = 200;

/** The words that a proposal is about. */
export function draftWords(draft: Draft): string {
  return shorten(oneLine(draft.kind === "wording" ? draft.words : draft.golden.answer), listed);
}

/** What it would be: a wording of an idea, or a golden with its verdicts. */
export function draftTitle(draft: Draft, { criteria }: Question): string {
  if (draft.kind === "wording")
    return t("accepted wording of: {0}", criteria.find(({ id }) => id === draft.criterion)?.idea ?? draft.criterion);
  const expect = Object.entries(draft.golden.expect).map(([id, verdict]) => `${id}: ${verdict}`);
  return [`Golden: ${draft.golden.kind}`, ...expect].join(" · ");
}

/** The page. */
export function draftPage(question: Question, model: string, reviewed: readonly ReviewedDraft[]): string {
  const rows = reviewed.map(({ draft, refused }) => [
    draft.kind === "wording" ? draft.words : draft.golden.answer,
    draftTitle(draft, question),
    refused === undefined ? t("yours to choose") : t("left out: {0}", refused),
  ]);
  return [
    `# ${t("Drafts for: {0}", escapeReadable(question.title))}`,
    t("{0} wrote these. Nothing is written yet; whether they are right is yours to say.", escapeReadable(model)),
    markdownTable([t("Words"), t("As"), t("What follows")], rows),
    "",
  ].join("\n\n");
}
