// A roadmap of one question: nothing in it tells common words from rare ones, and still a sentence that only shares
// everyday words with an idea does not speak of it.
import { describe, expect, it } from "vitest";
import { readRoadmapFolder } from "../../../../src/cli/roadmapFolder";
import type { Question } from "../../../../src/core/roadmap/question";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { placedQuestions } from "../../../../src/core/roadmap/roadmap";
import { newChecker } from "../../../../src/grading/check/checker";
import { checkOf } from "./checking";
import { smallRoadmaps } from "./smallRoadmaps";

async function foundAlone(question: Question, answer: string, language?: string): Promise<readonly string[]> {
  const { criteria } = await checkOf(question, answer, language);
  return criteria.filter((c) => c.found).map((c) => c.criterion);
}

function without(some: readonly string[], others: readonly string[]): number {
  return some.filter((one) => !others.includes(one)).length;
}

describe("in a roadmap of one question", () => {
  const gan = smallRoadmaps.find(({ question }) => question.title === "GANs");

  it.each([
    "The generator doesn&#39;t keep producing the same few samples.",
    "The generator does <b>not</b> keep producing the same few samples.",
    "The generator doesn’t keep producing the same few samples.",
    "The generator does **not** keep producing the same few samples.",
    "💡 The generator keeps producing the same few samples.",
  ])("an idea is not found by a word as common as “keep”: %s", async (text) => {
    expect(gan && (await foundAlone(gan.question, text))).toEqual(["samples"]);
  });

  it("a word that two of its ideas have is not taken for the other one", async () => {
    expect(gan && (await foundAlone(gan.question, "The discriminator compares samples within a batch."))).toEqual([
      "minibatch",
    ]);
  });

  it("everyday words tell of an idea together, where they are its wording", async () => {
    expect(gan && (await foundAlone(gan.question, "Judging many together shows they are all alike."))).toEqual([
      "minibatch",
    ]);
  });

  // Of 264 pairs of a sentence and an idea that it does not speak of, 15 were found by words that are rare only among
  // few criteria; of 56 that it speaks of, 30 were missed.
  it("of sentences that were written before the rule, few are found falsely and most rightly", async () => {
    let [falsely, missed] = [0, 0];
    for (const { language, question, sentences } of smallRoadmaps)
      for (const [text, ...ids] of sentences) {
        const found = await foundAlone(question, text, language);
        falsely += without(found, ids);
        missed += without(ids, found);
      }
    expect(falsely).toBeLessThanOrEqual(3);
    expect(missed).toBeLessThanOrEqual(17);
  });

  it("each shipped question, alone, speaks as little of what its answers leave out as among the others", async () => {
    const { roadmap } = readRoadmap(await readRoadmapFolder("questions/generative-ai"));
    const questions = roadmap ? placedQuestions(roadmap).map((p) => p.question) : [];
    let [expected, missed, left, falsely] = [0, 0, 0, 0];
    for (const question of questions)
      for (const { kind, answer, expect: verdicts } of question.goldens) {
        if (kind !== "full" && kind !== "plain-words" && kind !== "partial") continue;
        const right = question.criteria
          .map(({ id }) => id)
          .filter((id) => ["met", "partly"].includes(verdicts[id] ?? ""));
        const found = await foundAlone(question, answer);
        expected += right.length;
        missed += without(right, found);
        left += question.criteria.length - right.length;
        falsely += without(found, right);
      }
    expect(expected).toBeGreaterThan(200);
    expect(missed / expected).toBeLessThan(0.06);
    expect(falsely / left).toBeLessThan(0.03);
  });
});

it("a roadmap of a hundred criteria counts for itself how common its words are", async () => {
  const home = smallRoadmaps[0];
  if (home === undefined) throw new Error("no sample");
  const filler = Array.from({ length: 33 }, (_, i): Question => ({ ...home.question, id: `filler-${String(i)}` }));
  const far = filler.map((question, i) => ({
    ...question,
    criteria: question.criteria.map((c) => ({ ...c, statement: `Topic ${String(i)} ${c.id}.`, accepted: [] })),
  }));
  const answer = "Keep everything simple.";
  const criterion = { id: "simple", marks: 1, statement: "It stays simple.", accepted: [], misconceptions: [] };
  const question: Question = { ...home.question, prompt: "Say it.", criteria: [{ ...criterion, idea: "simple" }] };
  const among = await newChecker([question, ...far]).check(question, answer);
  expect(among.kind === "checked" && among.check.criteria[0]?.found).toBe(true);
});
