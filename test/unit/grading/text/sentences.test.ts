// Sentences and their offsets.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { english } from "../../../../src/grading/language/english";
import { longestSentence, sentences as sentencesIn } from "../../../../src/grading/text/sentences";

const sentences = (text: string): ReturnType<typeof sentencesIn> => sentencesIn(text, english);

const cut = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it.each([
    ["One. Two! Three?", ["One.", "Two!", "Three?"]],
    ["It uses e.g. dropout. Done.", ["It uses e.g. dropout.", "Done."]],
    ["A line\nthat goes on.\n\nNext", ["A line\nthat goes on.", "Next"]],
    ["Costs 3.5 ms. Fine", ["Costs 3.5 ms.", "Fine"]],
    ["- first\n- second\n* third\n1. fourth\n2) fifth", ["first", "second", "third", "fourth", "fifth"]],
    ["Reasons:\nspeed and\nsize", ["Reasons:", "speed and\nsize"]],
    ["```js\nlet a = 1\nlet b = 2\n```", ["let a = 1", "let b = 2"]],
    ["# Heading\ntext", ["Heading", "text"]],
    ["Encoder-only: BERT\nDecoder-only: GPT", ["Encoder-only: BERT", "Decoder-only: GPT"]],
    ["A line that was wrapped at\nabout thirty goes on.", ["A line that was wrapped at\nabout thirty goes on."]],
    ["… — !", []],
    ["", []],
  ])("cuts %j", (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it("loses no letter and never overlaps, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "B", ".", " ", "\n", "- ", "!", "\u00e9", "漢", "…", "e.g.", "`", "\t"), {
          maxLength: 80,
        }),
        (parts) => {
          const text = parts.join("");
          let at = 0;
          let rest = "";
          for (const { start, end } of sentences(text)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            rest += text.slice(at, start);
            at = end;
          }
          rest += text.slice(at);
          expect(rest.replace(/\b[a-zA-Z]\b(?=[.)])/g, "")).not.toMatch(/[é漢]/);
        },
      ),
    );
  });

  it("cuts what never ends, at white space where there is any", () => {
    const lengths = (text: string): number[] => sentences(text).map(({ start, end }) => end - start);
    expect(Math.max(...lengths("word ".repeat(1000)))).toBeLessThanOrEqual(longestSentence);
    expect(Math.max(...lengths("x".repeat(5000)))).toBeLessThanOrEqual(longestSentence);
    expect(cut("word ".repeat(300)).every((part) => /^word.*word$/.test(part))).toBe(true);
  });
});
