// The accessible twin: complete, in order, honest about staleness, and not to be broken by anyone's words.
import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import type { Receipt } from "../../../../src/core/attempt";
import { escapeReadable, escapeRendered } from "../../../../src/core/feedback/escapeMarkdown";
import { feedbackListMarkdown, type FeedbackListInput } from "../../../../src/core/feedback/feedbackList";
import { marksText } from "../../../../src/core/feedback/marksText";
import { remarkBody, remarksOf, type Rubric } from "../../../../src/core/feedback/remarks";
import { nextStop, remarkStops } from "../../../../src/core/feedback/remarkStops";
import { shorten } from "../../../../src/core/feedback/shorten";
import { trackRemarks } from "../../../../src/core/feedback/trackedRemarks";
import { worstFirst, verdictSign, verdictWord } from "../../../../src/core/feedback/verdictWords";
import type { Grade } from "../../../../src/core/grade";

const answer = "Two networks train.\nThe second one lies.";
const rubric: Rubric = {
  groups: [{ id: "fixes", choose: 1, marks: 1 }],
  criteria: [
    { id: "two-nets", marks: 2, statement: "s", accepted: [], misconceptions: [], idea: "which networks there are" },
    { id: "roles", marks: 1, statement: "s", accepted: [], misconceptions: [], idea: "what each does" },
    { id: "fix", marks: 1, statement: "s", accepted: [], misconceptions: [], idea: "one fix", group: "fixes" },
  ],
};
const grade: Grade = {
  verdicts: [
    {
      criterion: "two-nets",
      verdict: "met",
      credit: 0.8,
      quotes: [{ start: 0, end: 12, text: "Two networks" }],
      remark: "Names both.",
      confidence: 0.9,
    },
    { criterion: "roles", verdict: "unclear", credit: 0, quotes: [], remark: "" },
    { criterion: "fix", verdict: "missed", credit: 0, quotes: [], remark: "No fix.", by: "learner" },
  ],
  errors: [{ quotes: [{ start: 20, end: 35, text: "The second one " }], remark: "It does not lie." }],
  summary: "A start.",
  flags: ["instructions-in-answer"],
  marks: { low: 1.5, high: 2.5, max: 4 },
  estimate: false,
};
const receipt: Receipt = {
  answerHash: "aa",
  rubricHash: "bb",
  promptVersion: "p1",
  grader: "model",
  model: "small_model",
  endpoint: "http://127.0.0.1:1/v1",
  tokensIn: 10,
  tokensOut: 5,
  ms: 1234.5,
};

function list(document = answer, over: Partial<FeedbackListInput> = {}): string {
  const remarks = remarksOf(grade, rubric);
  const tracked = trackRemarks(answer, remarks, {
    answerStart: 0,
    length: document.length,
    slice: (a, b) => document.slice(a, b),
  });
  return feedbackListMarkdown({
    title: "GAN training",
    remarks,
    tracked,
    grade,
    at: "2026-01-02T03:04:05.678Z",
    receipt,
    replayed: false,
    lineNumber: (o) => document.slice(0, o).split("\n").length,
    ...over,
  });
}

