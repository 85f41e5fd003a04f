// What is drawn where: highlights equal quotes, one gutter icon a paragraph, verdict lines short and in free places.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Quote, TextRange } from "../../../../src/core/text/textRange";
import { linesOf, type DocumentLines } from "../../../../src/core/feedback/documentLines";
import { layOut, type Layout } from "../../../../src/core/feedback/layout";
import type { Remark, RemarkState, SaidBy } from "../../../../src/core/feedback/remark";
import { stepRemarks, trackRemarks } from "../../../../src/core/feedback/trackedRemarks";
import { verdictLineLimits } from "../../../../src/core/feedback/verdictLines";
import { worstFirst } from "../../../../src/core/feedback/words";

const header = "# Title\n\n<!-- answer -->\n";

interface Said {
  readonly state: RemarkState;
  readonly by?: SaidBy;
  readonly words?: readonly string[];
  readonly idea?: string;
  readonly text?: string;
  readonly dismissed?: boolean;
  readonly disputed?: string;
}

function remark(answer: string, { words = [], ...said }: Said, n: number): Remark {
  const quotes = words.map((w): Quote => {
    const start = answer.indexOf(w);
    if (start < 0) throw new Error(`no “${w}”`);
    return { start, end: start + w.length, text: w };
  });
  return {
    id: `c${n}`,
    by: said.state === "found" || said.state === "not-found" ? "check" : "model",
    idea: "",
    text: "",
    quotes,
    marks: "",
    counts: true,
    dismissed: false,
    ...said,
  };
}

interface Scene {
  readonly verdictLines?: boolean;
  /** The document as it is now, where it is not the answer's. */
  readonly document?: string;
}

function drawn(answer: string, said: readonly Said[], scene: Scene = {}): Layout {
  const document = scene.document ?? header + answer;
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
    verdictLines: scene.verdictLines ?? true,
  });
}

/** Verdict lines as `line text`, `»` for one after words, `+row` for one below the document's end. */
function told(layout: Layout): string[] {
  return layout.verdictLines.map(
    (v) => `${v.line}${v.place === "after-words" ? "»" : v.place === "below-end" ? `+${v.row} ` : " "}${v.text}`,
  );
}

describe("verdict lines", () => {
  it("stand on the blank line under the paragraph, the sign first and then the idea", () => {
    const layout = drawn("GANs train two networks.\n\nOne makes samples.\n\n\n", [
      { state: "met", words: ["two networks"], idea: "what there is", text: "Names both networks." },
      { state: "contradicted", words: ["One makes"], idea: "who makes samples", text: "It is the other one." },
    ]);
    expect(told(layout)).toEqual(["4 ↳ ✓ what there is", "6 ↳ ✗ who makes samples"]);
  });

  it("go after the last words where another block follows, shorter", () => {
    const layout = drawn("- First line\n  last line of it\n- Second", [
      { state: "partly", words: ["First"], idea: "which of the two networks learns what from which" },
    ]);
    expect(told(layout)).toEqual(["4»↳ ◐ which of the two networks learns…"]);
  });

  it("are shorter still behind a long line, of which no one knows where it wraps", () => {
    const layout = drawn(`- First ${"word ".repeat(15)}\n- Second`, [
      { state: "partly", words: ["First"], idea: "which of the two networks learns" },
    ]);
    expect(told(layout)).toEqual(["3»↳ ◐ which of the…"]);
  });

  it("stand under the document's end where no line follows", () => {
    expect(told(drawn("First line", [{ state: "met", words: ["First"], idea: "an idea" }]))).toEqual([
      "3+1 ↳ ✓ an idea",
    ]);
  });
});

