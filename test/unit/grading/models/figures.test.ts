// What is known of a model beforehand: its price as the learner writes it, its speed as a call measured it.
import { describe, expect, it } from "vitest";
import { costOf, givenPrice } from "../../../../src/grading/models/prices";
import { charactersPerToken, speedOf } from "../../../../src/grading/models/speed";

describe("a price that the learner gives", () => {
  it("is in US dollars unless it says otherwise", () => {
    expect(givenPrice({ input: 0.4, output: 1.6 })).toEqual({ input: 0.4, output: 1.6, currency: "USD" });
    expect(givenPrice({ input: 1, output: 2, currency: "EUR" })?.currency).toBe("EUR");
  });

  it.each([undefined, null, 3, "0.4", [], {}, { input: 1 }, { input: -1, output: 2 }, { input: 1, output: Infinity }])(
    "%j is none",
    (value) => {
      expect(givenPrice(value)).toBeUndefined();
    },
  );

  it("in a currency that is no code is none", () => {
    expect(givenPrice({ input: 1, output: 2, currency: "dollars" })).toBeUndefined();
  });

  it("is for a million tokens", () => {
    expect(costOf({ input: 2, output: 8, currency: "USD" }, 500_000, 250_000)).toBeCloseTo(3, 9);
  });
});

describe("the speed of a call", () => {
  const promptCharacters = 1_000 * charactersPerToken;
  const replyCharacters = 100 * charactersPerToken;

  it("is parted into reading and writing by its first word", () => {
    const speed = speedOf({ promptCharacters, replyCharacters, firstTokenMs: 2_000, totalMs: 7_000 });
    expect(speed.secondsPerTokenIn).toBeCloseTo(0.002, 9);
    expect(speed.secondsPerTokenOut).toBeCloseTo(0.05, 9);
  });

  it("of a reply in one piece is all writing", () => {
    const speed = speedOf({ promptCharacters, replyCharacters, firstTokenMs: 4_990, totalMs: 5_000 });
    expect(speed).toEqual({ secondsPerTokenIn: 0, secondsPerTokenOut: 0.05 });
  });

  it("of an empty reply is a number still", () => {
    const speed = speedOf({ promptCharacters: 0, replyCharacters: 0, firstTokenMs: 0, totalMs: 0 });
    expect(Number.isFinite(speed.secondsPerTokenIn + speed.secondsPerTokenOut)).toBe(true);
  });
});
