// What a check comes to: which ideas an answer speaks of, and where. It finds; it never judges, and nothing here has
// marks.
import type { Quote } from "../text/textRange";

/** What the check found for one criterion. */
export interface CriterionCheck {
  /** Criterion id. */
  readonly criterion: string;
  /** True where a sentence of the answer speaks of the criterion; says nothing of whether that is right. */
  readonly found: boolean;
  /** Not asked by the prompt, so it is not counted among what an answer should speak of. */
  readonly bonus?: true;
  /** The sentences that speak of it, best first, at most three; empty where `found` is false. */
  readonly quotes: readonly Quote[];
}

/** Something true about an answer as a whole or a place in it, that judges nothing. */
export type ObservationId =
  | "blank"
  | "dont-know"
  | "repeats-question"
  | "list-of-terms"
  | "other-language"
  | "only-picture"
  | "only-code"
  | "conflict-markers"
  | "orders-to-grader"
  | "hidden-text"
  | "common-misconception";

export const observationIds = [
  "blank",
  "dont-know",
  "repeats-question",
  "list-of-terms",
  "other-language",
  "only-picture",
  "only-code",
  "conflict-markers",
  "orders-to-grader",
  "hidden-text",
  "common-misconception",
] as const satisfies readonly ObservationId[];

/** One observation of one answer. */
export interface Observation {
  readonly id: ObservationId;
  /** Where it stands; absent where it is about the whole answer. */
  readonly quote?: Quote;
  /** Of a common misconception: the criterion that it is about, and the author's words for it. */
  readonly criterion?: string;
  readonly misconception?: string;
}

/** All that the check says of one answer. */
export interface Check {
  /** One per criterion, in rubric order. */
  readonly criteria: readonly CriterionCheck[];
  readonly observations: readonly Observation[];
}

/** Observations after which "not found" says nothing: the check could not read what stands there. */
export const unreadable: readonly ObservationId[] = ["other-language", "only-picture", "only-code"];

/** How many ideas the answer speaks of, of how many. */
export function foundCount(check: Pick<Check, "criteria">): { readonly found: number; readonly of: number } {
  const asked = check.criteria.filter((c) => c.bonus !== true);
  return { found: asked.filter((c) => c.found).length, of: asked.length };
}

/** Whether the check could read the answer at all. */
export function couldRead(check: Pick<Check, "observations">): boolean {
  return !check.observations.some((o) => unreadable.includes(o.id));
}
