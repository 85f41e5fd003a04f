// What is drawn where: highlights equal quotes, one gutter icon a paragraph, verdict lines short and in free places.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Quote } from "../../../../src/core/textRange";
import { linesOf } from "../../../../src/core/feedback/documentLines";
import { layOut, verdictLineLimits, type Layout } from "../../../../src/core/feedback/layout";
import type { Remark } from "../../../../src/core/feedback/remarks";
import { trackRemarks } from "../../../../src/core/feedback/trackedRemarks";
import type { VerdictKind } from "../../../../src/core/question";

const header = "# Title\n\n<!-- answer -->\n";

interface Said {
  readonly kind: VerdictKind;
  readonly words?: readonly string[];
  readonly text?: string;
  readonly idea?: string;
}

function remark(answer: string, { kind, words = [], text = "", idea = "" }: Said, n: number): Remark {
  const quotes = words.map((w): Quote => {
    const start = answer.indexOf(w);
    if (start < 0) throw new Error(`no “${w}”`);
    return { start, end: start + w.length, text: w };
  });
  return { id: `c${n}`, kind, idea, text, quotes, marks: "", byLearner: false, counts: true };
}

function drawn(
  answer: string,
  said: readonly Said[],
  options: { estimate?: boolean; verdictLines?: boolean; document?: string } = {},
): Layout {
  const document = options.document ?? header + answer;
  const remarks = said.map((s, n) => remark(answer, s, n));
  const tracked = trackRemarks(answer, remarks, {
    answerStart: header.length,
    length: document.length,
    slice: (a, b) => document.slice(a, b),
  });
  return layOut({
    remarks,
    tracked,
    lines: linesOf(document),
    answerLine: 3,
    estimate: options.estimate ?? false,
    verdictLines: options.verdictLines ?? true,
  });
}

/** Verdict lines as `line text`, `»` for one after words, `+row` for one below the document's end. */
function told(layout: Layout): string[] {
  return layout.verdictLines.map(
    (v) => `${v.line}${v.place === "after-words" ? "»" : v.place === "below-end" ? `+${v.row} ` : " "}${v.text}`,
  );
}

