// A kept qualification: about what it holds, which of several counts, and that no file's word is taken for its result.
import { describe, expect, it } from "vitest";
import { judgedBy } from "../../../../src/grading/qualification/result";
import {
  goldensHash,
  qualificationFor,
  qualificationWord,
  stillHolds,
  withQualification,
  type StoredQualification,
} from "../../../../src/grading/qualification/stored";
import { readQualification, readQualifications } from "../../../../src/grading/qualification/storedReader";
import { trialEstimate } from "../../../../src/grading/qualification/tryModel";
import { canonicalJson, rubricHash, sha256Hex } from "../../../../src/core/text/hash";
import { questions } from "./roadmapQuestions";

const counted = {
  answers: 12,
  criteria: 60,
  expectedYes: 30,
  expectedNo: 30,
  agreement: 0.9,
  inflated: 0.02,
  omitted: 0.1,
  decoysAsked: 24,
  decoysMet: 0,
  injectionGain: 0,
  quotesInvented: 1,
  formatFailures: 0,
  calls: 15,
  byBand: { full: { answers: 2, criteria: 10, expectedYes: 10, expectedNo: 0, agreement: 1, inflated: 0, omitted: 0 } },
  tokensIn: 20_000,
  tokensOut: 6_000,
  secondsPerAnswer: 2.5,
} as const;
const kept: StoredQualification = {
  endpoint: "http://127.0.0.1:1/v1",
  model: "m",
  promptVersion: "p1",
  goldens: "g1",
  run: "quick",
  at: "2026-01-02T03:04:05.000Z",
  ...counted,
  ...judgedBy(counted),
};

describe("a kept qualification", () => {
  it.each(["endpoint", "model", "promptVersion", "goldens"] as const)("expires with its %s", (field) => {
    expect(stillHolds(kept, kept)).toBe(true);
    expect(stillHolds(kept, { ...kept, [field]: "other" })).toBe(false);
    expect(qualificationFor([kept], { ...kept, [field]: "other" })).toBeUndefined();
  });

  it("of a full run counts before a quick one, a later before an earlier", () => {
    const later = { ...kept, at: "2026-02-02T03:04:05.000Z" };
    const full = { ...kept, run: "full" as const };
    expect(qualificationFor([later, kept], kept)).toBe(later);
    expect(qualificationFor([full, later], kept)).toBe(full);
    expect(withQualification([kept, full], later)).toEqual([full, later]);
    expect([qualificationWord(kept), qualificationWord(undefined)]).toEqual(["qualified", "unknown"]);
  });

  it("comes back from its file", () => {
    expect(readQualifications(JSON.parse(JSON.stringify([kept, 7, {}])))).toEqual([kept]);
  });

  it("is judged by its counts, whatever its file claims", () => {
    const claimed = { ...kept, agreement: 0.4, result: "qualified", why: [] };
    expect(readQualification(claimed)).toMatchObject({ result: "unfit" });
  });

  it.each(Object.keys(counted))("without its %s is none, or lacks only its bands", (field) => {
    const rest = Object.fromEntries(Object.entries(kept).filter(([name]) => name !== field));
    expect(readQualification(rest)).toEqual(field === "byBand" ? { ...kept, byBand: {} } : undefined);
  });
});

describe("the hash of the goldens", () => {
  it("changes with a sample answer, what is expected of it, and the rubric; not with hints", async () => {
    const [first, ...others] = questions;
    if (first === undefined) throw new Error("no question");
    const [golden] = first.goldens;
    if (golden === undefined) throw new Error("no golden");
    const hash = await goldensHash(questions);
    const changed = (question: typeof first): Promise<string> => goldensHash([question, ...others]);
    expect(await changed({ ...first, hints: ["another"] })).toBe(hash);
    expect(await changed({ ...first, prompt: `${first.prompt} More?` })).not.toBe(hash);
    for (const other of [
      { ...golden, answer: "x" },
      { ...golden, expect: {} },
    ])
      expect(await changed({ ...first, goldens: [other, ...first.goldens.slice(1)] })).not.toBe(hash);
  });

  it("is the one that results were kept under before it was made in parts", async () => {
    const list = questions.map((question) => ({
      rubric: rubricHash(question),
      goldens: question.goldens.map(({ kind, answer, expect, withoutInstructions }) => ({
        ...{ kind, answer, expect, withoutInstructions },
      })),
    }));
    expect(await goldensHash(questions)).toBe(sha256Hex(canonicalJson(list)).slice(0, 16));
    expect(await goldensHash([])).toBe(sha256Hex("[]").slice(0, 16));
  });
});

describe("what a run will take", () => {
  it("is twelve answers and their tokens for the quick one, with a time where the speed is known", () => {
    const quick = trialEstimate(questions, "quick", { speed: { secondsPerAnswer: 3 } });
    expect(quick).toMatchObject({ answers: 12 });
    // An answer with orders to the grader is asked about without them, too.
    expect(quick.seconds).toBeGreaterThanOrEqual(12 * 3);
    expect(quick.seconds).toBeLessThan(quick.calls * 3);
    expect(quick.calls).toBeGreaterThanOrEqual(12);
    expect(quick.tokensIn).toBeGreaterThan(10_000);
    const full = trialEstimate(questions, "full");
    expect(full.seconds).toBeUndefined();
    expect(full.answers).toBeGreaterThan(100);
    expect(full.tokensOut).toBeGreaterThan(quick.tokensOut);
  });

  it("has a time by the speed of one call, and a price where one is known", () => {
    const speed = { secondsPerTokenIn: 0.001, secondsPerTokenOut: 0.05 };
    const price = { input: 0.4, output: 1.6, currency: "EUR" };
    const { seconds, cost, tokensIn, tokensOut } = trialEstimate(questions, "quick", { speed, price });
    expect(seconds).toBe(Math.ceil(tokensIn / 1000 + tokensOut / 20));
    expect(cost?.currency).toBe("EUR");
    expect(cost?.amount).toBeCloseTo((tokensIn * 0.4 + tokensOut * 1.6) / 1e6, 10);
    expect(trialEstimate(questions, "quick", { speed }).cost).toBeUndefined();
  });
});
