// What a model is asked: the same words until their version says otherwise.
import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../../../src/core/text/hash";
import {
  gradingPrompt,
  promptVersion,
  repairPrompt,
  secondLookPrompt,
  type Doubt,
} from "../../../../src/grading/llm/prompt";
import { replySchema } from "../../../../src/grading/llm/replySchema";
import { fullAnswer, sampleQuestion as question } from "../../../support/sampleQuestion";

describe("the prompt", () => {
  it("changes only with its version", () => {
    const prompt = gradingPrompt(question, question.criteria, fullAnswer, "f3nce");
    const kinds = [
      "quote-not-found",
      "may-be-there",
      "no-verdict",
      "quote-serves-many",
      "other-words",
      "said-yes-too-easily",
    ] as const satisfies readonly Doubt["kind"][];
    const doubts = kinds.flatMap((kind, i) => {
      const criterion = question.criteria[i % question.criteria.length];
      return criterion === undefined ? [] : [{ criterion, kind, words: "x" }];
    });
    const all = JSON.stringify([
      prompt,
      secondLookPrompt(question, doubts, fullAnswer, "f3nce"),
      repairPrompt(prompt),
      replySchema(["a"]),
    ]);
    // Where this fails: the same answer would be graded otherwise. Raise `promptVersion` and put the new hash here.
    expect([promptVersion, sha256Hex(all).slice(0, 16)]).toEqual(["model-3", "0bb26744447c7043"]);
  });

  it("holds the reference only where a criterion has no other wording", () => {
    expect(gradingPrompt(question, question.criteria, "x", "f").user).not.toContain(question.reference);
    const bare = question.criteria.map((c) => ({ ...c, accepted: [] }));
    expect(gradingPrompt(question, bare, "x", "f").user).toContain(question.reference);
  });
});
