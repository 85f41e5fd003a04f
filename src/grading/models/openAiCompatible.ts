// Speaks to any OpenAI-compatible service through the `openai` package. The only file that imports it.
// Transport only: no prompt, no verdict. What a service refuses is dropped once and remembered per endpoint and model.
import OpenAI, { APIConnectionError, APIError } from "openai";
import type { ChatCompletionChunk, ChatCompletionCreateParamsStreaming } from "openai/resources/chat/completions";
import type { ModelClient, ModelListOutcome, ModelOutcome, ModelRequest, TokenUsage } from "../llm/modelClient";
import { endpointOf, failureOf, retryAfterOf, scrub, type ServiceError } from "./failures";
import { habitsOf, lesser, parametersOf, remember, type Habits, type Learned } from "./habits";
import { watch, watchedFetch, type Watch } from "./timeouts";

export interface OpenAiCompatibleOptions {
  /** Ends before `/chat/completions`, e.g. `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Sent in the `Authorization` header only; none for local services. */
  readonly key?: string;
  /** Longest silence before the first byte, milliseconds; default two minutes, since a local model may be loading. */
  readonly timeout?: number;
  /** Longest silence after it; default the lesser of `timeout` and 30 s. */
  readonly stall?: number;
  /** Longest time in all; default five times `timeout`. */
  readonly total?: number;
  /** What services refused before; kept by the caller. */
  readonly learned?: Learned;
  /** Default the global fetch. */
  readonly fetch?: typeof fetch;
}

/** Never sent anywhere that checks it; the SDK insists on some key. */
const noKey = "none";
/** A service that asks to come back within this time is asked once more. */
const shortWait = 5_000;
const mostAttempts = 8;

