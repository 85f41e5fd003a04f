// What a search looks through besides titles.
import { describe, expect, test } from "vitest";
import { plainLine, topicTexts } from "../../../src/core/searchText";
import { samplePlaced } from "./samplePlaced";

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
      const start = performance.now();
      plainLine(shape.repeat(200_000));
      expect(performance.now() - start, shape).toBeLessThan(2_000);
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
