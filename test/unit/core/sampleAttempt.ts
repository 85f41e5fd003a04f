// A small attempt for the tests of attempts, progress and storage.
import type { Attempt } from "../../../src/core/attempt";
import { attemptId } from "../../../src/core/attempts";
import { rubricHash, sha256Hex } from "../../../src/core/hash";
import { sampleQuestion } from "./samplePlaced";

/** An attempt of `second` seconds past a fixed time; the first two words of the answer are its quote. */
export function sampleAttempt(second = 0, change: Partial<Attempt> = {}): Attempt {
  const now = new Date(Date.UTC(2026, 10, 23, 6, 0, second));
  const answer = change.answer ?? "It repeats itself.\n";
  return {
    version: 1,
    id: attemptId(now, "abcd12"),
    key: { roadmap: "generative-ai", question: "mode-collapse" },
    at: now.toISOString(),
    answer,
    asked: { title: "Mode collapse", prompt: "What is it?" },
    grade: {
      verdicts: [
        {
          criterion: "few",
          verdict: "met",
          credit: 1,
          quotes: [{ start: 0, end: 10, text: answer.slice(0, 10) }],
          remark: "Says it.",
        },
        { criterion: "mitigation", verdict: "missed", credit: 0, quotes: [], remark: "No mitigation." },
      ],
      errors: [],
      summary: "",
      flags: [],
      marks: { low: 2, high: 2, max: 4 },
      estimate: true,
    },
    receipt: {
      answerHash: sha256Hex(answer),
      rubricHash: rubricHash(sampleQuestion()),
      promptVersion: "b1",
      grader: "built-in",
      ms: 3,
    },
    ...change,
  };
}
