import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attempt } from "../../../src/core/attempt";
import {
  attemptId,
  isAttemptId,
  latest,
  mergeAttempts,
  parseAttempt,
  readSummary,
  replayable,
  resumMarks,
  serialiseAttempt,
  summarise,
} from "../../../src/core/attempts";
import { sampleAttempt } from "./sampleAttempt";
import { sampleQuestion } from "./samplePlaced";

const attempt = sampleAttempt();
/** What is read from the attempt's file with some values replaced; a name is a dotted path, `undefined` removes. */
function altered(values: Readonly<Record<string, unknown>>): Attempt | undefined {
  const raw: unknown = JSON.parse(serialiseAttempt(attempt));
  for (const [path, value] of Object.entries(values)) {
    const steps = path.split(".");
    const last = steps.pop() ?? "";
    const holder = steps.reduce((inner, step) => (inner as Record<string, unknown>)[step], raw);
    Object.assign(holder as object, { [last]: value });
  }
  return parseAttempt(JSON.stringify(raw));
}

describe("attemptId", () => {
  it("sorts by time and is a safe file name", () => {
    const ids = [0, 1, 1000, 86_400_000].map((ms) => attemptId(new Date(Date.UTC(2026, 0, 1) + ms), "zzzz"));
    expect([...ids].sort()).toEqual(ids);
    expect(ids.every((id) => /^[\w-]+$/.test(id))).toBe(true);
  });
  it("refuses anything else", () => {
    expect(() => attemptId(new Date(0), "../x")).toThrow(RangeError);
    expect(isAttemptId("../20260101T000000000Z-abcd")).toBe(false);
  });
});

describe("parseAttempt", () => {
  it("reads what was written", () => {
    expect(parseAttempt(serialiseAttempt(attempt))).toEqual(attempt);
  });

  it("leaves unknown fields out", () => {
    expect(altered({ later: 1, "grade.later": 1, "grade.flags": ["later"] })).toEqual(attempt);
  });

  it.each([
    ["another version", { version: 2 }],
    ["no id", { id: undefined }],
    ["a path as id", { id: "../../x" }],
    ["a path as key", { "key.roadmap": ".." }],
    ["no time", { at: "yesterday" }],
    ["no answer", { answer: 1 }],
    ["no verdicts", { "grade.verdicts": {} }],
    ["an unknown verdict", { "grade.verdicts.0.verdict": "great" }],
    ["no credit", { "grade.verdicts.0.credit": "1" }],
    ["no marks", { "grade.marks": 3 }],
    ["marks of nothing", { "grade.marks.max": 0 }],
    ["an unknown grader", { "receipt.grader": "oracle" }],
  ])("rejects %s", (_name, values) => {
    expect(altered(values)).toBeUndefined();
  });

  it("rejects any cut file", () => {
    const json = serialiseAttempt(attempt).trimEnd();
    for (let length = 0; length < json.length; length += 1) expect(parseAttempt(json.slice(0, length))).toBeUndefined();
  });

  it("never throws, and holds marks in bounds", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (marks, quotes, credit) => {
        const read = altered({
          "grade.marks": marks,
          "grade.verdicts.0.quotes": quotes,
          "grade.verdicts.1.credit": credit,
        });
        if (read) expect(read.grade.marks.low).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(altered({ "grade.marks": { low: 99, high: -1, max: 4 } })?.grade.marks).toEqual({ low: 4, high: 4, max: 4 });
    expect(altered({ "grade.verdicts.0.credit": 7 })?.grade.verdicts[0]?.credit).toBe(1);
  });

  it("drops quotes that do not stand in the answer", () => {
    const quotes = [
      { start: 1, end: 3, text: "no" },
      { start: -3, end: -1, text: "f." },
      { start: 3, end: 3, text: "" },
    ];
    const errors = [{ quotes: [{ start: 3, end: 999, text: "repeats itself.\n" }], remark: "r" }];
    const read = altered({ "grade.verdicts.1.quotes": quotes, "grade.errors": errors });
    expect(read?.grade.verdicts[1]?.quotes).toEqual([]);
    expect(read?.grade.verdicts[0]?.quotes).toEqual(attempt.grade.verdicts[0]?.quotes);
    expect(read?.grade.errors).toEqual([{ quotes: [], remark: "r" }]);
  });
});

it("adds marks up again where the rubric is the same", () => {
  const forged = { ...attempt, grade: { ...attempt.grade, marks: { low: 4, high: 4, max: 4 } } };
  expect(resumMarks(forged, sampleQuestion()).grade.marks).toEqual({ low: 2, high: 2, max: 4 });
  expect(resumMarks(forged, sampleQuestion({ prompt: "other" }))).toBe(forged);
});

it("summaries survive an index", () => {
  expect(readSummary(JSON.parse(JSON.stringify(summarise(attempt))))).toEqual(summarise(attempt));
  expect(readSummary({ ...summarise(attempt), id: "x" })).toBeUndefined();
});

it("unites lists, oldest first, each attempt once", () => {
  const [a, b, c] = [sampleAttempt(1), sampleAttempt(2), sampleAttempt(3)];
  expect(mergeAttempts([c, a], [b, a])).toEqual([a, b, c]);
  expect(latest([b, c, a])).toBe(c);
  expect(latest([])).toBeUndefined();
});

describe("replayable", () => {
  const wanted = attempt.receipt;
  it("finds the newest attempt of the same grader, text and rubric", () => {
    const newer = sampleAttempt(5);
    expect(replayable([newer, attempt], wanted)).toBe(newer);
  });
  it.each(["answerHash", "rubricHash", "promptVersion", "grader", "model", "endpoint", "strict"] as const)(
    "never where %s differs",
    (field) => {
      expect(replayable([attempt], { ...wanted, [field]: field === "strict" ? true : "other" })).toBeUndefined();
    },
  );
  it("never one that the learner marked", () => {
    const marked = {
      ...attempt,
      grade: { ...attempt.grade, verdicts: attempt.grade.verdicts.map((v) => ({ ...v, by: "learner" as const })) },
    };
    expect(replayable([marked], wanted)).toBeUndefined();
  });
});
