// The only place where marks are added up, for a model's verdicts and the learner's own alike. No number that a grader
// or a stored file names counts.
import type { Question, VerdictKind } from "../roadmap/question";

/** Marks as a closed range; `low === high` unless a verdict is unclear. */
export interface Marks {
  readonly low: number;
  readonly high: number;
  readonly max: number;
}

/** Who gave a verdict that counts for marks. */
export type MarkGiver = "model" | "learner";

/** A verdict that counts, with who gave it. */
export interface CountedVerdict {
  readonly criterion: string;
  readonly verdict: VerdictKind;
  readonly by: MarkGiver;
}

/**
 * What a question, or many, has come to, in marks. `model`, `own` and `open` never add up to more than `max`; the rest
 * was judged and not earned.
 */
export interface Tally {
  /** Earned by a model's verdicts; a range where one is unclear. */
  readonly model: { readonly low: number; readonly high: number };
  /** Earned by the learner's own verdicts. */
  readonly own: number;
  /** What nobody has judged yet could still earn. */
  readonly open: number;
  readonly max: number;
}

/** What marks need of a question. */
export type Rubric = Pick<Question, "marks" | "criteria" | "groups">;

/**
 * Share of a criterion's marks that a verdict earns: met all, partly half, missed and contradicted none, unclear
 * anything.
 */
export function creditRange(verdict: VerdictKind): { readonly low: number; readonly high: number } {
  switch (verdict) {
    case "met":
      return { low: 1, high: 1 };
    case "partly":
      return { low: 0.5, high: 0.5 };
    case "missed":
    case "contradicted":
      return { low: 0, high: 0 };
    case "unclear":
      return { low: 0, high: 1 };
  }
}

/** What one criterion, or a group of them, adds to a tally. */
interface Part {
  readonly model: { readonly low: number; readonly high: number };
  readonly own: number;
  readonly open: number;
}

/** What a criterion has earned for sure and at most; `by` is absent while nobody has judged it. */
interface Earned {
  readonly low: number;
  readonly high: number;
  readonly by: MarkGiver | undefined;
}

/** Adds up what was judged. A criterion without a verdict is open; of a group the best `choose` count. */
export function tally(rubric: Rubric, verdicts: readonly CountedVerdict[]): Tally {
  const byId = new Map(verdicts.map((v) => [v.criterion, v]));
  const earned = (criterion: string, marks: number): Earned => {
    const verdict = byId.get(criterion);
    if (verdict === undefined) return { low: 0, high: marks, by: undefined };
    const { low, high } = creditRange(verdict.verdict);
    return { low: low * marks, high: high * marks, by: verdict.by };
  };
  const parts = [
    ...rubric.criteria
      .filter((c) => c.group === undefined && c.bonus !== true)
      .map((c) => best([earned(c.id, c.marks)], 1)),
    ...rubric.groups.map((group) => {
      const members = rubric.criteria.filter((c) => c.group === group.id);
      return best(
        members.map((c) => earned(c.id, group.marks)),
        group.choose,
      );
    }),
  ];
  const bonuses = rubric.criteria.filter((c) => c.bonus === true).map((c) => best([earned(c.id, c.marks)], 1));
  return withBonus({ ...addParts(parts), max: rubric.marks }, addParts(bonuses));
}

/**
 * Bonuses fill what was judged and not earned, and nothing else: what nobody has judged is not lost. One that nobody
 * has judged is not open either.
 */
function withBonus(base: Tally, bonus: Part): Tally {
  const { open, max } = base;
  const room = Math.max(0, max - open);
  const low = Math.min(room, base.own + base.model.low + bonus.own + bonus.model.low);
  const high = Math.min(room, base.own + base.model.high + bonus.own + bonus.model.high);
  // What the learner's own bonuses fill, if what is unclear earned nothing.
  const own = base.own + Math.min(bonus.own, Math.max(0, room - base.own - base.model.low));
  return {
    model: { low: thousandths(Math.max(0, low - own)), high: thousandths(Math.max(0, high - own)) },
    own: thousandths(own),
    open,
    max,
  };
}

/** The best `choose` of the members. Open is what the members that nobody has judged could add to those that were. */
function best(members: readonly Earned[], choose: number): Part {
  const judged = members.filter((m) => m.by !== undefined).sort((a, b) => b.low - a.low || b.high - a.high);
  const counted = judged.slice(0, choose);
  const sure = (by: MarkGiver): number => add(counted.filter((m) => m.by === by).map((m) => m.low));
  const most = (from: readonly Earned[]): number =>
    add(
      from
        .map((m) => m.high)
        .sort((a, b) => b - a)
        .slice(0, choose),
    );
  const own = sure("learner");
  return { model: { low: sure("model"), high: most(judged) - own }, own, open: most(members) - most(judged) };
}

function addParts(parts: readonly Part[]): Part {
  const sum = (pick: (part: Part) => number): number => thousandths(add(parts.map(pick)));
  return {
    model: { low: sum((p) => p.model.low), high: sum((p) => p.model.high) },
    own: sum((p) => p.own),
    open: sum((p) => p.open),
  };
}

/** Earned marks as a range, the open ones not counted. */
export function marksOf({ model, own, max }: Tally): Marks {
  return { low: within(model.low + own, max), high: within(model.high + own, max), max };
}

/** True where every mark of the rubric was judged. */
export function isComplete({ open }: Tally): boolean {
  return open === 0;
}

/** True where nothing was judged yet. */
export function isUnjudged({ model, own, open, max }: Tally): boolean {
  return open === max && model.high === 0 && own === 0;
}

/** Tallies added field by field. */
export function addTallies(all: readonly Tally[]): Tally {
  return { ...addParts(all), max: thousandths(add(all.map((t) => t.max))) };
}

/** A tally of a question that nobody has judged. */
export function openTally(max: number): Tally {
  return { model: { low: 0, high: 0 }, own: 0, open: max, max };
}

/** Rounds marks to the half mark, the finest step shown to a learner. */
export function toHalf(marks: number): number {
  return Math.round(marks * 2) / 2;
}

/** "2½ / 4", "2–3 / 4". Halves are written ½. */
export function formatMarks(marks: Marks): string {
  return `${formatRange(marks)} / ${formatHalf(marks.max)}`;
}

/** "2½", "2–3". */
export function formatRange({ low, high }: Pick<Marks, "low" | "high">): string {
  const from = formatHalf(low);
  const to = formatHalf(high);
  return from === to ? from : `${from}–${to}`;
}

/** A mark to the half: 2.5 → "2½", 0.5 → "½", 3 → "3". */
export function formatHalf(value: number): string {
  const half = toHalf(value);
  const whole = Math.floor(half);
  if (half === whole) return String(whole);
  return whole === 0 ? "½" : `${whole}½`;
}

function within(marks: number, max: number): number {
  return Math.min(Math.max(thousandths(marks), 0), max);
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** To a thousandth, so that thirds do not drift. */
function thousandths(marks: number): number {
  return Math.round(marks * 1000) / 1000;
}
