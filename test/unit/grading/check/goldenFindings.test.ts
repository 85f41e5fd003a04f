// What goldens show, at its place in the files; by the same code for `check` and the editor, and no code that one of
// them cannot make.
import { describe, expect, test, vi } from "vitest";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import type { Question } from "../../../../src/core/roadmap/question";
import { placedQuestions } from "../../../../src/core/roadmap/roadmap";
import { newChecker } from "../../../../src/grading/check/checker";
import { goldenFindings, goldenFindingsIn, type KnownFindings } from "../../../../src/grading/check/goldenFindings";
import { sampleFolder, tcpQuestion } from "../../core/reading/sampleRoadmap";

const path = "transport/tcp.md";
const right = "TCP delivers bytes reliably by retransmitting lost segments.";
const unfound = tcpQuestion.replace(`${right} Bytes arrive`, "Cats sleep. Bytes arrive");

function read(text: string, extra: Readonly<Record<string, string>> = {}) {
  const files = sampleFolder({ [path]: text, ...extra });
  const { roadmap, paths, problems } = readRoadmap(files);
  if (roadmap === undefined) throw new Error("no roadmap");
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const questions = placedQuestions(roadmap).map(({ question }) => question);
  return { files: { roadmap, paths, textOf: (at: string) => texts.get(at) ?? "" }, questions, problems };
}

/** Forty times the question of which a golden is not found. */
function large() {
  const { files, questions } = read(unfound);
  const many = Array.from({ length: 40 }, (_, i) => ({ ...questions[0], id: `tcp-${String(i)}` }) as Question);
  const [topic] = files.roadmap.topics;
  const roadmap = { ...files.roadmap, topics: topic ? [{ ...topic, questions: many }] : [] };
  return { files: { ...files, roadmap }, many };
}

describe("a golden that is not found as it expects", () => {
  const line = unfound.split("\n").indexOf("## Golden: full");

  test("is told at its whole heading, once", async () => {
    const { files, questions } = read(unfound);
    const { findings } = await goldenFindings(files, newChecker(questions));
    expect(findings).toEqual([
      {
        file: path,
        range: { start: { line, character: 0 }, end: { line, character: "## Golden: full".length } },
        code: "golden-bounds",
        severity: "warning",
        message: expect.stringContaining("No sentence is found that speaks of reliable") as string,
      },
    ]);
    expect((await goldenFindings(read(tcpQuestion).files, newChecker(questions))).findings).toEqual([]);
  });

  test("alone in its file, and as the editor holds a roadmap, it is the same finding", async () => {
    const { files, questions } = read(unfound);
    const question = questions[0] as Question;
    const checker = newChecker(questions);
    const whole = (await goldenFindings(files, checker)).findings;
    expect(await goldenFindingsIn(question, path, unfound, checker)).toEqual(whole);
    expect((await goldenFindings(files, checker, new WeakMap())).findings).toEqual(whole);
  });

  test("of a large roadmap what is known is not held again", async () => {
    const { files, many } = large();
    let checks = 0;
    const checker = newChecker(many);
    const counting = {
      ...checker,
      check: (...args: Parameters<typeof checker.check>) => {
        checks++;
        return checker.check(...args);
      },
    };
    const known: KnownFindings = new WeakMap();
    const first = await goldenFindings(files, counting, known);
    const then = checks;
    const again = await goldenFindings(files, counting, known);
    expect(first.findings.length).toBeGreaterThan(0);
    expect([checks, again.findings]).toEqual([then, first.findings]);
    expect(again.findings.every((finding, i) => finding === first.findings[i])).toBe(true);
  });

  test.each([undefined, new WeakMap()])("others work while many are held, none of which takes long", async (known) => {
    const { files, many } = large();
    // A clock on which each look is a little later: of no check by itself enough to pause.
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (now += 0.1));
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await goldenFindings(files, newChecker(many), known);
    clearInterval(timer);
    vi.restoreAllMocks();
    expect(turns).toBeGreaterThan(10);
  });
});

test("of a language that the check does not read nothing is told", async () => {
  const { files, questions } = read(unfound);
  expect(await goldenFindings(files, newChecker(questions, "fr"))).toEqual({ findings: [], report: undefined });
});

test("what lacks a reference or waits for its author is told once, by the reader", async () => {
  const text = tcpQuestion.replace(/## Reference\n\n[^#]+(?=## Golden: full)/, "");
  const { files, questions, problems } = read(text);
  expect(problems.map(({ code }) => code)).toEqual(["no-reference"]);
  expect((await goldenFindings(files, newChecker(questions))).findings).toEqual([]);
});