describe("feedback as a list", () => {
  it("tells everything that a grade holds", () => {
    const text = list();
    for (const said of [
      "# Feedback: GAN training",
      "**1½–2½ / 4**",
      "Graded by: small_model",
      "In short: A start.",
      "### 1. ✓ Good · which networks there are",
      "- Marks: 1½ of 2 marks",
      "- Line 1: “Two networks”",
      "- The grader's confidence: 90 %",
      "### 2. ? Unclear · what each does",
      "- Marks: 0–1 of 1 mark",
      "- Not tied to any words of the answer.",
      "### 3. ○ Not found · one fix",
      "the best 1 of 1 count",
      "- Marked by you.",
      "## Also not right",
      "- Remark: It does not lie.",
      "- Line 2: “The second one”",
      "looks like an instruction to the grader",
      "Graded at: 2026-01-02 03:04:05 UTC",
      "Endpoint: http://127.0.0.1:1/v1",
      "Tokens: 10 in, 5 out",
    ])
      expect(text).toContain(said);
    expect(text).not.toContain("changed since this grading");
  });

  it("says which words are gone and that the grade is of an earlier text", () => {
    const text = list(answer.replace("Two networks", "Three networks"));
    expect(text).toContain("- No longer in the answer: “Two networks”");
    expect(text).toContain("of an earlier text");
    expect(text).toContain("has changed since this grading");
  });

  it("tells how far a grading is, and that there is nothing yet", () => {
    const tracked = trackRemarks("", [], { answerStart: 0, length: 0, slice: () => "" });
    const base = { title: "T", remarks: [], tracked, replayed: false, lineNumber: () => 1 };
    expect(feedbackListMarkdown({ ...base, progress: { done: 2, of: 4 } })).toContain("2 of 4");
    expect(feedbackListMarkdown(base)).toContain("no feedback for this answer yet");
  });

  it("names the criterion by its id where the question vanished", () => {
    expect(remarksOf(grade, undefined)[0]).toMatchObject({ idea: "two nets", marks: "" });
  });

  it("draws of a group only the best that count, and what contradicts", () => {
    const group: Rubric = {
      groups: [{ id: "g", choose: 1, marks: 1 }],
      criteria: ["a", "b", "c"].map((id) => ({
        id,
        marks: 1,
        statement: "",
        accepted: [],
        misconceptions: [],
        idea: id,
        group: "g",
      })),
    };
    const verdicts = (["missed", "partly", "contradicted"] as const).map((verdict, n) => ({
      criterion: "abc".charAt(n),
      verdict,
      credit: verdict === "partly" ? 0.5 : 0,
      quotes: [],
      remark: "",
    }));
    expect(remarksOf({ verdicts }, group).map((r) => r.counts)).toEqual([false, true, true]);
    expect(remarksOf({ verdicts }, undefined).every((r) => r.counts)).toBe(true);
  });

  it("does not repeat the verdict's word and the idea that stand above the remark", () => {
    const body = (kind: "met" | "partly" | "contradicted", text: string): string =>
      remarkBody({ kind, idea: "why it happens", text }, true);
    expect(body("met", "Covered: why it happens (matched “a”).")).toBe("Matched “a”.");
    expect(body("partly", "Partly matched: why it happens. Found “a”.")).toBe("Found “a”.");
    expect(body("contradicted", "why it happens: this looks odd.")).toBe("This looks odd.");
    expect(body("met", "why it happensabc")).toBe("why it happensabc");
    expect(body("met", "Coveredness of it")).toBe("Coveredness of it");
  });

  it("keeps its structure whatever learner and grader wrote", () => {
    const nasty = fc
      .array(
        fc.constantFrom(
          "# ",
          "\n",
          "\r\n",
          "\u2028",
          "- ",
          "](command:x)",
          "[",
          "`",
          "```\n",
          "<b>",
          "<!--",
          "**",
          "_",
          "|",
          "~~",
          "&lt;",
          "\\",
          "1. ",
          "> ",
          "word",
          "===",
        ),
        { maxLength: 12 },
      )
      .map((p) => p.join(""));
    fc.assert(
      fc.property(nasty, nasty, nasty, (title, remark, summary) => {
        const quote = { start: 0, end: answer.length, text: answer };
        const remarks = remarksOf(
          { verdicts: [{ criterion: "two-nets", verdict: "met", credit: 1, quotes: [quote], remark }] },
          rubric,
        );
        const plain = list(answer, { remarks, title: "t", grade: { ...grade, summary: "s" } });
        const odd = list(answer, { remarks, title: `t${title}`, grade: { ...grade, summary: `s${summary}` } });
        const shape = (text: string): string =>
          marked
            .lexer(text)
            .map((token) => token.type)
            .join();
        expect(shape(odd)).toBe(shape(plain));
        expect(marked.parse(odd)).not.toMatch(/<b>|<!--|href="command/);
      }),
      { numRuns: 300 },
    );
  });
});

describe("escaping", () => {
  it("shows exactly the words once rendered, with no link, tag or theme icon", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme-ascii", maxLength: 60 }),
          fc
            .array(
              fc.constantFrom(
                "$",
                "(",
                "gear)",
                "[x](command:y)",
                "<b>",
                "https://a.b",
                "www.a.b",
                "a@b.cd",
                "&lt;",
                "`",
                "*",
              ),
              { maxLength: 9 },
            )
            .map((p) => p.join("")),
        ),
        (text) => {
          const html = marked.parseInline(`x${escapeRendered(text)}`) as string;
          expect(html).not.toMatch(/<(?!br)/);
          expect(html).not.toMatch(/\$\(/);
          const shown = html
            .replaceAll("\u200B", "")
            .replace(/&lt;/g, "<")
            .replace(/&gt;/g, ">")
            .replace(/&quot;/g, '"')
            .replace(/&#39;/g, "'")
            .replace(/&amp;/g, "&");
          expect(shown).toBe(`x${text.replace(/[\s\p{Cc}]+/gu, " ").trim()}`);
        },
      ),
    );
  });
  it("leaves ordinary prose readable", () => {
    const prose = "The learning-rate (lr), e.g. 0.1, and max_tokens: it's fine!";
    expect(escapeReadable(prose)).toBe(prose);
  });
});

