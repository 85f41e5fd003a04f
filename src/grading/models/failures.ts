// From what a service answered to one of the closed reasons, with its own words scrubbed of keys for the log.
import type { ModelFailure, ModelOutcome } from "../llm/modelClient";

/** A failed request, whatever client made it. */
export interface ServiceError {
  /** HTTP status; absent where no response came or an error came inside the stream. */
  readonly status?: number;
  /** The service's words: body of the response or message of the error. */
  readonly words: string;
  /** True where the service was not reached or hung up. */
  readonly connection: boolean;
  /** Milliseconds that it asks to wait. */
  readonly retryAfter?: number;
}

const longestDetail = 600;
const tooLong =
  /context[ _-]?(?:length|window|size)|maximum context|too (?:long|large|many tokens)|exceed\w* (?:the )?(?:available |maximum |max )?(?:context|token|model)|prompt is too|input length|n_ctx|reduce the length/i;
const noCredit =
  /insufficient_quota|exceeded your current quota|billing|credit balance|insufficient (?:credit|balance|funds)/i;

/** The outcome for a failed request. `key` is removed from its words; `hasKey` tells a missing key from a refused one. */
export function failureOf(error: ServiceError, key: string | undefined): Extract<ModelOutcome, { kind: "failed" }> {
  const { status, retryAfter } = error;
  return {
    kind: "failed",
    reason: reasonOf(error, key !== undefined && key !== ""),
    detail: scrub(`${status === undefined ? "" : `${String(status)} `}${error.words}`, key),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

function reasonOf({ status, words, connection }: ServiceError, hasKey: boolean): ModelFailure {
  if (connection) return "offline";
  if (status === undefined)
    return tooLong.test(words)
      ? "too-long"
      : /rate.?limit|too many requests/i.test(words)
        ? "rate-limited"
        : "server-error";
  if (status === 401 || (status === 403 && !hasKey)) return hasKey ? "refused" : "no-key";
  if (status === 402 || status === 403 || status === 451) return "refused";
  if (status === 404 || status === 410) return "no-model";
  if (status === 408 || status === 504) return "timed-out";
  if (status === 413) return "too-long";
  if (status === 429) return noCredit.test(words) ? "refused" : "rate-limited";
  if (tooLong.test(words)) return "too-long";
  if (
    status < 500 &&
    /model\b[^.]{0,60}\b(?:not found|does not exist|not exist|unknown|invalid)|no such model|invalid model/i.test(words)
  )
    return "no-model";
  if (status < 500 && /content.?(?:filter|policy|management)|safety|moderation/i.test(words)) return "refused";
  return "server-error";
}

/** The text without keys: the one in use and whatever looks like one. At most 600 characters. */
export function scrub(text: string, key: string | undefined): string {
  const known = key !== undefined && key.length > 3 ? text.split(key).join("…") : text;
  return known
    .replace(/\b(?:sk|pk|gsk|xai|hf|AIza)[-_][\w*.-]{6,}/g, "…")
    .replace(/\bAIza[\w-]{20,}/g, "…")
    .replace(/(bearer\s+|api[-_ ]?key["'\s:=]+)[\w*.~+/-]{8,}/gi, "$1…")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longestDetail);
}

/** Milliseconds that a response asks to wait: `retry-after-ms`, or `Retry-After` in seconds or as a date against `now` (ms since 1970). */
export function retryAfterOf(
  headers: { get(name: string): string | null } | undefined,
  now: number,
): number | undefined {
  const ms = Number(headers?.get("retry-after-ms") ?? NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  const value = headers?.get("retry-after");
  if (value === null || value === undefined || value.trim() === "") return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1000 : undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** A base URL as a receipt may hold it: no credentials, query or fragment, no slash at the end. */
export function endpointOf(baseUrl: string): string {
  try {
    const url = new URL(baseUrl);
    return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
  } catch {
    return "";
  }
}
