// Files as authors leave them: what follows from a mistake is not told beside it, several mistakes are all told, and
// what only looks like one is none.
import { describe, expect, it } from "vitest";
import type { FindingCode } from "../../../../src/core/reading/findingCodes";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { applied } from "./applied";
import { changed, roadmapYaml, sampleFolder, tcpQuestion } from "./sampleRoadmap";

const path = "transport/tcp.md";
const asks = "What does TCP add to IP? Name **three** things.";
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split("\n").length;
const problemsOf = (text: string) => readRoadmap(sampleFolder({ [path]: text })).problems;
const told = (text: string) => problemsOf(text).map(({ code, range }) => [range.start.line + 1, code]);
const asking = (prompt: string) => changed(tcpQuestion, asks, prompt);

/** A question's text, and where its one mistake stands. */
type Case = readonly [name: string, text: string, part: string, code: FindingCode];

const hints = "hints:\n  - Think of what IP does not do.";
const accepted =
  "    accepted:\n      - Lost segments are sent again.\n      - Nothing gets lost on the way because it is repeated.";

describe("one mistake in many lines", () => {
  it.each<Case>([
    [
      "tabs for an indentation",
      tcpQuestion.replace(/^ +/gm, (s) => "\t".repeat(s.length / 2)),
      "\t- id: re",
      "tab-indent",
    ],
    ["one tab before a dash", changed(tcpQuestion, "      - Lost", "\t\t- Lost"), "\t\t- Lost", "tab-indent"],
    ["a list behind its key", changed(tcpQuestion, hints, "hints: - Think of IP."), "hints: -", "dash-indent"],
    [
      "dashes of a word processor",
      changed(tcpQuestion, accepted, accepted.replace(/- /g, "• ")),
      "• Lost",
      "wrong-kind",
    ],
    [
      "a key without its indentation",
      changed(tcpQuestion, "    accepted:\n", "accepted:\n"),
      "accepted:",
      "yaml-syntax",
    ],
    ["an inner fence in one without an end", asking("See:\n\n~~~md\n```\nx\n```\n"), "~~~md", "fence-without-end"],
    ["words behind the end of a fence", asking("See:\n\n```c\nx;\n``` so far\n"), "```c", "fence-without-end"],
    ["an end of a fence that stands too far in", asking("See:\n\n```c\nx;\n     ```\n"), "```c", "fence-without-end"],
    ["a heading of the first level", asking(`# TCP\n\n${asks}`), "# TCP", "heading-level"],
    [
      "a heading that is code",
      changed(tcpQuestion, "## Reference\n\nLost", "    ## Reference\n\nLost"),
      "    ## Ref",
      "heading-form",
    ],
    ["Expect in another language", tcpQuestion.replace("### Expect", "### Erwartet"), "### Erwartet", "heading-form"],
    [
      "a partial golden that expects nothing",
      changed(tcpQuestion, "again.\n\n### Expect\n\n- reliable: met\n", "again.\n"),
      "## Golden: partial",
      "no-expect",
    ],
    [
      "an invisible sign before a heading",
      changed(tcpQuestion, "## Golden: partial", "\uFEFF## Golden: partial"),
      "\uFEFF## Golden: partial",
      "invisible-character",
    ],
    [
      "an escape that makes no sign at all",
      changed(tcpQuestion, "- Lost segments are sent again.", String.raw`- "Segments \0 are sent again."`),
      String.raw`- "Segments`,
      "eaten-escape",
    ],
    [
      "a conflict in longer marks",
      asking(`${"<".repeat(9)} a\n${asks}\n${"=".repeat(9)}\nWhat is TCP?\n${">".repeat(9)} b`),
      "<<<<<<<<<",
      "merge-conflict",
    ],
    [
      "a conflict without its beginning",
      asking(`${asks}\n=======\nWhat is TCP?\n>>>>>>> b`),
      "=======\nWhat",
      "merge-conflict",
    ],
    [
      "a conflict of the whole file",
      `<<<<<<< a\n${tcpQuestion}=======\n${tcpQuestion}>>>>>>> b\n`,
      "<<<<<<< a",
      "merge-conflict",
    ],
    [
      "a conflict across the end of a fence",
      asking("See:\n\n```c\n<<<<<<< a\nx;\n```\n=======\ny;\n```\n>>>>>>> b\n"),
      "<<<<<<< a",
      "merge-conflict",
    ],
  ])("%s is one finding", (_, text, part, code) => {
    expect(told(text)).toEqual([[lineOf(text, part), code]]);
  });

  it.each([
    ["tabs", tcpQuestion.replace(/^ +/gm, (s) => "\t".repeat(s.length / 2))],
    ["the list behind its key", changed(tcpQuestion, hints, "hints: - Think of IP.")],
    ["a word processor's dashes", changed(tcpQuestion, accepted, accepted.replace(/- /g, "• "))],
    ["a key without indentation", changed(tcpQuestion, "    accepted:\n", "accepted:\n")],
    ["words behind a fence's end", asking("See:\n\n```c\nx;\n``` so far\n")],
    ["a missing Expect", changed(tcpQuestion, "again.\n\n### Expect\n\n- reliable: met\n", "again.\n")],
    ["a heading of the first level", asking(`# TCP\n\n${asks}`)],
    ["a heading that is code", changed(tcpQuestion, "## Reference\n\nLost", "    ## Reference\n\nLost")],
    ["another word for the reference", changed(tcpQuestion, "## Reference\n\nLost", "## Musterlösung\n\nLost")],
  ])("%s: its mend leaves nothing to tell", (_, text) => {
    const fix = problemsOf(text)[0]?.fix;
    expect(fix && told(applied(text, fix))).toEqual([]);
  });
});

