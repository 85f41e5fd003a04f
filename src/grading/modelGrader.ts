// Puts the model grader together: the transport of an OpenAI-compatible service under the grader that checks its quotes.
// Loaded on the first grading with a model, since the SDK is large.
import type { Checker } from "./check/checker";
import type { Grader } from "./grader";
import { llmGrader } from "./llm/llmGrader";
import { testCall, type TestCall } from "./models/testCall";
import { openAiCompatible, type OpenAiCompatibleOptions } from "./models/openAiCompatible";

export interface ModelGraderOptions extends OpenAiCompatibleOptions {
  /** One call a criterion instead of one for all. */
  readonly strict: boolean;
  /** The check of the roadmap whose answers are graded. */
  readonly checker?: Checker;
}

/** A grader over the model that `options` name; talks to no one before its first grading. */
export function modelGrader({ strict, checker, ...options }: ModelGraderOptions): Grader {
  return llmGrader(openAiCompatible(options), { strict, ...(checker === undefined ? {} : { checker }) });
}

/** Grades one tiny sample over the model that `options` name and says what was measured. Never rejects. */
export function testModel(options: OpenAiCompatibleOptions, signal: AbortSignal): Promise<TestCall> {
  return testCall(openAiCompatible(options), signal);
}
