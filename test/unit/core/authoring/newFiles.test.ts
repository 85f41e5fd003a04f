// New files are valid as they are made: they count at once, and what is owed is a warning.
import { describe, expect, it } from "vitest";
import {
  freeId,
  newQuestionFile,
  newRoadmapFile,
  newTopicLines,
  placeForTopic,
} from "../../../../src/core/authoring/newFiles";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";

const topic = { id: "transport", title: "Transport" };
const titles = [
  "What TCP adds",
  "Key cache: what it keeps & why",
  "#1 on the list",
  "1.10",
  "true",
  "*Always* the same",
  `Say "hello"`,
  "It's $5 {really} \\theta",
  "- a dash",
  "键缓存",
  "  many   blanks ",
];

describe("a new roadmap", () => {
  it.each(titles)("called %j has nothing wrong with it", (title) => {
    const text = newRoadmapFile({ id: "own", title, topic });
    const { roadmap, problems } = readRoadmap([{ path: "roadmap.yaml", text }]);
    expect(problems).toEqual([]);
    expect(roadmap).toMatchObject({ id: "own", title: title.trim().replace(/\s+/g, " ") });
  });
});

describe("a new question", () => {
  const read = (text: string) =>
    readRoadmap([
      { path: "roadmap.yaml", text: newRoadmapFile({ id: "own", title: "Own", topic }) },
      { path: "transport/new.md", text },
    ]);

  it.each(titles)("called %j counts at once, with warnings alone", (title) => {
    const { roadmap, problems } = read(newQuestionFile({ id: "new", title }).text);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(roadmap?.topics[0]?.questions).toMatchObject([{ title: title.trim().replace(/\s+/g, " "), marks: 1 }]);
  });

  it("says as a snippet what it says as a text", () => {
    const { text, snippet } = newQuestionFile({ id: "new", title: "Costs $5 {or} a \\ more" });
    expect(snippet.replace(/\$\{\d:([^}]*)\}/g, "$1").replace(/\\([\\$}])/g, "$1")).toBe(text);
  });

  it("leads from the prompt to the criterion and on to the reference", () => {
    const { snippet } = newQuestionFile({ id: "new", title: "New" });
    const stops = ["## Prompt", "statement", "- id:", "idea", "## Reference"].map((lead, i) => {
      const stop = new RegExp(`${lead}[^$]*\\$\\{(\\d)`).exec(snippet)?.[1];
      return [stop, String(i + 1)];
    });
    expect(stops.map(([stop]) => stop)).toEqual(stops.map(([, wanted]) => wanted));
  });

  it("takes any signs where its texts are written", () => {
    const signs = `*It* keeps: two #things, "keys" & 'values' of $\\theta$ @ 100 %`;
    const text = newQuestionFile({ id: "new", title: "New" }).text.replaceAll("TODO", () => signs);
    const { roadmap, problems } = read(text);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(roadmap?.topics[0]?.questions[0]?.criteria[0]).toMatchObject({ statement: signs, idea: signs });
  });
});

describe("a further topic", () => {
  const added = (text: string): string | undefined => {
    const place = placeForTopic(text);
    if (!place) return undefined;
    const lead = text.slice(0, place.start);
    const lines = newTopicLines({ id: "new", title: "New: one" }, place.column);
    return `${lead}${lead.endsWith("\n") ? "" : "\n"}${lines}${text.slice(place.start)}`;
  };

  it.each([
    ["at the end", "id: a\ntitle: A\ntopics:\n  - id: one\n    title: One\n"],
    ["without a last line end", "id: a\ntitle: A\ntopics:\n  - id: one\n    title: One"],
    ["before what follows", "id: a\ntopics:\n- id: one\n  title: One\n  notes: |\n    Text.\n\n    More.\ntitle: A\n"],
    ["with deeper dashes", "id: a\ntitle: A\ntopics:\n    - id: one\n      title: One\n      subtopics: [x, y]\n"],
  ])("goes behind the last one: %s", (_, text) => {
    const { roadmap, problems } = readRoadmap([{ path: "roadmap.yaml", text: added(text) ?? "" }]);
    expect(problems).toEqual([]);
    expect(roadmap?.topics.map(({ id, title }) => [id, title])).toEqual([
      ["one", "One"],
      ["new", "New: one"],
    ]);
  });

  it("is left to the author where there is no list of lines", () => {
    expect(added("id: a\ntitle: A\ntopics: []\n")).toBeUndefined();
    expect(added("id: a\n")).toBeUndefined();
  });
});

describe("an id", () => {
  it("is free, also where a title has no Latin letter", () => {
    expect(freeId("What TCP adds", "question", new Set())).toBe("what-tcp-adds");
    expect(freeId("What TCP adds", "question", new Set(["what-tcp-adds", "what-tcp-adds-2"]))).toBe("what-tcp-adds-3");
    expect(freeId("键缓存", "question", new Set(["question"]))).toBe("question-2");
  });
});
