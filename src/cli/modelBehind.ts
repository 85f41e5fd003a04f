// The model that the command line was told to ask: its client, and graders over it.
import type { Grader } from "../grading/grader";
import type { LlmGraderOptions } from "../grading/llm/llmGrader";
import type { ModelClient } from "../grading/llm/modelClient";
import { endpointOf } from "../grading/models/baseUrl";
import type { ModelOptions } from "./usage";

/** A model and how to grade with it. */
export interface ModelBehind {
  readonly client: ModelClient;
  readonly grader: (options: Pick<LlmGraderOptions, "checker" | "roadmap">) => Grader;
}

/** The model behind the options. The key comes from the environment, never from an argument that `ps` would show. */
export async function modelBehind({ strict, ...source }: ModelOptions): Promise<ModelBehind> {
  const { clientOf, modelGrader } = await import("../grading/modelGrader");
  // OpenAI's own key goes to OpenAI alone.
  const key =
    process.env["TUTOR_API_KEY"] ||
    (endpointOf(source.baseUrl).startsWith("https://api.openai.com/") ? process.env["OPENAI_API_KEY"] : undefined);
  const client = clientOf({ ...source, ...(key ? { key } : {}) });
  return { client, grader: (options) => modelGrader(client, { strict, ...options }) };
}
