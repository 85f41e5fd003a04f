// What is found in people's files, format by format: their words as they stand, and what is in no question is said.
import { describe, expect, it } from "vitest";
import type { Found } from "../../../../src/core/importing/foundQuestion";
import { questionsInGift } from "../../../../src/core/importing/giftQuestions";
import { questionsInMarkdown } from "../../../../src/core/importing/markdownQuestions";
import { questionsInTable } from "../../../../src/core/importing/tableQuestions";

const pairs = ({ questions }: Found) => questions.map(({ prompt, answer }) => [prompt, answer]);
const markdown = (text: string, path = "notes.md") => questionsInMarkdown({ path, text });

describe("a Markdown list of questions", () => {
  it.each<[string, string, string, string | undefined]>([
    ["numbered, answer below", "1. What is a cache?\n   A store of copies.", "What is a cache?", "A store of copies."],
    ["answer behind the mark", "- **What is a cache?** A store of copies.", "What is a cache?", "A store of copies."],
    ["points as the answer", "- Why?\n  - Speed.\n  - Cost.", "Why?", "- Speed.\n- Cost."],
    ["flashcard", "- Cache :: A store of copies.", "Cache", "A store of copies."],
    ["Q and A", "Q: Name a cache.\nA: The page cache.", "Name a cache.", "The page cache."],
    [
      "Q and A in bold",
      "**Q1:** Name a cache.\n\n**A:** The page cache.\n\nIt is in memory.",
      "Name a cache.",
      "The page cache.\n\nIt is in memory.",
    ],
    ["German", "- Frage: Was ist ein Cache?\n  Antwort: Ein Speicher.", "Was ist ein Cache?", "Ein Speicher."],
    ["Chinese", "1. 什么是缓存？\n   副本的存储。", "什么是缓存？", "副本的存储。"],
    ["no answer", "1. What is a cache?", "What is a cache?", undefined],
    ["fold", "<details><summary>What is a heap?</summary>\n\nA tree.\n\n</details>", "What is a heap?", "A tree."],
    [
      "answer in a fold",
      "## What is a heap?\n\n<details>\n<summary>Answer</summary>\n\nA tree.\n\n</details>",
      "What is a heap?",
      "A tree.",
    ],
  ])("%s", (_name, text, prompt, answer) => {
    expect(pairs(markdown(text))).toEqual([[prompt, answer]]);
  });

  it("takes a command among questions, and the heading above as the topic", () => {
    const found = markdown("# Caching\n\n1. What is a cache?\n   A store.\n2. Name two rules.\n\n   LRU and FIFO.");
    expect(pairs(found)).toEqual([
      ["What is a cache?", "A store."],
      ["Name two rules.", "LRU and FIFO."],
    ]);
    expect(found.questions.map(({ topic, line }) => [topic, line])).toEqual([
      ["Caching", 3],
      ["Caching", 5],
    ]);
  });

  it("says which text is in no question", () => {
    const found = markdown("# Caching\n\nRead this first.\n\n- Why cache?\n  Speed.");
    expect(found.leftOut).toEqual([
      { file: "notes.md", line: 3, why: 'This text belongs to no question: "Read this first.".' },
    ]);
  });
});

describe("notes", () => {
  it("take a heading as the question, and what stands under it, deeper headings too, as the answer", () => {
    const found = markdown("# What is a cache?\n\nA store.\n\n## Where\n\n- In memory.\n\n```sh\n# no heading?\n```");
    expect(pairs(found)).toEqual([
      ["What is a cache?", "A store.\n\n### Where\n\n- In memory.\n\n```sh\n# no heading?\n```"],
    ]);
  });

  it("take a heading that does not ask as a question to be worded", () => {
    const found = markdown("# Systems\n\n## Caches\n\nStores.\n\n## Queues\n\nFirst in, first out.");
    expect(found.questions.map(({ prompt, topic, decide }) => [prompt, topic, decide])).toEqual([
      ["Caches", "Systems", "this was a heading. Make it a question."],
      ["Queues", "Systems", "this was a heading. Make it a question."],
    ]);
  });

  it("take the name of a note without headings, and its folder as the topic", () => {
    const found = markdown("Gradients flow back.", "deep learning/Backprop.md");
    expect(found.questions).toEqual([
      {
        file: "deep learning/Backprop.md",
        line: 1,
        prompt: "Backprop",
        answer: "Gradients flow back.",
        topic: "deep learning",
        decide: "this was the name of a note. Make it a question.",
      },
    ]);
  });

  it("leave the properties of a note out, and say so", () => {
    const found = markdown("---\ntags: [a]\n---\n# Why?\n\nSo.");
    expect(pairs(found)).toEqual([["Why?", "So."]]);
    expect(found.questions[0]?.line).toBe(4);
    expect(found.leftOut).toHaveLength(1);
  });

  it("pass over a table of contents", () => {
    const found = markdown("## Contents\n\n- [a](#a)\n\n## Why?\n\nSo.");
    expect(pairs(found)).toEqual([["Why?", "So."]]);
  });
});

