// One accepted wording more: held against the YAML library itself, over the ways in which authors write a criterion and
// words with every sign that YAML gives a meaning to.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { addWording, type RubricEdit } from "../../../../src/core/authoring/rubricEdit";
import { SourceText } from "../../../../src/core/reading/source";

const path = "gans/mode-collapse.md";

/** The ways in which the first criterion's wordings may be written, each with what it has already. */
const layouts: readonly { readonly name: string; readonly lines: string; readonly has: readonly string[] }[] = [
  { name: "a list", lines: "    accepted:\n      - It repeats itself.\n      - One cat only.", has: ["a", "b"] },
  { name: "a list with comments", lines: "    accepted: # said plainly\n      - It repeats. # yes\n", has: ["a"] },
  { name: "a list at the key's column", lines: "    accepted:\n    - It repeats itself.", has: ["a"] },
  {
    name: "folded texts",
    lines: "    accepted:\n      - >-\n        It repeats: again\n        # and again",
    has: ["a"],
  },
  { name: "a text on two lines", lines: "    accepted:\n      - It repeats itself\n        for ever.", has: ["a"] },
  { name: "brackets", lines: "    accepted: [It repeats., 'One, cat only.']", has: ["a", "b"] },
  { name: "none", lines: "    idea: what it looks like", has: [] },
];

function file(lines: string, eol = "\n"): string {
  return `---
id: mode-collapse
title: Mode collapse
marks: 2
criteria:
  - id: few-outputs
    marks: 1
    statement: >-
      Only a few kinds
      of output.
${lines}
    # of the second one
  - id: why
    marks: 1
    statement: Nothing rewards variety.
    accepted:
      - It gets paid for one trick.
---

## Prompt

What is it?

## Reference

It is this.
`.replaceAll("\n", eol);
}

/** The file after the edit, as the editor makes it. */
function edited(text: string, edit: RubricEdit): string {
  if (edit.kind === "refused") throw new Error(`refused: ${edit.why}`);
  const source = new SourceText(text.replaceAll("\r\n", "\n"));
  const at = source.lineStart(edit.range.start.line) + edit.range.start.character;
  expect(edit.range.end).toEqual(edit.range.start);
  return source.text.slice(0, at) + edit.newText + source.text.slice(at);
}

interface Matter {
  readonly criteria: readonly { readonly accepted?: readonly string[]; readonly idea?: string }[];
}

const matterOf = (text: string): Matter => parse(text.split("---\n")[1] ?? "") as Matter;
const wordingsOf = (text: string): readonly string[] => matterOf(text).criteria[0]?.accepted ?? [];

describe.each(layouts)("to $name", ({ lines, has }) => {
  test("the words stand last, and everything else as it was", () => {
    const text = file(lines);
    const after = edited(text, addWording(path, text, "few-outputs", "The same cat, over and over: a loop"));
    expect(wordingsOf(after)).toEqual([...wordingsOf(text), "The same cat, over and over: a loop"]);
    expect(wordingsOf(text)).toHaveLength(has.length);
    const [before, now] = [matterOf(text), matterOf(after)];
    expect(now.criteria[1]).toEqual(before.criteria[1]);
    expect({ ...now.criteria[0], accepted: [] }).toEqual({ ...before.criteria[0], accepted: [] });
    expect(after.split("\n").filter((line) => !text.split("\n").includes(line)).length).toBeLessThanOrEqual(2);
  });

  test("whatever signs the words have, they are read back as they are, or nothing is written", () => {
    const signs = fc.constantFrom(..."abc déß猫 :#-'\"\\[]{},&*!|>%@`?~$^=\n\t".split(""));
    const text = file(lines);
    let written = 0;
    fc.assert(
      fc.property(fc.string({ unit: signs, minLength: 1, maxLength: 40 }), (words) => {
        const edit = addWording(path, text, "few-outputs", words);
        if (edit.kind === "refused") return;
        written++;
        const after = wordingsOf(edited(text, edit));
        expect(after.slice(0, -1)).toEqual(wordingsOf(text));
        expect(words.replace(/\s+/g, " ")).toContain(after.at(-1));
      }),
      { numRuns: 120, seed: 7 },
    );
    expect(written).toBeGreaterThan(60);
  });

  test("by Windows's line ends the place is the same", () => {
    const [unix, windows] = [file(lines), file(lines, "\r\n")];
    expect(addWording(path, windows, "few-outputs", "A loop.")).toEqual(
      addWording(path, unix, "few-outputs", "A loop."),
    );
  });
});

test("signs that nobody sees are left out", () => {
  const text = file(layouts[0]?.lines ?? "");
  const after = edited(text, addWording(path, text, "few-outputs", "A zero\u200Bwidth\u00A0sign"));
  expect(wordingsOf(after).at(-1)).toBe("A zerowidth sign");
});

describe("refused, with why", () => {
  const list = layouts[0]?.lines ?? "";
  const why = (text: string, id: string, words: string): string => {
    const edit = addWording(path, text, id, words);
    return edit.kind === "refused" ? edit.why : "written";
  };

  test("where it is there already, in the statement too, whatever its blanks", () => {
    expect(why(file(list), "few-outputs", "It  repeats\nitself.")).toMatch(/already/);
    expect(why(file(list), "few-outputs", "- Only a few kinds of output.")).toMatch(/already/);
  });

  test("where there are eight", () => {
    const eight = Array.from({ length: 8 }, (_, i) => `      - Wording ${String(i)}.`).join("\n");
    expect(why(file(`    accepted:\n${eight}`), "few-outputs", "A ninth.")).toMatch(/8 accepted/);
    expect(why(file(`    accepted:\n${eight.slice(0, eight.lastIndexOf("\n"))}`), "few-outputs", "An eighth.")).toBe(
      "written",
    );
  });

  test("where the criterion is gone, the file is broken, or there are no words", () => {
    expect(why(file(list), "gone", "Words.")).toMatch(/“gone”/);
    expect(why(file(list).replace("marks: 2", "marks: two"), "few-outputs", "Words.")).toMatch(/errors/);
    expect(why(file(list), "few-outputs", " … ")).toMatch(/no words/);
  });

  test("where the words would bring a finding of their own", () => {
    expect(why(file(list), "few-outputs", "TODO say this")).toMatch(/TODO/);
  });

  test("where the list or criterion is in brackets that go over lines", () => {
    expect(why(file("    accepted: [\n      It repeats.,\n      'One cat.']"), "few-outputs", "A loop.")).toMatch(
      /brackets/,
    );
    const flow = file(list).replace(
      / {2}- id: few-outputs[^]*(?= {2}- id: why)/,
      "  - {id: few-outputs, marks: 1, statement: Few.}\n",
    );
    expect(why(flow, "few-outputs", "A loop.")).toMatch(/brackets/);
  });
});

test("a member of a group gets its own", () => {
  const member = (id: string): string =>
    `      - id: ${id}\n        statement: Says ${id}.\n        accepted:\n          - So ${id}.`;
  const text = `---
id: mode-collapse
title: Mode collapse
marks: 1
criteria:
  - anyOf: 1
    id: ways
    marks: 1
    of:
${member("one")}
${member("two")}
---

## Prompt

What?
`;
  const after = edited(text, addWording(path, text, "two", "Or like this."));
  const [group] = matterOf(after).criteria as unknown as readonly { readonly of: Matter["criteria"] }[];
  expect(group?.of.map(({ accepted }) => accepted)).toEqual([["So one."], ["So two.", "Or like this."]]);
});
