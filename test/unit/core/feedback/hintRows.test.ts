// Hints as rows: whole, in one row or two.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hintRows } from "../../../../src/core/feedback/hintRows";

describe("a hint", () => {
  it("stands in one row where it is short", () => {
    expect(hintRows({ number: 1, of: 3, text: "Think of the batch." })).toEqual(["Hint 1 of 3: Think of the batch."]);
  });

  it("is parted at a word, and all of it is there", () => {
    const text = fc.lorem({ mode: "sentences", maxCount: 4 });
    fc.assert(
      fc.property(text, (hint) => {
        const rows = hintRows({ number: 2, of: 3, text: hint });
        expect(rows.length).toBeLessThanOrEqual(2);
        expect(rows[0]?.length).toBeLessThanOrEqual(90);
        expect(rows.join(" ")).toBe(`Hint 2 of 3: ${hint.replace(/\s+/g, " ").trim()}`);
      }),
    );
  });

  it("is parted into halves that an editor of half a narrow window shows", () => {
    const text = "Think of what the generator is rewarded for, and of what it is not.";
    const rows = hintRows({ number: 1, of: 3, text });
    expect(rows).toEqual(["Hint 1 of 3: Think of what the generator", "is rewarded for, and of what it is not."]);
  });

  it("counts a Chinese sign as two and parts without blanks", () => {
    const text = "想一想生成器因为什么得到奖励，又因为什么得不到奖励。";
    const rows = hintRows({ number: 1, of: 3, text });
    expect(rows).toHaveLength(2);
    expect(rows[0]?.length).toBeLessThan(30);
    expect(rows.join("")).toBe(`Hint 1 of 3: ${text}`);
  });

  it("has no line breaks and parts a word that is longer than a row", () => {
    const rows = hintRows({ number: 1, of: 1, text: `a\nb ${"x".repeat(200)}` });
    expect(rows[0]).toHaveLength(90);
    expect(rows.join("")).not.toContain("\n");
  });
});