describe("verdict lines", () => {
  it("stand on the blank line under the paragraph", () => {
    const layout = drawn("GANs train two networks.\n\nOne makes samples.\n\n\n", [
      { kind: "met", words: ["two networks"], text: "Names both networks." },
      { kind: "contradicted", words: ["One makes"], text: "It is the other one." },
    ]);
    expect(told(layout)).toEqual(["4 ↳ ✓ Good: Names both networks.", "6 ↳ ✗ Not correct: It is the other one."]);
  });

  it("go after the last words where another block follows, shorter", () => {
    const layout = drawn("- First line\n  last line of it\n- Second", [
      { kind: "partly", words: ["First"], text: "Say which of the two networks learns what." },
    ]);
    expect(layout.verdictLines).toHaveLength(1);
    expect(told(layout)[0]).toMatch(/^4»↳ ◐ Partly: Say which of the two…$/);
  });

  it("are the verdict's word alone behind a long line, of which no one knows where it wraps", () => {
    const long = `- First ${"word ".repeat(15)}`;
    const layout = drawn(`${long}\n- Second`, [
      { kind: "partly", words: ["First"], text: "Say which." },
      { kind: "met", words: ["word"], text: "ok" },
    ]);
    expect(told(layout)).toEqual(["3»↳ ◐ Partly (+1)"]);
  });

  it("name the idea where the grade is an estimate, and let a model's remark speak", () => {
    const said = [{ kind: "met", words: ["Alpha"], text: "Matched “alpha”.", idea: "lack of variety" }] as const;
    expect(told(drawn("Alpha.\n\n", said, { estimate: true }))).toEqual(["4 ↳ ✓ Covered: lack of variety"]);
    expect(told(drawn("Alpha.\n\n", said))).toEqual(["4 ↳ ✓ Good: Matched “alpha”."]);
  });

  it("stand under the document's end where no line follows", () => {
    expect(
      told(
        drawn("First line", [
          { kind: "partly", words: ["First"], text: "Say which of the two networks learns what from which." },
        ]),
      ),
    ).toEqual(["3+1 ↳ ◐ Partly: Say which of the two networks learns what…"]);
  });

  it("tell the worst remark of a paragraph and count the others", () => {
    const layout = drawn("Alpha beta gamma.\n\n\n", [
      { kind: "met", words: ["Alpha"], text: "a" },
      { kind: "contradicted", words: ["beta"], text: "b" },
      { kind: "partly", words: ["gamma"], text: "c" },
    ]);
    expect(told(layout)).toEqual(["4 ↳ ✗ Not correct: b (+2)"]);
    expect(layout.verdictLines[0]?.remarks).toEqual([1, 0, 2]);
    expect(layout.gutter).toEqual([{ kind: "contradicted", line: 3 }]);
  });

  it("speak once for a remark with several quotes, at its best one", () => {
    const layout = drawn("Alpha.\n\nBeta.\n\n", [{ kind: "met", words: ["Beta", "Alpha"], text: "x" }]);
    expect(told(layout)).toEqual(["6 ↳ ✓ Good: x"]);
    expect(layout.highlights).toHaveLength(2);
    expect(layout.gutter.map((g) => g.line)).toEqual([5, 3]);
  });

  it("do not say the verdict's word twice", () => {
    expect(told(drawn("Alpha.\n\n", [{ kind: "partly", words: ["Alpha"], text: "Partly. Say more." }]))).toEqual([
      "4 ↳ ◐ Partly: Say more.",
    ]);
    expect(told(drawn("Alpha.\n\n", [{ kind: "met", words: ["Alpha"], text: "Goodness is named." }]))).toEqual([
      "4 ↳ ✓ Good: Goodness is named.",
    ]);
  });

  it("never stand inside a fenced block", () => {
    const layout = drawn("```py\nx = 1\n\ny = 2\n```\n\nEnd.\n\n", [{ kind: "met", words: ["x = 1"], text: "ok" }]);
    expect(told(layout)).toEqual(["8 ↳ ✓ Good: ok"]);
  });

  it("stand under the paragraph in which a long quote ends", () => {
    const layout = drawn("Alpha.\n\nBeta.\n\nGamma.", [{ kind: "met", words: ["Alpha.\n\nBeta"], text: "both" }]);
    expect(told(layout)).toEqual(["6 ↳ ✓ Good: both"]);
    expect(layout.gutter).toEqual([{ kind: "met", line: 3 }]);
  });

  it("are left out where the learner turned them off", () => {
    const layout = drawn(
      "Alpha.\n",
      [
        { kind: "met", words: ["Alpha"] },
        { kind: "missed", idea: "x" },
      ],
      { verdictLines: false },
    );
    expect(layout.verdictLines).toEqual([]);
    expect(layout.highlights).toHaveLength(1);
  });
});

describe("what was not found", () => {
  const missed = [
    { kind: "missed", idea: "how mode collapse is mitigated" },
    { kind: "missed", idea: "what it is" },
  ] as const;

  it("stands below the answer's end, the first named and the others counted", () => {
    expect(told(drawn("Alpha.\n\n\n", missed))).toEqual(["5 ↳ ○ Not found: how mode collapse is mitigated (+1)"]);
  });
  it("is never called missed by an estimate", () => {
    expect(told(drawn("Alpha.\n\n\n", missed, { estimate: true }))).toEqual([
      "5 ↳ ○ Could not match: how mode collapse is… (+1)",
    ]);
  });
  it("stands under the document's end where the last paragraph's verdict has the only blank line", () => {
    expect(told(drawn("Alpha.\n", [{ kind: "met", words: ["Alpha"], text: "ok" }, ...missed]))).toEqual([
      "4 ↳ ✓ Good: ok",
      "4+1 ↳ ○ Not found: how mode collapse is mitigated (+1)",
    ]);
    expect(told(drawn("Alpha.\n", missed))).toEqual(["4 ↳ ○ Not found: how mode collapse is mitigated (+1)"]);
  });
  it("needs no blank line at all", () => {
    expect(told(drawn("Alpha.", [{ kind: "contradicted", words: ["Alpha"], text: "no" }, ...missed]))).toEqual([
      "3+1 ↳ ✗ Not correct: no",
      "3+2 ↳ ○ Not found: how mode collapse is mitigated (+1)",
    ]);
    expect(told(drawn("Alpha.", missed))).toEqual(["3+1 ↳ ○ Not found: how mode collapse is mitigated (+1)"]);
  });
  it("stands at the beginning of an empty answer", () => {
    expect(told(drawn("", missed))).toEqual(["3 ↳ ○ Not found: how mode collapse is mitigated (+1)"]);
  });
  it("tells a verdict without words that is worse first", () => {
    expect(told(drawn("Alpha.\n\n", [missed[0], { kind: "contradicted", idea: "who learns" }]))).toEqual([
      "5 ↳ ✗ Not correct: who learns (+1)",
    ]);
  });
  it("says so when the text has changed since", () => {
    expect(told(drawn("Alpha.\n\n", missed, { document: `${header}Alpha and more.\n\n` }))).toEqual([
      "5 ↳ ○ Earlier text: how mode collapse is mitigated (+1)",
    ]);
  });
});

