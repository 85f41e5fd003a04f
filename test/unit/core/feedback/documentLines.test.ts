// Lines and paragraphs: what counts as one block for a verdict line.
import { describe, expect, it } from "vitest";
import { linesOf, paragraphAt, paragraphsOf } from "../../../../src/core/feedback/documentLines";

describe("lines of a text", () => {
  it("finds line and offset, with any line break", () => {
    const lines = linesOf("one\r\ntwo\nthree\n");
    expect(lines.lineCount).toBe(4);
    expect([0, 1, 2, 3].map((n) => lines.lineText(n))).toEqual(["one", "two", "three", ""]);
    expect([0, 4, 5, 8, 9, 99].map((o) => lines.lineAt(o))).toEqual([0, 0, 1, 1, 2, 3]);
    expect(lines.lineStart(2)).toBe(9);
  });
});

describe("paragraphs", () => {
  const ranges = (text: string, from = 0): number[][] =>
    paragraphsOf(linesOf(text), from).map((p) => [p.first, p.last]);

  it("are runs of lines between blank ones", () => {
    expect(ranges("a\nb\n\n \nc\n")).toEqual([
      [0, 1],
      [4, 4],
    ]);
  });
  it("begin anew at a list item and at a heading", () => {
    expect(ranges("# Title\ntext\n- one\n  more\n- two\n1. three")).toEqual([
      [0, 0],
      [1, 1],
      [2, 3],
      [4, 4],
      [5, 5],
    ]);
  });
  it("keep a fenced block whole, with its blank lines and hashes", () => {
    expect(ranges("```python\n# a comment\n\n- x\n```\n\nafter")).toEqual([
      [0, 4],
      [6, 6],
    ]);
  });
  it("run to the end from an open fence", () => {
    expect(ranges("a\n\n```\nx\n\ny\n")).toEqual([
      [0, 0],
      [2, 6],
    ]);
  });
  it("are none in an empty text, and start where the answer does", () => {
    expect(ranges("")).toEqual([]);
    expect(ranges("head\n\nbody", 1)).toEqual([[2, 2]]);
  });
  it("are found by line", () => {
    const paragraphs = paragraphsOf(linesOf("a\nb\n\nc\n\nd\ne"), 0);
    expect([0, 1, 2, 3, 4, 6].map((n) => paragraphAt(paragraphs, n)?.first)).toEqual([
      0,
      0,
      undefined,
      3,
      undefined,
      5,
    ]);
  });
});
