// One reply asked for until it is there or cannot be had: what a service refuses is dropped, what it is not ready for
// waited for. Knows no SDK; a request is sent by the function that is handed in.
import type { FailedRequest, ModelOutcome, ModelProgress, ModelRequest, TokenUsage } from "../llm/modelClient";
import { isRecord } from "../../core/text/jsonRecord";
import { keyHeaders, type ApiKey } from "./apiKey";
import { addressesOf, isAzure, isThisMachine, type BaseUrl } from "./baseUrl";
import {
  bodyOf,
  capabilitiesOf,
  fullest,
  lesser,
  lesserInStream,
  looser,
  otherKeyHeader,
  remember,
  withLimit,
  type Capabilities,
  type Learned,
} from "./capabilities";
import { exchange } from "./exchange";
import { chainOf, failed, loading, whyRefused, whyUnreached, type Why } from "./failureReasons";
import { KeyFilter } from "./keyFilter";
import { replyEvents } from "./replyEvents";
import { readInto } from "./replyReading";
import { ReplyText } from "./replyText";
import type { ServiceError } from "./serviceError";
import { pause, watch, type Watch } from "./timeLimits";
import { waitOf } from "./waits";

export interface CompletionOptions {
  readonly model: string;
  /**
   * Longest silence before the first word of a service elsewhere, milliseconds; default two minutes. A model on this
   * machine may read for as long as `total`.
   */
  readonly timeout?: number;
  /**
   * Longest silence after it; default 30 s or a quarter of `timeout`, whichever is longer, and never over `timeout`.
   */
  readonly stall?: number;
  /** Longest time in all; default five times `timeout`. */
  readonly total?: number;
  /** What services refused before; kept by the caller. */
  readonly learned?: Learned;
  /** Default the global fetch. */
  readonly fetch?: typeof fetch;
}

/** A service that asks to come back within this time is asked once more. */
const shortWait = 5_000;
/** While a service loads its model it is asked again after these times, the last one repeated. */
const loadingWaits = [250, 500, 1_000, 2_000, 3_000] as const;
const mostSteps = 12;
/** A reply that was cut below this many tokens, or characters where none were counted, met a small default limit. */
const smallLimit = { tokens: 2_048, characters: 6_000 } as const;

type Ok = Extract<ModelOutcome, { kind: "ok" }>;

/** What one request came to. */
type Tried =
  | { readonly kind: "ok"; readonly ok: Ok }
  | {
      readonly kind: "refused";
      readonly why: Why;
      readonly error: ServiceError;
      /** Whether it failed in the midst of a reply. */
      readonly inStream: boolean;
    }
  | { readonly kind: "lost"; readonly why: Why; readonly words: string }
  | { readonly kind: "stopped"; readonly why: Why; readonly words: string };

/** One request as it goes out. */
interface Posted {
  /** Before `/chat/completions`. */
  readonly address: string;
  readonly query: string;
  readonly key: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly model: string } & ReturnType<typeof bodyOf>;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
}

/** Sends a request; gives the response as it is, and throws what the connection throws or anything for a refusal. */
export type Post = (request: Posted) => Promise<Response>;

/** One reply being asked for, with as many requests as it takes. */
export class Completion {
  private readonly started = performance.now();
  private readonly place: { readonly endpoint: string; readonly model: string };
  private readonly addresses: readonly string[];
  private readonly first: Capabilities;
  private readonly key: string | undefined;
  private readonly limits: { readonly first?: number; readonly stall: number; readonly total: number };
  private spoken = false;
  private reply: ReplyText | undefined;
  private firstTokenMs: number | undefined;
  private waited = false;
  private polls = 0;
  private askedLooser = false;

  constructor(
    private readonly post: Post,
    private readonly options: CompletionOptions,
    private readonly base: BaseUrl,
    private readonly apiKey: ApiKey,
    private readonly request: ModelRequest,
    private readonly signal: AbortSignal,
    private readonly onText: ((piece: string) => void) | undefined,
    private readonly onProgress: ((progress: ModelProgress) => void) | undefined,
  ) {
    const { timeout = 120_000, stall = longestStall(timeout), total = 5 * timeout } = options;
    this.place = { endpoint: base.address, model: options.model };
    this.addresses = addressesOf(base);
    this.first = { ...fullest, keyHeader: isAzure(base) ? "api-key" : "authorization" };
    this.key = apiKey.kind === "key" ? apiKey.key : undefined;
    this.limits = { stall, total, ...(isThisMachine(base.address) ? {} : { first: timeout }) };
  }

