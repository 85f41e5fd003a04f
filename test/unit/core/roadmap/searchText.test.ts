// What a search looks through besides titles.
import { describe, expect, test } from "vitest";
import { plainLine, textSlices, topicTexts } from "../../../../src/core/roadmap/searchText";
import { samplePlaced, sampleQuestion } from "./samplePlaced";
import { cpuTime } from "../../../support/cpuTime";

describe("plainLine", () => {
  test.each([
    ["# Title\n\nTwo *soft*  lines\nof `code`.", "Title Two soft lines of code."],
    ["- one\n- **two**\n> quote", "one two quote"],
    ["See [the paper](https://example.org/a_b) and ![a loss](loss.png).", "See the paper and a loss."],
    ["Keeps snake_case, List<T> and 2 * 3.", "Keeps snake_case, List<T> and 2 3."],
    ["", ""],
  ])("%j", (markdown, line) => {
    expect(plainLine(markdown)).toBe(line);
  });

  test("takes no longer than its length", () => {
    for (const shape of ["[", "![", "[a](", "*", "~", "# "]) {
      const start = cpuTime();
      plainLine(shape.repeat(200_000));
      expect(cpuTime() - start, shape).toBeLessThan(2_000);
    }
  });
});

test("a topic's texts hold prompts, ideas once each and notes, and nothing that gives an answer away", () => {
  const { topic } = samplePlaced();
  expect(topicTexts("generative-ai", { ...topic, notes: "Read *this*." })).toEqual({
    roadmap: "generative-ai",
    topic: "image-models",
    notes: "Read this.",
    questions: [{ question: "mode-collapse", prompt: "What is mode collapse? Name a mitigation.", ideas: ["i"] }],
  });
});

describe("textSlices", () => {
  const question = (id: string) => sampleQuestion({ id });
  const topic = (id: string, ...ids: string[]) => ({
    ...samplePlaced().topic,
    id,
    notes: `Notes of ${id}`,
    questions: ids.map(question),
  });
  const roadmap = {
    ...samplePlaced().roadmap,
    topics: [topic("a", "q1", "q2", "q3"), topic("empty"), topic("b", "q4")],
  };

  test.each([1, 2, 3, 500])("holds every question and note once, in slices of %i", (size) => {
    const slices = [...textSlices([roadmap], size)];
    const all = slices.flat();
    expect(all.flatMap(({ topic: id, questions }) => questions.map((q) => `${id}/${q.question}`))).toEqual([
      "a/q1",
      "a/q2",
      "a/q3",
      "b/q4",
    ]);
    expect(all.map(({ notes }) => notes).filter((notes) => notes !== "")).toEqual([
      "Notes of a",
      "Notes of empty",
      "Notes of b",
    ]);
    for (const slice of slices)
      expect(slice.reduce((sum, { questions }) => sum + questions.length, 0)).toBeLessThanOrEqual(size);
  });
});
