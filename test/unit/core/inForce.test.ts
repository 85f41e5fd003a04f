// Which attempt counts when there are several: of this text before of another, judged before merely checked, newer before older.
import { describe, expect, it } from "vitest";
import { answerHash } from "../../../src/core/hash";
import { attemptInForce } from "../../../src/core/inForce";
import { sampleAmendment, sampleAttempt, sampleCheck } from "./sampleAttempt";

const text = "It repeats itself.\n";
const other = "Something else it is.\n";
const hash = answerHash(text);
const marks = (attempt: ReturnType<typeof sampleCheck>, second = 50) =>
  sampleAmendment(second, { kind: "mark", criterion: "few", verdict: "met" }, attempt);

describe("the attempt in force", () => {
  it("is the newest of this text, though a later one is of another", () => {
    const attempts = [sampleCheck(1), sampleCheck(2), sampleCheck(3, { answer: other })];
    expect(attemptInForce(attempts, [], hash)).toBe(attempts[1]);
  });

  it("is a model's, though a check of the same text came after", () => {
    const attempts = [sampleAttempt(1), sampleCheck(2)];
    expect(attemptInForce(attempts, [], hash)).toBe(attempts[0]);
  });

  it("is a check that the learner marked, until a mark is taken back", () => {
    const [older, newer] = [sampleCheck(1), sampleCheck(2)];
    const mark = marks(older);
    expect(attemptInForce([older, newer], [mark], hash)).toBe(older);
    const undo = sampleAmendment(51, { kind: "undo", amendment: mark.id }, older);
    expect(attemptInForce([older, newer], [mark, undo], hash)).toBe(newer);
  });

  it("is the latest of all where none is of this text, and none where there is none", () => {
    const attempts = [sampleAttempt(1, { answer: other }), sampleCheck(2, { answer: other })];
    expect(attemptInForce(attempts, [], hash)).toBe(attempts[1]);
    expect(attemptInForce([], [], hash)).toBeUndefined();
  });
});
