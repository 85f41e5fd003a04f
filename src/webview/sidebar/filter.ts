// What a search and a state filter leave of the roadmaps. Titles are folded once for each state from the host, not per
// keystroke.
import type { QuestionRow, RoadmapRow, TopicRow } from "../../shared/sidebarMessages";
import { excerpt, fold, searchWords } from "./fold";
import { notesRowKey, questionRowKey, roadmapRowKey, topicRowKey } from "./rowKeys";
import type { SearchTexts } from "./texts";
import type { StateFilter } from "./uiState";

export interface IndexedQuestion {
  readonly row: QuestionRow;
  /** Row key, unique in the tree. */
  readonly key: string;
  /** Folded title. */
  readonly title: string;
}

export interface IndexedTopic {
  readonly row: TopicRow;
  readonly key: string;
  readonly notesKey: string;
  /** Folded title and sub-topics. */
  readonly about: string;
  readonly questions: readonly IndexedQuestion[];
}

export interface IndexedRoadmap {
  readonly row: RoadmapRow;
  readonly key: string;
  readonly topics: readonly IndexedTopic[];
}

/** Prepares roadmaps for searching. */
export function indexRoadmaps(roadmaps: readonly RoadmapRow[]): IndexedRoadmap[] {
  return roadmaps.map((roadmap) => ({
    row: roadmap,
    key: roadmapRowKey(roadmap.id),
    topics: roadmap.topics.map((topic) => ({
      row: topic,
      key: topicRowKey(roadmap.id, topic.id),
      notesKey: notesRowKey(roadmap.id, topic.id),
      about: fold([topic.title, ...topic.subtopics].join("\n")),
      questions: topic.questions.map((row) => ({
        row,
        key: questionRowKey(roadmap.id, row.id),
        title: fold(row.title),
      })),
    })),
  }));
}

/** What is left of a topic; absent parts did not match. */
export interface TopicMatch {
  readonly topic: IndexedTopic;
  /** Those that match themselves, with whether words beyond their titles made them match. */
  readonly questions: readonly { readonly question: IndexedQuestion; readonly byText: boolean }[];
  readonly notes: boolean;
  /** True where the topic itself is what matches: its questions are then listed on opening it. */
  readonly itself: boolean;
}

/**
 * Narrows topics: each word of the query must stand in a question (title, prompt, ideas) or in its topic's title and
 * sub-topics, and one of them in the question itself; likewise for notes. A topic whose own words are all of it matches
 * itself.
 */
export class Narrowing {
  readonly words: readonly string[];

  constructor(
    query: string,
    private readonly filter: StateFilter,
    private readonly texts: SearchTexts,
  ) {
    this.words = searchWords(query);
  }

  /** What is left of a topic; undefined where nothing of it is. */
  topic(topic: IndexedTopic): TopicMatch | undefined {
    const missing = this.words.filter((word) => !topic.about.includes(word));
    const questions = topic.questions.flatMap((question) => {
      const byText = this.#question(question, missing);
      return byText === undefined ? [] : [{ question, byText }];
    });
    const searching = this.words.length > 0;
    const notes = searching && this.filter === "all" && topic.row.hasNotes && this.#notes(topic, missing);
    const itself = searching && missing.length === 0 && this.#hasState(topic);
    return questions.length > 0 || notes || itself ? { topic, questions, notes, itself } : undefined;
  }

  /** True where the state filter leaves a question. */
  keeps({ row }: IndexedQuestion): boolean {
    return this.filter === "all" || row.state === this.filter;
  }

  /** Undefined where a question does not match; else whether its title alone did not do. */
  #question(question: IndexedQuestion, missing: readonly string[]): boolean | undefined {
    if (!this.keeps(question)) return undefined;
    if (this.words.length === 0) return false;
    const { title } = question;
    const inTitle = (word: string): boolean => title.includes(word);
    if (missing.every(inTitle) && this.words.some(inTitle)) return false;
    const folded = this.texts.of(question.key)?.folded;
    if (folded === undefined) return undefined;
    const inQuestion = (word: string): boolean => inTitle(word) || folded.includes(word);
    return missing.every(inQuestion) && this.words.some(inQuestion) ? true : undefined;
  }

  #notes(topic: IndexedTopic, missing: readonly string[]): boolean {
    const folded = this.texts.of(topic.notesKey)?.folded;
    const inNotes = (word: string): boolean => folded?.includes(word) ?? false;
    return missing.every(inNotes) && this.words.some(inNotes);
  }

  #hasState(topic: IndexedTopic): boolean {
    return topic.questions.length === 0 ? this.filter === "all" : topic.questions.some((q) => this.keeps(q));
  }
}

/** A line that shows what matched beyond a title, and where it stands. */
export interface MatchLine {
  readonly where: "idea" | "prompt" | "notes";
  readonly text: string;
}

/** What matched of a row beyond its title, at most an idea and a piece of its prompt. Made for rows in view only. */
export function matchLines(rowKey: string, title: string, words: readonly string[], texts: SearchTexts): MatchLine[] {
  const found = texts.of(rowKey);
  if (found === undefined) return [];
  const isNotes = found.ideas.length === 0 && rowKey.startsWith("n:");
  if (isNotes) return [{ where: "notes", text: excerpt(found.text, words) }];
  const foldedTitle = fold(title);
  const wanted = words.filter((word) => !foldedTitle.includes(word) && found.folded.includes(word));
  const idea = found.ideas.find((text) => wanted.some((word) => fold(text).includes(word)));
  const inIdea = fold(idea ?? "");
  const inPrompt = wanted.filter((word) => !inIdea.includes(word));
  return [
    ...(idea === undefined ? [] : [{ where: "idea" as const, text: idea }]),
    ...(inPrompt.length === 0 ? [] : [{ where: "prompt" as const, text: excerpt(found.text, inPrompt) }]),
  ];
}
