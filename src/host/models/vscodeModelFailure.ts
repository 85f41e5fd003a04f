// From what VS Code or a provider extension throws to one of the closed reasons. Pure: an error is looked at by its
// name, code and words, since a provider's own error arrives as a plain Error with nothing else left of it.
import { anyOf } from "../../grading/anyOf";
import type { FailedRequest, FailureCause } from "../../grading/llm/modelClient";
import { chainOf, failed, whyRefused, whyUnreached, type Why } from "../../grading/models/failureReasons";
import type { Secrets } from "../../grading/models/scrub";
import { waitOf } from "../../grading/models/waits";

const quota = anyOf([
  /quota|premium requests|out of credits|credit balance|insufficient (?:credit|balance|funds)|billing/,
  /(?:monthly|weekly|usage|messages?|plan'?s?) limit/,
]);
const passing = anyOf([
  /rate.?limit|too many requests|throttl|per.?(?:minute|second|hour)/,
  /(?:try|retry)(?: again)? (?:in|after) \d|try again later/,
]);
const unreached = anyOf([
  /fetch failed|network|offline|internet|disconnected|socket|net::ERR_|certificate/,
  /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|UND_ERR_/,
]);
const slow = /timed? ?out|deadline exceeded/i;
const gone = /(?:provider|model)\b.{0,200}(?:not registered|not found|could not be found|is unknown)/i;
const filtered = /responsible ai|content.?(?:filter|policy|management)|response (?:was|got) filtered|moderation/i;
const ended = /^cancell?ed\b|^aborted?\b|^th(?:e|is) operation was (?:cancelled|aborted)/i;
const tools = /\btools?\b|\btool[_-]|function[ _-]?call|\bfunctions\b|schema\b/i;
/** Statuses by which a service says that it does not take what it was sent. */
const notTaken: readonly number[] = [400, 415, 422, 501];

/** Causes that hold for a model whose address the learner never typed. */
const causes: readonly FailureCause[] = ["no-credit", "account-settings", "declined", "still-loading"];

/** The outcome for an error. `began` says that some of the reply had come. */
export function vscodeFailure(error: unknown, began: boolean, model: string, secrets: Secrets): FailedRequest {
  const words = wordsOf(error);
  const why = whyFailed(error, words, began, model);
  const wait = why.reason === "rate-limited" ? waitOf(undefined, words, Date.now()) : undefined;
  return failed(why, words, secrets, wait);
}

/** Whether the same may work without a tool: the error speaks of tools, or says no more than that it was not taken. */
export function isAboutTools(error: unknown, model: string): boolean {
  if (languageModelCode(error) !== undefined) return false;
  const words = wordsOf(error);
  if (quota.test(words) || passing.test(words)) return false;
  if (tools.test(words)) return true;
  const status = statusIn(words);
  return (
    status !== undefined && notTaken.includes(status) && whyFailed(error, words, false, model).reason === "server-error"
  );
}

function whyFailed(error: unknown, words: string, began: boolean, model: string): Why {
  const code = languageModelCode(error);
  if (code === "NotFound") return { reason: "no-model" };
  // The name that a provider chose says more than its sentence, which may advise to come back later in either case.
  if (quota.test(nameOf(error))) return { reason: "refused", cause: "no-credit" };
  if (passing.test(words)) return { reason: "rate-limited" };
  if (quota.test(words)) return { reason: "refused", cause: "no-credit" };
  // The learner or the organisation said no in VS Code, or the provider has no right to the model.
  if (code === "NoPermissions" || code === "Blocked") return { reason: "refused" };
  if (ended.test(words)) return { reason: "broke-off" };
  if (gone.test(words)) return { reason: "no-model" };
  if (unreached.test(words)) return withoutAddress(whyUnreached(error, began));
  if (slow.test(words)) return { reason: "timed-out" };
  if (filtered.test(words)) return { reason: "refused", cause: "declined" };
  const status = statusIn(words);
  return withoutAddress(whyRefused({ words, ...(status === undefined ? {} : { status }) }, true, model));
}

/** What is said of addresses helps nobody here: the provider knows its own, and the learner typed none. */
function withoutAddress({ reason, cause }: Why): Why {
  if (reason === "wrong-address") return { reason: "server-error" };
  return { reason, ...(cause !== undefined && causes.includes(cause) ? { cause } : {}) };
}

function languageModelCode(error: unknown): string | undefined {
  return error instanceof Error && error.name === "LanguageModelError" && "code" in error && error.code !== ""
    ? String(error.code)
    : undefined;
}

/** A status as providers write it into their words: "Request Failed: 429 {…}", "HTTP 401", "status code 400". */
function statusIn(words: string): number | undefined {
  const found =
    /(?:^|·|\bhttp\b|\bstatus\b|\bcode\b|\bfailed\b|\berror\b)[^\w]{0,3}(?:code[^\w]{0,3})?([45]\d\d)\b/i.exec(words);
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

/** Name, messages and codes of an error and of its causes. */
function wordsOf(error: unknown): string {
  return [nameOf(error), chainOf(error)].filter((part) => part !== "").join(" · ");
}

/** The name that a provider gave its error, in words ("Chat Quota Exceeded"); empty for the names of the language. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error) || /^(?:\w*Error|Canceled)$/.test(error.name)) return "";
  return error.name.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
}
