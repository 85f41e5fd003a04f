// The port that every model provider implements: one streamed request, a closed union of outcomes, and a list of
// models. No SDK and no prompt here.
import type { NotGradedReason } from "../grader";
import type { ModelPrice } from "../models/prices";

/** How the reply's shape was asked for, strictest first. */
export type ReplyMode = "json_schema" | "json_object" | "text";

export const replyModes = ["json_schema", "json_object", "text"] as const satisfies readonly ReplyMode[];

/** Most bytes (UTF-8) of one reply, thinking included; a model needs a tenth of it, and what is longer has run away. */
export const longestReply = 256 * 1024;

/** A JSON Schema (2020-12 subset that strict modes take). */
export interface JsonSchema {
  readonly [key: string]: unknown;
}

export interface ModelRequest {
  readonly system: string;
  readonly user: string;
  /** Shape of the reply; a provider that cannot take it sends the messages alone, which describe the shape too. */
  readonly schema: { readonly name: string; readonly schema: JsonSchema };
}

/** Tokens as the provider counted them. */
export interface TokenUsage {
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** Why a request gave no text. `malformed` is the reader's to say. */
export type ModelFailure = Exclude<NotGradedReason, "malformed" | "truncated">;

/** What happened more exactly than the reason says, where the learner can do something else about it. */
export type FailureCause =
  /** Nothing listens at the address. */
  | "nobody-listens"
  | "unknown-host"
  /** http and https were mixed up. */
  | "not-tls"
  | "closed-at-once"
  | "web-page"
  | "other-host"
  | "credentials-in-url"
  | "not-a-url"
  /** A port that no request may use. */
  | "unusable-port"
  /** No header can hold the key. */
  | "unusable-key"
  | "no-credit"
  /** A setting of the learner's account with the service. */
  | "account-settings"
  | "declined"
  | "proxy-sign-in"
  | "still-loading";

/** A request that gave no text. */
export interface FailedRequest {
  readonly kind: "failed";
  readonly reason: ModelFailure;
  readonly cause?: FailureCause;
  /** The provider's own words, for the log: without keys, and without words of the request or of a reply. */
  readonly detail: string;
  /** The provider's own sentence, where the reason says no more than that it failed; short, and clean as `detail`. */
  readonly said?: string;
  /** Milliseconds to wait, where the provider said so. */
  readonly retryAfter?: number;
}

export type ModelOutcome =
  | {
      readonly kind: "ok";
      readonly text: string;
      /** `length`: the provider cut the reply; `unknown`: the stream ended without saying. */
      readonly finish: "stop" | "length" | "unknown";
      readonly mode: ReplyMode;
      readonly usage?: TokenUsage;
      /** Milliseconds from the request to the first text. */
      readonly firstTokenMs: number;
      /** The base URL that answered, where it is not the one that was given; without credentials. */
      readonly baseUrl?: string;
    }
  | FailedRequest;

export type ModelListOutcome =
  | {
      readonly kind: "ok";
      readonly models: readonly string[];
      /** By model what the service takes, where it says so. */
      readonly prices?: ReadonlyMap<string, ModelPrice>;
      /** The base URL that answered, which may differ from what was typed; without credentials. */
      readonly baseUrl?: string;
    }
  | FailedRequest;

/** What is going on while no outcome is there yet. */
export type ModelProgress =
  /**
   * No word has come for this long, in milliseconds since the request: the model is loading or reading. Told once a
   * second.
   */
  | { readonly kind: "waiting"; readonly ms: number }
  /** The same is asked again in another way; the text given so far counts no more. */
  | { readonly kind: "again" };

export interface ModelClient {
  /** As asked for. */
  readonly model: string;
  /** Base URL without credentials or query, for the receipt. */
  readonly endpoint: string;
  /** Sends one request; never rejects. `onText` gets each piece of the reply as it arrives. */
  complete(
    request: ModelRequest,
    signal: AbortSignal,
    onText?: (piece: string) => void,
    onProgress?: (progress: ModelProgress) => void,
  ): Promise<ModelOutcome>;
  /** Models that the service offers, in its order; never rejects. */
  listModels(signal: AbortSignal): Promise<ModelListOutcome>;
}
