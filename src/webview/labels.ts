// The sidebar's words: states, marks and names for screen readers, in the display language. No DOM.
import { t } from "@vscode/l10n";
import { formatHalf, type Marks } from "../core/grade";
import type { QuestionRow, QuestionState } from "../protocol";
import type { TreeLabels, TreeRow } from "./rows";
import type { StateFilter } from "./uiState";

/** The word shown for a question's state. */
export function stateWord(state: QuestionState): string {
  switch (state) {
    case "new":
      return t("new");
    case "draft":
      return t("draft");
    case "graded":
      return t("graded");
    case "stale":
      return t("stale");
  }
}

/** What a state means, for tooltips. */
export function stateMeaning(state: QuestionState): string {
  switch (state) {
    case "new":
      return t("New: nothing written yet");
    case "draft":
      return t("Draft: written, not graded yet");
    case "graded":
      return t("Graded: the marks are of the saved answer");
    case "stale":
      return t("Stale: the answer changed since it was graded");
  }
}

/** The name of a filter button. */
export function filterName(filter: StateFilter): string {
  switch (filter) {
    case "all":
      return t("All");
    case "new":
      return t("New");
    case "draft":
      return t("Drafts");
    case "graded":
      return t("Graded");
    case "stale":
      return t("Stale");
  }
}

/** Marks as a screen reader should say them. */
export function spokenMarks(marks: Marks, estimate: boolean): string {
  const low = formatHalf(marks.low);
  const high = formatHalf(marks.high);
  const earned = low === high ? low : t("{0} to {1}", low, high);
  const max = formatHalf(marks.max);
  return estimate ? t("about {0} of {1} marks (estimate)", earned, max) : t("{0} of {1} marks", earned, max);
}

/** What a screen reader says for a row, and what its tooltip shows. */
export function rowName(row: TreeRow): string {
  switch (row.kind) {
    case "roadmap":
      return joined(row.roadmap.title, spokenMarks(row.marks, row.estimate));
    case "topic": {
      const { title, marks, prerequisites, subtopics } = row.topic;
      const after = prerequisites.length > 0 ? t("after: {0}", prerequisites.join(", ")) : "";
      return joined(title, spokenMarks(marks, row.estimate), subtopics.join(", "), after);
    }
    case "question":
      return questionName(row.question);
    case "problem":
      return `${row.problem.file}:${row.problem.range.start.line + 1} ${row.problem.message}`;
    case "notes":
    case "problems":
      return row.label;
  }
}

/** A question with its state and marks, in words. */
export function questionName(question: QuestionRow): string {
  const marks = question.marks
    ? spokenMarks(question.marks, question.estimate === true)
    : t("{0} marks", formatHalf(question.max));
  return joined(question.title, stateWord(question.state), marks);
}

/** Row labels that the tree needs while it is built. */
export function treeLabels(): TreeLabels {
  return {
    notes: t("Notes"),
    problems: (count) =>
      count === 1 ? t("1 problem in the roadmap's files") : t("{0} problems in the roadmap's files", count),
  };
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("; ");
}
