// One mistake is one finding, at its line; and where a mend is offered, it mends. The kinds are in mistakes.ts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { applied } from "./applied";
import { kinds, mistakesIn } from "./mistakes";
import { changed, roadmapYaml, sampleFolder, tcpQuestion } from "./sampleRoadmap";

const page = readFileSync(join(import.meta.dirname, "../../../../docs/writing-a-roadmap.md"), "utf8");
const udpQuestion = changed(/```markdown\n([^]*?)\n```/.exec(page)?.[1] ?? "", "id: mode-collapse ", "id: udp ");
const files: Readonly<Record<string, string>> = {
  "roadmap.yaml": roadmapYaml,
  "transport/tcp.md": tcpQuestion,
  "transport/udp.md": udpQuestion,
};

/** Up to so many cases of a kind in one file, spread over it. */
const mostCases = 2;

const cases = Object.entries(files).flatMap(([path, text]) =>
  kinds.flatMap((kind) => {
    const all = mistakesIn(text, kind, path.endsWith(".yaml"));
    const some = all.length <= mostCases ? all : [all[0], all[Math.floor(all.length / 2)]].flatMap((m) => m ?? []);
    return some.map((mistake) => ({ kind, path, mistake, name: `${kind.name}, ${path}:${mistake.line}` }));
  }),
);

const problemsOf = (path: string, text: string) => readRoadmap(sampleFolder({ ...files, [path]: text })).problems;

it("has sound files to start from, and every kind in one of them", () => {
  expect(readRoadmap(sampleFolder(files)).problems).toEqual([]);
  expect(kinds.map((kind) => kind.name).filter((name) => !cases.some(({ kind }) => kind.name === name))).toEqual([]);
  expect(cases.length).toBeGreaterThan(150);
});

describe("one mistake", () => {
  it.each(cases)("$name", ({ kind, path, mistake }) => {
    const problems = problemsOf(path, mistake.text);
    expect(
      problems.map((p) => [p.file, p.range.start.line + 1]),
      JSON.stringify(problems),
    ).toEqual([[path, mistake.line]]);
    expect(kind.codes).toContain(problems[0]?.code);
  });
});

describe("its mend", () => {
  const mendable = cases.filter(({ path, mistake }) => problemsOf(path, mistake.text)[0]?.fix);

  it("is there for most", () => {
    expect(mendable.length / cases.length).toBeGreaterThan(0.6);
  });

  it.each(mendable)("$name", ({ path, mistake }) => {
    const fix = problemsOf(path, mistake.text)[0]?.fix;
    const left = fix ? problemsOf(path, applied(mistake.text, fix)) : [];
    expect(
      left.filter((p) => p.severity === "error"),
      JSON.stringify(fix),
    ).toEqual([]);
  });
});
