// Puts the model grader together: a transport under the grader that checks its quotes. Any client will do; the options
// of an OpenAI-compatible service stand for the client that they make. Loaded on the first grading with a model, since
// the SDK is large.
import type { Grader } from "./grader";
import { llmGrader, type LlmGraderOptions } from "./llm/llmGrader";
import type { ModelClient } from "./llm/modelClient";
import { openAiCompatible, type OpenAiCompatibleOptions } from "./models/openAiCompatible";
import { testCall, type TestCall } from "./models/testCall";

// Of the same bundle: trying a model on the sample answers, how steady it is, and what it answers to a prompt alone.
export { askBlind, blindEstimate } from "./authoring/blindAsk";
export { askDrafts, draftEstimate } from "./authoring/drafts";
export { checkStability } from "./stability";
export { trialEstimate, trialSubject, tryModel } from "./qualification/tryModel";
export { qualificationFor, qualificationKey, qualificationWord } from "./qualification/stored";
export { readQualification } from "./qualification/storedReader";

/** What speaks to a model: a client, or the options of one for an OpenAI-compatible service. */
export type ModelSource = ModelClient | OpenAiCompatibleOptions;

/** The client that a source is or makes; it talks to no one before its first request. */
export function clientOf(source: ModelSource): ModelClient {
  return "complete" in source ? source : openAiCompatible(source);
}

/** A grader over a model. */
export function modelGrader(source: ModelSource, options: LlmGraderOptions = {}): Grader {
  return llmGrader(clientOf(source), options);
}

/** Grades one tiny sample over a model and says what was measured. Never rejects. */
export function testModel(source: ModelSource, signal: AbortSignal): Promise<TestCall> {
  return testCall(clientOf(source), signal);
}
