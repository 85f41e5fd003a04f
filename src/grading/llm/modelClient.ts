// The port that every model provider implements: one streamed request, a closed union of outcomes, and a list of models.
// No SDK and no prompt here.
import type { NotGradedReason } from "../grader";

/** How the reply's shape was asked for, strictest first. */
export type ReplyMode = "json_schema" | "json_object" | "text";

export const replyModes = ["json_schema", "json_object", "text"] as const satisfies readonly ReplyMode[];

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
    }
  | {
      readonly kind: "failed";
      readonly reason: ModelFailure;
      /** The provider's own words, without keys; for the log. */
      readonly detail: string;
      /** Milliseconds to wait, where the provider said so. */
      readonly retryAfter?: number;
    };

export type ModelListOutcome =
  { readonly kind: "ok"; readonly models: readonly string[] } | Extract<ModelOutcome, { kind: "failed" }>;

export interface ModelClient {
  /** As asked for. */
  readonly model: string;
  /** Base URL without credentials or query, for the receipt. */
  readonly endpoint: string;
  /** Sends one request; never rejects. `onText` gets each piece of the reply as it arrives. */
  complete(request: ModelRequest, signal: AbortSignal, onText?: (piece: string) => void): Promise<ModelOutcome>;
  /** Models that the service offers, in its order; never rejects. */
  listModels(signal: AbortSignal): Promise<ModelListOutcome>;
}
