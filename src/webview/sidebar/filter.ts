// Which questions a search and a state filter leave. Text is folded once per state from the host, not per keystroke.
import type { QuestionRow, RoadmapRow, TopicRow } from "../../shared/sidebarMessages";
import type { StateFilter } from "./uiState";

export interface IndexedQuestion {
  readonly row: QuestionRow;
  /** Row key, unique in the tree. */
  readonly key: string;
  /** Folded title, topic and sub-topics. */
  readonly text: string;
}

export interface IndexedTopic {
  readonly row: TopicRow;
  readonly key: string;
  readonly estimate: boolean;
  readonly questions: readonly IndexedQuestion[];
}

export interface IndexedRoadmap {
  readonly row: RoadmapRow;
  readonly key: string;
  readonly estimate: boolean;
  readonly topics: readonly IndexedTopic[];
}

/** Lower case without accents, so that "resume" finds "Résumé". */
export function fold(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (/^[\u0000-\u007F]*$/.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Prepares roadmaps for searching. */
export function indexRoadmaps(roadmaps: readonly RoadmapRow[]): IndexedRoadmap[] {
  return roadmaps.map((roadmap) => {
    const topics = roadmap.topics.map((topic): IndexedTopic => {
      const about = fold(`\n${topic.title}\n${topic.subtopics.join("\n")}`);
      return {
        row: topic,
        key: `t:${roadmap.id}/${topic.id}`,
        estimate: topic.questions.some((q) => q.estimate === true),
        questions: topic.questions.map((row) => ({
          row,
          key: questionRowKey(roadmap.id, row.id),
          text: fold(row.title) + about,
        })),
      };
    });
    return { row: roadmap, key: `r:${roadmap.id}`, estimate: topics.some((t) => t.estimate), topics };
  });
}

/** The row key of a question. */
export function questionRowKey(roadmap: string, question: string): string {
  return `q:${roadmap}/${question}`;
}

/** The row key of a topic's notes. */
export function notesRowKey(roadmap: string, topic: string): string {
  return `n:${roadmap}/${topic}`;
}

/** A test for questions: every word of the query stands in the title, topic or sub-topics, and the state is the wanted one. */
export function questionFilter(query: string, filter: StateFilter): (question: IndexedQuestion) => boolean {
  const words = searchWords(query);
  return ({ row, text }) => (filter === "all" || row.state === filter) && words.every((word) => text.includes(word));
}

/** The folded words of a query. */
export function searchWords(query: string): string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** Where the words of a query stand in a title, as sorted, disjoint half-open UTF-16 ranges; empty where folding changes the title's length. */
export function matchRanges(
  title: string,
  words: readonly string[],
): { readonly start: number; readonly end: number }[] {
  const text = fold(title);
  if (text.length !== title.length) return [];
  const hits = words.flatMap((word) => {
    const start = text.indexOf(word);
    return start < 0 ? [] : [{ start, end: start + word.length }];
  });
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return hits.flatMap(({ start, end }) => {
    const from = Math.max(start, reached);
    if (from >= end) return [];
    reached = end;
    return [{ start: from, end }];
  });
}