describe("what verdict lines say", () => {
  it("tell the worst of a paragraph and count in words what is of the same kind only", () => {
    const layout = drawn("Alpha beta gamma delta.\n\n\n", [
      { state: "met", words: ["Alpha"], idea: "a" },
      { state: "partly", words: ["beta"], idea: "b" },
      { state: "partly", words: ["gamma"], idea: "c" },
      { state: "partly", words: ["delta"], idea: "d" },
    ]);
    expect(told(layout)).toEqual(["4 ↳ ◐ b, and 2 more"]);
    expect(layout.verdictLines[0]?.remarks).toEqual([1, 2, 3, 0]);
    expect(layout.gutter).toEqual([{ look: "partly", line: 3 }]);
  });

  it("speak once for a remark with several quotes, at its best one", () => {
    const layout = drawn("Alpha.\n\nBeta.\n\n", [{ state: "met", words: ["Beta", "Alpha"], idea: "x" }]);
    expect(told(layout)).toEqual(["6 ↳ ✓ x"]);
    expect(layout.highlights).toHaveLength(2);
    expect(layout.gutter.map((g) => g.line)).toEqual([5, 3]);
  });

  it("say an error's own words, which has no idea", () => {
    expect(
      told(drawn("Alpha.\n\n", [{ state: "contradicted", words: ["Alpha"], text: "GANs are no transformers." }])),
    ).toEqual(["4 ↳ ✗ GANs are no transformers."]);
  });

  it("never stand inside a fenced block", () => {
    const layout = drawn("```py\nx = 1\n\ny = 2\n```\n\nEnd.\n\n", [{ state: "met", words: ["x = 1"], idea: "ok" }]);
    expect(told(layout)).toEqual(["8 ↳ ✓ ok"]);
  });

  it("stand under the paragraph in which a long quote ends", () => {
    const layout = drawn("Alpha.\n\nBeta.\n\nGamma.", [{ state: "met", words: ["Alpha.\n\nBeta"], idea: "both" }]);
    expect(told(layout)).toEqual(["6 ↳ ✓ both"]);
    expect(layout.gutter).toEqual([{ look: "met", line: 3 }]);
  });

  it("are left out where the learner turned them off", () => {
    const said = [{ state: "met", words: ["Alpha"] } as const, { state: "missed", idea: "x" } as const];
    const layout = drawn("Alpha.\n", said, { verdictLines: false });
    expect(layout.verdictLines).toEqual([]);
    expect(layout.highlights).toHaveLength(1);
  });
});

describe("a check", () => {
  const said = [
    { state: "found", words: ["Alpha"], idea: "what mode collapse looks like" },
    { state: "found", words: ["beta"], idea: "why it happens" },
    { state: "not-found", idea: "how it is mitigated" },
    { state: "not-found", idea: "what it costs" },
  ] as const;

  it("says what is spoken of and what was not found, with no sign of a verdict", () => {
    const layout = drawn("Alpha beta.\n\n\n", said);
    expect(told(layout)).toEqual([
      "4 ↳ speaks of: what mode collapse looks like, and 1 more",
      "5 ↳ not found: how it is mitigated, and 1 more",
    ]);
    for (const { text } of layout.verdictLines) expect(text).not.toMatch(/[✓✗◐○?]/);
  });

  it("has one look for all that it says", () => {
    const layout = drawn("Alpha beta.\n\n\n", said);
    const looks = [...layout.highlights, ...layout.gutter, ...layout.verdictLines].map((drawing) => drawing.look);
    expect(new Set(looks)).toEqual(new Set(["found"]));
  });

  it("does not say “not found” of what it could not read", () => {
    const unread = said.slice(2).map((remark) => ({ ...remark, state: "unread" as const }));
    expect(told(drawn("Alpha beta.\n\n\n", unread))).toEqual([]);
  });

  it("leaves each sentence standing that was not edited", () => {
    const layout = drawn("Alpha.\n\nBeta.\n\n", [{ state: "found", words: ["Alpha", "Beta"], idea: "x" }], {
      document: `${header}Alpha.\n\nBxta.\n\n`,
    });
    expect(layout.highlights.map((h) => h.look)).toEqual(["found"]);
  });
});

