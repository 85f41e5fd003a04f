// One grading of the sample question by a model whose replies are written down.
import type { Grade, Verdict } from "../../../../src/core/marks/grade";
import { marksOf, tally, type Marks } from "../../../../src/core/marks/marks";
import { llmGrader, type LlmGraderOptions } from "../../../../src/grading/llm/llmGrader";
import type { ModelRequest } from "../../../../src/grading/llm/modelClient";
import { fullAnswer, sampleQuestion as question } from "../../../support/sampleQuestion";
import { scriptedClient, type Scripted } from "../../../support/scriptedClient";

/** The marks that a grade of the sample question comes to. */
export function marksIn(grade: Grade): Marks {
  return marksOf(
    tally(
      question,
      grade.verdicts.map(({ criterion, verdict }) => ({ criterion, verdict, by: "model" })),
    ),
  );
}

const never = new AbortController().signal;

/** Grades; `seen` are the provisional verdicts, `requests` what the model was asked. */
export async function run(
  replies: (request: ModelRequest, index: number) => Scripted,
  answer = fullAnswer,
  options: LlmGraderOptions = {},
  mayReveal = false,
) {
  const client = scriptedClient(replies);
  const seen: Verdict[] = [];
  const outcome = await llmGrader(client, { newFence: () => "f3nce", ...options }).grade(
    { question, answer, mayReveal },
    never,
    (v) => seen.push(v),
  );
  return { outcome, seen, requests: client.requests };
}

/** As `run`, for a grading that must come to a grade. */
export async function graded(
  ...given: Parameters<typeof run>
): Promise<{ grade: Grade; of: (id: string) => Verdict; requests: readonly ModelRequest[]; seen: readonly Verdict[] }> {
  const { outcome, requests, seen } = await run(...given);
  if (outcome.kind !== "graded") throw new Error(JSON.stringify(outcome));
  const { grade } = outcome;
  const of = (id: string): Verdict => {
    const verdict = grade.verdicts.find((v) => v.criterion === id);
    if (!verdict) throw new Error(id);
    return verdict;
  };
  return { grade, of, requests, seen };
}
