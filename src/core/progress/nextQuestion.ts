// Which question comes next, and which one "continue" leads back to. Pure; states come from progress.ts.
import { isComplete, type Tally } from "../marks/marks";
import type { QuestionState } from "./progress";
import type { QuestionKey } from "../roadmap/questionKey";
import type { Roadmap } from "../roadmap/roadmap";

/** A question as the order of study sees it. */
export interface StudyQuestion {
  readonly id: string;
  readonly state: QuestionState;
  readonly tally?: Tally;
}

/** A topic as the order of study sees it. */
export interface StudyTopic {
  readonly id: string;
  /** Ids of the topics to study first. */
  readonly requires: readonly string[];
  readonly questions: readonly StudyQuestion[];
}

/** A roadmap as the order of study sees it. */
export interface StudyRoadmap {
  readonly id: string;
  /** Lies in the learner's workspace: whoever opens a folder with a roadmap in it has come for that one. */
  readonly own?: boolean;
  readonly topics: readonly StudyTopic[];
}

/**
 * Where to go on. continue: an answer of the learner's that is not finished; next: the question that follows by need;
 * start: nothing is written yet.
 */
export interface Resume {
  readonly kind: "continue" | "next" | "start";
  readonly key: QuestionKey;
}

/** True while a question still wants an answer: nothing written, a draft, or a text that changed since. */
export function wantsAnswer({ state }: StudyQuestion): boolean {
  return state === "new" || state === "draft" || state === "stale";
}

/** True once every mark of the text as it is has been judged. */
export function isFinished({ state, tally }: StudyQuestion): boolean {
  return (state === "graded" || state === "marked") && tally !== undefined && isComplete(tally);
}

/**
 * The question that follows `current`; the first one without it; undefined once all are finished. What wants an answer
 * comes before what only wants marks; in each, this topic comes first, then topics whose prerequisites are met, then
 * any, in study order from `current` on and around.
 */
export function nextQuestion(topics: readonly StudyTopic[], current?: string): string | undefined {
  const here = Math.max(
    topics.findIndex((topic) => topic.questions.some((q) => q.id === current)),
    0,
  );
  const met = metTopics(topics);
  const ahead = around(topics, here);
  const [thisTopic, ...others] = ahead;
  if (thisTopic === undefined) return undefined;
  const at = thisTopic.questions.findIndex((q) => q.id === current);
  // Without a current question no topic is "this" one: the first whose prerequisites are met leads.
  const own = at < 0 ? [] : around(thisTopic.questions, at).slice(1);
  const rest = at < 0 ? ahead : others;
  const ordered = [
    ...own,
    ...rest.filter((topic) => met.has(topic.id)).flatMap((topic) => topic.questions),
    ...rest.filter((topic) => !met.has(topic.id)).flatMap((topic) => topic.questions),
  ];
  return (ordered.find(wantsAnswer) ?? ordered.find((q) => !isFinished(q)))?.id;
}

/**
 * Where to go on: in the workspace's own roadmaps until they are finished, unless the learner last opened a question of
 * another one here (`openedHere`, a roadmap's id); undefined once all are finished.
 */
export function resumeAt(
  roadmaps: readonly StudyRoadmap[],
  recent: readonly QuestionKey[],
  openedHere?: string,
): Resume | undefined {
  const own = roadmaps.filter((roadmap) => roadmap.own === true);
  const elsewhere = roadmaps.some(({ id }) => id === openedHere) && !own.some(({ id }) => id === openedHere);
  return (elsewhere ? undefined : resumeAmong(own, recent)) ?? resumeAmong(roadmaps, recent);
}

/**
 * Back to the newest of the questions last opened that has text and is not finished (one that was merely looked at is
 * passed over), else to the one that follows the newest by need.
 */
function resumeAmong(roadmaps: readonly StudyRoadmap[], recent: readonly QuestionKey[]): Resume | undefined {
  const known = recent.flatMap((key) => {
    const roadmap = roadmaps.find(({ id }) => id === key.roadmap);
    const question = roadmap?.topics.flatMap((topic) => topic.questions).find(({ id }) => id === key.question);
    return roadmap === undefined || question === undefined ? [] : [{ key, roadmap, question }];
  });
  const unfinished = known.find(({ question }) => question.state !== "new" && !isFinished(question));
  if (unfinished !== undefined) return { kind: "continue", key: unfinished.key };
  const kind = roadmaps.some(isBegun) ? "next" : "start";
  const newest = known.find(({ question }) => question.state !== "new");
  const ordered = newest === undefined ? roadmaps : around(roadmaps, roadmaps.indexOf(newest.roadmap));
  for (const { id, topics } of ordered) {
    const question = nextQuestion(topics, id === newest?.key.roadmap ? newest.key.question : undefined);
    if (question !== undefined) return { kind, key: { roadmap: id, question } };
  }
  return undefined;
}

function isBegun({ topics }: StudyRoadmap): boolean {
  return topics.some((topic) => topic.questions.some((question) => question.state !== "new"));
}

/** The topics of a roadmap with the states that its rows tell; a question without a row is new. */
export function studyTopics(
  roadmap: Roadmap,
  row: { readonly topics: readonly { readonly questions: readonly StudyQuestion[] }[] },
): StudyTopic[] {
  const rows = new Map(row.topics.flatMap((topic) => topic.questions).map((q) => [q.id, q]));
  return roadmap.topics.map((topic) => ({
    id: topic.id,
    requires: topic.prerequisites,
    questions: topic.questions.map(({ id }) => rows.get(id) ?? { id, state: "new" }),
  }));
}

/** Topics of which every prerequisite has all its questions answered. */
function metTopics(topics: readonly StudyTopic[]): ReadonlySet<string> {
  const open = new Set(topics.filter((topic) => topic.questions.some(wantsAnswer)).map((topic) => topic.id));
  return new Set(topics.filter((topic) => !topic.requires.some((id) => open.has(id))).map((topic) => topic.id));
}

/** The list from an index on, and then its beginning. */
function around<T>(list: readonly T[], from: number): T[] {
  return [...list.slice(from), ...list.slice(0, from)];
}
