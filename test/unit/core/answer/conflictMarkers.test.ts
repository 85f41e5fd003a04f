// What a merge leaves in a text: where it stands, and each version whole.
import { describe, expect, it } from "vitest";
import { findConflict, findConflictBehind, versionsOf } from "../../../../src/core/answer/conflictMarkers";
import { cpuTime } from "../../../support/cpuTime";

const merge = (first: string, second: string, base = ""): string =>
  `<<<<<<< HEAD\n${first}${base}=======\n${second}>>>>>>> laptop\n`;

describe("the marks of a merge", () => {
  it("are found with the first of several, and not where something else is meant", () => {
    const text = `above\n${merge("a\n", "b\n")}between\n${merge("c\n", "d\n")}`;
    const found = findConflict(text);
    expect(found && text.slice(found.start, found.end)).toBe(merge("a\n", "b\n").trimEnd());
    for (const other of ["<<<<<<<\nb\n", "x <<<<<<< a\n=======\ny >>>>>>> b", "<<<<<<<<\n========\n>>>>>>>>\n", ""])
      expect(findConflict(other)).toBeUndefined();
  });

  it("are found where some are missing, or longer, or hold what changed in place of the sides", () => {
    const cases = [
      ["<<<<<<< HEAD\na\n", "<<<<<<< HEAD"],
      ["a\n>>>>>>> laptop\n", ">>>>>>> laptop"],
      ["<<<<<<<<< a\nx\n=========\ny\n>>>>>>>>> b\n", "<<<<<<<<< a\nx\n=========\ny\n>>>>>>>>> b"],
      [
        "<<<<<<< Conflict 1 of 1\n%%%%%%% Changes\n-a\n+b\n>>>>>>> end\nc",
        "<<<<<<< Conflict 1 of 1\n%%%%%%% Changes\n-a\n+b\n>>>>>>> end",
      ],
    ];
    for (const [text = "", marked] of cases) {
      const found = findConflict(text);
      expect(found && text.slice(found.start, found.end)).toBe(marked);
      expect(versionsOf(text)[0] === text).toBe(!text.includes("="));
    }
  });

  it("in a code fence are what the answer is about, unless the fence is a side's", () => {
    const shown = `Git writes\n\n\`\`\`text\n${merge("a\n", "b\n")}\`\`\`\n\nand stops.\n`;
    expect(findConflict(shown)).toBeUndefined();
    expect(versionsOf(shown)).toEqual([shown, shown]);
    expect(findConflict(merge("```\na\n```\n", "b\n"))).toBeDefined();
    expect(findConflict(`\`\`\`\n${merge("a\n```\n", "b\n")}`)).toBeDefined();
  });

  it("take time that grows with the text", () => {
    const marks = "<<<<<<< a\n".repeat(20_000);
    const before = cpuTime();
    expect(findConflict(marks)).toEqual({ start: 0, end: 9 });
    expect(cpuTime() - before).toBeLessThan(500);
  });

  it("concern an answer only where they reach into it", () => {
    const above = `# Title\n${merge("<!-- one -->\n", "<!-- two -->\n")}`;
    const text = `${above}answer\n`;
    expect(findConflictBehind(text, above.length)).toBeUndefined();
    const across = `# Title\n${merge("line\nmine\n", "line\ntheirs\n")}`;
    expect(findConflictBehind(across, across.indexOf("mine"))).toEqual({ start: 8, end: across.length });
  });
});

describe("the versions of a merge", () => {
  it("are the whole text with every conflict settled", () => {
    const text = `above\n${merge("a\n", "")}between\n${merge("c\nc\n", "d\n", "||||||| base\nx\n")}below`;
    expect(versionsOf(text)).toEqual(["above\na\nbetween\nc\nc\nbelow", "above\nbetween\nd\nbelow"]);
  });

  it("keep the ends of lines as they are", () => {
    const text = merge("a\n", "b\n").replaceAll("\n", "\r\n");
    expect(versionsOf(`x\r\n${text}`)).toEqual(["x\r\na\r\n", "x\r\nb\r\n"]);
  });

  it("of a text without a conflict are the text", () => {
    expect(versionsOf("as it is\n")).toEqual(["as it is\n", "as it is\n"]);
  });
});
