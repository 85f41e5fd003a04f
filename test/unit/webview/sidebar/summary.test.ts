// The figures above the tree, the sentences that are announced, and the names that a screen reader hears.
import { describe, expect, test } from "vitest";
import { indexRoadmaps } from "../../../../src/webview/sidebar/filter";
import { shortMarks } from "../../../../src/core/feedback/marksText";
import { questionName, spokenMarks } from "../../../../src/webview/sidebar/labels";
import { newGrade, resumeAt, shownSentence, summarise } from "../../../../src/webview/sidebar/summary";
import { ai, question, readyState, roadmap, topic } from "./sampleRoadmap";

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
  test("adds roadmaps up and counts states", () => {
    const two = indexRoadmaps([
      ai,
      roadmap("sql", [topic("j", "J", [question("outer", "Outer", "draft")])], {
        marks: { low: 1.5, high: 2, max: 4 },
      }),
    ]);
    expect(summarise(two, undefined)).toMatchObject({
      marks: { low: 1.5, high: 2, max: 12 },
      estimate: true,
      counts: { all: 5, new: 1, draft: 2, graded: 1, stale: 1 },
    });
  });
});

describe("resumeAt", () => {
  const index = indexRoadmaps([ai]);
  test("the question last opened, else the first that is not graded, else none", () => {
    expect(resumeAt(index, { roadmap: "ai", question: "vae" })).toEqual({
      key: { roadmap: "ai", question: "vae" },
      title: "Why a VAE blurs",
      started: true,
    });
    expect(resumeAt(index, undefined)).toEqual({
      key: { roadmap: "ai", question: "attention" },
      title: "Self-attention",
      started: false,
    });
    expect(resumeAt(index, { roadmap: "ai", question: "gone" })?.started).toBe(false);
    expect(resumeAt(indexRoadmaps([]), undefined)).toBeUndefined();
  });
});

describe("newGrade", () => {
  const marks = (low: number, high = low): { marks: { low: number; high: number; max: number } } => ({
    marks: { low, high, max: 4 },
  });
  test.each([
    [
      "graded for the first time",
      only(["a", "A", "draft"]),
      only(["a", "A", "graded", marks(2)]),
      "A; graded; 2 of 4 marks",
    ],
    [
      "graded again",
      only(["a", "A", "graded", marks(2)]),
      only(["a", "A", "graded", marks(3, 4)]),
      "A; graded; 3 to 4 of 4 marks",
    ],
    [
      "no longer stale",
      only(["a", "A", "stale", marks(2)]),
      only(["a", "A", "graded", marks(2)]),
      "A; graded; 2 of 4 marks",
    ],
    ["nothing new", only(["a", "A", "graded", marks(2)]), only(["a", "A", "graded", marks(2)]), ""],
    ["gone stale", only(["a", "A", "graded", marks(2)]), only(["a", "A", "stale", marks(2)]), ""],
    ["first state of all", { status: "loading" } as const, only(["a", "A", "graded", marks(2)]), ""],
    ["a new question", only(), only(["a", "A", "graded", marks(2)]), ""],
  ])("%s", (_, before, after, sentence) => {
    expect(newGrade(before, after)).toBe(sentence);
  });
});

test("marks in writing and in speech", () => {
  expect(shortMarks({ low: 2.5, high: 2.5, max: 4 }, true)).toBe("≈ 2½ / 4");
  expect(shortMarks({ low: 2, high: 3, max: 4 }, false)).toBe("2–3 / 4");
  expect(spokenMarks({ low: 2, high: 3, max: 4 }, true)).toBe("about 2 to 3 of 4 marks (estimate)");
  expect(questionName(question("a", "A"))).toBe("A; new; 4 marks");
  expect(shownSentence(12, 68)).toBe("12 of 68 questions shown");
});
