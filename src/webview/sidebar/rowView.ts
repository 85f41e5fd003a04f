// One row of the tree as elements. A row is drawn anew only when what it shows has changed.
import { t } from "@vscode/l10n";
import { shortMarks } from "../../core/feedback/marksText";
import { formatHalf, type Marks } from "../../core/marks";
import { element, setAttributes } from "../kit/dom";
import { icon } from "../kit/icons";
import { rowName, stateMeaning, stateWord } from "./labels";
import { matchRanges } from "./filter";
import type { TreeRow } from "./rows";

/** Heights in CSS pixels; sidebar.css has the same numbers. */
const lineHeight = 22;
const detailHeight = 16;
const barHeight = 4;

export interface RowContext {
  /** Folded words of the search, marked in titles. */
  readonly words: readonly string[];
  /** Prompt or notes of an open row as safe HTML; undefined while they are on their way. */
  readonly content: string | undefined;
  /** True for the question in the active editor. */
  readonly active: boolean;
}

/** Height of a row without its notes or prompt, CSS pixels. */
export function rowHeight(row: TreeRow): number {
  return lineHeight + (row.kind === "topic" ? barHeight + detailHeight * topicDetails(row).length : 0);
}

/** True for a row that shows a prompt or notes below its line. */
export function hasContent(row: TreeRow): boolean {
  return row.expanded === true && (row.kind === "notes" || row.kind === "question");
}

/** True for a row whose height is known only once drawn. */
export function isMeasured(row: TreeRow): boolean {
  return row.kind === "problem" || hasContent(row);
}

/** Everything that a row's elements depend on, as a string to compare. */
export function rowSignature(row: TreeRow, { words, content }: RowContext): string {
  const shown =
    row.kind === "question"
      ? row.question
      : row.kind === "topic"
        ? [row.topic, row.estimate]
        : row.kind === "roadmap"
          ? [row.roadmap.title, row.marks, row.estimate]
          : row.label;
  return JSON.stringify(
    [row.kind, row.expanded, shown, words, hasContent(row) ? content : ""],
    (name, value: unknown) => (name === "questions" ? undefined : value),
  );
}

/** Draws a row's inside into `node`. */
export function drawRow(node: HTMLElement, row: TreeRow, context: RowContext): void {
  const line = element("div", "line", {}, [twistie(row), ...lineParts(row, context)]);
  const parts: Node[] = [line];
  if (row.kind === "topic") {
    parts.push(
      marksBar(row.topic.marks),
      ...topicDetails(row).map((text) => element("div", "detail", { title: text }, marked(text, context.words))),
    );
  }
  if (hasContent(row)) parts.push(contentBox(row, context));
  node.replaceChildren(...parts);
}

/** Sets what may change without drawing: place in the tree, focus and selection. */
export function placeRow(node: HTMLElement, row: TreeRow, { active }: RowContext, current: boolean): void {
  node.className = `row row-${row.kind}`;
  setAttributes(node, {
    role: "treeitem",
    "aria-level": String(row.level),
    "aria-posinset": String(row.position),
    "aria-setsize": String(row.siblings),
    "aria-expanded": row.expanded === undefined ? undefined : String(row.expanded),
    "aria-selected": String(active),
    "aria-label": rowName(row),
    "aria-describedby": hasContent(row) ? contentId(row) : undefined,
    "data-kind": row.kind,
    "data-row": row.key,
    "data-key": row.kind === "question" ? `${row.roadmapId}/${row.question.id}` : undefined,
    "data-topic": row.kind === "question" ? row.topicId : row.kind === "topic" ? row.topic.id : undefined,
    "data-state": row.kind === "question" ? row.question.state : undefined,
    tabindex: current ? "0" : "-1",
  });
  node.style.setProperty("--level", String(row.level));
}

function lineParts(row: TreeRow, { words }: RowContext): Node[] {
  switch (row.kind) {
    case "roadmap":
    case "topic": {
      const marks = row.kind === "topic" ? row.topic.marks : row.marks;
      const tooltip = row.kind === "roadmap" ? `${row.label}\n${row.roadmap.description}`.trim() : row.label;
      return [title(row.label, words, tooltip), element("span", "marks", {}, [shortMarks(marks, row.estimate)])];
    }
    case "notes":
      return [icon("notes"), title(row.label, [])];
    case "problems":
      return [icon("problem"), title(row.label, [])];
    case "problem":
      return [icon("problem"), title(rowName(row), [])];
    case "question": {
      const { state, marks, estimate, max } = row.question;
      const status = element("span", "status", { title: stateMeaning(state) }, [
        element("span", `word word-${state}`, {}, [stateWord(state)]),
      ]);
      const earned = marks ? shortMarks(marks, estimate === true) : t("{0} marks", formatHalf(max));
      status.append(element("span", marks ? "marks" : "marks marks-none", {}, [earned]));
      return [icon(state), title(row.label, words), status];
    }
  }
}

function title(text: string, words: readonly string[], tooltip = text): HTMLElement {
  return element("span", "title", { title: tooltip }, marked(text, words));
}

/** Text with the words of the search marked. */
function marked(text: string, words: readonly string[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let reached = 0;
  for (const { start, end } of matchRanges(text, words)) {
    parts.push(text.slice(reached, start), element("mark", "", {}, [text.slice(start, end)]));
    reached = end;
  }
  return [...parts, text.slice(reached)];
}

function twistie(row: TreeRow): HTMLElement {
  const node = element("span", "twistie");
  if (row.expanded !== undefined) {
    node.append(icon("chevron"));
    if (row.kind === "question")
      node.title = row.expanded ? t("Hide the question's text") : t("Show the question's text");
  }
  return node;
}

function topicDetails(row: TreeRow & { readonly kind: "topic" }): string[] {
  const { subtopics, prerequisites } = row.topic;
  const details: string[] = [];
  if (subtopics.length > 0) details.push(subtopics.join(" · "));
  if (prerequisites.length > 0) details.push(t("after: {0}", prerequisites.join(", ")));
  return details;
}

/** A bar of earned marks; the open part of a range is drawn lighter. For the eye only: the marks stand beside it. */
export function marksBar(marks: Marks): HTMLElement {
  const bar = element("div", "bar", { "aria-hidden": "true" }, [element("div", "bar-high"), element("div", "bar-low")]);
  fillBar(bar, marks);
  return bar;
}

/** Sets how far a bar is filled. */
export function fillBar(bar: HTMLElement, { low, high, max }: Marks): void {
  const percent = (marks: number): string => `${max > 0 ? (100 * Math.min(marks, max)) / max : 0}%`;
  bar.style.setProperty("--low", percent(low));
  bar.style.setProperty("--high", percent(high));
}

function contentId(row: TreeRow): string {
  return `content-${encodeURIComponent(row.key)}`;
}

function contentBox(row: TreeRow, { content }: RowContext): HTMLElement {
  const box = element("div", "content", { id: contentId(row) });
  if (content === undefined) box.append(element("p", "muted", {}, [t("Loading…")]));
  else box.innerHTML = content;
  return box;
}