describe("tables", () => {
  const table = (text: string, path = "deck.csv") => questionsInTable({ path, text });

  it("know their columns by name, whatever separates them", () => {
    const found = table(
      'sep=;\nFrage;Antwort;Thema;Punkte;Autor\r\n"Was ist ""SQL""?";Eine Sprache.;Daten;2;ich\r\n;leer;;;\r\n',
    );
    expect(found.questions).toEqual([
      { file: "deck.csv", line: 2, prompt: 'Was ist "SQL"?', answer: "Eine Sprache.", topic: "Daten", marks: 2 },
    ]);
    expect(found.leftOut.map(({ line, why }) => [line, why])).toEqual([
      [1, 'The column "Autor" has no place in a question.'],
      [3, "This row has no question."],
    ]);
  });

  it("without names ask by the first column and answer by the second", () => {
    expect(pairs(table("#separator:tab\n#html:false\nWhy?\tSo.\tx\nHow?\tThus.\ty\n"))).toEqual([
      ["Why?", "So."],
      ["How?", "Thus."],
    ]);
  });

  it("keep line breaks inside a cell, and leave a broken row out", () => {
    const found = table('question,answer\nWhy?,"a\nb"\nHow?,"never closed\n');
    expect(pairs(found)).toEqual([["Why?", "a\nb"]]);
    expect(found.leftOut[0]?.why).toMatch(/^This row cannot be read/);
  });
});

describe("GIFT", () => {
  const gift = (text: string) => questionsInGift({ path: "bank.gift", text });

  it("makes right answers the reference and wrong choices misconceptions, and leaves the wording to a person", () => {
    const [question] = gift("$CATEGORY: $course$/Net/Transport\n::TCP::Which is reliable?{=TCP ~UDP ~IP}").questions;
    expect(question).toEqual({
      file: "bank.gift",
      line: 2,
      title: "TCP",
      topic: "Transport",
      prompt: "Which is reliable?",
      answer: "TCP",
      points: [{ statement: "TCP", misconceptions: ["UDP", "IP"] }],
      decide: 'this was a choice among "TCP", "UDP", "IP". Ask it so that it can be answered in words.',
    });
  });

  it.each<[string, string, string | undefined, unknown]>([
    [
      "short, a half-right one left out",
      "2+2?{=four =4 =%50%IV}",
      "- four\n- 4",
      [{ statement: "four", accepted: ["4"] }],
    ],
    [
      "several right choices",
      "Even?{~%50%2 ~%50%4 ~%-100%3}",
      "- 2\n- 4",
      [{ statement: "2", misconceptions: ["3"] }, { statement: "4" }],
    ],
    ["essay with its model answer", "Explain DNS. {####Names to addresses.}", "Names to addresses.", undefined],
    ["number", "Year?{#1822:2}", "1822 ± 2", [{ statement: "1822 ± 2" }]],
    ["range", "Year?{#1..5}", "1–5", [{ statement: "1–5" }]],
    ["a true claim", "The sun is hot.{T}", "The sun is hot.", [{ statement: "The sun is hot." }]],
    ["a false claim", "The sun is cold.{FALSE}", undefined, [{ misconceptions: ["The sun is cold."] }]],
    [
      "pairs",
      "Match.{=cat -> meow =dog -> woof}",
      "- cat: meow\n- dog: woof",
      [{ statement: "cat: meow" }, { statement: "dog: woof" }],
    ],
  ])("%s", (_name, text, answer, points) => {
    const [question] = gift(text).questions;
    expect([question?.answer, question?.points]).toEqual([answer, points]);
  });

  it("leaves out what asks nothing and what cannot be read, and goes on", () => {
    const found = gift("// a note\n\nJust a text.\n\nBroken {=a\n\nWhy?{=So ~Not so#no}");
    expect(pairs(found)).toEqual([["Why?", "So"]]);
    expect(found.leftOut.map(({ line }) => line)).toEqual([3, 5, 7]);
  });
});