describe("the learner's own word", () => {
  it("has looks of its own and says whose it is", () => {
    const layout = drawn("Alpha.\n\nBeta.\n\n", [
      { state: "met", by: "learner", words: ["Alpha"], idea: "a" },
      { state: "missed", by: "learner", words: ["Beta"], idea: "b" },
    ]);
    expect(told(layout)).toEqual(["4 ↳ ✓ a (marked by you)", "6 ↳ ○ b (marked by you)"]);
    expect(layout.highlights.map((h) => h.look)).toEqual(["own-met", "own-missed"]);
  });

  it("is not counted with a model's", () => {
    const layout = drawn("Alpha beta.\n\n", [
      { state: "partly", words: ["Alpha"], idea: "a" },
      { state: "partly", by: "learner", words: ["beta"], idea: "b" },
    ]);
    expect(told(layout)).toEqual(["4 ↳ ◐ a"]);
  });

  it("takes a remark away, or says that it is disputed", () => {
    const alpha = { state: "contradicted", words: ["Alpha"], idea: "a" } as const;
    expect(told(drawn("Alpha.\n\n", [{ ...alpha, disputed: "I do say it." }]))).toEqual(["4 ↳ ✗ a (disputed)"]);
    const dismissed = drawn("Alpha.\n\n", [
      { ...alpha, dismissed: true },
      { state: "missed", idea: "b", dismissed: true },
    ]);
    expect(dismissed).toEqual({ highlights: [], gutter: [], verdictLines: [] });
  });
});

describe("what has no words in the answer", () => {
  const missed = [
    { state: "missed", idea: "how mode collapse is mitigated" },
    { state: "missed", idea: "what it is" },
  ] as const;
  const line = "↳ ○ how mode collapse is mitigated, and 1 more";

  it("stands below the answer's end, the first named and the others counted", () => {
    expect(told(drawn("Alpha.\n\n\n", missed))).toEqual([`5 ${line}`]);
  });
  it("stands under the document's end where the last paragraph's verdict has the only blank line", () => {
    const met = { state: "met", words: ["Alpha"], idea: "ok" } as const;
    expect(told(drawn("Alpha.\n", [met, ...missed]))).toEqual(["4 ↳ ✓ ok", `4+2 ${line}`]);
    expect(told(drawn("Alpha.\n", missed))).toEqual([`4 ${line}`]);
  });
  it("needs no blank line at all", () => {
    const wrong = { state: "contradicted", words: ["Alpha"], idea: "no" } as const;
    expect(told(drawn("Alpha.", [wrong, ...missed]))).toEqual(["3+1 ↳ ✗ no", `3+2 ${line}`]);
    expect(told(drawn("Alpha.", missed))).toEqual([`3+1 ${line}`]);
  });
  it("stands at the beginning of an empty answer", () => {
    expect(told(drawn("", missed))).toEqual([`3 ${line}`]);
  });
  it("tells what is worse first, and counts only its like", () => {
    expect(told(drawn("Alpha.\n\n", [missed[0], { state: "contradicted", idea: "who learns" }]))).toEqual([
      "5 ↳ ✗ who learns",
    ]);
  });
  it("says so when the text has changed since", () => {
    const later = drawn("Alpha.\n\n", missed, { document: `${header}Alpha and more.\n\n` });
    expect(told(later)).toEqual(["5 ↳ earlier text: how mode collapse is…, and 1 more"]);
    expect(later.verdictLines[0]?.look).toBe("stale");
  });
});

describe("highlights", () => {
  it("are one for equal words of two remarks, of the worse look", () => {
    const layout = drawn("Alpha beta.\n\n", [
      { state: "met", words: ["Alpha"] },
      { state: "partly", words: ["Alpha"] },
    ]);
    expect(layout.highlights).toEqual([
      { look: "partly", start: header.length, end: header.length + 5, remarks: [0, 1] },
    ]);
  });
  it("stay apart where they overlap", () => {
    const layout = drawn("Alpha beta gamma.\n\n", [
      { state: "met", words: ["Alpha beta"] },
      { state: "partly", words: ["beta gamma"] },
    ]);
    expect(layout.highlights.map((h) => h.look)).toEqual(["met", "partly"]);
  });
  it("are none for words that are gone, and nothing else claims them", () => {
    const layout = drawn("Alpha.\n\n", [{ state: "met", words: ["Alpha"], idea: "ok" }], {
      document: `${header}Omega.\n\n`,
    });
    expect(layout).toEqual({ highlights: [], gutter: [], verdictLines: [] });
  });
  it("grey all of a verdict's words once some of them were edited", () => {
    const layout = drawn("Alpha.\n\nBeta.\n\n", [{ state: "met", words: ["Alpha", "Beta"], idea: "x" }], {
      document: `${header}Alpha.\n\nBxta.\n\n`,
    });
    expect(layout.highlights.map((h) => h.look)).toEqual(["stale"]);
    expect(layout.gutter).toEqual([{ look: "stale", line: 3 }]);
  });
  it("give a paragraph no ✓ while something said of it is of an earlier text", () => {
    const said = [
      { state: "met", words: ["Alpha"], idea: "a" },
      { state: "met", words: ["beta"], idea: "b" },
    ] as const;
    const tracked = trackRemarks(
      "Alpha beta.\n\n",
      said.map((s, n) => remark("Alpha beta.\n\n", s, n)),
      { answerStart: 0, length: 13, slice: (a, b) => "Alpha beta.\n\n".slice(a, b) },
    );
    const text = "Alpha bexta.\n\n";
    const stepped = stepRemarks(tracked, [{ rangeOffset: 8, rangeLength: 0, text: "x" }], {
      answerStart: 0,
      length: text.length,
      slice: (a, b) => text.slice(a, b),
    });
    const { gutter, highlights } = layOut({
      remarks: said.map((s, n) => remark("Alpha beta.\n\n", s, n)),
      tracked: stepped,
      lines: linesOf(text),
      answerLine: 0,
      verdictLines: true,
    });
    expect(highlights.map((h) => h.look)).toEqual(["met", "stale"]);
    expect(gutter).toEqual([{ look: "stale", line: 0 }]);
  });
});

