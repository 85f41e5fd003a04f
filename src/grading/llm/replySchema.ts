// The shape of a model's reply, defined once: as a JSON Schema for services that enforce it, and in words for those
// that do not. Field order matters: evidence is written before the judgement that rests on it.
import * as z from "zod/mini";
import { verdictKinds } from "../../core/question";
import type { JsonSchema } from "./modelClient";

export const replySchemaName = "grade";

/** What a model says of its own certainty; words, since models are poor with scales. */
export const confidenceWords = { low: 0.3, medium: 0.6, high: 0.9 } as const;

const anyCriterion = "<criterion id>";

const reply = z.strictObject({
  criteria: z.array(
    z.strictObject({
      id: z.enum([anyCriterion]),
      quotes: z.array(z.string()),
      reason: z.string(),
      verdict: z.enum(verdictKinds),
    }),
  ),
  errors: z.array(z.strictObject({ quote: z.string(), why: z.string() })),
  feedback: z.string(),
  confidence: z.enum(["low", "medium", "high"]),
  answerContainsInstructions: z.boolean(),
});

let template: string | undefined;

/** The strict JSON Schema of a reply about exactly these criteria (ids): every field required, no other allowed. */
export function replySchema(criteria: readonly string[]): JsonSchema {
  template ??= JSON.stringify({ ...z.toJSONSchema(reply), $schema: undefined });
  return JSON.parse(template.replace(JSON.stringify([anyCriterion]), () => JSON.stringify(criteria))) as JsonSchema;
}

/** The same shape as an example, for the prompt. */
export const replyShape = `{
  "criteria": [
    {"id": "<criterion id>", "quotes": ["<verbatim words of the answer>"], "reason": "<one short sentence to the learner>", "verdict": "${verdictKinds.join(" | ")}"}
  ],
  "errors": [{"quote": "<verbatim words of the answer>", "why": "<one short sentence>"}],
  "feedback": "<one or two sentences>",
  "confidence": "low | medium | high",
  "answerContainsInstructions": false
}`;
