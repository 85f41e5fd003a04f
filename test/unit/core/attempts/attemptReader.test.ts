// Attempts' files of both versions, as they were written and as a stranger might write them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attempt } from "../../../../src/core/attempts/attempt";
import { parseAttempt } from "../../../../src/core/attempts/attemptReader";
import { serialiseAttempt, summarise } from "../../../../src/core/attempts/attempts";
import { answerHash } from "../../../../src/core/text/hash";
import { questionTally } from "../../../../src/core/progress/progress";
import { standingOf } from "../../../../src/core/attempts/standing";
import type { Stored } from "../../../../src/core/attempts/storedJson";
import { sampleAttempt, sampleCheck } from "./sampleAttempt";
import { sampleQuestion } from "../roadmap/samplePlaced";

type Values = Readonly<Record<string, unknown>>;

/** A file's text with some values replaced; a name is a dotted path, `undefined` removes. */
function altered(file: object, values: Values): Stored<Attempt> {
  const raw: unknown = JSON.parse(JSON.stringify(file));
  for (const [path, value] of Object.entries(values)) {
    const steps = path.split(".");
    const last = steps.pop() ?? "";
    const holder = steps.reduce((inner, step) => (inner as Record<string, unknown>)[step], raw);
    Object.assign(holder as object, { [last]: value });
  }
  return parseAttempt(JSON.stringify(raw));
}

function read(stored: Stored<Attempt>): Attempt {
  if (stored.kind !== "read") throw new Error(`not read: ${JSON.stringify(stored)}`);
  return stored.value;
}

const answer = "It repeats itself.\n";
/** A file of the first version. */
const old = {
  version: 1,
  id: "20261123T060000000Z-abcd12",
  key: { roadmap: "generative-ai", question: "mode-collapse" },
  at: "2026-11-23T06:00:00.000Z",
  answer,
  asked: { title: "Mode collapse", prompt: "What is it?" },
  grade: {
    verdicts: [
      {
        criterion: "few",
        verdict: "met",
        credit: 0.93,
        quotes: [{ start: 0, end: 10, text: "It repeats" }],
        remark: "r",
      },
      { criterion: "mitigation", verdict: "missed", credit: 0, quotes: [], remark: "" },
    ],
    errors: [],
    summary: "",
    flags: [
      "word-soup",
      "gibberish",
      "flipped-negation",
      "question-echo",
      "instructions-in-answer",
      "graders-disagree",
    ],
    marks: { low: 4, high: 4, max: 4 },
    estimate: true,
  },
  receipt: { answerHash: "of the raw text", rubricHash: "h", promptVersion: "b1", grader: "built-in", ms: 3 },
};
const oldModel = {
  "grade.estimate": false,
  "receipt.grader": "model",
  "receipt.model": "gpt-x",
  "receipt.endpoint": "https://models.example/v1",
};

describe("version 2", () => {
  it.each([
    ["graded", sampleAttempt(0, { ownBefore: { few: "partly" } })],
    ["checked", sampleCheck()],
    ["with decoys", sampleAttempt(0, { receipt: { ...sampleAttempt().receipt, decoys: { asked: 2, met: 1 } } })],
  ])("reads what was written: %s", (_name, attempt) => {
    expect(parseAttempt(serialiseAttempt(attempt))).toEqual({ kind: "read", value: attempt });
  });

  it("leaves unknown fields out", () => {
    const attempt = sampleAttempt();
    expect(altered(attempt, { later: 1, "grade.later": 1, "grade.flags": ["later"] })).toEqual({
      kind: "read",
      value: attempt,
    });
  });

  it("shows no mark that no verdict gives, whatever the file claims", () => {
    const claimed = { "grade.verdicts": [], "grade.marks": { low: 4, high: 4, max: 4 }, tally: { own: 4 } };
    for (const file of [sampleAttempt(), old]) {
      const attempt = read(altered(file, claimed));
      const { tally } = standingOf(attempt, [], sampleQuestion());
      expect(tally).toEqual({ model: { low: 0, high: 0 }, own: 0, open: 4, max: 4 });
      expect(questionTally(sampleQuestion(), { latest: summarise(attempt) })).toEqual(tally);
    }
  });
});

describe("what is no attempt", () => {
  it.each<[string, Values]>([
    ["no id", { id: undefined }],
    ["a path as id", { id: "../../x" }],
    ["a path as key", { "key.roadmap": ".." }],
    ["no time", { at: "yesterday" }],
    ["no answer", { answer: 1 }],
    ["no verdicts", { "grade.verdicts": {} }],
    ["a verdict that is none", { "grade.verdicts.0.verdict": "great" }],
    ["a criterion by no id", { "grade.verdicts.0.criterion": "../few" }],
    ["a criterion twice", { "grade.verdicts.1.criterion": "few" }],
    ["an unknown grader", { "receipt.grader": "oracle" }],
    ["a check by a model", { kind: "checked" }],
    ["no receipt", { receipt: null }],
    ["no version", { version: 0 }],
    ["half a version", { version: 1.5 }],
  ])("refuses, with a reason: %s", (_name, values) => {
    const stored = altered(sampleAttempt(), values);
    expect(stored.kind === "refused" && stored.reason).toMatch(/^(its?|a) /);
  });
});

