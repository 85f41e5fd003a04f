// The figures above the tree, the sentences that are announced, and the names that a screen reader hears.
import { describe, expect, test } from "vitest";
import { indexRoadmaps } from "../../../../src/webview/sidebar/filter";
import { questionName, rowName, totalText } from "../../../../src/webview/sidebar/labels";
import { buildRows } from "../../../../src/webview/sidebar/rows";
import { newResult, shownSentence, summarise, usefulFilters } from "../../../../src/webview/sidebar/summary";
import { SearchTexts } from "../../../../src/webview/sidebar/texts";
import { freshUiState } from "../../../../src/webview/sidebar/uiState";
import { ai, byLearner, byModel, labels, question, readyState, roadmap, topic } from "./sampleRoadmap";

const only = (...questions: Parameters<typeof question>[]): ReturnType<typeof readyState> =>
  readyState([
    roadmap("ai", [
      topic(
        "t",
        "T",
        questions.map((q) => question(...q)),
      ),
    ]),
  ]);

describe("summarise", () => {
  const two = indexRoadmaps([
    ai,
    roadmap("sql", [topic("j", "J", [question("outer", "Outer", "marked", byLearner(1))])]),
  ]);

  test("adds roadmaps up, a model's marks and one's own apart, and counts states", () => {
    expect(summarise(two, undefined)).toMatchObject({
      tally: { model: { low: 2.5, high: 2.5 }, own: 1, open: 12, max: 20 },
      counts: { all: 5, new: 1, draft: 1, checked: 0, graded: 1, marked: 1, stale: 1 },
    });
  });

  test("names the question to go on with; one that is gone is none", () => {
    const resume = { kind: "next", key: { roadmap: "ai", question: "vae" } } as const;
    expect(summarise(two, resume).resume).toEqual({ ...resume, title: "Why a VAE blurs" });
    expect(summarise(two, { kind: "continue", key: { roadmap: "ai", question: "gone" } }).resume).toBeUndefined();
  });

  test("filters that would leave nothing have no button, except the one in use", () => {
    const counts = summarise(two, undefined).counts;
    expect(usefulFilters({ counts }, "all")).toEqual(["all", "new", "draft", "graded", "marked", "stale"]);
    expect(usefulFilters({ counts }, "checked")).toContain("checked");
  });
});

describe("newResult", () => {
  const found = { found: { found: 5, of: 6 } };
  test.each([
    ["graded first", only(["a", "A", "draft"]), only(["a", "A", "graded", byModel(2)]), "A; 2 / 4 · graded"],
    ["checked first", only(["a", "A", "draft"]), only(["a", "A", "checked", found]), "A; 5 of 6 ideas · checked"],
    [
      "marked a little",
      only(["a", "A", "checked", found]),
      only(["a", "A", "marked", byLearner(1, 2)]),
      "A; 1 / 4 so far · marked by you",
    ],
    [
      "graded again",
      only(["a", "A", "graded", byModel(2)]),
      only(["a", "A", "graded", byModel(3, 4)]),
      "A; 3–4 / 4 · graded",
    ],
    [
      "no longer stale",
      only(["a", "A", "stale", byModel(2)]),
      only(["a", "A", "graded", byModel(2)]),
      "A; 2 / 4 · graded",
    ],
    ["nothing new", only(["a", "A", "graded", byModel(2)]), only(["a", "A", "graded", byModel(2)]), ""],
    ["gone stale", only(["a", "A", "graded", byModel(2)]), only(["a", "A", "stale", byModel(2)]), ""],
    ["first state of all", { status: "loading" } as const, only(["a", "A", "graded", byModel(2)]), ""],
    ["a new question", only(), only(["a", "A", "graded", byModel(2)]), ""],
  ])("%s", (_, before, after, sentence) => {
    expect(newResult(before, after)).toBe(sentence);
  });
});

test("a row's name holds what is seen of it", () => {
  const source = { roadmaps: indexRoadmaps([ai]), texts: new SearchTexts(), notices: [], flipped: new Set<string>() };
  const names = buildRows({ ...source, ui: freshUiState, labels }).rows.map(rowName);
  expect(names).toContain("Image models; 2½ by a model · 4 not judged of 8; VAE · GAN · Diffusion; after: NLP basics");
  expect(names).toContain("Self-attention; new · 4 marks");
});

test("words", () => {
  expect(questionName(question("a", "A", "checked", { earlier: true }))).toBe(
    "A; checked (an earlier version) · 4 marks",
  );
  expect(totalText({ model: { low: 0, high: 0 }, own: 0, open: 4, max: 4 })).toBe("4 marks");
  expect(shownSentence(12, 68)).toBe("12 of 68 questions shown");
});
