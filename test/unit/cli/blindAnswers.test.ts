// `check --answers`: how many blind answers produced each criterion, whose word that is, and what the prompt does not
// ask for.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, it } from "vitest";
import { check } from "../../../src/cli/check";
import type { Console } from "../../../src/cli/console";
import { changed, sampleFolder, tcpQuestion } from "../core/reading/sampleRoadmap";

let folder = "";
const printed: string[] = [];
const complained: string[] = [];
const console: Console = {
  stdin: Readable.from([]),
  print: (line) => Promise.resolve(void printed.push(line)),
  complain: (line) => void complained.push(line),
  progress: () => undefined,
  signal: new AbortController().signal,
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "blind-"));
  printed.length = 0;
  complained.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

async function checked(answers: readonly object[], question = tcpQuestion): Promise<number> {
  for (const { path, text } of sampleFolder({ "transport/tcp.md": question })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const file = join(folder, "answers.jsonl");
  await writeFile(file, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(""));
  return check([folder], console, { format: "text", table: false, answers: file });
}

const times = (n: number, answer: object): object[] => Array.from({ length: n }, () => answer);
const judged = (verdicts: Record<string, string>): object => ({ question: "tcp", answer: "…", verdicts });

it("finds what fewer than eight of ten produced, at its place, by the verdicts that are given", async () => {
  const all = { reliable: "met", order: "partly", flow: "met" };
  const eight = [
    ...times(8, judged(all)),
    ...times(2, judged({ reliable: "contradicted", order: "met", flow: "met" })),
  ];
  expect(await checked(eight)).toBe(0);
  expect(printed).toEqual([]);
  expect(complained).toContain("tcp · reliable: 8 of 10 produced it, by verdicts");
  // Of an "any of these" group as many members as it asks for.
  expect(complained).toContain("tcp · more: 10 of 10 produced it, by verdicts");
  expect(await checked([...eight.slice(1), judged({ order: "met" })])).toBe(1);
  const line = tcpQuestion.slice(0, tcpQuestion.indexOf("- id: reliable")).split("\n").length;
  expect(printed).toEqual([
    `${join(folder, "transport/tcp.md")}:${String(line)}: Not asked by the prompt (7 of 10 produced it): ` +
      "reword it, or mark it `bonus: true`.",
  ]);
});

it("without verdicts goes by what the check finds, and says so", async () => {
  const answer = { question: "tcp", answer: "TCP delivers bytes reliably by retransmitting lost segments." };
  expect(await checked([answer])).toBe(1);
  expect(complained).toContain("tcp · reliable: 1 of 1 produced it, by what the check finds, which is words alone");
  expect(printed.some((line) => line.includes("0 of 1 produced it, by what the check finds"))).toBe(true);
});

it("finds nothing wrong with a bonus that few produce", async () => {
  const extra =
    "  - id: history\n    marks: 1\n    bonus: true\n    statement: It is from 1974.\n    accepted: [In 1974.]\n    idea: its age\n";
  const bonus = changed(tcpQuestion, "criteria:\n", `criteria:\n${extra}`);
  expect(await checked(times(10, judged({ reliable: "met", order: "met", flow: "met" })), bonus)).toBe(0);
  expect(complained).toContain("tcp · history: a bonus, 0 of 10 produced it, by verdicts");
});

it.each<[string, object, RegExp]>([
  ["a question that is not there", { question: "udp", answer: "x" }, /no question "udp"/],
  ["a criterion that is not there", judged({ speed: "met" }), /tcp has no criterion "speed"/],
  ["a word that is no verdict", judged({ order: "yes" }), /answers\.jsonl:1: .*met, partly/],
  ["a line without an answer", { question: "tcp" }, /answers\.jsonl:1: /],
])("refuses %s", async (_name, answer, message) => {
  await expect(checked([answer])).rejects.toThrow(message);
});

it("says of a file without answers that it holds none", async () => {
  await expect(checked([])).rejects.toThrow(/answers\.jsonl holds no answers; a line is \{"question"/);
});
