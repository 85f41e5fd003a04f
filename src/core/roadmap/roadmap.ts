// What a roadmap is: an ordered set of topics with their questions. Shapes and look-ups only.
import type { Question } from "./question";
import type { FindingCode, Severity } from "../reading/findingCodes";

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
  /** BCP 47 tag of the language that its questions are asked and answered in; English where it is absent. */
  readonly language?: string;
  readonly topics: readonly Topic[];
}

/** A place in a file: 0-based line, and UTF-16 units from its start. */
export interface FilePosition {
  readonly line: number;
  readonly character: number;
}

/** From a place up to another, which is not part of it. */
export interface FileRange {
  readonly start: FilePosition;
  readonly end: FilePosition;
}

/** The one right mend of a finding: text that takes the place of what stands at `range`. */
export interface FindingFix {
  /** What it does, e.g. `Put it in quotes`. */
  readonly title: string;
  readonly range: FileRange;
  readonly newText: string;
}

/** Something wrong with a roadmap's file; never stops the other files from loading. */
export interface Finding {
  /** Path relative to the roadmap's folder, `/` separated. */
  readonly file: string;
  /** The words that it is about. */
  readonly range: FileRange;
  readonly code: FindingCode;
  /** As the table of codes has it. */
  readonly severity: Severity;
  /** What is wrong and what to write instead. */
  readonly message: string;
  readonly fix?: FindingFix;
  /** Where two mends are as right, the other one: the sides of a conflict. */
  readonly otherFix?: FindingFix;
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