const piece = fc.constantFrom(
  ...["word", "a longer phrase", "\n", "\n\n", "```\n", "- item ", "# ", "`x` ", "😀", "\r\n", " "],
);
const anySaid = fc.record({
  state: fc.constantFrom(...worstFirst),
  by: fc.constantFrom<SaidBy>("check", "model", "learner"),
  disputed: fc.constantFrom(undefined, "no"),
  places: fc.array(fc.tuple(fc.nat(999), fc.nat(40)), { maxLength: 3 }),
  text: fc.string({ maxLength: 240 }),
  idea: fc.string({ maxLength: 80 }),
});

/** A remark on any words of the answer. */
function anyRemark(answer: string, said: typeof anySaid extends fc.Arbitrary<infer T> ? T : never, n: number): Remark {
  const { places, disputed, ...rest } = said;
  const quotes = (answer === "" ? [] : places).map(([from, length]): Quote => {
    const start = from % answer.length;
    const end = Math.min(answer.length, start + 1 + length);
    return { start, end, text: answer.slice(start, end) };
  });
  const fixed = { id: `c${n}`, marks: "", dismissed: false, counts: true };
  return { ...rest, ...fixed, quotes, ...(disputed === undefined ? {} : { disputed }) };
}

/** One line a place, in a free place, within the limits. */
function expectInPlace({ verdictLines }: Layout, lines: DocumentLines): void {
  const places = verdictLines.map((v) => v.line + v.row);
  expect(new Set(places).size).toBe(places.length);
  for (const v of verdictLines) {
    expect(v.line).toBeLessThan(lines.lineCount);
    expect(v.line).toBeGreaterThanOrEqual(3);
    if (v.place === "blank-line") expect(lines.lineText(v.line).trim()).toBe("");
    if (v.place === "below-end") expect(v.line).toBe(lines.lineCount - 1);
    expect(v.row > 0).toBe(v.place === "below-end");
    expect(Array.from(v.text).length).toBeLessThanOrEqual(verdictLineLimits[v.place]);
    expect(v.text).not.toMatch(/[\r\n]/);
  }
}

describe("any attempt at any answer", () => {
  it("draws exactly the quotes and one line a place, within the limits", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((p) => p.join("")),
        fc.array(anySaid, { maxLength: 6 }),
        (answer, all) => {
          const document = header + answer;
          const remarks = all.map((said, n) => anyRemark(answer, said, n));
          const slice = (a: number, b: number): string => document.slice(a, b);
          const tracked = trackRemarks(answer, remarks, { answerStart: header.length, length: document.length, slice });
          const lines = linesOf(document);
          const layout = layOut({ remarks, tracked, lines, answerLine: 3, verdictLines: true });
          const placeOf = ({ start, end }: TextRange, by: number): string => `${start + by}:${end + by}`;
          const wanted = remarks.flatMap((r) => r.quotes.map((q) => placeOf(q, header.length)));
          expect(new Set(layout.highlights.map((h) => placeOf(h, 0)))).toEqual(new Set(wanted));
          expectInPlace(layout, lines);
        },
      ),
      { numRuns: 500 },
    );
  });
});
