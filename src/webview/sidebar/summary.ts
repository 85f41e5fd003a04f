// Figures and sentences that follow from the host's state: totals, counts, where to go on, what is new. Pure.
import { t } from "@vscode/l10n";
import { addTallies, type Tally } from "../../core/marks/marks";
import type { Resume } from "../../core/progress/nextQuestion";
import { progressFigure } from "../../core/progress/progressWords";
import type { QuestionRow, SidebarState } from "../../shared/sidebarMessages";
import type { IndexedRoadmap } from "./filter";
import { questionName } from "./labels";
import { stateFilters, type StateFilter } from "./uiState";

export interface Summary {
  readonly tally: Tally;
  readonly counts: Readonly<Record<StateFilter, number>>;
  /** Where to go on, in words; absent where all is finished. */
  readonly resume: (Resume & { readonly title: string }) | undefined;
}

/** All figures above the tree; made once for each state from the host, not for each keystroke. */
export function summarise(roadmaps: readonly IndexedRoadmap[], resume: Resume | undefined): Summary {
  const title = resume && titleOf(roadmaps, resume);
  return {
    tally: addTallies(roadmaps.map(({ row }) => row.tally)),
    counts: countStates(roadmaps),
    resume: resume && title !== undefined ? { ...resume, title } : undefined,
  };
}

/** How many questions each state filter would show. */
export function countStates(roadmaps: readonly IndexedRoadmap[]): Readonly<Record<StateFilter, number>> {
  const counts: Record<StateFilter, number> = { all: 0, new: 0, draft: 0, checked: 0, graded: 0, marked: 0, stale: 0 };
  for (const { row } of questionsOf(roadmaps)) {
    counts.all += 1;
    counts[row.state] += 1;
  }
  return counts;
}

/** The filters worth a button: all, the one in use, and those that would leave something. */
export function usefulFilters({ counts }: Pick<Summary, "counts">, current: StateFilter): readonly StateFilter[] {
  return stateFilters.filter((filter) => filter === "all" || filter === current || counts[filter] > 0);
}

/** A sentence about the question that was checked, graded or marked since `before`; empty where there is none. */
export function newResult(before: SidebarState, after: SidebarState): string {
  if (before.status !== "ready" || after.status !== "ready") return "";
  const known = new Map<string, QuestionRow>();
  for (const r of before.roadmaps)
    for (const topic of r.topics) for (const q of topic.questions) known.set(`${r.id}/${q.id}`, q);
  for (const r of after.roadmaps) {
    for (const q of r.topics.flatMap((topic) => topic.questions)) {
      const was = known.get(`${r.id}/${q.id}`);
      const hasResult = q.state === "checked" || q.state === "graded" || q.state === "marked";
      if (was && hasResult && (was.state !== q.state || progressFigure(was) !== progressFigure(q)))
        return questionName(q);
    }
  }
  return "";
}

/** "12 of 68 questions shown". */
export function shownSentence(shown: number, total: number): string {
  return t("{0} of {1} questions shown", shown, total);
}

function titleOf(roadmaps: readonly IndexedRoadmap[], { key }: Resume): string | undefined {
  for (const { roadmap, row } of questionsOf(roadmaps))
    if (roadmap === key.roadmap && row.id === key.question) return row.title;
  return undefined;
}

function* questionsOf(
  roadmaps: readonly IndexedRoadmap[],
): Generator<{ readonly roadmap: string; readonly row: QuestionRow }> {
  for (const { row: roadmap, topics } of roadmaps)
    for (const topic of topics) for (const { row } of topic.questions) yield { roadmap: roadmap.id, row };
}
