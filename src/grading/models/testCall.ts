// The test call of the set-up: one tiny answer graded for real, and what was measured.
import type { Question } from "../../core/roadmap/question";
import type { FailureCause, ModelClient, ModelFailure, ReplyMode } from "../llm/modelClient";
import { gradingPrompt } from "../llm/prompt";
import { readReply } from "../llm/replyReader";
import { replySchema, replySchemaName } from "../llm/replySchema";
import { speedOf, type ModelSpeed } from "./speed";

/** What a test call measured. Times in milliseconds from the request. */
export type TestCall =
  | {
      readonly kind: "ok";
      readonly model: string;
      readonly firstTokenMs: number;
      readonly totalMs: number;
      readonly speed: ModelSpeed;
      /** How the service took the reply's shape. */
      readonly mode: ReplyMode;
      /** Whether it got the tiny sample right; a model that does not is too weak to grade. */
      readonly right: boolean;
      /** The base URL that answered, where it is not the one that was given. */
      readonly baseUrl?: string;
    }
  | {
      readonly kind: "failed";
      readonly reason: ModelFailure | "malformed" | "truncated";
      readonly cause?: FailureCause;
      readonly detail: string;
      readonly said?: string;
      readonly retryAfter?: number;
    };

const sample: Question = {
  id: "ice",
  title: "Ice",
  marks: 2,
  prompt: "Why does ice float on water, and what happens to its volume as it melts?",
  criteria: [
    {
      id: "density",
      marks: 1,
      statement: "Ice is less dense than liquid water.",
      accepted: ["The same mass of ice takes more room than water."],
      misconceptions: ["Ice is heavier than water."],
      idea: "density",
    },
    {
      id: "shrinks",
      marks: 1,
      statement: "Ice takes less room once it has melted.",
      accepted: ["The volume goes down on melting."],
      misconceptions: ["Ice grows as it melts."],
      idea: "volume on melting",
    },
  ],
  groups: [],
  reference: "",
  hints: [],
  goldens: [],
};
const sampleAnswer = "Ice floats because it is less dense than liquid water.";

/** Grades the sample over `client` and says what came of it. Never rejects. */
export async function testCall(
  client: ModelClient,
  signal: AbortSignal,
  now: () => number = () => performance.now(),
): Promise<TestCall> {
  const started = now();
  const ids = sample.criteria.map((c) => c.id);
  const prompt = gradingPrompt(sample, sample.criteria, sampleAnswer, "test-call");
  const schema = { name: replySchemaName, schema: replySchema(ids) };
  const outcome = await client.complete({ ...prompt, schema }, signal);
  if (outcome.kind === "failed") return outcome;
  const read = readReply(outcome.text, ids, outcome.finish === "length");
  if (read.kind === "declined") return { kind: "failed", reason: "refused", cause: "declined", detail: "" };
  if (read.kind !== "ok")
    return { kind: "failed", reason: read.kind, detail: `A reply of ${String(outcome.text.length)} characters.` };
  const verdict = (id: string): string | undefined => read.reply.criteria.find((c) => c.id === id)?.verdict;
  const { firstTokenMs } = outcome;
  const totalMs = Math.round(now() - started);
  const promptCharacters = prompt.system.length + prompt.user.length;
  return {
    kind: "ok",
    model: client.model,
    firstTokenMs,
    totalMs,
    speed: speedOf({ promptCharacters, replyCharacters: outcome.text.length, firstTokenMs, totalMs }),
    mode: outcome.mode,
    ...(outcome.baseUrl === undefined ? {} : { baseUrl: outcome.baseUrl }),
    right: verdict("density") === "met" && verdict("shrinks") === "missed",
  };
}
