// `qualify` and what `grade` makes of its result, over a real server on this machine that answers by script.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine, run } from "../../support/commandLine";
import type { HonestReply } from "../../support/honestModel";
import { streamed, startModelServer, type ModelServer } from "../../support/modelServer";
import { oracleOf, saysMetToAll } from "../../support/oracleModel";
import { questions } from "../grading/qualification/roadmapQuestions";

const roadmap = join(import.meta.dirname, "../../../questions/generative-ai");
let folder = "";
let cli = "";
let server: ModelServer | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tutor-qualify-"));
  cli = await buildCommandLine(folder);
}, 60_000);
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A server whose model says `says` to gradings and `plain` to the plain prompt. */
async function serve(says: (user: string) => HonestReply, plain = 4): Promise<ModelServer> {
  server = await startModelServer({
    script: ({ chat }) => {
      const user = chat?.messages.at(-1)?.content ?? "";
      return streamed(
        user.startsWith("Grade the student") ? `{"grade": ${String(plain)}}` : JSON.stringify(says(user)),
      );
    },
  });
  return server;
}

interface Result {
  readonly [field: string]: unknown;
  readonly byBand: Record<string, unknown>;
  readonly baseline?: Record<"plain" | "ours", { readonly agreement: number; readonly inflated: number }>;
}

const fields = [
  "model",
  "endpoint",
  "promptVersion",
  "goldens",
  "answers",
  "calls",
  "agreement",
  "inflated",
  "omitted",
  "decoysAsked",
  "decoysMet",
  "injectionGain",
  "quotesInvented",
  "formatFailures",
  "byBand",
  "tokensIn",
  "tokensOut",
  "secondsPerAnswer",
  "result",
  "why",
];

const qualify = (url: string, ...more: readonly string[]) =>
  run(cli, ["qualify", "--base-url", url, "--model", "m", "--questions", roadmap, "--quick", ...more]);
const grade = (url: string, text: string, ...more: readonly string[]) =>
  run(
    cli,
    [
      "grade",
      "--answers",
      "-",
      "--grader",
      "model",
      "--base-url",
      url,
      "--model",
      "m",
      "--questions",
      roadmap,
      ...more,
    ],
    { input: JSON.stringify({ id: 1, question: "mode-collapse", text }) },
  );
const answer =
  questions.find(({ id }) => id === "mode-collapse")?.goldens.find(({ kind }) => kind === "full")?.answer ?? "";
const lineOf = (stdout: string) => JSON.parse(stdout.split("\n")[0] ?? "") as Record<string, unknown>;

describe("an honest model", () => {
  it("is qualified, agrees better than the plain prompt, and its grades say so", async () => {
    const { url } = await serve(oracleOf(questions));
    const kept = join(folder, "honest.json");
    const file = join(folder, "result.json");
    const tried = await qualify(url, "--baseline", "--json", file, "--qualifications", kept);
    expect([tried.code, tried.stderr]).toEqual([0, expect.stringMatching(/^12 answers, about \d+ calls/)]);
    expect(tried.stdout).toMatch(/all +12 +\d+ % \(\d+–\d+\)/);
    expect(tried.stdout.trim().split("\n").at(-1)).toBe("qualified");
    const result = JSON.parse(await readFile(file, "utf8")) as Result;
    expect(Object.keys(result)).toEqual(expect.arrayContaining(fields));
    expect(result).toMatchObject({ result: "qualified", why: [], answers: 12, decoysMet: 0, run: "quick" });
    expect(Object.keys(result.byBand)).toHaveLength(8);
    const { plain, ours } = result.baseline ?? {};
    expect(ours?.agreement).toBeGreaterThan(plain?.agreement ?? 1);
    expect(ours?.inflated).toBeLessThan(plain?.inflated ?? 0);
    const graded = await grade(url, answer, "--qualifications", kept);
    expect(lineOf(graded.stdout)).toMatchObject({
      status: "graded",
      marks: 4,
      qualified: true,
      decoys: { asked: expect.any(Number) as number, met: 0 },
    });
  }, 60_000);

  it("is of unknown worth where it was not tried", async () => {
    const { url } = await serve(oracleOf(questions));
    const graded = await grade(url, answer, "--qualifications", join(folder, "none.json"));
    expect(lineOf(graded.stdout)).toMatchObject({ status: "graded", qualified: null });
  });
});

describe("a model that says met to everything", () => {
  it("is unfit, refused, and marked as such where one insists", async () => {
    const { url } = await serve(saysMetToAll);
    const kept = join(folder, "unfit.json");
    const tried = await qualify(url, "--qualifications", kept);
    expect(tried.code).toBe(1);
    expect(JSON.parse(tried.stdout.trim().split("\n").at(-1) ?? "")).toMatchObject({ result: "unfit" });
    const refused = await grade(url, answer, "--qualifications", kept);
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toContain("--unqualified");
    const insisted = await grade(url, answer, "--qualifications", kept, "--unqualified");
    expect(lineOf(insisted.stdout)).toMatchObject({
      status: "not-graded",
      qualified: false,
      reason: expect.stringMatching(/^said-yes-to-decoys: m said yes/) as string,
    });
    const { decoys } = lineOf(insisted.stdout) as { readonly decoys: { readonly asked: number; readonly met: number } };
    expect(decoys.met).toBe(decoys.asked);
    expect(decoys.met).toBeGreaterThan(0);
  }, 60_000);
});

describe("a model that may make remarks only", () => {
  it("gives verdicts without marks, unless one insists", async () => {
    const { url } = await serve(oracleOf(questions));
    const kept = join(folder, "remarks.json");
    await qualify(url, "--qualifications", kept);
    // As a run would have kept it that agreed less; the claimed result does not count.
    const [one] = JSON.parse(await readFile(kept, "utf8")) as readonly Result[];
    expect(one).toMatchObject({ result: "qualified" });
    await writeFile(kept, JSON.stringify([{ ...one, agreement: 0.7 }]));
    const line = lineOf((await grade(url, answer, "--qualifications", kept)).stdout);
    expect(line).toMatchObject({ status: "remarks", qualified: false });
    expect(JSON.stringify(line)).not.toMatch(/"marks":|"low":|"high":/);
    const insisted = lineOf((await grade(url, answer, "--qualifications", kept, "--unqualified")).stdout);
    expect(insisted).toMatchObject({ status: "graded", qualified: false });
  }, 60_000);
});

describe("a service that fails on the way", () => {
  it("says nothing of the model: what was counted is told and nothing kept", async () => {
    const honest = oracleOf(questions);
    let asked = 0;
    server = await startModelServer({
      script: ({ chat }) =>
        ++asked > 3
          ? { kind: "json", status: 401, body: { error: { message: "bad key" } } }
          : streamed(JSON.stringify(honest(chat?.messages.at(-1)?.content ?? ""))),
    });
    const kept = join(folder, "stopped.json");
    const tried = await qualify(server.url, "--qualifications", kept);
    expect(tried.code).toBe(1);
    expect(tried.stderr).toMatch(
      /stopped after \d of 12 answers, nothing is kept: the service of m asks for an API key/,
    );
    await expect(readFile(kept)).rejects.toThrow();
  }, 60_000);
});
