// What the sidebar remembers of its own across hiding and reloading. The questions and their states come from the host
// each time.
import type { QuestionState } from "../../core/progress/progress";

export type StateFilter = "all" | QuestionState;

/** The filters in the order of their buttons. */
export const stateFilters = [
  "all",
  "new",
  "draft",
  "checked",
  "graded",
  "marked",
  "stale",
] as const satisfies readonly StateFilter[];

export interface UiState {
  readonly query: string;
  readonly filter: StateFilter;
  /** Keys of the rows whose expansion is not their default (topics are open, notes and prompts closed). */
  readonly toggled: readonly string[];
  /** Key of the row that the keyboard is on; empty before the first. */
  readonly current: string;
  /** Of the tree, CSS pixels. */
  readonly scrollTop: number;
}

/** What a learner sees the first time. */
export const freshUiState: UiState = { query: "", filter: "all", toggled: [], current: "", scrollTop: 0 };

/**
 * Reads what an earlier page (maybe of an older version) left; anything unreadable falls back to the fresh state, field
 * by field.
 */
export function readUiState(saved: unknown): UiState {
  if (typeof saved !== "object" || saved === null) return freshUiState;
  const { query, filter, toggled, current, scrollTop } = saved as Readonly<Partial<Record<keyof UiState, unknown>>>;
  return {
    query: typeof query === "string" ? query : "",
    filter: stateFilters.find((f) => f === filter) ?? "all",
    toggled: Array.isArray(toggled) ? toggled.filter((k): k is string => typeof k === "string") : [],
    current: typeof current === "string" ? current : "",
    scrollTop: typeof scrollTop === "number" && Number.isFinite(scrollTop) ? Math.max(scrollTop, 0) : 0,
  };
}
