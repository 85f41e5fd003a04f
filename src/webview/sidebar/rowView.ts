// One row of the tree as elements. A row is drawn anew only when what it shows has changed.
import { t } from "@vscode/l10n";
import { isUnjudged, type Tally } from "../../core/marks/marks";
import { progressLine, progressMeaning } from "../../core/progress/progressWords";
import { element, setAttributes } from "../kit/dom";
import { icon } from "../kit/icons";
import type { MatchLine } from "./filter";
import { matchRanges } from "./fold";
import { afterText, matchText, rowName, totalText } from "./labels";
import type { TreeRow } from "./rows";
import { stateIcon } from "./stateIcon";
import { tallyBar } from "./tallyBar";

/** Heights in CSS pixels before a row is measured; sidebar.css has the same numbers. */
const lineHeight = 22;
const detailHeight = 16;
const barHeight = 6;

export interface RowContext {
  /** Folded words of the search, marked in titles. */
  readonly words: readonly string[];
  /** What matched the search beyond the title. */
  readonly matches: readonly MatchLine[];
  /** Prompt or notes of an open row as safe HTML; undefined while they are on their way. */
  readonly content: string | undefined;
  /** True for the question in the active editor. */
  readonly active: boolean;
}

/** About how high a row is without its notes or prompt, CSS pixels. */
export function rowHeight(row: TreeRow): number {
  const total = row.kind === "topic" ? barHeight + detailHeight * topicDetails(row).length : 0;
  const matches = (row.kind === "question" || row.kind === "notes") && row.byText ? detailHeight : 0;
  return lineHeight + total + matches;
}

/** True for a row that shows a prompt or notes below its line. */
export function hasContent(row: TreeRow): boolean {
  return row.expanded === true && (row.kind === "notes" || row.kind === "question");
}

/** Everything that a row's elements depend on, as a string to compare. */
export function rowSignature(row: TreeRow, { words, content, matches }: RowContext): string {
  return JSON.stringify(
    [row.kind, row.expanded, shownOf(row), words, matches, hasContent(row) ? content : ""],
    (name, value: unknown) => (name === "questions" ? undefined : value),
  );
}

/** Draws a row's inside into `node`. */
export function drawRow(node: HTMLElement, row: TreeRow, context: RowContext): void {
  const { words, matches } = context;
  const line = element("div", "line", {}, [twistie(row), ...spaced(lineParts(row, context))]);
  const parts: Node[] = [line];
  if (row.kind === "topic") parts.push(tallyBar(row.topic.tally));
  const details = row.kind === "topic" ? topicDetails(row) : matches.map(matchText);
  parts.push(...details.map((text) => element("div", "detail", { title: text }, marked(text, words))));
  if (hasContent(row)) parts.push(contentBox(row, context));
  node.replaceChildren(...spaced(parts));
}

/** With a space after each part, which nobody sees but whoever reads the row as one text. */
function spaced(parts: readonly Node[]): (Node | string)[] {
  return parts.flatMap((part) => [part, " "]);
}

/** Sets what may change without drawing: place in the tree, focus and selection. */
export function placeRow(node: HTMLElement, row: TreeRow, context: RowContext, current: boolean): void {
  const matches = context.matches.map(matchText);
  node.className = `row row-${row.kind}`;
  setAttributes(node, {
    role: "treeitem",
    "aria-level": String(row.level),
    "aria-posinset": String(row.position),
    "aria-setsize": String(row.siblings),
    "aria-expanded": row.expanded === undefined ? undefined : String(row.expanded),
    "aria-selected": String(context.active),
    "aria-label": [rowName(row), ...matches].join("; "),
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

function shownOf(row: TreeRow): unknown {
  switch (row.kind) {
    case "question":
      return row.question;
    case "topic":
      return row.topic;
    case "roadmap":
      return [row.roadmap.title, row.roadmap.tally];
    case "notes":
    case "problems":
    case "problem":
    case "notices":
    case "notice":
      return row.label;
  }
}

function lineParts(row: TreeRow, { words }: RowContext): Node[] {
  switch (row.kind) {
    case "roadmap": {
      const { description, tally } = row.roadmap;
      return [title(row.label, words, `${row.label}\n${description}`.trim()), total(tally)];
    }
    case "topic":
      return [title(row.label, words), total(row.topic.tally)];
    case "notes":
      return [icon("notes"), title(row.label, [])];
    case "problems":
    case "notices":
    case "notice":
      return [icon("problem"), title(row.label, [])];
    case "problem":
      return [icon("problem"), title(rowName(row), [])];
    case "question": {
      const { question } = row;
      const meaning = progressMeaning(question.state, question);
      return [stateIcon(question), title(row.label, words), status(progressLine(question), meaning)];
    }
  }
}

/** Marks beside the title, or the parts of a total below it. */
function total(tally: Tally): HTMLElement {
  const node = status(totalText(tally));
  if (!isUnjudged(tally)) node.classList.add("status-total");
  return node;
}

function status(text: string, tooltip = text): HTMLElement {
  return element("span", "status", { title: tooltip }, [text]);
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
  return [subtopics.join(" · "), afterText(prerequisites)].filter((text) => text !== "");
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
