// What stands in for the criteria that a small roadmap lacks: counted over a few, every word would look rare, and
// "keep" would tell one idea from another.
import type { Language } from "../language/language";

/** Criteria from which a roadmap's own counts say how common a word is. Round; what is best is flat around it. */
const enough = 100;
/** Share of criteria on any subject that an everyday word is taken to stand in. */
const everydayShare = 0.15;

/** Criteria on any subject beside those of a roadmap. */
export interface Background {
  /** How many there are; 0 beside a roadmap that has enough of its own. */
  readonly size: number;
  /** How many of them have a stem in a wording. */
  readonly spreadOf: (stem: string) => number;
}

/** As many criteria as a roadmap with `count` of its own lacks. */
export function backgroundOf(count: number, language: Language): Background {
  const size = Math.max(0, enough - count);
  return { size, spreadOf: (stem) => (size > 0 && language.isEveryday(stem) ? everydayShare * size : 0) };
}