describe("words and marks", () => {
  it("have a sign of their own for each verdict", () => {
    expect(new Set(worstFirst.map(verdictSign)).size).toBe(5);
  });
  it("never call an estimate's finding missed, wrong or not correct", () => {
    for (const kind of worstFirst) expect(verdictWord(kind, true)).not.toMatch(/miss|wrong|not (correct|found)/i);
  });
  it("say where a grade came from", () => {
    const marks = { low: 2.5, high: 2.5, max: 4 };
    expect(marksText({ marks, estimate: true }, { replayed: false, current: true })).toBe("≈ 2½ / 4 · estimate");
    expect(
      marksText({ marks: { ...marks, low: 2, high: 3 }, estimate: false }, { replayed: false, current: true }),
    ).toBe("2–3 / 4");
    expect(marksText({ marks, estimate: false }, { replayed: true, current: true })).toBe("2½ / 4 · replayed");
    expect(marksText({ marks, estimate: true }, { replayed: true, current: false })).toBe(
      "≈ 2½ / 4 · estimate · of an earlier text",
    );
  });
  it("are cut at a word", () => {
    expect(shorten("one two three four", 12)).toBe("one two…");
    expect(shorten("one two three", 13)).toBe("one two three");
    expect(shorten("one two, three four", 9)).toBe("one two…");
    expect(shorten("Donaudampfschifffahrt", 8)).toBe("Donauda…");
    expect(shorten("😀😀😀😀", 3)).toBe("😀😀…");
    expect(shorten("a\n\nb", 9)).toBe("a b");
  });
});

describe("going through the remarks", () => {
  const layout = {
    gutter: [],
    verdictLines: [],
    highlights: [
      { kind: "met", start: 10, end: 20, remarks: [1] },
      { kind: "partly", start: 2, end: 5, remarks: [0] },
    ],
  } as const;
  const stops = remarkStops(layout, [2, 3], 40);
  const at = (start: number, end: number, direction: 1 | -1): unknown[] => {
    const found = nextStop(stops, { start, end }, direction);
    return [found?.stop.start, found?.wrapped];
  };

  it("follows the text, then what was not found, and goes round", () => {
    expect(stops.map((s) => s.start)).toEqual([2, 10, 40]);
    expect([at(0, 0, 1), at(2, 5, 1), at(10, 20, 1), at(40, 40, 1)]).toEqual([
      [2, false],
      [10, false],
      [40, false],
      [2, true],
    ]);
    expect([at(40, 40, -1), at(10, 20, -1), at(2, 5, -1)]).toEqual([
      [10, false],
      [2, false],
      [40, true],
    ]);
  });
  it("starts from wherever the cursor is", () => {
    expect([at(3, 3, 1), at(12, 12, -1), at(99, 99, 1), at(0, 0, -1)]).toEqual([
      [10, false],
      [2, false],
      [2, true],
      [40, true],
    ]);
  });
  it("has nowhere to go without remarks", () => {
    expect(nextStop([], { start: 0, end: 0 }, 1)).toBeUndefined();
  });
});
