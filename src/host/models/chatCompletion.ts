// One reply of a chat model of VS Code's: asked for as a call of a private tool, in words where the model cannot do
// that; bounded, watched and cancelled here. Knows no vscode: the model is handed in as a function that sends.
import {
  longestReply,
  type FailedRequest,
  type ModelOutcome,
  type ModelProgress,
  type ModelRequest,
} from "../../grading/llm/modelClient";
import type { Learned } from "../../grading/models/capabilities";
import { failed } from "../../grading/models/failureReasons";
import { watch, type Watch } from "../../grading/models/timeLimits";
import { isAboutTools, vscodeFailure } from "./vscodeModelFailure";

/** A piece of a reply: words, a tool call's input, or something else that has a size. */
export type ChatPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "call"; readonly input: unknown }
  | { readonly kind: "other"; readonly text: string };

/** The one message that is sent, and the tool that must be called where there is one. */
export interface ChatRequest {
  readonly message: string;
  readonly tool?: ModelRequest["schema"];
}

/** A model that can be asked. */
export interface ChatModel {
  /** False where the model says that it calls no tools; true or undefined where it has to be tried. */
  readonly callsTools: boolean | undefined;
  /**
   * Resolves once the provider has taken the request, after VS Code has asked for the learner's consent if need be;
   * rejects with what VS Code or the provider throws. The stream ends early, without an error, where `signal` fires.
   */
  send(request: ChatRequest, signal: AbortSignal): Promise<AsyncIterable<ChatPart>>;
}

export interface ChatCompletionOptions {
  /** `vscode.lm/<vendor>` */
  readonly endpoint: string;
  readonly model: string;
  /**
   * Milliseconds; a reply may take five times as long in all. Silence is no failure: a tool call comes in one piece.
   */
  readonly timeout: number;
  /** Which models were found to call no tools; kept by the caller. */
  readonly learned: Learned;
}

/** Who is told while a reply comes. */
export interface ChatListener {
  readonly onText?: ((piece: string) => void) | undefined;
  readonly onProgress?: ((progress: ModelProgress) => void) | undefined;
}

/** What one request came to; `words-only` asks for another without the tool. */
type Tried = ModelOutcome | { readonly kind: "words-only" };

const wordsOnly = JSON.stringify({ tools: false });

/** Asks for one reply; never rejects. */
export async function completeChat(
  model: ChatModel,
  options: ChatCompletionOptions,
  request: ModelRequest,
  signal: AbortSignal,
  listener: ChatListener = {},
): Promise<ModelOutcome> {
  const completion = new ChatCompletion(model, options, request, signal, listener);
  const place = `${options.endpoint} ${options.model}`;
  const useTool = model.callsTools !== false && options.learned.get(place) !== wordsOnly;
  const first = await completion.send(useTool);
  if (first.kind !== "words-only") return first;
  const second = await completion.send(false);
  if (second.kind === "words-only") return completion.failure({ reason: "server-error" }, "No reply.");
  if (second.kind === "ok" && second.text.trim() !== "") options.learned.set(place, wordsOnly);
  return second;
}

class ChatCompletion {
  private readonly started = performance.now();
  private text = "";
  private call: string | undefined;
  private bytes = 0;
  private firstTokenMs: number | undefined;

  constructor(
    private readonly model: ChatModel,
    private readonly options: ChatCompletionOptions,
    private readonly request: ModelRequest,
    private readonly signal: AbortSignal,
    private readonly listener: ChatListener,
  ) {}