/** A client of one model behind an OpenAI-compatible base URL. Its calls never reject. */
export function openAiCompatible(options: OpenAiCompatibleOptions): ModelClient {
  const {
    baseUrl,
    model,
    key,
    timeout = 120_000,
    stall = Math.min(timeout, 30_000),
    total = 5 * timeout,
    learned = new Map<string, string>(),
  } = options;
  const endpoint = endpointOf(baseUrl);
  const place = { endpoint, model };
  const clientFor = (watching: Watch): OpenAI =>
    new OpenAI({
      baseURL: baseUrl,
      apiKey: key === undefined || key === "" ? noKey : key,
      // Left out, these would be read from the environment and sent.
      organization: null,
      project: null,
      adminAPIKey: null,
      maxRetries: 0,
      // Ours come first, and tell silence from length.
      timeout: total + 1_000,
      logLevel: "off",
      fetch: watchedFetch(options.fetch ?? fetch, watching),
      // A VS Code in a browser keeps the key in its own secret storage and sends it to the learner's service only.
      dangerouslyAllowBrowser: "window" in globalThis,
      defaultHeaders: key === undefined || key === "" ? { Authorization: null } : {},
    });

  /** One request; throws what the SDK throws. */
  async function send(
    request: ModelRequest,
    habits: Habits,
    watching: Watch,
    onText: (piece: string) => void,
  ): Promise<Omit<Extract<ModelOutcome, { kind: "ok" }>, "firstTokenMs">> {
    const client = clientFor(watching);
    const body: ChatCompletionCreateParamsStreaming = {
      model,
      messages: [
        { role: "system", content: request.system },
        { role: "user", content: request.user },
      ],
      stream: true,
      ...parametersOf(request, habits),
    };
    const stream = await client.chat.completions.create(body, { signal: watching.signal });
    let text = "";
    let refusal = "";
    let finish: ChatCompletionChunk.Choice["finish_reason"] = null;
    let usage: TokenUsage | undefined;
    for await (const chunk of stream) {
      if (chunk.usage) usage = { tokensIn: chunk.usage.prompt_tokens, tokensOut: chunk.usage.completion_tokens };
      // Services leave out what the SDK's types promise.
      const choice = (chunk.choices as ChatCompletionChunk.Choice[] | undefined)?.[0];
      if (choice === undefined) continue;
      finish = choice.finish_reason ?? finish;
      const delta = choice.delta as ChatCompletionChunk.Choice.Delta | undefined;
      refusal += delta?.refusal ?? "";
      const piece = delta?.content ?? "";
      if (piece === "") continue;
      text += piece;
      onText(piece);
    }
    if (finish === "content_filter" || (refusal !== "" && text === "")) throw new Refusal(refusal || "content_filter");
    return {
      kind: "ok",
      text,
      finish: finish === "length" ? "length" : finish === null ? "unknown" : "stop",
      mode: habits.mode,
      ...(usage ? { usage } : {}),
    };
  }

  return {
    model,
    endpoint,
    async complete(request, signal, onText) {
      const started = performance.now();
      let habits = habitsOf(learned, place);
      let waited = false;
      for (let attempt = 1; ; attempt++) {
        const watching = watch(signal, { first: timeout, stall, total: total - (performance.now() - started) });
        let firstTokenMs: number | undefined;
        try {
          const outcome = await send(request, habits, watching, (piece) => {
            firstTokenMs ??= performance.now() - started;
            onText?.(piece);
          });
          if (watching.signal.aborted) throw watching.signal.reason;
          remember(learned, place, habits);
          return { ...outcome, firstTokenMs: Math.round(firstTokenMs ?? performance.now() - started) };
        } catch (error) {
          if (signal.aborted) return { kind: "failed", reason: "cancelled", detail: "" };
          if (watching.expired()) return { kind: "failed", reason: "timed-out", detail: watching.expired() ?? "" };
          if (error instanceof Refusal) return { kind: "failed", reason: "refused", detail: scrub(error.message, key) };
          const wrong = serviceError(error, watching.refusal());
          const failure = failureOf(wrong, key);
          // Text already shown cannot be taken back, so only a request that gave none is sent again.
          if (firstTokenMs !== undefined || attempt >= mostAttempts) return failure;
          const next =
            failure.reason === "too-long" || failure.reason === "no-model" ? undefined : lesser(habits, wrong);
          if (next) {
            habits = next;
            continue;
          }
          const wait = failure.reason === "offline" && attempt === 1 && isReset(error) ? 0 : failure.retryAfter;
          if (waited || wait === undefined || wait > shortWait || (failure.reason === "offline" && wait > 0))
            return failure;
          waited = true;
          if (!(await pause(wait, signal))) return { kind: "failed", reason: "cancelled", detail: "" };
        } finally {
          watching.stop();
        }
      }
    },
    async listModels(signal): Promise<ModelListOutcome> {
      const watching = watch(signal, { first: timeout, stall, total });
      try {
        const page = await clientFor(watching).models.list({ signal: watching.signal });
        return { kind: "ok", models: page.data.map((m) => m.id) };
      } catch (error) {
        if (signal.aborted) return { kind: "failed", reason: "cancelled", detail: "" };
        if (watching.expired()) return { kind: "failed", reason: "timed-out", detail: watching.expired() ?? "" };
        return failureOf(serviceError(error, watching.refusal()), key);
      } finally {
        watching.stop();
      }
    },
  };
}

/** An error of the SDK in plain terms. `refusal` is the body of the response, which the SDK may have dropped. */
function serviceError(error: unknown, refusal: string): ServiceError {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof APIError && !(error instanceof APIConnectionError)) {
    const headers = error.headers as { get(name: string): string | null } | undefined;
    const status = error.status as number | undefined;
    const retryAfter = retryAfterOf(headers, Date.now());
    return {
      words: refusal === "" ? message : refusal,
      connection: false,
      ...(status === undefined ? {} : { status }),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  }
  // Inside a stream the runtime's own error comes through: undici says TypeError "terminated", browsers "network error".
  const connection = error instanceof APIConnectionError || error instanceof TypeError;
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : "";
  return { words: `${message}${cause}`, connection };
}

/** The model or its service would not answer. */
class Refusal extends Error {}

/** A kept-alive connection that the service closed meanwhile. */
function isReset(error: unknown): boolean {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    if ("code" in e && (e.code === "ECONNRESET" || e.code === "UND_ERR_SOCKET")) return true;
  }
  return false;
}

/** Waits; false where the signal fired first. */
function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (value: boolean) => (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stopped);
      resolve(value);
    };
    const stopped = done(false);
    const timer = setTimeout(done(true), ms);
    signal.addEventListener("abort", stopped, { once: true });
  });
}