describe("several mistakes", () => {
  it("are all told, whatever part of the file cannot be read", () => {
    const text = [
      ["title: What TCP gives", "title: #1 of protocols"],
      ["marks: 4", "marks: 5"],
      ["    idea: what happens to lost data", "    ideas: what happens to lost data"],
      ["- flow: met", "- flaw: met"],
    ].reduce((all, [from = "", to = ""]) => changed(all, from, to), tcpQuestion);
    expect(told(text)).toEqual([
      [3, "cut-by-comment"],
      // What the marks come to is not known while a criterion has a key that nobody knows.
      [lineOf(text, "    ideas:"), "unknown-key"],
      [lineOf(text, "- flaw"), "unknown-criterion"],
    ]);
    const sums = changed(text, "    ideas:", "    idea:");
    expect(told(sums)).toContainEqual([4, "marks-do-not-add-up"]);
  });
});

it("an example is no mistake", () => {
  const examples = [
    "See:\n\n```text\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n```",
    "See:\n\n    ## Prompt\n    x",
    "1. See:\n\n   ```c\n   x;\n   ```",
    "See:\n\n```text\n# Title\n=======\n```",
  ];
  for (const example of examples) expect(told(asking(`${asks}\n\n${example}`)), example).toEqual([]);
});

describe("files beside the questions", () => {
  const files = (more: Record<string, string | null>) => readRoadmap(sampleFolder(more)).problems;
  it("a topic's folder once more is a copy, and nothing else is said of it", () => {
    const copy = "transport - Copy/tcp.md";
    expect(files({ [copy]: tcpQuestion }).map(({ file, code }) => [file, code])).toEqual([[copy, "copied-file"]]);
  });

  it("a folder in other letters is told by its topic", () => {
    const [found, ...more] = files({ [path]: null, "Transport/tcp.md": tcpQuestion });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: "topic-without-folder", range: { start: { line: 4 } } });
    expect(found?.message).toContain('is called "Transport": rename it to transport');
  });

  it("what should be roadmap.yaml is told by its own name", () => {
    const found = files({ "roadmap.yaml": null, "roadmap (1).yaml": roadmapYaml });
    expect(found.map(({ file, code }) => [file, code])).toEqual([["roadmap (1).yaml", "file-missing"]]);
  });

  it("an id that is none is told with the one that was meant", () => {
    const [found] = files({ "roadmap.yaml": changed(roadmapYaml, "[tcp]", "[transport/TCP.md]") });
    expect(found).toMatchObject({ code: "bad-id", fix: { newText: "tcp" } });
    expect(found?.message).toMatch(/: write tcp\.$/);
  });
});
