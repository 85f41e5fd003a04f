// Which reader a file goes to, and what of it no question can hold.
import { describe, expect, it } from "vitest";
import { findQuestions } from "../../../../src/grading/importing/importer";

const found = (text: string, path = "notes/cards.txt") => findQuestions([{ path, text }]);

describe("a text file", () => {
  it.each([
    ["an export of flashcards", "#separator:tab\n#html:false\nWhat is a heap?\tA tree.\n"],
    ["rows parted by tabs", "What is a heap?\tA tree.\n"],
    ["GIFT", "::Heap:: What is a heap? {=A tree. =A kind of tree.}\n"],
  ])("is read as %s", async (_, text) => {
    const { questions, leftOut } = await found(text);
    expect(leftOut).toEqual([]);
    expect(questions).toMatchObject([{ prompt: "What is a heap?" }]);
  });

  it("of another kind is left out", async () => {
    expect((await found("A heap is\ta tree.\nThat is all.\n")).leftOut).toMatchObject([{ line: 1 }]);
  });
});

it("a file with a merge's conflict is left out whole, with the line where it begins", async () => {
  const conflict = "## What is a heap?\n\n<<<<<<< HEAD\nA tree.\n=======\nA list.\n>>>>>>> laptop\n";
  const { questions, leftOut } = await found(conflict, "notes/heap.md");
  expect(questions).toEqual([]);
  expect(leftOut).toMatchObject([{ file: "notes/heap.md", line: 3 }]);
});

it("a picture that does not come along is told of at its question", async () => {
  const text = "## What is a heap?\n\nA tree: ![heap](img/heap.png) ![web](https://example.org/heap.png)\n";
  const { questions, leftOut } = await found(text, "notes/heap.md");
  expect(questions[0]?.answer).toContain("![heap](img/heap.png)");
  expect(leftOut).toMatchObject([{ line: 1, why: expect.stringContaining("img/heap.png") as string }]);
});
