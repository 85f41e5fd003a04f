// Why an answer was not graded, in the few words that the row above it has room for. The whole sentence is the
// outcome's.
import * as vscode from "vscode";
import type { NotGradedReason } from "../../grading/grader";

/** "Not graded: asks for a key". */
export function notGradedPhrase(reason: NotGradedReason): string {
  return vscode.l10n.t("Not graded: {0}", reasonPhrase(reason));
}

function reasonPhrase(reason: NotGradedReason): string {
  const { t } = vscode.l10n;
  switch (reason) {
    case "no-key":
      return t("asks for a key");
    case "refused":
      return t("refused");
    case "rate-limited":
      return t("too many requests");
    case "timed-out":
      return t("no answer in time");
    case "offline":
      return t("not reachable");
    case "certificate":
      return t("certificate not trusted");
    case "broke-off":
      return t("connection broke off");
    case "wrong-address":
      return t("no model service there");
    case "no-model":
      return t("no model");
    case "malformed":
      return t("unreadable reply");
    case "truncated":
      return t("reply cut off");
    case "too-long":
      return t("too long");
    case "too-long-reply":
      return t("endless reply");
    case "said-yes-to-decoys":
    case "unfit":
      return t("this model cannot grade");
    case "server-error":
      return t("server error");
    case "cancelled":
      return t("cancelled");
  }
}
