// What a merge leaves in a text: where it stands, and each version whole.
import { describe, expect, it } from "vitest";
import { findConflict, findConflictBehind, versionsOf } from "../../../../src/core/answer/conflictMarkers";

const merge = (first: string, second: string, base = ""): string =>
  `<<<<<<< HEAD\n${first}${base}=======\n${second}>>>>>>> laptop\n`;

describe("the marks of a merge", () => {
  it("are found with the first of several, and not where something else is meant", () => {
    const text = `above\n${merge("a\n", "b\n")}between\n${merge("c\n", "d\n")}`;
    const found = findConflict(text);
    expect(found && text.slice(found.start, found.end)).toBe(merge("a\n", "b\n").trimEnd());
    for (const other of ["<<<<<<< a\nb\n", "x <<<<<<< a\n=======\n>>>>>>> b", "<<<<<<<<\n========\n>>>>>>>>\n", ""])
      expect(findConflict(other)).toBeUndefined();
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