describe("highlights", () => {
  it("are one for equal words of two remarks, of the worse kind", () => {
    const layout = drawn("Alpha beta.\n\n", [
      { kind: "met", words: ["Alpha"] },
      { kind: "partly", words: ["Alpha"] },
    ]);
    expect(layout.highlights).toEqual([
      { kind: "partly", start: header.length, end: header.length + 5, remarks: [0, 1] },
    ]);
  });
  it("stay apart where they overlap", () => {
    const layout = drawn("Alpha beta gamma.\n\n", [
      { kind: "met", words: ["Alpha beta"] },
      { kind: "partly", words: ["beta gamma"] },
    ]);
    expect(layout.highlights.map((h) => h.kind)).toEqual(["met", "partly"]);
  });
  it("are none for words that are gone, and nothing else claims them", () => {
    const layout = drawn("Alpha.\n\n", [{ kind: "met", words: ["Alpha"], text: "ok" }], {
      document: `${header}Omega.\n\n`,
    });
    expect(layout).toEqual({ highlights: [], gutter: [], verdictLines: [] });
  });
});

describe("any grade of any answer", () => {
  const piece = fc.constantFrom(
    "word",
    "a longer phrase",
    "\n",
    "\n\n",
    "```\n",
    "- item ",
    "# ",
    "`x` ",
    "😀",
    "\r\n",
    " ",
  );
  const kinds = fc.constantFrom<VerdictKind>("met", "partly", "missed", "contradicted", "unclear");
  const said = fc.record({
    kind: kinds,
    quotes: fc.array(fc.tuple(fc.nat(999), fc.nat(40)), { maxLength: 3 }),
    text: fc.string({ maxLength: 240 }),
    idea: fc.string({ maxLength: 80 }),
  });

  it("draws exactly the quotes, one gutter icon a paragraph and one line a place, within the limits", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((p) => p.join("")),
        fc.array(said, { maxLength: 6 }),
        (answer, all) => {
          const document = header + answer;
          const remarks = all.map(({ kind, quotes, text, idea }, n): Remark => {
            const placed =
              answer === ""
                ? []
                : quotes.map(([a, b]) => ({
                    start: a % answer.length,
                    end: Math.min(answer.length, (a % answer.length) + 1 + b),
                  }));
            return {
              id: `c${n}`,
              kind,
              idea,
              text,
              marks: "",
              byLearner: false,
              counts: true,
              quotes: placed.map((q) => ({ ...q, text: answer.slice(q.start, q.end) })),
            };
          });
          const tracked = trackRemarks(answer, remarks, {
            answerStart: header.length,
            length: document.length,
            slice: (a, b) => document.slice(a, b),
          });
          const lines = linesOf(document);
          const layout = layOut({ remarks, tracked, lines, answerLine: 3, estimate: false, verdictLines: true });
          const wanted = new Set(
            remarks.flatMap((r) => r.quotes.map((q) => `${q.start + header.length}:${q.end + header.length}`)),
          );
          expect(new Set(layout.highlights.map((h) => `${h.start}:${h.end}`))).toEqual(wanted);
          const places = layout.verdictLines.map((v) => v.line + v.row);
          expect(new Set(places).size).toBe(places.length);
          for (const v of layout.verdictLines) {
            expect(v.line).toBeLessThan(lines.lineCount);
            expect(v.line).toBeGreaterThanOrEqual(3);
            if (v.place === "blank-line") expect(lines.lineText(v.line).trim()).toBe("");
            if (v.place === "below-end") expect(v.line).toBe(lines.lineCount - 1);
            expect(v.row > 0).toBe(v.place === "below-end");
            expect(Array.from(v.text).length).toBeLessThanOrEqual(verdictLineLimits[v.place]);
            expect(v.text).not.toMatch(/[\r\n]/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