  async run(): Promise<ModelOutcome> {
    const { options, place, first } = this;
    const learned = options.learned ?? new Map<string, string>();
    const telling = setInterval(() => {
      if (this.firstTokenMs === undefined) this.onProgress?.({ kind: "waiting", ms: this.elapsed });
    }, 1_000);
    try {
      let can = capabilitiesOf(learned, place, first);
      let cut: Ok | undefined;
      for (let step = 1; ; step++) {
        const tried = await this.send(can);
        if (tried.kind === "ok") {
          const more = step < mostSteps && cut === undefined && isCutSmall(tried.ok) ? withLimit(can) : undefined;
          if (more === undefined) {
            if (cut === undefined || tried.ok.finish !== "length") remember(learned, place, can);
            return tried.ok;
          }
          cut = tried.ok;
          this.again();
          can = more;
          continue;
        }
        const next = step < mostSteps ? await this.next(tried, can) : undefined;
        if (next === undefined) return tried.kind !== "stopped" && cut !== undefined ? cut : this.failure(tried);
        this.again();
        can = next;
      }
    } finally {
      clearInterval(telling);
    }
  }

  private get elapsed(): number {
    return Math.round(performance.now() - this.started);
  }

  /** What was streamed so far counts no more. */
  private again(): void {
    if (this.spoken) this.onProgress?.({ kind: "again" });
    this.spoken = false;
    this.firstTokenMs = undefined;
  }

  private failure(tried: Exclude<Tried, { kind: "ok" }>): FailedRequest {
    const secrets = { key: this.key, texts: [this.request.user, this.reply?.everything ?? ""] };
    if (tried.kind !== "refused") return failed(tried.why, tried.words, secrets);
    const { status, words, retryAfter } = tried.error;
    if (isLoading(tried)) return failed({ reason: "timed-out", cause: "still-loading" }, words, secrets);
    return failed(tried.why, `${status === undefined ? "" : `${String(status)} `}${words}`, secrets, retryAfter);
  }

  /** How to ask after a failure, once it is time to; undefined where asking again would not help. */
  private async next(tried: Exclude<Tried, { kind: "ok" }>, can: Capabilities): Promise<Capabilities | undefined> {
    if (tried.kind === "stopped") return undefined;
    if (tried.kind === "lost") {
      // A kept-alive connection that the service closed meanwhile, or one that broke before a word came.
      const early = tried.why.cause === "closed-at-once" || (tried.why.reason === "broke-off" && !this.spoken);
      if (!early || this.waited) return undefined;
      this.waited = true;
      return can;
    }
    const { why, error, inStream } = tried;
    if (why.reason === "wrong-address" && this.addresses[can.address + 1] !== undefined)
      return { ...can, address: can.address + 1 };
    const otherHeader = this.key === undefined ? undefined : otherKeyHeader(can, this.first, error);
    if (otherHeader) return otherHeader;
    if (isLoading(tried)) return (await this.waitForLoading()) ? can : undefined;
    if (inStream) return this.nextInStream(tried, can);
    const asksLess = why.reason === "server-error" || error.status === 403 || can.limit !== "none";
    const next = asksLess ? lesser(can, error) : undefined;
    if (next) return next;
    const wait = error.retryAfter;
    if (this.waited || wait === undefined || wait > shortWait) return undefined;
    this.waited = true;
    return (await pause(wait, this.signal)) ? can : undefined;
  }

  /** A schema can kill a reply midway, with whatever words: once it is asked for in a looser shape. */
  private nextInStream(
    { why, error }: Extract<Tried, { kind: "refused" }>,
    can: Capabilities,
  ): Capabilities | undefined {
    const aboutShape = lesserInStream(can, error);
    if (aboutShape) return aboutShape;
    if (why.reason !== "server-error" || can.mode !== "json_schema" || this.askedLooser) return undefined;
    this.askedLooser = true;
    return looser(can);
  }

