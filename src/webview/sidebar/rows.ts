// The tree as a flat list of rows, the form that drawing, keyboard and screen readers share. Pure.
import type { Finding } from "../../core/roadmap/roadmap";
import type { NoticeRow, QuestionRow, RoadmapRow, TopicRow } from "../../shared/sidebarMessages";
import { Narrowing, type IndexedQuestion, type IndexedRoadmap, type IndexedTopic, type TopicMatch } from "./filter";
import { noticesRowKey, problemsRowKey } from "./rowKeys";
import type { SearchTexts } from "./texts";
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

type RowContent =
  | { readonly kind: "roadmap"; readonly roadmap: RoadmapRow }
  | { readonly kind: "topic"; readonly topic: TopicRow }
  | { readonly kind: "notes"; readonly roadmapId: string; readonly topicId: string; readonly byText: boolean }
  | {
      readonly kind: "question";
      readonly roadmapId: string;
      readonly topicId: string;
      readonly question: QuestionRow;
      /** True where a search matched words beyond the title, which are then shown. */
      readonly byText: boolean;
    }
  | { readonly kind: "problems"; readonly count: number }
  | { readonly kind: "problem"; readonly roadmapId: string; readonly problem: Finding }
  | { readonly kind: "notices"; readonly count: number }
  | { readonly kind: "notice"; readonly notice: NoticeRow };

export type TreeRow = RowPlace & RowContent;

export interface TreeView {
  readonly rows: readonly TreeRow[];
  /** Row key to index in `rows`. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** Questions that the search and filter leave by themselves. */
  readonly shown: number;
  readonly total: number;
}

export interface TreeLabels {
  readonly notes: string;
  problems(count: number): string;
  notices(count: number): string;
  notice(notice: NoticeRow): string;
}

/** True while a search or a state filter narrows the tree. */
export function isNarrowed(ui: Pick<UiState, "query" | "filter">): boolean {
  return ui.filter !== "all" || ui.query.trim() !== "";
}

/**
 * What the rows are built from. `flipped`: rows that are not, during this search, open or closed as a search leaves
 * them.
 */
export interface TreeSource {
  readonly roadmaps: readonly IndexedRoadmap[];
  readonly texts: SearchTexts;
  readonly notices: readonly NoticeRow[];
  readonly ui: UiState;
  readonly flipped: ReadonlySet<string>;
  readonly labels: TreeLabels;
}

/**
 * Builds the rows. A search lists only what matches: a topic with matches in it open, one that matches by itself
 * closed.
 */
export function buildRows(source: TreeSource): TreeView {
  return new TreeBuilder(source).build();
}

class TreeBuilder {
  readonly #rows: TreeRow[] = [];
  readonly #toggled: ReadonlySet<string>;
  readonly #narrowing: Narrowing | undefined;
  /** Rows of notices before the roadmaps: 0 or 1. */
  readonly #ahead: number;
  #shown = 0;
  #total = 0;

  constructor(private readonly source: TreeSource) {
    const { ui, texts } = source;
    this.#toggled = new Set(ui.toggled);
    this.#narrowing = isNarrowed(ui) ? new Narrowing(ui.query, ui.filter, texts) : undefined;
    this.#ahead = this.#narrowing === undefined && source.notices.length > 0 ? 1 : 0;
  }

