// A receipt in words: one line, and behind it what makes the result replayable. Pure, without VS Code.
import { t } from "@vscode/l10n";
import type { Attempt, Qualification, Receipt } from "../../core/attempts/attempt";
import type { Head, ReceiptDetail } from "../../shared/feedbackMessages";

/** The receipt's line and details; `lang` is the language of dates and numbers. */
export function receiptOf(attempt: Attempt, replayed: boolean, lang: string): NonNullable<Head["receipt"]> {
  const { receipt, at } = attempt;
  const parts = [...whatGraded(attempt, lang), duration(receipt.ms, lang), replayed ? t("replayed") : ""];
  return { line: parts.filter((part) => part !== "").join(" · "), details: details(receipt, at, lang) };
}

function whatGraded({ receipt, ...attempt }: Attempt, lang: string): string[] {
  if (receipt.grader === "model") return [receipt.model ?? t("a model"), tokens(receipt, lang)];
  if (attempt.kind === "checked" && attempt.earlier) return [t("checked by an earlier version")];
  return [t("built-in check {0}", checkVersion(receipt))];
}

/** "check-3" → "3": the line has just said what it is of. */
function checkVersion({ promptVersion }: Receipt): string {
  return promptVersion.replace(/^check\W*/, "");
}

function tokens({ tokensIn, tokensOut }: Receipt, lang: string): string {
  if (tokensIn === undefined || tokensOut === undefined) return "";
  return t("{0} tokens", (tokensIn + tokensOut).toLocaleString(lang));
}

function duration(ms: number, lang: string): string {
  if (ms < 100) return t("{0} ms", Math.max(Math.round(ms), 1));
  const digits = ms < 10_000 ? 1 : 0;
  const seconds = (ms / 1000).toLocaleString(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return t("{0} s", seconds);
}

function details(receipt: Receipt, at: string, lang: string): ReceiptDetail[] {
  const { decoys, tokensIn, tokensOut, qualification } = receipt;
  const count = (n: number): string => n.toLocaleString(lang);
  const both = tokensIn !== undefined && tokensOut !== undefined;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t("When"), new Date(at).toLocaleString(lang, { dateStyle: "medium", timeStyle: "short" })],
    [t("Model"), receipt.model],
    [t("Service"), receipt.endpoint],
    [receipt.grader === "model" ? t("Prompt version") : t("Check version"), receipt.promptVersion],
    [t("Asked one by one"), receipt.strict === true ? t("yes") : undefined],
    [t("Qualification"), qualification && qualificationWord(qualification)],
    [t("Decoys"), decoys && t("{0} asked, {1} called met", decoys.asked, decoys.met)],
    [t("Tokens"), both ? t("{0} in, {1} out", count(tokensIn), count(tokensOut)) : undefined],
    [t("Hash of the answer"), shortHash(receipt.answerHash)],
    [t("Hash of the rubric"), shortHash(receipt.rubricHash)],
  ];
  return rows.flatMap(([name, value]) => (value === undefined || value === "" ? [] : [{ name, value }]));
}

function shortHash(hash: string): string {
  return hash.slice(0, 12);
}

function qualificationWord(qualification: Qualification): string {
  switch (qualification) {
    case "qualified":
      return t("may give marks");
    case "remarks-only":
      return t("remarks only");
    case "unfit":
      return t("unfit for marks");
    case "unknown":
      return t("not asked yet");
  }
}