  private async waitForLoading(): Promise<boolean> {
    const wait = loadingWaits[Math.min(this.polls++, loadingWaits.length - 1)] ?? 3_000;
    const { timeout = 120_000 } = this.options;
    return this.elapsed + wait < timeout && (await pause(wait, this.signal));
  }

  private async send(can: Capabilities): Promise<Tried> {
    const { limits, signal } = this;
    const watching = watch(signal, { ...limits, total: limits.total - this.elapsed });
    const { fetch: ask, came } = exchange(this.options.fetch ?? fetch, watching);
    try {
      const tried = await this.read(can, watching, ask);
      return watching.signal.aborted ? stopped(signal, watching) : tried;
    } catch (error) {
      if (watching.signal.aborted) return stopped(signal, watching);
      if (came.refusal) return this.refused(came.refusal, false);
      const fault = came.fault ?? error;
      return { kind: "lost", why: whyUnreached(fault, came.began), words: chainOf(fault) };
    } finally {
      watching.stop();
    }
  }

  /** One request and the reading of its reply; throws what the connection throws. */
  private async read(can: Capabilities, watching: Watch, ask: typeof fetch): Promise<Tried> {
    const { signal } = watching;
    const response = await this.post({
      address: this.addresses[can.address] ?? this.base.address,
      query: this.base.query,
      key: this.key,
      headers: keyHeaders(this.apiKey, can.keyHeader),
      body: { model: this.options.model, ...bodyOf(this.request, can) },
      fetch: ask,
      signal,
    });
    const reply = (this.reply = new ReplyText(fieldsOf(this.request)));
    const filter = new KeyFilter(this.key);
    const say = (piece: string): void => {
      if (piece === "") return;
      watching.spoke();
      this.spoken = true;
      this.firstTokenMs ??= this.elapsed;
      this.onText?.(piece);
    };
    const events = replyEvents(response, signal, () => watching.seen());
    const trouble = await readInto(reply, events, (piece) => say(filter.push(piece)));
    if (signal.aborted) return stopped(this.signal, watching);
    if (trouble) return this.refused(trouble.error, reply.everything.trim() !== "", trouble.why);
    say(filter.end());
    return { kind: "ok", ok: this.okOf(filter.whole(reply.text), reply.finished, reply.usage, can) };
  }

  private okOf(text: string, finish: Ok["finish"], usage: TokenUsage | undefined, can: Capabilities): Ok {
    const baseUrl = this.addresses[can.address];
    return {
      kind: "ok",
      text,
      finish,
      mode: can.mode,
      ...(usage ? { usage } : {}),
      ...(baseUrl === undefined || can.address === 0 ? {} : { baseUrl: `${baseUrl}${this.base.query}` }),
      firstTokenMs: this.firstTokenMs ?? this.elapsed,
    };
  }

  private refused(error: ServiceError, inStream: boolean, why?: Why): Tried {
    const retryAfter = error.retryAfter ?? waitOf(undefined, error.words, Date.now());
    const known = { ...error, ...(retryAfter === undefined ? {} : { retryAfter }) };
    const because = why ?? whyRefused(error, this.key !== undefined, this.options.model);
    return { kind: "refused", why: because, error: known, inStream };
  }
}

function fieldsOf({ schema }: ModelRequest): readonly string[] {
  const { properties } = schema.schema;
  return isRecord(properties) ? Object.keys(properties) : [];
}

/** Who gives a service longer for its first words has a slow one: it may also be silent longer between two. */
function longestStall(timeout: number): number {
  return Math.min(timeout, Math.max(30_000, timeout / 4));
}

function stopped(caller: AbortSignal, watching: Watch): Tried {
  if (caller.aborted) return { kind: "stopped", why: { reason: "cancelled" }, words: "" };
  return { kind: "stopped", why: { reason: "timed-out" }, words: watching.expired() ?? "" };
}

function isLoading(tried: Extract<Tried, { kind: "refused" }>): boolean {
  return !tried.inStream && tried.why.reason === "server-error" && loading.test(tried.error.words);
}

function isCutSmall({ finish, usage, text }: Ok): boolean {
  if (finish !== "length") return false;
  return usage && usage.tokensOut > 0 ? usage.tokensOut < smallLimit.tokens : text.length < smallLimit.characters;
}
