// Small attempts and amendments for the tests of records, progress, feedback and storage.
import type { Amendment, Amends } from "../../../../src/core/attempts/amendment";
import { newAmendment } from "../../../../src/core/attempts/amendments";
import type { CheckedAttempt, GradedAttempt } from "../../../../src/core/attempts/attempt";
import { attemptId } from "../../../../src/core/attempts/attempts";
import { answerHash, rubricHash } from "../../../../src/core/text/hash";
import { sampleQuestion } from "../roadmap/samplePlaced";

const made = (second: number): Date => new Date(Date.UTC(2026, 10, 23, 6, 0, second));

function base(second: number, answer: string) {
  return {
    version: 2,
    id: attemptId(made(second), "abcd12"),
    key: { roadmap: "generative-ai", question: "mode-collapse" },
    at: made(second).toISOString(),
    answer,
    asked: { title: "Mode collapse", prompt: "What is it?" },
  } as const;
}

const hashes = (answer: string) => ({ answerHash: answerHash(answer), rubricHash: rubricHash(sampleQuestion()) });

/**
 * A model's grading of `second` seconds past a fixed time: "few" met by the first ten characters, "mitigation" missed.
 */
export function sampleAttempt(second = 0, change: Partial<GradedAttempt> = {}): GradedAttempt {
  const answer = change.answer ?? "It repeats itself.\n";
  return {
    ...base(second, answer),
    kind: "graded",
    grade: {
      verdicts: [
        {
          criterion: "few",
          verdict: "met",
          quotes: [{ start: 0, end: 10, text: answer.slice(0, 10) }],
          remark: "Says it.",
        },
        { criterion: "mitigation", verdict: "missed", quotes: [], remark: "No mitigation." },
      ],
      errors: [],
      summary: "",
      flags: [],
    },
    receipt: {
      ...hashes(answer),
      promptVersion: "p1",
      grader: "model",
      qualification: "qualified",
      model: "gpt-x",
      endpoint: "https://models.example/v1",
      ms: 3,
    },
    ...change,
  };
}

/** A check of the same: "few" found in the first ten characters, "mitigation" not found. */
export function sampleCheck(second = 0, change: Partial<CheckedAttempt> = {}): CheckedAttempt {
  const answer = change.answer ?? "It repeats itself.\n";
  return {
    ...base(second, answer),
    kind: "checked",
    check: {
      criteria: [
        { criterion: "few", found: true, quotes: [{ start: 0, end: 10, text: answer.slice(0, 10) }] },
        { criterion: "mitigation", found: false, quotes: [] },
      ],
      observations: [],
    },
    receipt: { ...hashes(answer), promptVersion: "c1", grader: "check", ms: 3 },
    ...change,
  };
}

/** An amendment of `attempt`, made `second` seconds past the same fixed time. */
export function sampleAmendment(
  second: number,
  amends: Amends,
  attempt: Pick<GradedAttempt, "id" | "key"> = sampleAttempt(),
): Amendment {
  return newAmendment(attempt, amends, { now: made(second), random: "beef01" });
}
