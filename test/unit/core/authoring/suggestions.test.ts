// What is offered where, on half-written files.
import { describe, expect, it } from "vitest";
import { explain } from "../../../../src/core/authoring/explanations";
import { suggest, type KnownNames } from "../../../../src/core/authoring/suggestions";
import { questionShape, roadmapShape } from "../../../../src/core/reading/shapes";
import { atCursor } from "./marked";

const known: KnownNames = {
  topics: [
    { id: "links", title: "Links", questions: ["cable", "radio"] },
    { id: "transport", title: "Transport", questions: ["tcp"] },
  ],
  ideas: ["what happens to lost data", "order: who is first"],
  fileName: "tcp",
};

const offered = (role: "question" | "roadmap", marked: string) => {
  const { text, offset } = atCursor(marked);
  return suggest(text, role, offset, known);
};
const labels = (role: "question" | "roadmap", marked: string) => offered(role, marked).map(({ label }) => label);
/** The text after taking a suggestion, its stops left as the author finds them. */
const taken = (role: "question" | "roadmap", marked: string, label: string) => {
  const { text } = atCursor(marked);
  const found = offered(role, marked).find((suggestion) => suggestion.label === label);
  if (!found) throw new Error(`${label} is not offered`);
  // The editor puts the line's own blanks before further lines.
  const blanks = /^ */.exec(text.slice(text.lastIndexOf("\n", found.word.start - 1) + 1))?.[0] ?? "";
  const plain = found.snippet
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\$0/g, "")
    .replaceAll("\n", `\n${blanks}`);
  return text.slice(0, found.word.start) + plain + text.slice(found.word.end);
};

const head = "---\nid: tcp\ntitle: What TCP adds\n";
const criterion = "criteria:\n  - id: reliable\n    marks: 2\n    statement: Lost segments are sent again.\n";
const question = `${head}marks: 2\n${criterion}---\n\n## Prompt\n\nWhat?\n`;

describe("keys", () => {
  it("of the front matter are offered as the shape has them, without those that stand there", () => {
    expect(labels("question", `${head}|\n---\n`)).toEqual(["marks", "criteria", "hints"]);
    const all = labels("question", "---\n|\n---\n");
    expect(all.toSorted()).toEqual(Object.keys(questionShape.def.shape).toSorted());
  });

  it("of roadmap.yaml are offered on an empty file", () => {
    expect(labels("roadmap", "|").toSorted()).toEqual(Object.keys(roadmapShape.def.shape).toSorted());
  });

  it("of a criterion are offered inside it, whatever stands below", () => {
    const marked = `${head}criteria:\n  - id: reliable\n    |\n  - id: order\nhints:\n  - One.\n---\n`;
    expect(labels("question", marked)).toContain("statement");
    expect(labels("question", marked)).not.toContain("id");
    expect(labels("question", marked)).not.toContain("hints");
  });

  it("go on with the word that is begun", () => {
    expect(taken("question", `${head}mar|\n---\n`, "marks")).toBe(`${head}marks: \n---\n`);
  });

  it("behind a dash stand in one column", () => {
    expect(taken("question", `${head}criteria:\n  - |\n---\n`, "accepted")).toContain("  - accepted:\n      - \n---");
  });

  it("say which are needed", () => {
    const byLabel = new Map(offered("question", `${head}|\n---\n`).map(({ label, help }) => [label, help]));
    expect(byLabel.get("marks")).toContain("needed");
    expect(byLabel.get("hints")).not.toContain("needed");
  });

  it("are not offered in prose, in a block of text or in a comment", () => {
    expect(labels("question", question.replace("What?", "What |?"))).toEqual([]);
    expect(labels("roadmap", "topics:\n  - id: links\n    notes: |-\n".replace("|", "@") + "      Start |")).toEqual(
      [],
    );
    expect(labels("roadmap", "id: a # |")).toEqual([]);
  });

  it("in a block of text written with a bar are left alone", () => {
    const text = "topics:\n  - id: links\n    notes: |\n      Start ";
    expect(suggest(text, "roadmap", text.length, known)).toEqual([]);
  });
});

describe("a list", () => {
  it("of criteria gets a whole criterion", () => {
    expect(taken("question", `${head}criteria:\n  |\n---\n`, "-")).toBe(
      `${head}criteria:\n  - id: criterion-id\n    marks: 1\n    statement: TODO\n    idea: TODO\n---\n`,
    );
  });

  it("of topics gets a topic", () => {
    expect(taken("roadmap", "topics:\n  |", "-")).toBe("topics:\n  - id: topic-id\n    title: TODO");
  });
});

