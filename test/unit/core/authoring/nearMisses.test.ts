// Near-misses: said to be met and not found; nothing of what was found, not met, or could not be read.
import { describe, expect, test } from "vitest";
import { longestWording, nearMissesOf, type NearMiss } from "../../../../src/core/authoring/nearMisses";
import type { Amends } from "../../../../src/core/attempts/amendment";
import type { Attempt } from "../../../../src/core/attempts/attempt";
import type { Check, ObservationId } from "../../../../src/core/marks/check";
import { standingOf } from "../../../../src/core/attempts/standing";
import { sampleAmendment, sampleAttempt, sampleCheck } from "../attempts/sampleAttempt";
import { sampleQuestion } from "../roadmap/samplePlaced";

const { criteria, ...rubric } = sampleQuestion();

function found(ids: readonly string[], observations: readonly ObservationId[] = []): Check {
  return {
    criteria: criteria.map(({ id }) => ({ criterion: id, found: ids.includes(id), quotes: [] })),
    observations: observations.map((id) => ({ id })),
  };
}

function misses(attempt: Attempt, check: Check, said: readonly Amends[] = [], now = criteria): NearMiss[] {
  const amendments = said.map((amends, i) => sampleAmendment(10 + i, amends, attempt));
  return nearMissesOf(standingOf(attempt, amendments, { ...rubric, criteria: now }), check, now);
}

const mark = (criterion: string, verdict: "met" | "partly" | "missed"): Amends => ({
  kind: "mark",
  criterion,
  verdict,
});

describe("a model's", () => {
  test("met and not found: its quote", () => {
    expect(misses(sampleAttempt(), found([]))).toEqual([{ criterion: "few", words: ["It repeats"] }]);
  });

  test("met and found: none; missed and not found: none", () => {
    expect(misses(sampleAttempt(), found(["few"]))).toEqual([]);
    expect(misses(sampleAttempt(), found(["few"]), [mark("mitigation", "missed")])).toEqual([]);
  });

  test("of a model that may give no marks, only what the learner confirms", () => {
    const { receipt } = sampleAttempt();
    const unknown = sampleAttempt(0, { receipt: { ...receipt, qualification: "unknown" } });
    expect(misses(unknown, found([]))).toEqual([]);
    expect(misses(unknown, found([]), [mark("few", "met")])).toEqual([{ criterion: "few", words: ["It repeats"] }]);
  });

  test("a learner who says no takes it away, and an undo brings it back", () => {
    expect(misses(sampleAttempt(), found([]), [mark("few", "missed")])).toEqual([]);
    expect(misses(sampleAttempt(), found([]), [mark("few", "partly")])).toEqual([]);
  });

  test("given on other words of the criterion, it counts no more", () => {
    const { receipt } = sampleAttempt();
    const old = sampleAttempt(0, { receipt: { ...receipt, wordings: { few: "0123456789ab" } } });
    expect(misses(old, found([]))).toEqual([]);
  });

  test("words that the rubric has, or that are no wording, are not offered", () => {
    const now = criteria.map((one) => (one.id === "few" ? { ...one, accepted: ["It  repeats"] } : one));
    expect(misses(sampleAttempt(), found([]), [], now)).toEqual([{ criterion: "few", words: [] }]);
    const long = `${"word ".repeat(longestWording / 4)}.`;
    const { grade } = sampleAttempt();
    const verdicts = grade.verdicts.map((one) => ({
      ...one,
      quotes: [
        { start: 0, end: long.length, text: long },
        { start: 0, end: 7, text: "- It\nis" },
        { start: 0, end: 5, text: "It is" },
      ],
    }));
    expect(misses(sampleAttempt(0, { answer: long, grade: { ...grade, verdicts } }), found([]))).toEqual([
      { criterion: "few", words: ["It is"] },
    ]);
  });
});

describe("a learner's own, upon a check", () => {
  test("met and not found, where nobody pointed at words", () => {
    expect(misses(sampleCheck(), found(["few"]), [mark("few", "met"), mark("mitigation", "met")])).toEqual([
      { criterion: "mitigation", words: [] },
    ]);
  });

  test("the check of now counts, not the one of then", () => {
    expect(misses(sampleCheck(), found(["few", "mitigation"]), [mark("mitigation", "met")])).toEqual([]);
  });

  test.each(["other-language", "only-picture", "only-code"] as const)("nothing of an answer that is %s", (id) => {
    expect(misses(sampleCheck(), found([], [id]), [mark("mitigation", "met")])).toEqual([]);
  });
});
