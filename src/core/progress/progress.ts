// Progress: computed from a roadmap, the latest attempts, what was said of them and the saved answers; never stored.
import type { Amendment } from "../attempts/amendment";
import { isBlank } from "../answer/answer";
import type { AttemptSummary } from "../attempts/attempts";
import { answerHash } from "../text/hash";
import { addTallies, openTally, tally, type CountedVerdict, type Rubric, type Tally } from "../marks/marks";
import type { QuestionKey } from "../roadmap/questionKey";
import type { Question } from "../roadmap/question";
import type { Finding, Roadmap } from "../roadmap/roadmap";
import { ownVerdictsOf } from "../attempts/standing";
import { isEarlierWording, wordingsNow } from "../attempts/wordings";

/**
 * new: no text yet; draft: text, never graded or checked; checked (also by a model that gives remarks only), graded (by
 * a model) or marked (by the learner): the latest attempt is of the saved text; stale: the text changed since.
 */
export type QuestionState = "new" | "draft" | "checked" | "graded" | "marked" | "stale";

/** What progress needs of a saved answer. */
export interface AnswerState {
  readonly blank: boolean;
  /** Comparable to a receipt's `answerHash`. */
  readonly hash: string;
}

/** Where a learner stands with one question; all absent for one that was never opened. */
export interface QuestionProgress {
  readonly answer?: AnswerState | undefined;
  readonly latest?: AttemptSummary | undefined;
  /** In the order of keeping; those of earlier attempts may be among them. */
  readonly amendments?: readonly Amendment[] | undefined;
}

/** Finds where a learner stands with a question. */
export type ProgressLookup = (key: QuestionKey) => QuestionProgress;

/** What progress needs of an answer's text. */
export function answerState(answer: string): AnswerState {
  return { blank: isBlank(answer), hash: answerHash(answer) };
}

/** The state of one question. */
export function questionState({ answer, latest, amendments = [] }: QuestionProgress): QuestionState {
  if (latest === undefined) return answer === undefined || answer.blank ? "new" : "draft";
  if (answer?.hash !== latest.answerHash) return "stale";
  if (ownVerdictsOf(latest, amendments).size > 0) return "marked";
  return latest.remarksOnly === true ? "checked" : latest.kind;
}

/** The tally of a question by its latest attempt and what was said of that; all open without one. */
export function questionTally(rubric: Rubric, { latest, amendments = [] }: QuestionProgress): Tally {
  if (latest === undefined) return openTally(rubric.marks);
  return tally(rubric, countedOfSummary(latest, amendments, rubric));
}

/** What a summary of an attempt has judged by the rubric as it is now; see `countedVerdicts`. */
function countedOfSummary(
  { judged, wordings, ...attempt }: Pick<AttemptSummary, "id" | "judged" | "wordings" | "ownBefore">,
  amendments: readonly Amendment[],
  rubric: Rubric,
): CountedVerdict[] {
  const now = wordingsNow(rubric);
  const own = [...ownVerdictsOf(attempt, amendments)].filter(
    ([criterion, { statement }]) => !isEarlierWording(statement, now.get(criterion)?.statement),
  );
  const counted = new Set(own.map(([criterion]) => criterion));
  return [
    ...judged.filter(
      ({ criterion }) => !counted.has(criterion) && !isEarlierWording(wordings?.[criterion], now.get(criterion)?.whole),
    ),
    ...own.map(([criterion, { verdict }]) => ({ criterion, verdict, by: "learner" as const })),
  ];
}

/**
 * The rows of one roadmap for the sidebar, with tallies added per topic and in all. Assignable to the messages'
 * `RoadmapRow`.
 */
export function sidebarRows(roadmap: Roadmap, builtIn: boolean, problems: readonly Finding[], lookup: ProgressLookup) {
  const titles = new Map(roadmap.topics.map((t) => [t.id, t.title]));
  const topics = roadmap.topics.map((topic) => {
    const questions = topic.questions.map((question) =>
      questionRow(question, lookup({ roadmap: roadmap.id, question: question.id })),
    );
    return {
      id: topic.id,
      title: topic.title,
      subtopics: topic.subtopics,
      prerequisites: topic.prerequisites.map((id) => titles.get(id) ?? id),
      hasNotes: topic.notes.trim() !== "",
      tally: addTallies(questions.map((q) => ("tally" in q ? q.tally : openTally(q.max)))),
      questions,
    };
  });
  const { id, title, description } = roadmap;
  return { id, title, description, builtIn, tally: addTallies(topics.map((t) => t.tally)), topics, problems };
}

/** One question's row: a tally where there is an attempt, what was found where that is a check. */
function questionRow(question: Question, progress: QuestionProgress) {
  const { latest } = progress;
  const row = { id: question.id, title: question.title, state: questionState(progress), max: question.marks };
  if (latest === undefined) return row;
  const { found, earlier, remarksOnly } = latest;
  return {
    ...row,
    tally: questionTally(question, progress),
    ...(found === undefined ? {} : { found }),
    ...(earlier === undefined ? {} : { earlier }),
    ...(remarksOnly === undefined ? {} : { remarksOnly }),
  };
}
