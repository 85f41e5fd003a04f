// Files that would take long: what they cost grows with their size alone, and a hundred findings are told of each.
import { describe, expect, it } from "vitest";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { mostFindings } from "../../../../src/core/reading/findingList";
import { cpuTime } from "../../../support/cpuTime";

const size = 169_000;
const repeated = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join("");
const head = "id: large\ntitle: Large\ntopics:\n  - id: t\n    title: T\n";
const question =
  "---\nid: q\ntitle: T\nmarks: 1\ncriteria:\n  - id: a\n    marks: 1\n    statement: S\n---\n\n## Prompt\n\nx\n\n";
const topics = (count: number, more: (i: number) => string): string =>
  `id: large\ntitle: Large\ntopics:\n${lines(count, (i) => `  - id: t${i}\n    title: T\n${more(i)}`)}`;

/** Longer than any takes on a machine that works on something else as well, and far below what a square would take. */
const longest = 8_000;

const yaml: Readonly<Record<string, string>> = {
  "unknown keys": head + lines(18_000, (i) => `k${i}: 1\n`),
  "one key over and over": head + lines(18_000, () => "k: 1\n"),
  "topics that require unknown ones": topics(4_000, (i) => `    requires: [x${i}]\n`),
  "topics in one long circle": topics(4_000, (i) => `    requires: [t${(i + 1) % 4_000}]\n`),
  "empty topics": `id: large\ntitle: Large\ntopics:\n${lines(20_000, () => "  - {}\n")}`,
  "questions without files": `${head}    questions: [${lines(20_000, (i) => `q${i}, `)}]\n`,
  "keys in texts": head + lines(12_000, () => "    x: a: b\n"),
  "unknown aliases": head + lines(10_000, (i) => `  - *a${i} b\n`),
  "quotes without an end": head + lines(12_000, () => '  - "abc\n'),
  "brackets in brackets": head + repeated("["),
  "dashes behind dashes": head + repeated("- "),
  "keys in keys": repeated(lines(560, (i) => `${" ".repeat(i)}a:\n`)),
  commas: `${head}x: [${repeated(",")}`,
  anchors: head + repeated("&a "),
  tags: head + repeated("!a "),
  escapes: `${head}x: "${repeated("\\q")}"`,
  conflicts: head + repeated("<<<<<<< a\n=======\n>>>>>>> b\n"),
  "hard blanks": head + lines(20_000, () => "\u00A0k: 1\n"),
};

const markdown: Readonly<Record<string, string>> = {
  headings: repeated("## x\n"),
  goldens: lines(8_000, (i) => `## Golden: full (${i})\n`),
  "unknown criteria": `## Golden: full\n\nx\n\n### Expect\n${lines(12_000, (i) => `- a${i}: met\n`)}`,
  "fences in fences": repeated("```\n## Golden: full\n~~~\n"),
  comments: repeated("<!--\n"),
  "link definitions": lines(9_000, (i) => `[a${i}]: b\n\n## Golden: full (${i})\n[a1]\n`),
  "lines of dashes": repeated("a\n---\n"),
  blanks: `## Golden: full\n\nx\n\n### Expect\n\na${repeated(" ")}!`,
};

describe("a large file", () => {
  const check = (path: string, text: string): void => {
    const started = cpuTime();
    const { problems } = readRoadmap([
      ...(path === "roadmap.yaml" ? [] : [{ path: "roadmap.yaml", text: head }]),
      { path, text },
    ]);
    expect(cpuTime() - started).toBeLessThan(longest);
    expect(problems.length).toBeLessThanOrEqual(mostFindings);
    expect(problems.length).toBeGreaterThan(0);
  };

  it.each(Object.entries(yaml))("of %s is read", (_, text) => check("roadmap.yaml", text));
  it.each(Object.entries(markdown))("of %s in a question is read", (_, text) => check("t/q.md", question + text));
});
