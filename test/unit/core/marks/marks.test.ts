// Marks are added up here and nowhere else: groups, open criteria, ranges, givers, and how a mark is written.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addTallies,
  formatHalf,
  formatMarks,
  isComplete,
  isUnjudged,
  marksOf,
  openTally,
  tally,
  toHalf,
  type CountedVerdict,
  type Rubric,
} from "../../../../src/core/marks/marks";
import { verdictKinds } from "../../../../src/core/roadmap/question";

const criterion = (id: string, marks: number, group?: string) => ({
  id,
  marks,
  statement: id,
  accepted: [],
  misconceptions: [],
  idea: id,
  ...(group === undefined ? {} : { group }),
});

/** One criterion of two marks, and any two of four worth one each. */
const rubric: Rubric = {
  marks: 4,
  criteria: [criterion("alone", 2), ...["a", "b", "c", "d"].map((id) => criterion(id, 1, "any"))],
  groups: [{ id: "any", choose: 2, marks: 1 }],
};

type Said = Readonly<Record<string, CountedVerdict["verdict"]>>;
const by = (giver: CountedVerdict["by"], said: Said): CountedVerdict[] =>
  Object.entries(said).map(([id, verdict]) => ({ criterion: id, verdict, by: giver }));
const model = (said: Said) => tally(rubric, by("model", said));
const own = (said: Said) => tally(rubric, by("learner", said));

describe("tally", () => {
  it("is all open while nobody judged", () => {
    expect(tally(rubric, [])).toEqual(openTally(4));
  });

  it("gives all for met, half for partly, nothing for missed and contradicted", () => {
    expect((["met", "partly", "missed", "contradicted"] as const).map((v) => own({ alone: v }).own)).toEqual([
      2, 1, 0, 0,
    ]);
    expect(own({ alone: "missed" }).open).toBe(2);
  });

  it("makes a range of what is unclear", () => {
    expect(model({ alone: "unclear" })).toMatchObject({ model: { low: 0, high: 2 }, open: 2 });
  });

  it("counts the best members of a group, and no more than it chooses", () => {
    expect(model({ a: "met", b: "met", c: "met", d: "met" })).toMatchObject({ model: { low: 2, high: 2 }, open: 2 });
    expect(model({ a: "missed", b: "partly", c: "met", d: "missed" })).toMatchObject({
      model: { low: 1.5, high: 1.5 },
    });
    expect(model({ a: "contradicted", b: "missed", c: "missed", d: "missed" }).open).toBe(2);
  });

  it("leaves open in a group what members that nobody judged could still add", () => {
    expect(own({ a: "met" })).toMatchObject({ own: 1, open: 3 });
    expect(own({ a: "met", b: "partly" })).toMatchObject({ own: 1.5, open: 2.5 });
    expect(own({ a: "met", b: "met" })).toMatchObject({ own: 2, open: 2 });
    expect(own({ a: "missed", b: "missed", c: "missed" })).toMatchObject({ own: 0, open: 3 });
  });

  it("takes a group's unclear member as a range where no sure one is better", () => {
    const all = model({ a: "met", b: "unclear", c: "partly", d: "missed" });
    expect(all.model).toEqual({ low: 1.5, high: 2 });
  });

  it("keeps a model's marks and one's own apart", () => {
    const both = [...by("model", { alone: "met", a: "met" }), ...by("learner", { b: "partly" })];
    expect(tally(rubric, both)).toMatchObject({ model: { low: 3, high: 3 }, own: 0.5, open: 0.5 });
  });

  it("ignores criteria that the rubric does not have", () => {
    expect(model({ gone: "met" })).toEqual(openTally(4));
  });

  it("never gives more than there is, nor less than nothing, in whatever order", () => {
    const verdicts = fc.array(
      fc.record({
        criterion: fc.constantFrom("alone", "a", "b", "c", "d", "gone"),
        verdict: fc.constantFrom(...verdictKinds),
        by: fc.constantFrom("model" as const, "learner" as const),
      }),
    );
    fc.assert(
      fc.property(verdicts, (all) => {
        const one = new Map(all.map((v) => [v.criterion, v]));
        const sum = tally(rubric, [...one.values()]);
        expect(sum).toEqual(tally(rubric, [...one.values()].reverse()));
        for (const part of [sum.model.low, sum.model.high - sum.model.low, sum.own, sum.open])
          expect(part).toBeGreaterThanOrEqual(0);
        expect(sum.model.high + sum.own + sum.open).toBeLessThanOrEqual(sum.max);
      }),
    );
  });
});

