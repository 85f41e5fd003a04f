// Tokens, numbers, stems and slips of the keyboard.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { english } from "../../../../src/grading/language/english";
import { isTypo as isTypoIn } from "../../../../src/grading/text/fuzzyWord";
import { findNumbers as findNumbersIn, sameNumber } from "../../../../src/grading/text/numbers";
import { tokenise as tokeniseIn, type Token } from "../../../../src/grading/text/tokens";

const { isFunctionWord, isNegation, stem, synonymGroups } = english;
const tokenise = (text: string): Token[] => tokeniseIn(text, english);
const findNumbers = (text: string): ReturnType<typeof findNumbersIn> => findNumbersIn(text, english);
const isTypo = (typed: string, meant: string): boolean => isTypoIn(typed, meant, english);

describe("tokenise", () => {
  it("parts hyphenated words and keeps C++ and C# whole", () => {
    expect(tokenise("Fine-tuning in C++ and C#").map((t) => t.word)).toEqual([
      "fine",
      "tuning",
      "in",
      "c++",
      "and",
      "c#",
    ]);
  });

  it("gives offsets into the original", () => {
    const text = "  The GAN’s “discriminator” don’t";
    expect(tokenise(text).map((t) => text.slice(t.start, t.end))).toEqual(["The", "GAN’s", "discriminator", "don’t"]);
  });

  it("knows abbreviations, function words and values", () => {
    const tokens = tokenise("the LLMs need 1,000 GPUs, half of two");
    expect(tokens.filter((t) => t.capitals).map((t) => t.word)).toEqual(["llms", "gpus"]);
    expect(tokens.filter((t) => t.value !== undefined).map((t) => t.value)).toEqual([1000, 2]);
    expect(tokens.filter((t) => t.grammar).map((t) => t.word)).toEqual(["the", "need", "of"]);
  });

  it("keeps each token inside the text, in order, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const tokens = tokenise(text);
        expect(
          tokens.every((t, i) => t.start >= (tokens[i - 1]?.start ?? 0) && t.end > t.start && t.end <= text.length),
        ).toBe(true);
      }),
    );
  });
});

describe("numbers", () => {
  it.each([
    ["1,234.5 and 1e3", [1234.5, 1000]],
    ["50 % or 0.5 or 1/2", [0.5, 0.5, 0.5]],
    ["from 3-5 to -2", [3, 5, -2]],
    ["word2vec, v1.2.3 and 127.0.0.1", []],
    ["100Mb", [100]],
  ])("finds the values of %j", (text, values) => {
    const found = findNumbers(text).map((n) => n.value);
    if (values.length > 0) expect(found).toEqual(values);
    else expect(found).not.toContain(2);
  });

  it("calls numbers equal within half a per cent", () => {
    expect(sameNumber(0.0508, 0.05079)).toBe(true);
    expect(sameNumber(100, 101)).toBe(false);
  });
});

describe("words", () => {
  it.each([
    ["optimise", "optimizing"],
    ["behaviour", "behaviors"],
    ["modelling", "models"],
    ["networks", "network"],
  ])("gives %s and %s one stem", (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it.each([
    ["discrimnator", "discriminator", true],
    ["geneartor", "generator", true],
    ["encoder", "decoder", false],
    ["minimise", "maximise", false],
    ["fifo", "lifo", false],
    ["cat", "cut", false],
  ])("takes %s for %s mistyped: %s", (typed, meant, expected) => {
    expect(isTypo(typed, meant)).toBe(expected);
  });

  it("knows function words, negations and everyday synonyms", () => {
    expect(isFunctionWord("because")).toBe(true);
    expect(isFunctionWord("gradient")).toBe(false);
    expect(isNegation("doesn't")).toBe(true);
    expect(synonymGroups(stem("picture")).some((g) => synonymGroups(stem("images")).includes(g))).toBe(true);
  });

  it("never makes synonyms of opposites", () => {
    for (const [a, b] of [
      ["increase", "decrease"],
      ["fast", "slow"],
      ["same", "different"],
      ["advantage", "disadvantage"],
      ["real", "fake"],
      ["cheap", "costly"],
    ] as const) {
      expect(
        synonymGroups(stem(a)).some((g) => synonymGroups(stem(b)).includes(g)),
        `${a} and ${b}`,
      ).toBe(false);
    }
  });
});
