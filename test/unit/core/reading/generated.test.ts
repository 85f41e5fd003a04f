// Five hundred generated mistakes, each one edit of a known kind in a sound file, drawn with a fixed seed: the line is
// right in 98 of 100 at least, a second finding comes with 2 of 100 at most, and none makes the reader fall.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { applied } from "./applied";
import { kinds, mistakesIn } from "./mistakes";
import { moreKinds } from "./moreMistakes";
import { changed, roadmapYaml, sampleFolder, tcpQuestion } from "./sampleRoadmap";

const page = readFileSync(join(import.meta.dirname, "../../../../docs/writing-a-roadmap.md"), "utf8");
const files: Readonly<Record<string, string>> = {
  "roadmap.yaml": roadmapYaml,
  "transport/tcp.md": tcpQuestion,
  "transport/udp.md": changed(/```markdown\n([^]*?)\n```/.exec(page)?.[1] ?? "", "id: mode-collapse ", "id: udp "),
};
const wanted = 500;

/** Numbers from 0 up to 1 that are the same in every run (a linear congruence, as in Numerical Recipes). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const all = Object.entries(files).flatMap(([path, text]) =>
  [...kinds, ...moreKinds].flatMap((kind) =>
    mistakesIn(text, kind, path.endsWith(".yaml")).map((mistake) => ({ kind, path, mistake })),
  ),
);

/** Kinds are drawn alike, however many places each has. */
function drawn() {
  const random = numbers(7);
  const byKind = [...kinds, ...moreKinds].map((kind) => all.filter((one) => one.kind === kind));
  const left = byKind.filter((cases) => cases.length > 0);
  const taken: (typeof all)[number][] = [];
  while (taken.length < wanted && left.length > 0) {
    const cases = left[Math.floor(random.next().value * left.length)] ?? [];
    taken.push(...cases.splice(Math.floor(random.next().value * cases.length), 1));
    if (cases.length === 0) left.splice(left.indexOf(cases), 1);
  }
  return taken;
}

it("are told at their line, once", { timeout: 120_000 }, () => {
  const cases = drawn();
  const seen = cases.map(({ kind, path, mistake }) => {
    const told = readRoadmap(sampleFolder({ ...files, [path]: mistake.text })).problems;
    const places = told.map(({ file, range, code }) => `${file}:${String(range.start.line + 1)} ${code}`);
    const right = told.some(({ file, range, code }) => {
      return file === path && range.start.line + 1 === mistake.line && kind.codes.includes(code);
    });
    return { name: `${kind.name}, ${path}:${String(mistake.line)}`, right, places };
  });
  const wrongLine = seen.filter(({ right }) => !right);
  const twice = seen.filter(({ places }) => places.length > 1);
  expect(cases).toHaveLength(wanted);
  expect(new Set(cases.map(({ kind }) => kind.name)).size).toBeGreaterThan(90);
  expect(wrongLine.length / wanted, JSON.stringify(wrongLine, undefined, 1)).toBeLessThanOrEqual(0.02);
  expect(twice.length / wanted, JSON.stringify(twice, undefined, 1)).toBeLessThanOrEqual(0.02);
});

it("of a section of the author's own behind the goldens are mended into the reference", () => {
  const text = `${tcpQuestion}\n## Resources\n\n- [A book](https://example.org)\n`;
  const [problem, ...more] = readRoadmap(sampleFolder({ "transport/tcp.md": text })).problems;
  expect(more).toEqual([]);
  const mended = problem?.fix ? applied(text, problem.fix) : "";
  const { roadmap, problems } = readRoadmap(sampleFolder({ "transport/tcp.md": mended }));
  expect(problems).toEqual([]);
  expect(roadmap?.topics[0]?.questions[0]?.reference).toContain("### Resources\n\n- [A book](https://example.org)");
});

it("are mended where an author writes a verdict from memory", () => {
  for (const [word, verdict] of Object.entries({
    correct: "met",
    partial: "partly",
    no: "missed",
    wrong: "contradicted",
  })) {
    const text = changed(tcpQuestion, "- flow: met", `- flow: ${word}`);
    const fix = readRoadmap(sampleFolder({ "transport/tcp.md": text })).problems[0]?.fix;
    expect(fix && applied(text, fix)).toBe(changed(tcpQuestion, "- flow: met", `- flow: ${verdict}`));
  }
});
