// What a quick fix leaves to be written takes any sign, and none is offered that would be wrong.
import { expect, it } from "vitest";
import { readFileAlone } from "../../../../src/core/reading/roadmapReader";

const path = "transport/new.md";
const file = (criterion: string): string =>
  `---\nid: new\ntitle: New\nmarks: 1\ncriteria:\n${criterion}---\n\n## Prompt\n\nWhy?\n\n## Reference\n\nSo.\n`;
const bare = file("  - id: point\n    marks: 1\n    statement: It is so.\n");
const signs = 'One: two # three "four" *five* `six` \\theta {7} [8]';

/** The text after the mend of that code; undefined where there is none. */
function mended(text: string, code: string): string | undefined {
  const fix = readFileAlone(path, text).findings.find((finding) => finding.code === code)?.fix;
  if (!fix) return undefined;
  const offset = ({ line, character }: { line: number; character: number }): number =>
    text.split("\n").slice(0, line).join("\n").length + (line > 0 ? 1 : 0) + character;
  return text.slice(0, offset(fix.range.start)) + fix.newText + text.slice(offset(fix.range.end));
}

it.each(["no-wordings", "no-idea", "no-hints"])("what the mend of %s asks for takes every sign", (code) => {
  const text = mended(bare, code);
  expect(text).toContain("TODO");
  const { findings, question } = readFileAlone(
    path,
    (text ?? "").replace("TODO", () => signs),
  );
  expect(findings.filter((finding) => finding.severity === "error" || finding.code === code)).toEqual([]);
  const { accepted, idea } = question?.criteria[0] ?? {};
  expect([...(accepted ?? []), idea, ...(question?.hints ?? [])]).toContain(signs);
});

it("sample answers are offered with the verdicts of the question's own criteria, or not at all", () => {
  expect(mended(bare, "no-goldens")).toContain("- point: met");
  const broken = file("  - - id: point\n");
  expect(readFileAlone(path, broken).findings.some(({ severity }) => severity === "error")).toBe(true);
  expect(mended(broken, "no-goldens")).toBeUndefined();
});
