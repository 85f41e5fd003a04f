// From what happened to one of the closed reasons. Rules from the most certain to the least; each is one line.
import { plainText } from "../../core/feedback/plainText";
import { anyOf } from "../anyOf";
import type { FailedRequest, FailureCause, ModelFailure } from "../llm/modelClient";
import { TooLong } from "./boundedBody";
import { Redirected } from "./redirects";
import { scrub, type Secrets } from "./scrub";
import { sentenceIn, type ServiceError } from "./serviceError";

/** A reason, and more exactly what happened. */
export interface Why {
  readonly reason: ModelFailure;
  readonly cause?: FailureCause;
}

const tooLong = anyOf([
  /context[ _-]?(?:length|window|size)|maximum context|n_ctx|prompt is too|input length|reduce the length/,
  /too (?:long|large|many tokens)/,
  /exceed\w* (?:the )?(?:available |maximum |max )?(?:context|token|model)/,
  /\btokens?\b[^.]{0,60}(?:exceeds?\b|must be (?:<|less|at most|under))/,
  /上下文长度|(?:输入|内容)[^,，。]{0,10}(?:过长|超长|超出|超过)/,
]);
const noCredit = anyOf([
  /insufficient_quota|exceeded your current quota|billing|credit balance|out of credits|payment required/,
  /insufficient (?:credit|balance|funds|quota)|arrear|(?:key|spend\w*) limit (?:exceeded|reached)/,
  /余额不足|欠费|额度(?:不足|已?用尽|已?用完)|充值/,
]);
/** A key that a service tells of by another status than 401. */
const badKey = anyOf([
  /api[ _-]?key\b[^.]{0,40}\b(?:not valid|invalid|incorrect|expired|revoked|disabled|missing|required|not found)/,
  /(?:invalid|incorrect|expired|missing|no) api[ _-]?key/,
]);
/** Words of a limit that passes by itself, which Gemini tells in the words of an empty account. */
const passingLimit = anyOf([
  /per.?(?:minute|day|second|hour)|rate.?limit/,
  /retry.?(?:delay|info)|(?:try|retry).{0,12} in \d/,
]);
const accountSettings = anyOf([
  /data policy|privacy settings|guardrail|settings\/privacy|account settings|terms of service/,
  /not enabled for your/,
]);
const modelWord = /\b(?:models?|engines?)\b|deployment/i;
const unknownModel = anyOf([
  /\b(?:models?|deployment)\b[^.]{0,80}\b(?:not found|does not exist|doesn't exist|not exist|unknown|is invalid)/,
  /\b(?:models?|deployment)\b[^.]{0,80}\b(?:not available|not loaded|not a valid)/,
  /(?:no such|invalid|unknown|unrecognized|not a valid|unsupported) (?:model|deployment)\b(?!'s)/,
  /(?:model|deployment)_?not_?found/,
  /no endpoints found|no models? (?:is |are )?loaded/,
  /\bmodel\b[^.]{0,80}\bnot supported by\b|模型[^,，。]{0,40}(?:不存在|未找到|不可用|无可用)/,
  /\bmodel\b[^.]{0,80}\b(?:decommissioned|deprecated|retired|no longer (?:available|supported))/,
]);
const notHere = anyOf([
  /unexpected endpoint|unknown (?:url|path|route|endpoint)|no (?:such )?(?:route|endpoint|path)\b/,
  /cannot (?:post|get) |invalid url|page not found/,
]);
const filtered = /content.?(?:filter|policy|management|exists risk)|safety|moderation|flagged|敏感|违规/i;
const needsHttps = /plain http request|http request (?:was sent )?to an? https|requires? (?:https|ssl|tls)/i;
/** The service is still reading the model from its disk. */
export const loading = anyOf([
  /loading (?:the )?model|model.{0,40}(?:is |still |currently )+(?:being )?load(?:ing|ed)/,
  /warming up|model is starting|model loading|(?:model|engine|server) (?:is )?not (?:yet )?(?:ready|loaded)/,
]);

/** Why a service that answered gave no reply. `model` is the name asked for. */
export function whyRefused(error: ServiceError, hasKey: boolean, model: string): Why {
  const { status, page = false } = error;
  const words = error.words.slice(0, 16_384);
  if (status === undefined) return whyInStream(words);
  if (needsHttps.test(words)) return { reason: "wrong-address", cause: "not-tls" };
  if (status === 407) return { reason: "refused", cause: "proxy-sign-in" };
  if (status === 401 || (status === 403 && !hasKey)) return { reason: hasKey ? "refused" : "no-key" };
  if (accountSettings.test(words) && status < 500) return { reason: "refused", cause: "account-settings" };
  if (status === 402) return { reason: "refused", cause: "no-credit" };
  if (status === 429) return whyTooMany(words);
  if (status === 403 && noCredit.test(words)) return { reason: "refused", cause: "no-credit" };
  if (status === 403 || status === 451) return { reason: "refused" };
  if (status === 404 || status === 410) return whyNotFound(words, page, model);
  if (status === 405) return { reason: "wrong-address" };
  if (status === 408 || status === 504 || status === 522 || status === 524) return { reason: "timed-out" };
  if (status < 500 && badKey.test(words)) return { reason: hasKey ? "refused" : "no-key" };
  if (status === 413 || (tooLong.test(words) && !page)) return { reason: "too-long" };
  if (status < 500 && unknownModel.test(words)) return { reason: "no-model" };
  if (status < 500 && filtered.test(words)) return { reason: "refused", cause: "declined" };
  if (status < 500 && noCredit.test(words)) return { reason: "refused", cause: "no-credit" };
  if (status < 400) return { reason: "wrong-address", ...(page ? { cause: "web-page" as const } : {}) };
  return { reason: "server-error" };
}

function whyInStream(words: string): Why {
  if (tooLong.test(words)) return { reason: "too-long" };
  if (/rate.?limit|too many requests/i.test(words)) return { reason: "rate-limited" };
  if (notHere.test(words)) return { reason: "wrong-address" };
  if (unknownModel.test(words)) return { reason: "no-model" };
  return noCredit.test(words) ? { reason: "refused", cause: "no-credit" } : { reason: "server-error" };
}

function whyTooMany(words: string): Why {
  const empty = noCredit.test(words) && !passingLimit.test(words);
  return empty ? { reason: "refused", cause: "no-credit" } : { reason: "rate-limited" };
}

/** 404 without a word of a model is the address. Paths such as `/v1/models` are no such word. */
function whyNotFound(words: string, page: boolean, model: string): Why {
  if (page) return { reason: "wrong-address", cause: "web-page" };
  // OpenRouter says so where no provider takes all parameters.
  if (/requested parameters/i.test(words)) return { reason: "server-error" };
  const said = words.replace(/(?:https?:\/)?\/[\w./-]*/g, " ");
  const named = modelWord.test(said) || (model.length > 2 && words.includes(model)) || /no endpoints found/i.test(said);
  return { reason: named ? "no-model" : "wrong-address" };
}

const certificate = anyOf([
  /\bcertificate\b|self[-_ ]signed|ERR_CERT_|UNABLE_TO_(?:VERIFY|GET)|DEPTH_ZERO|ALTNAME_INVALID/,
  /CERT_(?:HAS_EXPIRED|NOT_YET_VALID|UNTRUSTED|REJECTED|REVOKED|SIGNATURE)/,
]);
const notTls = /WRONG_VERSION_NUMBER|ERR_SSL_|EPROTO|packet length too long|HPE_INVALID|SSL routines|tlsv1 alert/i;
const unknownHost = /ENOTFOUND|EAI_AGAIN|NAME_NOT_RESOLVED|getaddrinfo/i;
const nobodyListens = /ECONNREFUSED|CONNECTION_REFUSED/i;
const tooSlow = /UND_ERR_(?:HEADERS|BODY)_TIMEOUT/;
const closed = anyOf([
  /ECONNRESET|UND_ERR_SOCKET|other side closed|socket hang up/,
  /EPIPE|EMPTY_RESPONSE|CONNECTION_(?:RESET|CLOSED)/,
]);

/**
 * Why a service was not reached, or was lost: the whole chain of causes is read. `began` says that its answer had
 * begun.
 */
export function whyUnreached(error: unknown, began: boolean): Why {
  if (error instanceof TooLong) return { reason: "too-long-reply" };
  if (error instanceof Redirected) return { reason: "wrong-address", cause: "other-host" };
  const words = chainOf(error);
  if (tooSlow.test(words)) return { reason: "timed-out" };
  if (/HEADERS?_OVERFLOW/.test(words)) return { reason: "too-long-reply" };
  // Ports that no request may use, such as those of mail and X11.
  if (/\bbad port\b/.test(words)) return { reason: "offline", cause: "unusable-port" };
  if (/proxy.auth/i.test(words)) return { reason: "refused", cause: "proxy-sign-in" };
  if (began) return { reason: "broke-off" };
  if (certificate.test(words)) return { reason: "certificate" };
  if (notTls.test(words)) return { reason: "wrong-address", cause: "not-tls" };
  if (unknownHost.test(words)) return { reason: "offline", cause: "unknown-host" };
  if (nobodyListens.test(words)) return { reason: "offline", cause: "nobody-listens" };
  return closed.test(words) ? { reason: "offline", cause: "closed-at-once" } : { reason: "offline" };
}

/** Messages and codes of an error and of all that caused it. */
export function chainOf(error: unknown): string {
  const parts: string[] = [];
  const known = new Set<unknown>();
  const walk = (e: unknown): void => {
    if (known.has(e) || known.size > 20 || e === undefined || e === null) return;
    known.add(e);
    if (!(e instanceof Error)) return void parts.push(typeof e === "string" ? e : "");
    parts.push(e.message);
    if ("code" in e && typeof e.code === "string") parts.push(e.code);
    if ("errors" in e && Array.isArray(e.errors)) for (const inner of e.errors) walk(inner);
    walk(e.cause);
  };
  walk(error);
  return [...new Set(parts.filter((p) => p !== ""))].join(" · ");
}

const longestSaid = 100;

/** The outcome of a failed request: the only maker of one, so that no words leave unscrubbed. */
export function failed(why: Why, words: string, secrets: Secrets, retryAfter?: number): FailedRequest {
  const vague = why.cause === undefined && (why.reason === "refused" || why.reason === "server-error");
  const said = vague ? shortened(plainText(scrub(sentenceIn(words), secrets))) : "";
  return {
    kind: "failed",
    ...why,
    detail: scrub(words, secrets),
    ...(said === "" ? {} : { said }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** As much as a message has room for, ending at a word; the message has a full stop of its own. */
function shortened(text: string): string {
  return text.length <= longestSaid
    ? text.replace(/[.。]$/, "")
    : `${text.slice(0, longestSaid).replace(/\s+\S*$/, "")} …`;
}