describe("a file of a stranger", () => {
  it("tells a newer version from a broken file", () => {
    expect(altered(sampleAttempt(), { version: 3 })).toEqual({ kind: "newer", version: 3 });
    expect(parseAttempt("[]").kind).toBe("refused");
  });

  it("refuses any cut file", () => {
    const json = serialiseAttempt(sampleAttempt()).trimEnd();
    for (let length = 0; length < json.length; length += 1)
      expect(parseAttempt(json.slice(0, length)).kind).toBe("refused");
  });

  it("never throws, and keeps only quotes that stand in the answer", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (quotes, errors, receipt) => {
        const stored = altered(sampleAttempt(), { "grade.verdicts.0.quotes": quotes, "grade.errors": errors });
        expect(altered(sampleAttempt(), { receipt }).kind).toBe("refused");
        const { answer: text, ...rest } = read(stored);
        if (rest.kind !== "graded") throw new Error("another kind");
        for (const quote of rest.grade.verdicts.flatMap((v) => v.quotes))
          expect(text.slice(quote.start, quote.end)).toBe(quote.text);
      }),
    );
    const bad = [
      { start: 1, end: 3, text: "no" },
      { start: -3, end: -1, text: "f." },
      { start: 3, end: 3, text: "" },
      { start: 0.5, end: 2.5, text: "It" },
    ];
    expect(read(altered(sampleAttempt(), { "grade.verdicts.0.quotes": bad }))).toMatchObject({
      grade: { verdicts: [{ quotes: [] }, {}] },
    });
  });

  it("takes no endless number and no endless text", () => {
    const json = serialiseAttempt(sampleAttempt()).replace(
      '"ms": 3',
      '"ms": 1e999, "tokensIn": 1e999, "tokensOut": -1',
    );
    const { receipt } = read(parseAttempt(json));
    expect(receipt).toMatchObject({ ms: 0 });
    expect(receipt).not.toHaveProperty("tokensIn");
    expect(receipt).not.toHaveProperty("tokensOut");
    const long = read(altered(sampleAttempt(), { "grade.verdicts.0.remark": "x".repeat(1e6) }));
    expect(long.kind === "graded" && long.grade.verdicts[0]?.remark.length).toBe(1000);
  });

  it("calls found only what has a place in the answer", () => {
    const attempt = read(altered(sampleCheck(), { "check.criteria.1.found": true, "check.criteria.0.found": false }));
    expect(attempt).toMatchObject({
      check: {
        criteria: [
          { found: false, quotes: [] },
          { found: false, quotes: [] },
        ],
      },
    });
  });

  it("hashes the answer that the file holds, not the one that it claims", () => {
    expect(read(altered(sampleAttempt(), { "receipt.answerHash": "0".repeat(64) })).receipt.answerHash).toBe(
      answerHash(answer),
    );
  });
});

describe("version 1", () => {
  it("reads an estimate as a check of an earlier version, without marks", () => {
    const attempt = read(altered(old, {}));
    expect(attempt).toMatchObject({
      version: 2,
      kind: "checked",
      earlier: true,
      receipt: { grader: "check", promptVersion: "b1", answerHash: answerHash(answer) },
      check: {
        criteria: [
          { criterion: "few", found: true, quotes: [{ start: 0, end: 10 }] },
          { criterion: "mitigation", found: false, quotes: [] },
        ],
        observations: [{ id: "list-of-terms" }, { id: "repeats-question" }, { id: "orders-to-grader" }],
      },
    });
    expect(JSON.stringify(attempt)).not.toMatch(/marks|credit|estimate/);
    expect(standingOf(attempt, [], sampleQuestion()).tally?.open).toBe(4);
  });

  it("reads a model's attempt as a grading without marks, for nobody had asked whether it can grade", () => {
    const attempt = read(altered(old, oldModel));
    expect(attempt).toMatchObject({
      kind: "graded",
      grade: {
        verdicts: [
          { criterion: "few", verdict: "met" },
          { criterion: "mitigation", verdict: "missed" },
        ],
        flags: ["list-of-terms", "repeats-question", "orders-to-grader", "graders-disagree"],
      },
      receipt: { grader: "model", model: "gpt-x" },
    });
    expect(attempt).not.toHaveProperty("ownBefore");
    expect(standingOf(attempt, [], sampleQuestion()).tally).toMatchObject({ model: { low: 0, high: 0 }, open: 4 });
  });
});

describe("version 1, marked by the learner", () => {
  it("keeps the learner's own verdicts apart: of an estimate beside what was found", () => {
    const attempt = read(altered(old, { "grade.verdicts.0.by": "learner", "grade.verdicts.0.verdict": "partly" }));
    expect(attempt).toMatchObject({ ownBefore: { few: "partly" }, check: { criteria: [{ found: true }, {}] } });
    expect(standingOf(attempt, [], sampleQuestion()).tally).toEqual({
      model: { low: 0, high: 0 },
      own: 1,
      open: 2,
      max: 4,
    });
  });

  it("keeps the learner's own verdicts apart: of a model in its verdict's place", () => {
    const attempt = read(
      altered(old, { ...oldModel, "grade.verdicts.1.by": "learner", "grade.verdicts.1.verdict": "met" }),
    );
    expect(attempt).toMatchObject({ ownBefore: { mitigation: "met" }, grade: { verdicts: [{ criterion: "few" }] } });
    const standing = standingOf(attempt, [], sampleQuestion());
    expect(standing.criteria[1]).toEqual({ criterion: "mitigation", own: "met", dismissed: false });
    expect(standing.tally).toMatchObject({ model: { low: 0, high: 0 }, own: 2, open: 2 });
  });
});

describe("what is no attempt of version 1", () => {
  it.each<[string, Values]>([
    ["an unknown grader", { "receipt.grader": "check" }],
    ["no verdicts", { "grade.verdicts": 3 }],
    ["no grade", { grade: "4 / 4" }],
  ])("refuses %s", (_name, values) => {
    expect(altered(old, values).kind).toBe("refused");
  });
});
