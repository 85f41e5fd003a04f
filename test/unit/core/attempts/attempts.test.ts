// Which attempt is the latest, which may be shown again, and what progress keeps of one.
import { describe, expect, it } from "vitest";
import type { Attempt } from "../../../../src/core/attempts/attempt";
import { attemptId, latest, replayable, summarise } from "../../../../src/core/attempts/attempts";
import { isRecordId } from "../../../../src/core/attempts/recordId";
import { sampleAttempt, sampleCheck } from "./sampleAttempt";

describe("attemptId", () => {
  it("sorts by time and is a safe file name", () => {
    const ids = [0, 1, 1000, 86_400_000].map((ms) => attemptId(new Date(Date.UTC(2026, 0, 1) + ms), "zzzz"));
    expect([...ids].sort()).toEqual(ids);
    expect(ids.every((id) => /^[\w-]+$/.test(id))).toBe(true);
  });
  it("refuses anything else", () => {
    expect(() => attemptId(new Date(0), "../x")).toThrow(RangeError);
    expect(isRecordId("../20260101T000000000Z-abcd")).toBe(false);
  });
});

it("takes the last of the order of keeping as the latest, whatever its time", () => {
  const [ahead, now] = [sampleAttempt(59), sampleAttempt(1)];
  expect(latest([ahead, now])).toBe(now);
  expect(latest<Attempt>([])).toBeUndefined();
});

describe("summarise", () => {
  it("keeps the verdicts that count, and no text", () => {
    expect(summarise(sampleAttempt())).toEqual({
      id: sampleAttempt().id,
      key: sampleAttempt().key,
      kind: "graded",
      answerHash: sampleAttempt().receipt.answerHash,
      judged: [
        { criterion: "few", verdict: "met", by: "model" },
        { criterion: "mitigation", verdict: "missed", by: "model" },
      ],
    });
  });
  it.each(["remarks-only", "unfit", "unknown"] as const)("keeps none of a model that is %s", (qualification) => {
    const { receipt } = sampleAttempt();
    expect(summarise(sampleAttempt(0, { receipt: { ...receipt, qualification } })).judged).toEqual([]);
  });
  it("keeps of a check how much was found", () => {
    expect(summarise(sampleCheck(0, { earlier: true }))).toMatchObject({
      kind: "checked",
      judged: [],
      found: { found: 1, of: 2 },
      earlier: true,
    });
  });

  it("keeps no figure of an answer that the check could not read", () => {
    const { check } = sampleCheck();
    expect(summarise(sampleCheck())).toHaveProperty("found");
    const unread = sampleCheck(0, { check: { ...check, observations: [{ id: "other-language" }] } });
    expect(summarise(unread)).not.toHaveProperty("found");
  });
});

describe("replayable", () => {
  const attempt = sampleAttempt();
  const wanted = attempt.receipt;
  it("finds the latest attempt of the same grader, text and rubric", () => {
    const newer = sampleAttempt(5);
    expect(replayable([attempt, newer, sampleCheck(9)], wanted)).toBe(newer);
  });
  it.each(["answerHash", "rubricHash", "promptVersion", "grader", "model", "endpoint", "strict"] as const)(
    "never where %s differs",
    (field) => {
      expect(replayable([attempt], { ...wanted, [field]: field === "strict" ? true : "other" })).toBeUndefined();
    },
  );
  it("never one in which the learner's word took the place of the grader's", () => {
    expect(replayable([sampleAttempt(0, { ownBefore: { few: "met" } })], wanted)).toBeUndefined();
  });
  it("never an estimate of the first version as a check", () => {
    const check = sampleCheck();
    expect(replayable([check], check.receipt)).toBe(check);
    expect(replayable([{ ...check, earlier: true }], check.receipt)).toBeUndefined();
  });
});