describe("names", () => {
  const roadmap = "id: net\ntopics:\n  - id: links\n    questions: [cable, |]\n  - id: transport\n    requires: [|]\n";

  it("of topics are offered where a topic is required, but for the topic itself", () => {
    expect(labels("roadmap", roadmap.replace("|", ""))).toEqual(["links"]);
  });

  it("of questions are those of the topic's folder", () => {
    expect(labels("roadmap", roadmap.replace("[|]", "[]"))).toEqual(["cable", "radio"]);
    expect(labels("roadmap", "topics:\n  - id: links\n    questions:\n      - |")).toEqual(["cable", "radio"]);
  });

  it("of ideas are those of the roadmap, in quotes where they need them", () => {
    const marked = `${head}criteria:\n  - id: a\n    idea: |\n---\n`;
    expect(labels("question", marked)).toEqual(known.ideas);
    expect(taken("question", marked, "order: who is first")).toContain('idea: "order: who is first"');
  });

  it("of the file is offered for the question's id", () => {
    expect(labels("question", "---\nid: |\n---\n")).toEqual(["tcp"]);
  });
});

describe("Expect", () => {
  const expecting = `${question}\n## Golden: full\n\nAnswer.\n\n### Expect\n\n`;

  it("offers the criteria that it lacks, with a choice of verdicts", () => {
    const [first, ...more] = offered("question", `${expecting}- |`);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ label: "reliable", help: "Lost segments are sent again." });
    expect(first?.snippet).toBe("reliable: ${1|met,partly,missed,contradicted,unclear|}");
    expect(labels("question", `${expecting}- reliable: met\n- |`)).toEqual([]);
  });

  it("writes the dash where it is missing", () => {
    expect(offered("question", `${expecting}rel|`)[0]?.snippet).toMatch(/^- reliable: /);
  });

  it("offers verdicts behind a criterion, each with its meaning", () => {
    expect(labels("question", `${expecting}- reliable: |`)).toEqual([
      "met",
      "partly",
      "missed",
      "contradicted",
      "unclear",
    ]);
    expect(offered("question", `${expecting}- reliable: |`)[1]?.help).toContain("half");
  });

  it("offers members of a group, not the group", () => {
    const group =
      "criteria:\n  - anyOf: 1\n    id: some\n    marks: 1\n    of:\n      - id: one\n        statement: One.\n      - id: two\n";
    expect(labels("question", `${head}${group}---\n\n## Golden: full\n\nA.\n\n### Expect\n\n- |`)).toEqual([
      "one",
      "two",
    ]);
  });
});

describe("headings", () => {
  it("are those that the question lacks, and goldens", () => {
    const found = labels("question", `${question}\n## |`);
    expect(found).toContain("## Reference");
    expect(found).toContain("## Golden: full");
    expect(found).not.toContain("## Prompt");
    expect(found).not.toContain("### Expect");
  });

  it("inside a golden are its sections too", () => {
    expect(labels("question", `${question}\n## Golden: full\n\nA.\n\n#|`)).toContain("### Expect");
  });
});

describe("hovering", () => {
  const says = (role: "question" | "roadmap", marked: string) => {
    const { text, offset } = atCursor(marked);
    return explain(text, role, offset, known)?.says;
  };

  it("explains keys with their bounds", () => {
    expect(says("question", question.replace("title", "ti|tle"))).toMatch(/short title[^]*60/);
    expect(says("question", question.replace("statement", "state|ment"))).toContain("one sentence");
  });

  it("explains criteria and verdicts in Expect, and headings", () => {
    const expecting = `${question}\n## Golden: full\n\nA.\n\n### Expect\n\n- rel|iable: met\n`;
    expect(says("question", expecting)).toBe("Lost segments are sent again.");
    expect(says("question", expecting.replace("rel|iable: met", "reliable: m|et"))).toContain("all marks");
    expect(says("question", question.replace("## Prompt", "## Pro|mpt"))).toContain("asked");
  });

  it("explains the id of a required topic", () => {
    expect(says("roadmap", "topics:\n  - id: transport\n    requires: [li|nks]")).toBe("Links");
  });

  it("says nothing of prose", () => {
    expect(says("question", question.replace("What?", "Wh|at?"))).toBeUndefined();
  });
});
