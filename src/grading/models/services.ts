// The services that a learner can choose from, which of the local ones answer, and what they list. Plain fetch, no SDK.
// Setting up only; grading goes through openAiCompatible.
import type { ModelListOutcome } from "../llm/modelClient";
import { failureOf, retryAfterOf, scrub } from "./failures";

export type ServiceId = "ollama" | "lm-studio" | "llama-cpp" | "vllm" | "openai" | "openrouter" | "custom";

/** A service that speaks as OpenAI's does. */
export interface Service {
  readonly id: ServiceId;
  /** A name of its own; not translated. Empty for `custom`. */
  readonly name: string;
  /** Ends before `/chat/completions`; empty for `custom`. */
  readonly baseUrl: string;
  /** On this machine, at its usual port. */
  readonly local: boolean;
  readonly needsKey: "yes" | "no" | "perhaps";
}

/** In the order of the set-up command: local first. Ports are the projects' own defaults. */
export const services: readonly Service[] = [
  { id: "ollama", name: "Ollama", baseUrl: "http://127.0.0.1:11434/v1", local: true, needsKey: "no" },
  { id: "lm-studio", name: "LM Studio", baseUrl: "http://127.0.0.1:1234/v1", local: true, needsKey: "no" },
  { id: "llama-cpp", name: "llama.cpp", baseUrl: "http://127.0.0.1:8080/v1", local: true, needsKey: "no" },
  { id: "vllm", name: "vLLM", baseUrl: "http://127.0.0.1:8000/v1", local: true, needsKey: "perhaps" },
  { id: "openai", name: "OpenAI", baseUrl: "https://api.openai.com/v1", local: false, needsKey: "yes" },
  { id: "openrouter", name: "OpenRouter", baseUrl: "https://openrouter.ai/api/v1", local: false, needsKey: "yes" },
  { id: "custom", name: "", baseUrl: "", local: false, needsKey: "perhaps" },
];

/** A local service that answered, with its models. */
export interface AnsweringService {
  readonly service: Service;
  readonly models: readonly string[];
}

/** Milliseconds that a local service has to answer; one that runs does so in a few. */
const probeTime = 500;
const listTime = 15_000;

/** The local services that answer now, in the order of `services`. Asks 127.0.0.1 only, each at most 500 ms; never rejects. */
export async function probeLocal(
  signal: AbortSignal,
  options: { readonly fetch?: typeof fetch; readonly among?: readonly Service[] } = {},
): Promise<AnsweringService[]> {
  const local = (options.among ?? services).filter((s) => s.local && isThisMachine(s.baseUrl));
  const asked = await Promise.all(
    local.map(async (service) => ({
      service,
      list: await listModels(service.baseUrl, undefined, signal, { ...options, timeout: probeTime }),
    })),
  );
  return asked.flatMap(({ service, list }) => (list.kind === "ok" ? [{ service, models: list.models }] : []));
}

/** Whether a URL leads to this machine. */
export function isThisMachine(url: string): boolean {
  try {
    return /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(new URL(url).hostname);
  } catch {
    return false;
  }
}

/** The models that a service offers, in its order. The key goes into the `Authorization` header only. Never rejects. */
export async function listModels(
  baseUrl: string,
  key: string | undefined,
  signal: AbortSignal,
  options: { readonly fetch?: typeof fetch; /** Milliseconds; default 15 s. */ readonly timeout?: number } = {},
): Promise<ModelListOutcome> {
  const { fetch: ask = fetch, timeout = listTime } = options;
  const limit = AbortSignal.timeout(timeout);
  const headers: Record<string, string> = key === undefined || key === "" ? {} : { Authorization: `Bearer ${key}` };
  try {
    // A redirect could carry the key to another host.
    const response = await ask(`${baseUrl.replace(/\/+$/, "")}/models`, {
      headers,
      redirect: "error",
      signal: AbortSignal.any([signal, limit]),
    });
    const text = await response.text();
    if (!response.ok) {
      const retryAfter = retryAfterOf(response.headers, Date.now());
      return failureOf(
        {
          status: response.status,
          words: text,
          connection: false,
          ...(retryAfter === undefined ? {} : { retryAfter }),
        },
        key,
      );
    }
    const models = modelNames(JSON.parse(text));
    return models
      ? { kind: "ok", models }
      : { kind: "failed", reason: "server-error", detail: scrub(`Not a list of models: ${text}`, key) };
  } catch (error) {
    const detail = scrub(
      error instanceof Error
        ? `${error.message}${error.cause instanceof Error ? ` (${error.cause.message})` : ""}`
        : String(error),
      key,
    );
    if (signal.aborted) return { kind: "failed", reason: "cancelled", detail: "" };
    if (limit.aborted) return { kind: "failed", reason: "timed-out", detail };
    return { kind: "failed", reason: error instanceof SyntaxError ? "server-error" : "offline", detail };
  }
}

function modelNames(body: unknown): string[] | undefined {
  const list = typeof body === "object" && body !== null && "data" in body ? body.data : body;
  if (!Array.isArray(list)) return undefined;
  const names = (list as unknown[]).flatMap((m) =>
    typeof m === "object" && m !== null && "id" in m && typeof m.id === "string" ? [m.id] : [],
  );
  return [...new Set(names)];
}
