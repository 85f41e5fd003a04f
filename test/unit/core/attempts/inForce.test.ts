// Which attempt counts when there are several: of this text before of another, judged before merely checked, newer
// before older.
import { describe, expect, it } from "vitest";
import { answerHash } from "../../../../src/core/text/hash";
import { attemptInForce } from "../../../../src/core/attempts/inForce";
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

  it("is the one marked last where none is of this text, though another was kept after it", () => {
    const attempts = [sampleCheck(1, { answer: other }), sampleCheck(2, { answer: "A third text.\n" })];
    const [older, newer] = attempts;
    if (older === undefined) throw new Error("no attempt");
    expect(attemptInForce(attempts, [marks(older, 3)], hash)).toBe(older);
    // Said before the newer one was made: that one is what the learner saw last.
    const later = sampleCheck(40, { answer: "A third text.\n" });
    expect(attemptInForce([older, later], [marks(older, 3)], hash)).toBe(later);
    expect(attemptInForce(attempts, [], hash)).toBe(newer);
  });
});
