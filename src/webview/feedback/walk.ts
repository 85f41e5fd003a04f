// "Mark it yourself": the way through the cards that wait for a mark. Pure.
import type { Card } from "../../shared/feedbackMessages";

/** How far a walk is: "2 of 6", or over where `at` is absent. */
export interface WalkProgress {
  /** 1-based; absent once nothing is left to mark. */
  readonly at?: number;
  readonly of: number;
}

/** The next card that waits for a mark after this one, going round; undefined where none waits. */
export function nextOpen(cards: readonly Card[], after: string): Card | undefined {
  const from = cards.findIndex((c) => c.id === after) + 1;
  return [...cards.slice(from), ...cards.slice(0, from)].find((c) => c.open);
}

/** Of those marked in a walk, the ones that still are: what was taken back waits again. */
export function stillMarked(cards: readonly Card[], walked: readonly string[]): string[] {
  return walked.filter((id) => cards.some((c) => c.id === id && !c.open));
}

/** How far a walk is; cards that a full group makes needless leave the count. */
export function walkProgress(cards: readonly Card[], walked: readonly string[]): WalkProgress {
  const done = stillMarked(cards, walked).length;
  const left = cards.filter((c) => c.open).length;
  return left === 0 ? { of: done } : { at: done + 1, of: done + left };
}
