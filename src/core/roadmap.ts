// What a roadmap is: an ordered set of topics with their questions. Shapes and look-ups only.
import type { Question } from "./question";

/** A stage of a roadmap. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** Sub-topic titles in study order, e.g. "Vector index". */
  readonly subtopics: readonly string[];
  /** Ids of topics to study first. */
  readonly prerequisites: readonly string[];
  /** Topic notes, Markdown; may be empty. */
  readonly notes: string;
  readonly questions: readonly Question[];
}

export interface Roadmap {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly topics: readonly Topic[];
}

/** Something wrong with a roadmap's file; never stops the other files from loading. */
export interface Problem {
  /** Path relative to the roadmap's folder, `/` separated. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** What is wrong and what to write instead. */
  readonly message: string;
}

/** A question with where it stands. */
export interface PlacedQuestion {
  readonly roadmap: Roadmap;
  readonly topic: Topic;
  readonly question: Question;
}

/** Every question of a roadmap in study order. */
export function placedQuestions(roadmap: Roadmap): PlacedQuestion[] {
  return roadmap.topics.flatMap((topic) => topic.questions.map((question) => ({ roadmap, topic, question })));
}

/** The question of that id, or undefined where the roadmap has none. */
export function findQuestion(roadmap: Roadmap, questionId: string): PlacedQuestion | undefined {
  return placedQuestions(roadmap).find((p) => p.question.id === questionId);
}
