// What the learner is told when a model gave no grade: one sentence a reason. No call and no button here.
import { t } from "@vscode/l10n";
import type { GradeOutcome, NotGradedReason } from "../grader";

export type NotGraded = Extract<GradeOutcome, { kind: "not-graded" }>;

/** A "not graded" outcome. `detail` is for the log; `retryAfter` in milliseconds. */
export function notGraded(
  reason: NotGradedReason,
  model: string,
  more: { readonly detail?: string; readonly retryAfter?: number; readonly message?: string } = {},
): NotGraded {
  const { detail, retryAfter, message } = more;
  return {
    kind: "not-graded",
    reason,
    message: message ?? sentence(reason, model, retryAfter),
    ...(detail === undefined || detail === "" ? {} : { detail }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

function sentence(reason: NotGradedReason, model: string, retryAfter: number | undefined): string {
  switch (reason) {
    case "no-key":
      return t("the service of {0} asks for an API key.", model);
    case "refused":
      return t("the service refused the request for {0}; the log holds its words.", model);
    case "rate-limited":
      return retryAfter === undefined
        ? t("the service of {0} has had too many requests for now.", model)
        : t("the service of {0} asks to wait {1} s.", model, Math.ceil(retryAfter / 1000));
    case "timed-out":
      return t("{0} did not answer in time.", model);
    case "offline":
      return t("the service of {0} could not be reached.", model);
    case "no-model":
      return t("the service does not know the model {0}.", model);
    case "malformed":
      return t("the reply of {0} could not be read, twice.", model);
    case "truncated":
      return t("the reply of {0} was cut short.", model);
    case "too-long":
      return t("the question and the answer are longer than {0} can read at once.", model);
    case "server-error":
      return t("the service of {0} answered with an error.", model);
    case "cancelled":
      return t("grading was cancelled.");
  }
}
