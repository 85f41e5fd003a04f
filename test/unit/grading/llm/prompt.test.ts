// What a model is asked: the same words until their version says otherwise.
import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../../../src/core/hash";
import { gradingPrompt, promptVersion, repairPrompt, secondLookPrompt } from "../../../../src/grading/llm/prompt";
import { replySchema } from "../../../../src/grading/llm/replySchema";
import { fullAnswer, sampleQuestion as question } from "../../../support/sampleQuestion";

describe("the prompt", () => {
  it("changes only with its version", () => {
    const prompt = gradingPrompt(question, question.criteria, fullAnswer, "f3nce");
    const doubts = question.criteria.slice(0, 3).map((criterion, i) => ({
      criterion,
      kind: (["quote-not-found", "may-be-there", "no-verdict"] as const)[i] ?? "no-verdict",
      words: "x",
    }));
    const all = JSON.stringify([
      prompt,
      secondLookPrompt(question, doubts, fullAnswer, "f3nce"),
      repairPrompt(prompt),
      replySchema(["a"]),
    ]);
    // Where this fails: the same answer would be graded otherwise. Raise `promptVersion` and put the new hash here.
    expect([promptVersion, sha256Hex(all).slice(0, 16)]).toEqual(["model-2", "10598318e739c630"]);
  });

  it("holds the reference only where a criterion has no other wording", () => {
    expect(gradingPrompt(question, question.criteria, "x", "f").user).not.toContain(question.reference);
    const bare = question.criteria.map((c) => ({ ...c, accepted: [] }));
    expect(gradingPrompt(question, bare, "x", "f").user).toContain(question.reference);
  });
});