  /** One request. The time limit counts from when the provider took it, so that the learner may think about consent. */
  async send(useTool: boolean): Promise<Tried> {
    const { request, signal, options } = this;
    this.again();
    const stop = new AbortController();
    let watching: Watch | undefined;
    const telling = setInterval(() => {
      if (this.firstTokenMs === undefined) this.listener.onProgress?.({ kind: "waiting", ms: this.elapsed });
    }, 1_000);
    const cancel = (): void => stop.abort();
    if (signal.aborted) cancel();
    signal.addEventListener("abort", cancel, { once: true });
    try {
      const message = `${request.system}\n\n${request.user}`;
      const asked = { message, ...(useTool ? { tool: request.schema } : {}) };
      const stream = await unlessAborted(this.model.send(asked, stop.signal), stop.signal);
      const { timeout } = options;
      watching = watch(stop.signal, { stall: 5 * timeout, total: 5 * timeout });
      if (!(await this.read(stream, watching.signal))) return this.failure({ reason: "too-long-reply" }, "");
      if (watching.signal.aborted) return this.stopped(watching);
      return this.outcome(useTool);
    } catch (error) {
      if (stop.signal.aborted || watching?.signal.aborted === true) return this.stopped(watching);
      if (useTool && this.firstTokenMs === undefined && isAboutTools(error, options.model))
        return { kind: "words-only" };
      const began = this.firstTokenMs !== undefined;
      return vscodeFailure(error, began, options.model, { texts: [request.user, this.text, this.call ?? ""] });
    } finally {
      // A reply that is given up must not go on at the provider's.
      stop.abort();
      clearInterval(telling);
      watching?.stop();
      signal.removeEventListener("abort", cancel);
    }
  }

  failure(why: Parameters<typeof failed>[0], words: string): FailedRequest {
    return failed(why, words, { texts: [this.request.user, this.text, this.call ?? ""] });
  }

  /** Reads to the end; false where the reply ran past its bound. */
  private async read(stream: AsyncIterable<ChatPart>, signal: AbortSignal): Promise<boolean> {
    const parts = stream[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await unlessAborted(parts.next(), signal);
        if (next.done === true) return true;
        if (!this.take(next.value)) return false;
      }
    } finally {
      // Not awaited: a provider that hangs would hang this too.
      void parts.return?.().catch(() => undefined);
    }
  }

  private take(part: ChatPart): boolean {
    const text = part.kind === "call" ? callText(part.input) : part.text;
    this.bytes += new TextEncoder().encode(text).length;
    if (this.bytes > longestReply) return false;
    if (part.kind === "other" || text === "") return true;
    this.firstTokenMs ??= this.elapsed;
    if (part.kind === "text") {
      if (this.call !== undefined) return true;
      this.text += text;
    } else if (this.call === undefined) {
      // Words before the call were no reply.
      if (this.text !== "") this.listener.onProgress?.({ kind: "again" });
      this.call = text;
    } else {
      this.call += `\n${text}`;
    }
    this.listener.onText?.(text);
    return true;
  }

  private outcome(useTool: boolean): Tried {
    const { call, text } = this;
    if (useTool && call === undefined && text.trim() === "") return { kind: "words-only" };
    return {
      kind: "ok",
      text: call ?? text,
      // A call comes whole or not at all; words may have been cut, which no provider says.
      finish: call === undefined ? "unknown" : "stop",
      mode: call === undefined ? "text" : "json_schema",
      firstTokenMs: this.firstTokenMs ?? this.elapsed,
    };
  }

  private stopped(watching: Watch | undefined): FailedRequest {
    if (this.signal.aborted) return this.failure({ reason: "cancelled" }, "");
    return this.failure({ reason: "timed-out" }, watching?.expired() ?? "");
  }

  private again(): void {
    if (this.firstTokenMs !== undefined) this.listener.onProgress?.({ kind: "again" });
    this.text = "";
    this.call = undefined;
    this.bytes = 0;
    this.firstTokenMs = undefined;
  }

  private get elapsed(): number {
    return Math.round(performance.now() - this.started);
  }
}

/** The input of a call as text; providers pass on a string where the model's JSON did not parse. */
function callText(input: unknown): string {
  if (input === undefined) return "";
  return typeof input === "string" ? input : JSON.stringify(input);
}

/** The promise, or a rejection as soon as the signal fires. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error("aborted"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
