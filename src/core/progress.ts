// Progress: computed from a roadmap, the latest attempts and the saved answers; never stored.
import type { QuestionKey } from "./attempt";
import type { AttemptSummary } from "./attempts";
import { isBlank } from "./answer";
import type { Marks } from "./grade";
import { sha256Hex } from "./hash";
import type { Finding, Roadmap } from "./roadmap";

/** new: no text yet; draft: text, never graded; graded: the latest attempt is of the saved text; stale: the text changed since. */
export type QuestionState = "new" | "draft" | "graded" | "stale";

/** What progress needs of a saved answer. */
export interface AnswerState {
  readonly blank: boolean;
  /** SHA-256 of the answer, comparable to a receipt's `answerHash`. */
  readonly hash: string;
}

/** Where a learner stands with one question; both absent for one that was never opened. */
export interface QuestionProgress {
  readonly answer?: AnswerState | undefined;
  readonly latest?: AttemptSummary | undefined;
}

/** Finds where a learner stands with a question. */
export type ProgressLookup = (key: QuestionKey) => QuestionProgress;

/** What progress needs of an answer's text. */
export function answerState(answer: string): AnswerState {
  return { blank: isBlank(answer), hash: sha256Hex(answer) };
}

/** The state of one question. */
export function questionState({ answer, latest }: QuestionProgress): QuestionState {
  if (latest) return answer?.hash === latest.answerHash ? "graded" : "stale";
  return answer === undefined || answer.blank ? "new" : "draft";
}

/** The rows of one roadmap for the sidebar, with marks summed per topic and in all. Assignable to the protocol's `RoadmapRow`. */
export function sidebarRows(roadmap: Roadmap, builtIn: boolean, problems: readonly Finding[], lookup: ProgressLookup) {
  const titles = new Map(roadmap.topics.map((t) => [t.id, t.title]));
  const topics = roadmap.topics.map((topic) => {
    const questions = topic.questions.map((question) => {
      const progress = lookup({ roadmap: roadmap.id, question: question.id });
      const row = { id: question.id, title: question.title, state: questionState(progress), max: question.marks };
      const { latest } = progress;
      return latest ? { ...row, marks: within(latest.marks, question.marks), estimate: latest.estimate } : row;
    });
    return {
      id: topic.id,
      title: topic.title,
      subtopics: topic.subtopics,
      prerequisites: topic.prerequisites.map((id) => titles.get(id) ?? id),
      hasNotes: topic.notes.trim() !== "",
      marks: addMarks(questions.map((q) => ("marks" in q ? q.marks : { low: 0, high: 0, max: q.max }))),
      questions,
    };
  });
  const { id, title, description } = roadmap;
  return { id, title, description, builtIn, marks: addMarks(topics.map((t) => t.marks)), topics, problems };
}

/** Marks added field by field, to a thousandth so that thirds do not drift. */
export function addMarks(all: readonly Marks[]): Marks {
  const sum = (field: keyof Marks): number => Math.round(all.reduce((total, m) => total + m[field], 0) * 1000) / 1000;
  return { low: sum("low"), high: sum("high"), max: sum("max") };
}

/** Marks of an attempt under the question's present maximum, which may have changed since. */
export function within(marks: Marks, max: number): Marks {
  return { low: Math.min(marks.low, max), high: Math.min(marks.high, max), max };
}
