// The check's version stands for its results: whoever changes what is found on the goldens must raise the version.
import { expect, it } from "vitest";
import { readRoadmapFolder } from "../../../../src/cli/roadmapFolder";
import { canonicalJson, sha256Hex } from "../../../../src/core/text/hash";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { placedQuestions } from "../../../../src/core/roadmap/roadmap";
import { checkVersion, newChecker } from "../../../../src/grading/check/checker";

// Where only `roadmap` has changed, authors changed questions or goldens: take both hashes anew. Where `results`
// changed alone, the
// check finds otherwise than before: raise the version too, since attempts are replayed by it.
const pinned = { version: "check-3", roadmap: "73aba51d6d5b53cb", results: "abe8764d25dd3460" };

function hash(value: unknown): string {
  return sha256Hex(canonicalJson(value)).slice(0, 16);
}

it("changes with the results on the goldens", async () => {
  const { roadmap } = readRoadmap(await readRoadmapFolder("questions/generative-ai"));
  const questions = roadmap ? placedQuestions(roadmap).map((p) => p.question) : [];
  const checker = newChecker(questions);
  const results: unknown[] = [];
  for (const question of questions)
    for (const { answer } of question.goldens)
      results.push(await checker.check(question, answer, { pause: () => Promise.resolve() }));
  expect(results.length).toBeGreaterThan(100);
  expect({ version: checkVersion, roadmap: hash(questions), results: hash(results) }).toEqual(pinned);
});
