// The shape of a model's reply, defined once: as a JSON Schema for services that enforce it, and in words for those
// that do not. Field order matters: evidence is written before the judgement that rests on it.
import { verdictKinds } from "../../core/roadmap/question";
import type { JsonSchema } from "./modelClient";

export const replySchemaName = "grade";

/** What a model says of its own certainty; words, since models are poor with scales. */
export const confidenceWords = { low: 0.3, medium: 0.6, high: 0.9 } as const;

const text = { type: "string" };
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });
const oneOf = (values: readonly string[]): JsonSchema => ({ type: "string", enum: values });
/** An object with exactly these fields: every one required, no other allowed, as strict modes want it. */
const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** The strict JSON Schema of a reply about exactly these criteria (ids). */
export function replySchema(criteria: readonly string[]): JsonSchema {
  return object({
    criteria: list(object({ id: oneOf(criteria), quotes: list(text), reason: text, verdict: oneOf(verdictKinds) })),
    errors: list(object({ quote: text, why: text })),
    feedback: text,
    confidence: oneOf(Object.keys(confidenceWords)),
    answerContainsInstructions: { type: "boolean" },
  });
}

const shownQuotes = `["<verbatim words of the answer>"]`;
const shownReason = `"<one short sentence to the learner>"`;
const shownVerdict = `"${verdictKinds.join(" | ")}"`;

/** The same shape as an example, for the prompt. */
export const replyShape = `{
  "criteria": [
    {"id": "<criterion id>", "quotes": ${shownQuotes}, "reason": ${shownReason}, "verdict": ${shownVerdict}}
  ],
  "errors": [{"quote": "<verbatim words of the answer>", "why": "<one short sentence>"}],
  "feedback": "<one or two sentences>",
  "confidence": "low | medium | high",
  "answerContainsInstructions": false
}`;
