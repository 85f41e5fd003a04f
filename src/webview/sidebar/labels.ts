// The sidebar's words: names for screen readers, filters and rows, in the display language. No DOM.
import { t } from "@vscode/l10n";
import { marksWord, progressLine, tallyText } from "../../core/progress/progressWords";
import { isUnjudged, type Tally } from "../../core/marks/marks";
import type { NoticeRow, QuestionRow } from "../../shared/sidebarMessages";
import type { MatchLine } from "./filter";
import type { TreeLabels, TreeRow } from "./rows";
import type { StateFilter } from "./uiState";

/** The name of a filter button. */
export function filterName(filter: StateFilter): string {
  switch (filter) {
    case "all":
      return t("All");
    case "new":
      return t("New");
    case "draft":
      return t("Drafts");
    case "checked":
      return t("Checked");
    case "graded":
      return t("Graded");
    case "marked":
      return t("Marked by you");
    case "stale":
      return t("Stale");
  }
}

/** What a topic or roadmap has come to: the parts of its total, or its marks alone while nothing of it was judged. */
export function totalText(tally: Tally): string {
  return isUnjudged(tally) ? marksWord(tally.max) : tallyText(tally);
}

/** What a screen reader says for a row: what is seen of it, in the same words. */
export function rowName(row: TreeRow): string {
  switch (row.kind) {
    case "roadmap":
      return joined(row.roadmap.title, totalText(row.roadmap.tally));
    case "topic": {
      const { title, tally, prerequisites, subtopics } = row.topic;
      return joined(title, totalText(tally), subtopics.join(" · "), afterText(prerequisites));
    }
    case "question":
      return questionName(row.question);
    case "problem":
      return `${row.problem.file}:${row.problem.range.start.line + 1} ${row.problem.message}`;
    case "notes":
    case "problems":
    case "notices":
    case "notice":
      return row.label;
  }
}

/** A question with its marks and state, in words. */
export function questionName(question: QuestionRow): string {
  return joined(question.title, progressLine(question));
}

/** "after: Tokens, Attention": the topics to study first; empty without any. */
export function afterText(prerequisites: readonly string[]): string {
  return prerequisites.length > 0 ? t("after: {0}", prerequisites.join(", ")) : "";
}

/** What matched a search beyond a title, with where it stands. */
export function matchText({ where, text }: MatchLine): string {
  switch (where) {
    case "idea":
      return t("Idea: {0}", text);
    case "prompt":
      return t("Question: {0}", text);
    case "notes":
      return text;
  }
}

/** Row labels that the tree needs while it is built. */
export function treeLabels(): TreeLabels {
  return {
    notes: t("Notes"),
    problems: (count) =>
      count === 1 ? t("1 problem in the roadmap's files") : t("{0} problems in the roadmap's files", count),
    notices: (count) => (count === 1 ? t("1 file needs a look") : t("{0} files need a look", count)),
    notice: noticeText,
  };
}

function noticeText({ kind, path, question }: NoticeRow): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const about = question ?? name;
  switch (kind) {
    case "second-version":
      return t("There is a second version of your answer to “{0}”: {1} — compare", about, name);
    case "other-question":
      return t("The file of your answer to “{0}” names another question: {1} — open", about, name);
    case "half-saved":
      return t("A save of your answer to “{0}” was cut off; what was written is in {1} — open", about, name);
    case "unreadable":
      return t("The folder {0} cannot be read and is left out", path);
    case "newer-version":
      return t("Attempts at “{0}” were made by a newer version of Roadmap Tutor: update it to see them", about);
  }
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("; ");
}
