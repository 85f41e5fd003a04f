// The tree as a flat list of rows, the form that drawing, keyboard and screen readers share. Pure.
import type { Marks } from "../core/grade";
import type { Finding } from "../core/roadmap";
import type { QuestionRow, RoadmapRow, TopicRow } from "../protocol";
import { notesRowKey, questionFilter, type IndexedQuestion, type IndexedRoadmap, type IndexedTopic } from "./filter";
import type { UiState } from "./uiState";

interface RowPlace {
  /** Unique in the tree and the same after every update. */
  readonly key: string;
  /** 1-based depth. */
  readonly level: number;
  /** Index of the row above it in the hierarchy, -1 at the top. */
  readonly parent: number;
  /** 1-based, among the rows of one parent. */
  readonly position: number;
  readonly siblings: number;
  /** Absent where there is nothing to expand. */
  readonly expanded?: boolean;
  /** What type-ahead searches. */
  readonly label: string;
}

export type TreeRow = RowPlace &
  (
    | { readonly kind: "roadmap"; readonly roadmap: RoadmapRow; readonly marks: Marks; readonly estimate: boolean }
    | { readonly kind: "topic"; readonly topic: TopicRow; readonly estimate: boolean }
    | { readonly kind: "notes"; readonly roadmapId: string; readonly topicId: string }
    | {
        readonly kind: "question";
        readonly roadmapId: string;
        readonly topicId: string;
        readonly question: QuestionRow;
      }
    | { readonly kind: "problems"; readonly count: number }
    | { readonly kind: "problem"; readonly roadmapId: string; readonly problem: Finding }
  );

export interface TreeView {
  readonly rows: readonly TreeRow[];
  /** Row key to index in `rows`. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** Questions that the search and filter leave, whether or not their topic is open. */
  readonly shown: number;
  readonly total: number;
}

export interface TreeLabels {
  readonly notes: string;
  problems(count: number): string;
}

/** True while a search or a state filter narrows the tree. */
export function isNarrowed(ui: Pick<UiState, "query" | "filter">): boolean {
  return ui.filter !== "all" || ui.query.trim() !== "";
}

/** Builds the rows. While narrowed, every topic with a match is open unless it is in `closed`, and notes and problems are left out. */
export function buildRows(
  roadmaps: readonly IndexedRoadmap[],
  ui: UiState,
  closed: ReadonlySet<string>,
  labels: TreeLabels,
): TreeView {
  const toggled = new Set(ui.toggled);
  const narrowed = isNarrowed(ui);
  const matches = questionFilter(ui.query, ui.filter);
  const rows: TreeRow[] = [];
  let total = 0;
  let shown = 0;
  const isOpen = (key: string): boolean => (narrowed ? !closed.has(key) : !toggled.has(key));

  const visible = roadmaps.flatMap((roadmap) => {
    const topics = roadmap.topics.flatMap((topic) => {
      total += topic.questions.length;
      const questions = narrowed ? topic.questions.filter(matches) : topic.questions;
      shown += questions.length;
      return narrowed && questions.length === 0 ? [] : [{ topic, questions }];
    });
    const problems = narrowed ? [] : roadmap.row.problems;
    return topics.length === 0 && problems.length === 0 && narrowed ? [] : [{ roadmap, topics, problems }];
  });

  const addQuestions = (
    roadmapId: string,
    topic: IndexedTopic,
    questions: readonly IndexedQuestion[],
    parent: number,
    level: number,
  ): void => {
    const hasNotes = !narrowed && topic.row.hasNotes;
    const siblings = questions.length + (hasNotes ? 1 : 0);
    if (hasNotes) {
      const key = notesRowKey(roadmapId, topic.row.id);
      rows.push({
        kind: "notes",
        key,
        level,
        parent,
        position: 1,
        siblings,
        expanded: toggled.has(key),
        label: labels.notes,
        roadmapId,
        topicId: topic.row.id,
      });
    }
    let position = siblings - questions.length;
    for (const { key, row } of questions) {
      position += 1;
      rows.push({
        kind: "question",
        key,
        level,
        parent,
        position,
        siblings,
        expanded: toggled.has(key),
        label: row.title,
        roadmapId,
        topicId: topic.row.id,
        question: row,
      });
    }
  };

  const severalRoadmaps = roadmaps.length > 1;
  visible.forEach(({ roadmap, topics, problems }, at) => {
    let parent = -1;
    let level = 1;
    if (severalRoadmaps) {
      const { key, row, estimate } = roadmap;
      rows.push({
        kind: "roadmap",
        key,
        level,
        parent,
        position: at + 1,
        siblings: visible.length,
        expanded: isOpen(key),
        label: row.title,
        roadmap: row,
        marks: row.marks,
        estimate,
      });
      if (!isOpen(key)) return;
      parent = rows.length - 1;
      level = 2;
    }
    const siblings = topics.length + (problems.length > 0 ? 1 : 0);
    if (problems.length > 0) {
      const key = `p:${roadmap.row.id}`;
      const label = labels.problems(problems.length);
      rows.push({
        kind: "problems",
        key,
        level,
        parent,
        position: 1,
        siblings,
        expanded: toggled.has(key),
        label,
        count: problems.length,
      });
      if (toggled.has(key)) {
        const above = rows.length - 1;
        problems.forEach((problem, i) =>
          rows.push({
            kind: "problem",
            key: `${key}/${i}`,
            level: level + 1,
            parent: above,
            position: i + 1,
            siblings: problems.length,
            label: problem.file,
            roadmapId: roadmap.row.id,
            problem,
          }),
        );
      }
    }
    topics.forEach(({ topic, questions }, i) => {
      const { key, row, estimate } = topic;
      const open = isOpen(key);
      rows.push({
        kind: "topic",
        key,
        level,
        parent,
        position: siblings - topics.length + i + 1,
        siblings,
        expanded: open,
        label: row.title,
        topic: row,
        estimate,
      });
      if (open) addQuestions(roadmap.row.id, topic, questions, rows.length - 1, level + 1);
    });
  });
  return { rows, indexOf: new Map(rows.map((row, index) => [row.key, index])), shown, total };
}
