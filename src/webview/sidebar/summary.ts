// Figures and sentences that follow from the host's state: totals, counts, where to go on, what is new. Pure.
import { t } from "@vscode/l10n";
import type { Marks } from "../../core/marks";
import type { QuestionKey } from "../../core/questionKey";
import type { QuestionRow, SidebarState } from "../../shared/sidebarMessages";
import type { IndexedRoadmap } from "./filter";
import { questionName } from "./labels";
import type { StateFilter } from "./uiState";

export interface Summary {
  readonly marks: Marks;
  readonly estimate: boolean;
  readonly counts: Readonly<Record<StateFilter, number>>;
  readonly resume: Resume | undefined;
}

/** All figures above the tree; made once for each state from the host, not for each keystroke. */
export function summarise(roadmaps: readonly IndexedRoadmap[], last: QuestionKey | undefined): Summary {
  return {
    marks: totalMarks(roadmaps),
    estimate: roadmaps.some((r) => r.estimate),
    counts: countStates(roadmaps),
    resume: resumeAt(roadmaps, last),
  };
}

/** The marks of all roadmaps together. */
export function totalMarks(roadmaps: readonly IndexedRoadmap[]): Marks {
  const sum = (pick: keyof Marks): number => roadmaps.reduce((total, { row }) => total + row.marks[pick], 0);
  return { low: sum("low"), high: sum("high"), max: sum("max") };
}

/** How many questions each state filter would show. */
export function countStates(roadmaps: readonly IndexedRoadmap[]): Record<StateFilter, number> {
  const counts: Record<StateFilter, number> = { all: 0, new: 0, draft: 0, graded: 0, stale: 0 };
  for (const { row } of questionsOf(roadmaps)) {
    counts.all += 1;
    counts[row.state] += 1;
  }
  return counts;
}

export interface Resume {
  readonly key: QuestionKey;
  readonly title: string;
  /** False where nothing was opened yet and the title is that of the first question still to answer. */
  readonly started: boolean;
}

/** The question to go on with: the one last opened, or the first that is not graded. */
export function resumeAt(roadmaps: readonly IndexedRoadmap[], last: QuestionKey | undefined): Resume | undefined {
  let first: Resume | undefined;
  for (const { roadmap, row } of questionsOf(roadmaps)) {
    const key = { roadmap, question: row.id };
    if (last?.roadmap === roadmap && last.question === row.id) return { key, title: row.title, started: true };
    if (row.state !== "graded") first ??= { key, title: row.title, started: false };
  }
  return first;
}

/** A sentence about the question whose grade is new since `before`; empty where there is none. */
export function newGrade(before: SidebarState, after: SidebarState): string {
  if (before.status !== "ready" || after.status !== "ready") return "";
  const known = new Map<string, QuestionRow>();
  for (const r of before.roadmaps)
    for (const topic of r.topics) for (const q of topic.questions) known.set(`${r.id}/${q.id}`, q);
  for (const r of after.roadmaps) {
    for (const q of r.topics.flatMap((topic) => topic.questions)) {
      const was = known.get(`${r.id}/${q.id}`);
      if (was && q.state === "graded" && (was.state !== "graded" || !sameMarks(was.marks, q.marks)))
        return questionName(q);
    }
  }
  return "";
}

/** "12 of 68 questions shown". */
export function shownSentence(shown: number, total: number): string {
  return t("{0} of {1} questions shown", shown, total);
}

function sameMarks(a: Marks | undefined, b: Marks | undefined): boolean {
  return a?.low === b?.low && a?.high === b?.high && a?.max === b?.max;
}

function* questionsOf(
  roadmaps: readonly IndexedRoadmap[],
): Generator<{ readonly roadmap: string; readonly row: QuestionRow }> {
  for (const { row: roadmap, topics } of roadmaps)
    for (const topic of topics) for (const { row } of topic.questions) yield { roadmap: roadmap.id, row };
}
