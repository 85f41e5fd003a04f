// What a verdict was given on: the criterion's words, as hashes, so that a mark never passes silently from old words to
// new ones. A model and the check go by everything that says what counts; a learner goes by the statement in sight.
import { canonicalJson, sha256Hex } from "../text/hash";
import type { Criterion } from "../roadmap/question";

/** 12 hex digits each. */
export interface WordingHashes {
  /** Of statement, accepted wordings and misconceptions: what a model and the check go by. */
  readonly whole: string;
  /** Of the statement alone: what the learner sees when they mark. */
  readonly statement: string;
}

/** True for what stands in a `WordingHashes`. */
export function isWordingHash(text: unknown): text is string {
  return typeof text === "string" && /^[0-9a-f]{12}$/.test(text);
}

/** Criteria never change; a roadmap that is read again has new ones. */
const known = new WeakMap<Criterion, WordingHashes>();

/** The hashes of a criterion as it is worded now; made once. */
export function wordingOf(criterion: Criterion): WordingHashes {
  const before = known.get(criterion);
  if (before !== undefined) return before;
  const { statement, accepted, misconceptions } = criterion;
  const made = {
    whole: sha256Hex(canonicalJson({ statement, accepted, misconceptions })).slice(0, 12),
    statement: sha256Hex(statement).slice(0, 12),
  };
  known.set(criterion, made);
  return made;
}

/** For a receipt: the whole hash of each criterion, by id. */
export function wordingsOf(criteria: readonly Criterion[]): Readonly<Record<string, string>> {
  return Object.fromEntries(criteria.map((criterion) => [criterion.id, wordingOf(criterion).whole]));
}

/** A rubric's words as they are now, by criterion. */
export function wordingsNow(
  rubric: { readonly criteria: readonly Criterion[] } | undefined,
): ReadonlyMap<string, WordingHashes> {
  return new Map(rubric?.criteria.map((criterion) => [criterion.id, wordingOf(criterion)]));
}

/**
 * True where the words have changed since: of what was given before words were kept, or on a criterion that is gone, it
 * cannot be told.
 */
export function isEarlierWording(given: string | undefined, now: string | undefined): boolean {
  return given !== undefined && now !== undefined && given !== now;
}
