// The check's version stands for its results: whoever changes what is found on the goldens must raise the version.
import { expect, it } from "vitest";
import { readRoadmapFolder } from "../../../../src/cli/roadmapFolder";
import { canonicalJson, sha256Hex } from "../../../../src/core/hash";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { placedQuestions } from "../../../../src/core/roadmap";
import { checkVersion, newChecker } from "../../../../src/grading/check/checker";

// Of other goldens the results are others too: then the hash changes alone.
const pinned = { version: "check-1", results: "?" };

it("changes with the results on the goldens", async () => {
  const { roadmap } = readRoadmap(await readRoadmapFolder("questions/generative-ai"));
  const questions = roadmap ? placedQuestions(roadmap).map((p) => p.question) : [];
  const checker = newChecker(questions);
  const results: unknown[] = [];
  for (const question of questions)
    for (const { answer } of question.goldens)
      results.push(await checker.check(question, answer, { pause: () => Promise.resolve() }));
  expect(results.length).toBeGreaterThan(100);
  expect({ version: checkVersion, results: sha256Hex(canonicalJson(results)).slice(0, 16) }).toEqual(pinned);
});