describe("totals", () => {
  it("add field by field, and thirds do not drift", () => {
    const third = { model: { low: 1 / 3, high: 2 / 3 }, own: 1 / 3, open: 1 / 3, max: 1 };
    expect(addTallies([third, third, third])).toEqual({ model: { low: 1, high: 2 }, own: 1, open: 1, max: 3 });
    expect(addTallies([])).toEqual(openTally(0));
  });

  it("tell what is complete and what is unjudged", () => {
    expect([isComplete(openTally(4)), isUnjudged(openTally(4))]).toEqual([false, true]);
    const all = own({ alone: "missed", a: "met", b: "met" });
    expect([isComplete(all), isUnjudged(all)]).toEqual([true, false]);
    expect(isUnjudged(own({ alone: "missed" }))).toBe(false);
  });

  it("count what is open as not earned", () => {
    expect(marksOf(own({ alone: "partly" }))).toEqual({ low: 1, high: 1, max: 4 });
    expect(marksOf({ model: { low: 9, high: 9 }, own: 9, open: 0, max: 4 })).toEqual({ low: 4, high: 4, max: 4 });
  });
});

describe("format", () => {
  it.each([
    [0, "0"],
    [0.5, "½"],
    [2.5, "2½"],
    [3, "3"],
    [2 + 1 / 3, "2½"],
    [2.2, "2"],
  ])("%f is %s", (value, text) => {
    expect(formatHalf(value)).toBe(text);
    expect(formatHalf(toHalf(value))).toBe(text);
  });
  it("writes a range as one mark where both ends read the same", () => {
    expect(formatMarks({ low: 2, high: 3, max: 4 })).toBe("2–3 / 4");
    expect(formatMarks({ low: 2.4, high: 2.5, max: 4 })).toBe("2½ / 4");
  });
});

describe("a bonus", () => {
  const withBonus: Rubric = { ...rubric, criteria: [...rubric.criteria, { ...criterion("extra", 1), bonus: true }] };
  const marks = (said: Said, giver: CountedVerdict["by"] = "model") => marksOf(tally(withBonus, by(giver, said)));

  it("earns a mark that another criterion lost, and no more than the question's marks", () => {
    const lost: Said = { alone: "met", a: "met", b: "missed", c: "missed", d: "missed" };
    expect([marks(lost).low, marks({ ...lost, extra: "met" }).low, marks({ ...lost, extra: "partly" }).low]).toEqual([
      3, 4, 3.5,
    ]);
    expect(marks({ alone: "met", a: "met", b: "met", extra: "met" })).toEqual({ low: 4, high: 4, max: 4 });
  });

  it("fills nothing that may still be earned, and leaves nothing open itself", () => {
    expect(tally(withBonus, by("learner", { extra: "met" }))).toEqual(openTally(4));
    expect(isComplete(tally(withBonus, by("learner", { alone: "met", a: "met", b: "met" })))).toBe(true);
  });

  it("counts as whose it is", () => {
    const judged = by("model", { alone: "missed", a: "unclear", b: "met", c: "missed", d: "missed" });
    expect(tally(withBonus, [...judged, ...by("learner", { extra: "met" })])).toEqual({
      model: { low: 1, high: 2 },
      own: 1,
      open: 0,
      max: 4,
    });
  });

  it("costs none, and never takes the total past the question's marks, whatever the verdicts", () => {
    const ids = ["alone", "a", "b", "c", "d", "extra"];
    const verdict = fc.option(
      fc.record({
        verdict: fc.constantFrom(...verdictKinds),
        by: fc.constantFrom("model" as const, "learner" as const),
      }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.tuple(...ids.map(() => verdict)), (said) => {
        const all = ids.flatMap((id, i): CountedVerdict[] => (said[i] ? [{ criterion: id, ...said[i] }] : []));
        const [without, with_] = [tally(rubric, all), tally(withBonus, all)];
        expect(marksOf(with_).low).toBeGreaterThanOrEqual(marksOf(without).low);
        expect(marksOf(with_).high).toBeGreaterThanOrEqual(marksOf(without).high);
        expect(with_.open).toBe(without.open);
        expect(with_.model.low).toBeLessThanOrEqual(with_.model.high);
        expect(with_.model.high + with_.own + with_.open).toBeLessThanOrEqual(4);
      }),
    );
  });
});
