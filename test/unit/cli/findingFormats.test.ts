// Findings as each format writes them.
import { describe, expect, it } from "vitest";
import { printed } from "../../../src/cli/findingFormats";
import type { Finding } from "../../../src/core/roadmap/roadmap";

const at = { start: { line: 9, character: 8 }, end: { line: 9, character: 20 } };
const findings: readonly Finding[] = [
  {
    file: "a,b/c:d.md",
    range: at,
    code: "needs-quotes",
    severity: "error",
    message: "50 % of it: put it\nin quotes.",
    fix: { title: "Put it in quotes", range: at, newText: '"x"' },
  },
  { file: "roadmap.yaml", range: at, code: "no-hints", severity: "warning", message: "No hints." },
];

describe("printed", () => {
  it("writes file:line: message for people", () => {
    expect(printed(findings, "text")).toEqual([
      "a,b/c:d.md:10: 50 % of it: put it\nin quotes.",
      "roadmap.yaml:10: No hints.",
    ]);
  });

  it("writes one line of JSON, with places from 1, codes and what mends", () => {
    const [line = "", ...more] = printed(findings, "json");
    expect(more).toEqual([]);
    expect(JSON.parse(line)).toEqual([
      {
        file: "a,b/c:d.md",
        line: 10,
        column: 9,
        endLine: 10,
        endColumn: 21,
        code: "needs-quotes",
        severity: "error",
        message: "50 % of it: put it\nin quotes.",
        fix: "Put it in quotes",
      },
      expect.objectContaining({ code: "no-hints", severity: "warning" }),
    ]);
    expect(printed([], "json")).toEqual(["[]"]);
  });

  it("writes annotations in which nothing ends early", () => {
    expect(printed(findings, "github")).toEqual([
      "::error file=a%2Cb/c%3Ad.md,line=10,col=9,endLine=10,title=needs-quotes::50 %25 of it: put it%0Ain quotes.",
      "::warning file=roadmap.yaml,line=10,col=9,endLine=10,title=no-hints::No hints.",
    ]);
  });
});
