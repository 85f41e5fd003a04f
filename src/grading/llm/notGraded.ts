// What the learner is told when a model gave no grade: one sentence a reason, or a more exact one a cause. No call and
// no button here.
import { t } from "@vscode/l10n";
import type { GradeOutcome, NotGradedReason } from "../grader";
import type { FailureCause } from "./modelClient";

export type NotGraded = Extract<GradeOutcome, { kind: "not-graded" }>;

/** What happened, as far as the learner is told. */
export interface WhatHappened {
  readonly reason: NotGradedReason;
  readonly cause?: FailureCause;
  /** The service's own sentence. */
  readonly said?: string;
  /** Milliseconds to wait. */
  readonly retryAfter?: number;
}

/** A "not graded" outcome. `detail` is for the log; `retryAfter` in milliseconds. */
export function notGraded(
  reason: NotGradedReason,
  model: string,
  more: Omit<WhatHappened, "reason"> & { readonly detail?: string; readonly message?: string } = {},
): NotGraded {
  const { detail, retryAfter, message, cause, said } = more;
  const happened = {
    reason,
    ...(cause ? { cause } : {}),
    ...(said ? { said } : {}),
    ...(retryAfter ? { retryAfter } : {}),
  };
  return {
    kind: "not-graded",
    reason,
    message: message ?? whatHappened(happened, model),
    ...(detail === undefined || detail === "" ? {} : { detail }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** One sentence that says what happened, without a capital at its beginning. */
export function whatHappened({ reason, cause, said, retryAfter }: WhatHappened, model: string): string {
  if (cause !== undefined) return exactly(cause, model);
  return (said === undefined ? undefined : inItsWords(reason, model, said)) ?? sentence(reason, model, retryAfter);
}

/** Where the reason says little, what the service said itself. */
function inItsWords(reason: NotGradedReason, model: string, said: string): string | undefined {
  if (reason === "refused") return t("the service refused the request for {0}: “{1}”.", model, said);
  return reason === "server-error" ? t("the service of {0} answered with an error: “{1}”.", model, said) : undefined;
}

function exactly(cause: FailureCause, model: string): string {
  switch (cause) {
    case "nobody-listens":
      return t("nothing listens at the base URL of {0}; is its service running?", model);
    case "unknown-host":
      return t(
        "the host in the base URL of {0} is not known here; look at its spelling and at your connection.",
        model,
      );
    case "not-tls":
      return t("the base URL of {0} mixes up http and https.", model);
    case "closed-at-once":
      return t(
        "the service of {0} closed the connection without an answer; perhaps its base URL should begin with https.",
        model,
      );
    case "web-page":
      return t("a web page answers at the base URL of {0}, not a model service; look at the address.", model);
    case "other-host":
      return t(
        "the base URL of {0} leads on to another address, and your answer goes only to the one you chose.",
        model,
      );
    case "credentials-in-url":
      return t("the base URL holds a user name or a password; write it without them and give the key by itself.");
    case "not-a-url":
      return t("the base URL of {0} is not an http or https address.", model);
    case "unusable-port":
      return t("the base URL of {0} names a port that no request may use; have its service listen on another.", model);
    case "unusable-key":
      return t("the key holds a character that no key has; give it again.");
    case "no-credit":
      return t("the account with the service of {0} has no credit or quota left.", model);
    case "account-settings":
      return t("the settings of your account with the service leave no provider for {0}.", model);
    case "declined":
      return t("{0} declined to grade this answer.", model);
    case "proxy-sign-in":
      return t("a proxy on the way to the service of {0} asks for a sign-in.", model);
    case "still-loading":
      return t("{0} is still being loaded; try again in a while.", model);
  }
}

function sentence(reason: NotGradedReason, model: string, retryAfter: number | undefined): string {
  switch (reason) {
    case "no-key":
      return t("the service of {0} asks for an API key.", model);
    case "refused":
      return t("the service refused the request for {0}; the log holds its words.", model);
    case "rate-limited":
      return tooMany(model, retryAfter);
    case "timed-out":
      return t("{0} did not answer in time.", model);
    case "offline":
      return t("the service of {0} could not be reached.", model);
    case "certificate":
      return untrusted(model);
    case "broke-off":
      return t("the connection to the service of {0} broke off before the reply was complete.", model);
    case "wrong-address":
      return t("no model service answers at this address; look at the base URL of {0}.", model);
    case "no-model":
      return t("the service does not know the model {0}.", model);
    case "malformed":
      return t("the reply of {0} could not be read, twice.", model);
    case "truncated":
      return t("the reply of {0} was cut short.", model);
    case "too-long":
      return t("the question and the answer are longer than {0} can read at once.", model);
    case "too-long-reply":
      return t("the reply is too long: {0} or its service sent more than a reply can hold.", model);
    case "said-yes-to-decoys":
      return t("{0} said yes to a statement that your answer does not make, so its verdicts are not believed.", model);
    case "unfit":
      return t("{0} failed the sample answers, so it is not asked to grade.", model);
    case "server-error":
      return t("the service of {0} answered with an error.", model);
    case "cancelled":
      return t("grading was cancelled.");
  }
}

/** Up to two minutes in seconds, up to two hours in minutes, else in hours. */
function untrusted(model: string): string {
  return t(
    "the certificate of {0}'s service or proxy is untrusted; add its issuer to the system's (http.systemCertificates).",
    model,
  );
}

function tooMany(model: string, retryAfter: number | undefined): string {
  const seconds = Math.ceil((retryAfter ?? 0) / 1000);
  if (seconds <= 0) return t("the service of {0} has had too many requests for now.", model);
  if (seconds <= 120) return t("the service of {0} asks to wait {1} s.", model, seconds);
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 120
    ? t("the service of {0} asks to wait {1} minutes.", model, minutes)
    : t("the service of {0} asks to wait {1} hours.", model, Math.ceil(minutes / 60));
}
