// Folding and its offset map.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise, toOriginal } from "../../../../src/grading/text/normalise";

describe("normalise", () => {
  it.each([
    ["“Smart” ‘quotes’", `"smart" 'quotes'`],
    ["soft\u00adhyphen and zero\u200bwidth", "softhyphen and zerowidth"],
    ["two  \t\n spaces", "two spaces"],
    ["Ｆｕｌｌ ﬁne ½", "full fine 1/2"],
    ["naïve cafe\u0301", "naive cafe"],
    ["a—b – c", "a-b - c"],
    ["", ""],
  ])("folds %j to %j", (original, folded) => {
    expect(normalise(original).text).toBe(folded);
  });

  it("maps a folded range back to the original's characters", () => {
    const original = "He said: “De\u00adcoder  ﬁrst” 😀 twice";
    const folded = normalise(original);
    const at = folded.text.indexOf("decoder first");
    const range = toOriginal(folded, at, at + "decoder first".length);
    expect(original.slice(range.start, range.end)).toBe("De\u00adcoder  ﬁrst");
  });

  it("gives every folded unit a range inside the original, in order, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (original) => {
        const { text, starts, ends } = normalise(original);
        expect(starts).toHaveLength(text.length);
        expect(ends).toHaveLength(text.length);
        const sound = starts.every(
          (start, i) =>
            start < (ends[i] ?? -1) && (ends[i] ?? Infinity) <= original.length && start >= (starts[i - 1] ?? 0),
        );
        expect(sound).toBe(true);
      }),
    );
  });

  it("maps an empty range to an empty range", () => {
    expect(toOriginal(normalise("abc"), 2, 2)).toEqual({ start: 0, end: 0 });
  });
});
