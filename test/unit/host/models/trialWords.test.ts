// What is said before a model is tried, and while it is: time, tokens, and a price only where one is known.
import { describe, expect, it } from "vitest";
import { progressText, takesText } from "../../../../src/host/models/trialWords";

const estimate = { answers: 12, calls: 15, tokensIn: 14_321, tokensOut: 7_111 };

describe("what a trial takes", () => {
  it("is answers, time, tokens and price", () => {
    const known = { ...estimate, seconds: 37, cost: { amount: 0.01234, currency: "USD" } };
    expect(takesText(known, "en")).toBe("12 answers · about 37 s · about 21,000 tokens · costs about $0.012");
  });

  it("names no price and no time that nobody knows", () => {
    expect(takesText(estimate, "en")).toBe("12 answers · time not known yet · about 21,000 tokens");
    const { tokensIn, tokensOut } = estimate;
    expect(takesText({ tokensIn, tokensOut }, "en")).toBe("time not known yet · about 21,000 tokens");
  });

  it("says that nothing is to be paid only where the service says so", () => {
    const free = { ...estimate, seconds: 1_234, cost: { amount: 0, currency: "USD" } };
    expect(takesText(free, "en")).toBe("12 answers · about 21 min · about 21,000 tokens · free of charge");
  });

  it.each([
    [0.004_321, "USD", "en", "$0.0043"],
    [0.0213, "EUR", "de", "0,021\u00a0€"],
    [12.345, "USD", "en", "$12"],
  ])("%s %s in %s is %s", (amount, currency, lang, text) => {
    expect(takesText({ ...estimate, cost: { amount, currency } }, lang).endsWith(text)).toBe(true);
  });
});

describe("how far a trial is", () => {
  it("says how long the rest takes, once an answer has shown it", () => {
    expect(progressText(0, 12, 4, "en")).toBe("0 of 12 answers");
    expect(progressText(3, 12, 9, "en")).toBe("3 of 12 answers · about 27 s more");
    expect(progressText(3, 12, 90, "en")).toBe("3 of 12 answers · about 5 min more");
    expect(progressText(12, 12, 90, "en")).toBe("12 of 12 answers");
  });
});
