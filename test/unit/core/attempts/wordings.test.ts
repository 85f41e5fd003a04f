// A mark never passes silently from a criterion's old words to new ones: what was given on other words counts no more.
import { describe, expect, it } from "vitest";
import type { Amendment } from "../../../../src/core/attempts/amendment";
import { parseAmendment, serialiseAmendment } from "../../../../src/core/attempts/amendments";
import { parseAttempt } from "../../../../src/core/attempts/attemptReader";
import { serialiseAttempt, summarise } from "../../../../src/core/attempts/attempts";
import { remarksOf } from "../../../../src/core/feedback/remarks";
import { answerHash } from "../../../../src/core/text/hash";
import { attemptInForce } from "../../../../src/core/attempts/inForce";
import { marksOf } from "../../../../src/core/marks/marks";
import { questionTally } from "../../../../src/core/progress/progress";
import type { Criterion, Question } from "../../../../src/core/roadmap/question";
import { standingOf } from "../../../../src/core/attempts/standing";
import { wordingOf, wordingsOf } from "../../../../src/core/attempts/wordings";
import { sampleAmendment, sampleAttempt, sampleCheck } from "./sampleAttempt";
import { sampleQuestion } from "../roadmap/samplePlaced";

const question = sampleQuestion();
const wordings = wordingsOf(question.criteria);
const graded = sampleAttempt(0, { receipt: { ...sampleAttempt().receipt, wordings } });
const checked = sampleCheck(0, { receipt: { ...sampleCheck().receipt, wordings } });
const firstOf = ({ criteria: [criterion] }: Question): Criterion => {
  if (criterion === undefined) throw new Error("no criterion");
  return criterion;
};
/** The question with other words in its first criterion. */
const reworded = (change: Partial<Criterion>): Question =>
  sampleQuestion({ criteria: question.criteria.map((c) => (c.id === "few" ? { ...c, ...change } : c)) });
const marked = (attempt: typeof checked | typeof graded): Amendment =>
  sampleAmendment(
    9,
    { kind: "mark", criterion: "few", verdict: "met", statement: wordingOf(firstOf(question)).statement },
    attempt,
  );

/** The tally as the open answer has it and as the sidebar has it: one truth. */
function tallies(attempt: typeof checked | typeof graded, amendments: readonly Amendment[], now: Question) {
  const { tally } = standingOf(attempt, amendments, now);
  expect(questionTally(now, { latest: summarise(attempt), amendments })).toEqual(tally);
  if (tally === undefined) throw new Error("no tally");
  return { ...tally, sure: marksOf(tally).low };
}

describe("a criterion's words", () => {
  it("are hashed by what says when it is met: not by its marks or its idea", () => {
    const before = wordingOf(firstOf(question));
    expect(wordingOf(firstOf(reworded({ marks: 3, idea: "other" })))).toEqual(before);
    expect(wordingOf(firstOf(reworded({ statement: "other" }))).whole).not.toBe(before.whole);
    expect(wordingOf(firstOf(reworded({ statement: "other" }))).statement).not.toBe(before.statement);
    const accepted = wordingOf(firstOf(reworded({ accepted: ["in other words"] })));
    expect(accepted.whole).not.toBe(before.whole);
    expect(accepted.statement).toBe(before.statement);
  });
});

describe("a model's verdict", () => {
  it("counts while the words are the same", () => {
    expect(tallies(graded, [], question)).toMatchObject({ sure: 2, open: 0 });
  });

  it.each<[string, Partial<Criterion>]>([
    ["the statement", { statement: "Something else" }],
    ["an accepted wording", { accepted: ["in other words"] }],
    ["a misconception", { misconceptions: ["It is the same"] }],
  ])("counts no more once %s has changed, and says so; the other criterion's does", (_what, change) => {
    const now = reworded(change);
    expect(tallies(graded, [], now)).toMatchObject({ sure: 0, open: 2 });
    const [few, mitigation] = remarksOf(standingOf(graded, [], now), now);
    expect(few?.marks).toBe("said of an earlier wording: not counted");
    expect(mitigation?.marks).toBe("0 of 2 marks");
  });

  it("goes on counting where it cannot be told what it was given on", () => {
    expect(tallies(sampleAttempt(), [], reworded({ statement: "Something else" }))).toMatchObject({ sure: 2 });
  });
});

describe("the learner's mark", () => {
  it("stands while the statement does, whatever else is accepted", () => {
    const now = reworded({ accepted: ["in other words"] });
    expect(tallies(checked, [marked(checked)], now)).toMatchObject({ own: 2, open: 2 });
    // The learner's word outlives the model's, whose words have changed.
    expect(tallies(graded, [marked(graded)], now)).toMatchObject({ own: 2, model: { low: 0, high: 0 } });
  });

  it("counts no more once the statement has changed, and is asked for again", () => {
    const now = reworded({ statement: "Something else" });
    expect(tallies(checked, [marked(checked)], now)).toMatchObject({ own: 0, open: 4 });
    const again = sampleAmendment(
      10,
      { kind: "mark", criterion: "few", verdict: "partly", statement: wordingOf(firstOf(now)).statement },
      checked,
    );
    expect(tallies(checked, [marked(checked), again], now)).toMatchObject({ own: 1, open: 2 });
  });
});

describe("what a file says of words", () => {
  it("is read back, and left out where it is no hash", () => {
    const regraded = { of: sampleAttempt(3).id, run: sampleAttempt(4).id, asked: ["few"] };
    const attempt = { ...graded, receipt: { ...graded.receipt, regraded } };
    expect(parseAttempt(serialiseAttempt(attempt))).toEqual({ kind: "read", value: attempt });
    const strange = serialiseAttempt(attempt).replaceAll(/"(few|mitigation)": "[0-9a-f]{12}"/g, '"$1": "<b>"');
    const read = parseAttempt(strange);
    expect(read.kind === "read" && "wordings" in read.value.receipt).toBe(false);
    const mark = marked(checked);
    expect(parseAmendment(serialiseAmendment(mark))).toEqual({ kind: "read", value: mark });
    const withdrawn = sampleAmendment(11, { kind: "withdraw" }, checked);
    expect(parseAmendment(serialiseAmendment(withdrawn))).toEqual({ kind: "read", value: withdrawn });
  });
});

describe("a regraded attempt", () => {
  const regraded = { of: checked.id, run: sampleAttempt(4).id, asked: ["few"] };
  const later = sampleCheck(20, { receipt: { ...checked.receipt, regraded } });
  const hash = answerHash(checked.answer);

  it("takes the place of the one that it is of, though that was marked", () => {
    expect(attemptInForce([checked, later], [marked(checked)], hash)).toBe(later);
  });

  it("gives the place back when it is withdrawn, and takes it again when that is undone", () => {
    const withdrawn = sampleAmendment(21, { kind: "withdraw" }, later);
    const undo = sampleAmendment(22, { kind: "undo", amendment: withdrawn.id }, later);
    expect(attemptInForce([checked, later], [marked(checked), withdrawn], hash)).toBe(checked);
    expect(attemptInForce([checked, later], [marked(checked), withdrawn, undo], hash)).toBe(later);
  });
});