  build(): TreeView {
    const { roadmaps } = this.source;
    const visible = roadmaps.flatMap((roadmap) => {
      const topics = roadmap.topics.flatMap((topic) => this.#match(topic));
      return topics.length === 0 && this.#narrowing ? [] : [{ roadmap, topics }];
    });
    const top = this.#topRows(visible);
    if (this.#ahead > 0) this.#addNotices(top);
    visible.forEach(({ roadmap, topics }, at) => {
      if (roadmaps.length === 1) this.#addRoadmap(roadmap, topics, -1, 1);
      else {
        const { key, row } = roadmap;
        const expanded = this.#isOpen(key, true);
        const place = { key, level: 1, parent: -1, position: this.#ahead + at + 1, siblings: top, expanded };
        const index = this.#add({ ...place, label: row.title, kind: "roadmap", roadmap: row });
        if (expanded) this.#addRoadmap(roadmap, topics, index, 2);
      }
    });
    const rows = this.#rows;
    const indexOf = new Map(rows.map((row, index) => [row.key, index]));
    return { rows, indexOf, shown: this.#shown, total: this.#total };
  }

  /** What is shown of a topic; nothing where a search leaves none of it. */
  #match(topic: IndexedTopic): TopicMatch[] {
    this.#total += topic.questions.length;
    const match = this.#narrowing
      ? this.#narrowing.topic(topic)
      : {
          topic,
          questions: topic.questions.map((question) => ({ question, byText: false })),
          notes: topic.row.hasNotes,
          itself: false,
        };
    if (match === undefined) return [];
    this.#shown += match.questions.length;
    return [match];
  }

  #addRoadmap({ row }: IndexedRoadmap, topics: readonly TopicMatch[], parent: number, level: number): void {
    const problems = this.#narrowing ? [] : row.problems;
    const ahead = parent < 0 ? this.#ahead : 0;
    const siblings = ahead + topics.length + (problems.length > 0 ? 1 : 0);
    if (problems.length > 0) this.#addProblems(row, parent, level, ahead + 1, siblings);
    topics.forEach((match, at) => {
      const { key, row: topic } = match.topic;
      // A search closes a topic that matches only by itself.
      const expanded = this.#isOpen(key, match.questions.length > 0 || match.notes || !match.itself);
      const position = siblings - topics.length + at + 1;
      const place = { key, level, parent, position, siblings, expanded, label: topic.title };
      const index = this.#add({ ...place, kind: "topic", topic });
      if (expanded) this.#addTopic(row.id, match, index, level + 1);
    });
  }

  #addTopic(roadmapId: string, match: TopicMatch, parent: number, level: number): void {
    const { topic, notes } = match;
    const questions = match.questions.length > 0 || notes || !match.itself ? match.questions : this.#all(topic);
    const siblings = questions.length + (notes ? 1 : 0);
    const topicId = topic.row.id;
    if (notes) {
      const key = topic.notesKey;
      const place = { key, level, parent, position: 1, siblings, expanded: this.#toggled.has(key) };
      const byText = this.#narrowing !== undefined;
      this.#add({ ...place, label: this.source.labels.notes, kind: "notes", roadmapId, topicId, byText });
    }
    questions.forEach(({ question: { key, row }, byText }, at) => {
      const position = siblings - questions.length + at + 1;
      const place = { key, level, parent, position, siblings, expanded: this.#toggled.has(key), label: row.title };
      this.#add({ ...place, kind: "question", roadmapId, topicId, question: row, byText });
    });
  }

  /** The questions of a topic that matches by itself. */
  #all(topic: IndexedTopic): TopicMatch["questions"] {
    const keeps = (question: IndexedQuestion): boolean => this.#narrowing?.keeps(question) ?? true;
    return topic.questions.filter(keeps).map((question) => ({ question, byText: false }));
  }

  /** How many rows stand at the top level. */
  #topRows(visible: readonly { readonly roadmap: IndexedRoadmap; readonly topics: readonly TopicMatch[] }[]): number {
    const [only] = visible;
    if (only === undefined || this.source.roadmaps.length > 1) return this.#ahead + visible.length;
    const problems = this.#narrowing === undefined && only.roadmap.row.problems.length > 0 ? 1 : 0;
    return this.#ahead + problems + only.topics.length;
  }

  #addNotices(siblings: number): void {
    const { notices, labels } = this.source;
    const key = noticesRowKey;
    const count = notices.length;
    const expanded = this.#toggled.has(key);
    const label = labels.notices(count);
    const above = this.#add({
      key,
      level: 1,
      parent: -1,
      position: 1,
      siblings,
      expanded,
      label,
      kind: "notices",
      count,
    });
    if (!expanded) return;
    notices.forEach((notice, i) => {
      const place = { key: `${key}${notice.path}`, level: 2, parent: above, position: i + 1, siblings: count };
      this.#add({ ...place, label: labels.notice(notice), kind: "notice", notice });
    });
  }

  #addProblems({ id, problems }: RoadmapRow, parent: number, level: number, position: number, siblings: number): void {
    const key = problemsRowKey(id);
    const count = problems.length;
    const expanded = this.#toggled.has(key);
    const label = this.source.labels.problems(count);
    const above = this.#add({ key, level, parent, position, siblings, expanded, label, kind: "problems", count });
    if (!expanded) return;
    problems.forEach((problem, i) =>
      this.#add({
        key: `${key}/${i}`,
        level: level + 1,
        parent: above,
        position: i + 1,
        siblings: count,
        label: problem.file,
        kind: "problem",
        roadmapId: id,
        problem,
      }),
    );
  }

  /** Adds a row and returns its index. */
  #add(row: TreeRow): number {
    return this.#rows.push(row) - 1;
  }

  #isOpen(key: string, whileNarrowed: boolean): boolean {
    return this.#narrowing ? whileNarrowed !== this.source.flipped.has(key) : !this.#toggled.has(key);
  }
}
