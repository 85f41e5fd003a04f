// What the learner says of an attempt: marks, marks again, dismisses, disputes, undoes; a model's verdict stays in
// sight.
import { describe, expect, it } from "vitest";
import type { Amendment, Amends } from "../../../../src/core/attempts/amendment";
import type { Attempt } from "../../../../src/core/attempts/attempt";
import { couldEarn, lastAmendment, standingOf } from "../../../../src/core/attempts/standing";
import { sampleAmendment, sampleAttempt, sampleCheck } from "./sampleAttempt";
import { sampleQuestion } from "../roadmap/samplePlaced";

const rubric = sampleQuestion();
const mark = (criterion: string, verdict: "met" | "partly" | "missed"): Amends => ({
  kind: "mark",
  criterion,
  verdict,
});

/** Amendments in the order of keeping; of a number, the undo of that one's. */
function said(attempt: Attempt, ...all: readonly (Amends | number)[]): Amendment[] {
  return all.reduce<Amendment[]>((list, one) => {
    const amends: Amends = typeof one === "number" ? { kind: "undo", amendment: list[one]?.id ?? "" } : one;
    return [...list, sampleAmendment(10 + list.length, amends, attempt)];
  }, []);
}

const stand = (attempt: Attempt, ...all: readonly (Amends | number)[]) =>
  standingOf(attempt, said(attempt, ...all), rubric);
const ownOf = (attempt: Attempt, ...all: readonly (Amends | number)[]) =>
  stand(attempt, ...all).criteria.map((c) => c.own);

describe("marking", () => {
  it("lets a check have marks, only by the learner", () => {
    expect(stand(sampleCheck()).tally).toMatchObject({ own: 0, open: 4 });
    const { criteria, tally } = stand(sampleCheck(), mark("few", "met"), mark("mitigation", "partly"));
    expect(tally).toEqual({ model: { low: 0, high: 0 }, own: 3, open: 0, max: 4 });
    expect(criteria[1]).toMatchObject({ checked: { found: false }, own: "partly" });
  });

  it("puts the learner's verdict above a model's, up or down, and keeps both", () => {
    const { criteria, tally } = stand(sampleAttempt(), mark("few", "missed"), mark("mitigation", "met"));
    expect(criteria.map(({ judged, own }) => [judged?.verdict, own])).toEqual([
      ["met", "missed"],
      ["missed", "met"],
    ]);
    expect(tally).toEqual({ model: { low: 0, high: 0 }, own: 2, open: 0, max: 4 });
  });

  it("lets the later word on a criterion stand", () => {
    expect(ownOf(sampleCheck(), mark("few", "met"), mark("few", "missed"))).toEqual(["missed", undefined]);
  });

  it("takes no mark from a model that has not earned the right to give them", () => {
    const { receipt } = sampleAttempt();
    const attempt = sampleAttempt(0, { receipt: { ...receipt, qualification: "remarks-only" } });
    expect(stand(attempt, mark("mitigation", "met")).tally).toEqual({
      model: { low: 0, high: 0 },
      own: 2,
      open: 2,
      max: 4,
    });
  });

  it("leaves other attempts' amendments alone", () => {
    const other = sampleAmendment(1, mark("few", "met"), sampleAttempt(30));
    expect(standingOf(sampleAttempt(), [other], rubric).criteria.every((c) => c.own === undefined)).toBe(true);
  });

  it("shows a criterion that only the learner has judged, and none of a rubric that is gone in marks", () => {
    const attempt = sampleAttempt(0, { ownBefore: { later: "met" } });
    expect(stand(attempt).criteria.at(-1)).toEqual({ criterion: "later", own: "met", dismissed: false });
    expect(standingOf(attempt, [], undefined).tally).toBeUndefined();
  });
});

describe("undo", () => {
  it("takes the last word back, and an undone undo brings it back", () => {
    const check = sampleCheck();
    expect(ownOf(check, mark("few", "met"), 0)).toEqual([undefined, undefined]);
    expect(ownOf(check, mark("few", "met"), 0, 1)).toEqual(["met", undefined]);
    expect(ownOf(check, mark("few", "met"), 0, 1, 2)).toEqual([undefined, undefined]);
  });

  it("brings the word before it back", () => {
    expect(ownOf(sampleCheck(), mark("few", "met"), mark("few", "missed"), 1)).toEqual(["met", undefined]);
    const before = sampleCheck(0, { ownBefore: { few: "partly" } });
    expect(ownOf(before, mark("few", "met"), 0)).toEqual(["partly", undefined]);
  });

  it("offers the last word that stands", () => {
    const check = sampleCheck();
    expect(lastAmendment(stand(check, mark("few", "met"), mark("mitigation", "met"), 1))?.amends).toEqual(
      mark("few", "met"),
    );
    expect(lastAmendment(stand(check, mark("few", "met"), 0))).toBeUndefined();
  });

  it("follows the order of keeping, not the clock", () => {
    const check = sampleCheck();
    const [first, second] = [mark("few", "met"), mark("few", "missed")];
    const ahead = [sampleAmendment(59, first, check), sampleAmendment(1, second, check)];
    expect(standingOf(check, ahead, rubric).criteria[0]?.own).toBe("missed");
  });
});

describe("dismissing and disputing", () => {
  it("hide nothing from marks and keep the verdict", () => {
    const { criteria, tally } = stand(
      sampleAttempt(),
      { kind: "dismiss", criterion: "mitigation" },
      { kind: "dispute", criterion: "few", words: "It is about few modes." },
    );
    expect(criteria).toMatchObject([
      { criterion: "few", disputed: "It is about few modes.", dismissed: false, judged: { verdict: "met" } },
      { criterion: "mitigation", dismissed: true, judged: { verdict: "missed" } },
    ]);
    expect(tally).toMatchObject({ model: { low: 2, high: 2 }, own: 0, open: 0 });
  });

  it("are undone like any word, errors beyond the rubric included", () => {
    const dismissed: Amends = { kind: "dismiss", criterion: "error:0" };
    expect(stand(sampleAttempt(), dismissed).dismissedErrors).toEqual(["error:0"]);
    expect(stand(sampleAttempt(), dismissed, 0).dismissedErrors).toEqual([]);
  });
});

describe("couldEarn", () => {
  it("names what would earn more were it met", () => {
    expect(couldEarn(stand(sampleAttempt()), rubric)).toEqual(["mitigation"]);
    expect(couldEarn(stand(sampleCheck()), rubric)).toEqual(["few", "mitigation"]);
    expect(couldEarn(stand(sampleCheck(), mark("few", "missed")), rubric)).toEqual(["mitigation"]);
  });
  it("names no member of a group that has its marks", () => {
    const criteria = rubric.criteria.map((c) => ({ ...c, marks: 2, group: "any" }));
    const group = { ...rubric, marks: 2, criteria, groups: [{ id: "any", choose: 1, marks: 2 }] };
    expect(couldEarn(stand(sampleAttempt()), group)).toEqual([]);
    expect(couldEarn(stand(sampleCheck(), mark("few", "partly")), group)).toEqual(["mitigation"]);
  });
});
