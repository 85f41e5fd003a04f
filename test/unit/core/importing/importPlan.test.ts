// The plan of an import: what is planned reads back as a question, nothing is overwritten or invented, and what a
// person must decide is a finding.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FoundQuestion } from "../../../../src/core/importing/foundQuestion";
import { planImport as planning, type CannotImport, type ImportPlan } from "../../../../src/core/importing/importPlan";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { runAtOnce } from "../../../../src/grading/text/slices";

const found = (prompt: string, more: Partial<FoundQuestion> = {}): FoundQuestion => ({
  file: "notes.md",
  line: 1,
  prompt,
  topic: "Caching",
  ...more,
});
const bySentence = (_prompt: string, answer: string): string[] =>
  answer.split(/(?<=\.)\s+/).filter((s) => s.trim() !== "");

function planImport(...what: Parameters<typeof planning>): ImportPlan | CannotImport {
  return runAtOnce(planning(...what));
}

function planned(plan: ImportPlan | CannotImport): ImportPlan {
  if ("why" in plan) throw new Error(plan.why);
  return plan;
}

function plan(questions: readonly FoundQuestion[], files: { path: string; text: string }[] = []): ImportPlan {
  return planned(planImport(questions, { name: "my notes", files }, bySentence));
}

const filesOf = ({ questions, roadmapFile }: ImportPlan) => [
  ...questions,
  ...(roadmapFile ? [{ path: roadmapFile.path, text: roadmapFile.text }] : []),
];

describe("a planned question", () => {
  it("holds the author's answer as its reference, its sentences as criteria, and TODOs for what is to be decided", () => {
    const answer = "A cache keeps copies. It saves a trip.";
    const made = plan([found("What's a cache?", { answer })]);
    const { roadmap, problems } = readRoadmap(filesOf(made));
    const question = roadmap?.topics[0]?.questions[0];
    expect(question?.reference).toBe(answer);
    expect(question?.prompt).toBe("What's a cache?");
    expect(question?.criteria.map(({ statement }) => statement)).toEqual(["A cache keeps copies.", "It saves a trip."]);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(problems.filter(({ code }) => code === "todo")).toHaveLength(2);
    expect(made.questions[0]?.toDecide).toBe(2);
  });

  it("has no answer of its own making: without one, reference and statement are TODO", () => {
    const { roadmap } = readRoadmap(filesOf(plan([found("Why?")])));
    const question = roadmap?.topics[0]?.questions[0];
    expect([question?.reference, question?.criteria[0]?.statement, question?.hints, question?.goldens]).toEqual([
      "TODO",
      "TODO",
      [],
      [],
    ]);
  });

  it("leaves the choice of points to a person where the answer is long", () => {
    const answer = Array.from({ length: 12 }, (_, i) => `Point number ${i}.`).join(" ");
    const { roadmap } = readRoadmap(filesOf(plan([found("Why?", { answer })])));
    expect(roadmap?.topics[0]?.questions[0]?.criteria.map(({ statement }) => statement)).toEqual(["TODO"]);
  });

  it("shares the marks that a file names where they divide, and says where they do not", () => {
    const answer = "One thing. Another thing.";
    const even = plan([found("Why?", { answer, marks: 4 })]);
    expect(readRoadmap(filesOf(even)).roadmap?.topics[0]?.questions[0]?.marks).toBe(4);
    const odd = plan([found("Why?", { answer, marks: 3 })]);
    expect(readRoadmap(filesOf(odd)).roadmap?.topics[0]?.questions[0]?.marks).toBe(2);
    expect(odd.leftOut).toHaveLength(1);
  });

  it("reads back without an error, whatever stands in the file, or is left out with the reason", () => {
    const nasty = [
      "---",
      "# x",
      "## Golden: full",
      "```",
      "<!--",
      "roadmap-tutor:answer",
      "a: b # c",
      "\u200b",
      "'",
      '"',
      "*",
      "\\theta",
      "[x]: y",
      "TODO",
      "-",
      "|",
    ];
    const text = fc
      .array(
        fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: "grapheme" }), fc.constant("\n"), fc.constant("\n\n")),
      )
      .map((parts) => parts.join(" "));
    fc.assert(
      fc.property(text, text, text, (prompt, answer, title) => {
        const asked = `What ${prompt}`;
        const made = plan([found(asked, { answer, title, hints: [title] })]);
        expect(made.questions.length + made.leftOut.length).toBe(1);
        if (made.questions.length === 0) return;
        const read = readRoadmap(filesOf(made));
        expect(read.problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(read.roadmap?.topics[0]?.questions).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
});

describe("into a roadmap that is there", () => {
  const yaml = "id: mine\ntitle: Mine # of old\ntopics:\n  - id: caching\n    title: Caching\n\n# the end\n";
  const old =
    "---\nid: why\ntitle: Why\nmarks: 1\ncriteria:\n  - id: a\n    marks: 1\n    statement: So.\n---\n\n## Prompt\n\nWhy?\n";
  const files = [
    { path: "roadmap.yaml", text: yaml },
    { path: "caching/why.md", text: old },
    { path: "caching/_DRAFT.md", text: "" },
  ];

  it("takes names that nobody has, in any case of letters", () => {
    const made = plan([found("Why!"), found("Draft"), found("Why so?", { title: "Why" })], files);
    expect(made.questions.map(({ path }) => path)).toEqual([
      "caching/why-2.md",
      "caching/draft.md",
      "caching/why-3.md",
    ]);
    expect(made.roadmapFile).toBeUndefined();
  });

  it("adds new topics behind the last one and touches no other line", () => {
    const made = plan([found("How?", { topic: "Load & balance" }), found("Which?", { topic: "缓存" })], files);
    expect(made.roadmapFile?.text).toBe(
      yaml.replace(
        "    title: Caching\n",
        "    title: Caching\n  - id: load-balance\n    title: 'Load & balance'\n  - id: topic-3\n    title: '缓存'\n",
      ),
    );
  });

  it("does not ask the same again", () => {
    const made = plan([found("Why?"), found("How?"), found("How?")], files);
    expect(made.questions.map(({ id }) => id)).toEqual(["how"]);
    expect(made.leftOut.map(({ why }) => why)).toEqual([
      '"Why?" is asked already, by why.',
      '"How?" is asked already, by how.',
    ]);
  });

  it("refuses a roadmap that cannot be read, and a list of topics whose end cannot be told", () => {
    const broken = planImport(
      [found("How?")],
      { name: "x", files: [{ path: "roadmap.yaml", text: "id: [" }] },
      bySentence,
    );
    expect(broken).toHaveProperty("why");
    const flow = "id: mine\ntitle: Mine\ntopics: [{ id: caching, title: Caching }]\n";
    const target = { name: "x", files: [{ path: "roadmap.yaml", text: flow }] };
    expect(planImport([found("How?", { topic: "New" })], target, bySentence)).toHaveProperty("why");
    expect(planned(planImport([found("How?")], target, bySentence)).questions).toHaveLength(1);
  });
});
