// What trying a model takes, and what it showed, in words. Pure, without VS Code.
import { t } from "@vscode/l10n";
import type { TrialEstimate } from "../../grading/qualification/estimate";
import type { StoredQualification } from "../../grading/qualification/stored";

/** What is told of a run; of a call that asks for no answers, without their number. */
type Taken = Pick<TrialEstimate, "tokensIn" | "tokensOut" | "seconds" | "cost"> &
  Partial<Pick<TrialEstimate, "answers">>;

/**
 * "12 answers · about 40 s · about 21,000 tokens · costs about $0.01". A price stands there only where one is known,
 * tokens always; of a model that nobody has timed it is said that the time is not known yet.
 */
export function takesText({ answers, tokensIn, tokensOut, seconds, cost }: Taken, lang: string): string {
  const tokens = roundly(tokensIn + tokensOut).toLocaleString(lang);
  const parts = [
    ...(answers === undefined ? [] : [t("{0} answers", answers)]),
    seconds === undefined ? t("time not known yet") : timeText(seconds, lang),
    t("about {0} tokens", tokens),
  ];
  if (cost !== undefined)
    parts.push(cost.amount === 0 ? t("free of charge") : t("costs about {0}", money(cost.amount, cost.currency, lang)));
  return parts.join(" · ");
}

/** "3 of 12 answers · about 30 s more": the rest as fast as what went before. */
export function progressText(done: number, of: number, seconds: number, lang: string): string {
  const told = t("{0} of {1} answers", done, of);
  if (done === 0 || done === of) return told;
  const rest = (seconds / done) * (of - done);
  const more = isShort(rest) ? t("about {0} s more", whole(rest, lang)) : t("about {0} min more", minutes(rest, lang));
  return `${told} · ${more}`;
}

function timeText(seconds: number, lang: string): string {
  return isShort(seconds) ? t("about {0} s", whole(seconds, lang)) : t("about {0} min", minutes(seconds, lang));
}

function isShort(seconds: number): boolean {
  return seconds < 120;
}

function whole(seconds: number, lang: string): string {
  return roundly(Math.max(1, seconds)).toLocaleString(lang);
}

function minutes(seconds: number, lang: string): string {
  return Math.round(seconds / 60).toLocaleString(lang);
}

/** To two digits, as "$0.0043", "0,02 €". */
function money(amount: number, currency: string, lang: string): string {
  const two = { maximumSignificantDigits: 2, minimumFractionDigits: 0 };
  return amount.toLocaleString(lang, { style: "currency", currency, currencyDisplay: "narrowSymbol", ...two });
}

/** What the model may do by now, and why not more. */
export function whatItShowed({ model, result, agreement, answers, why }: StoredQualification): string {
  switch (result) {
    case "qualified":
      return t(
        "{0} may give marks: on {1} sample answers it agreed with {2} % of the expected verdicts.",
        model,
        answers,
        Math.round(agreement * 100),
      );
    case "remarks-only":
      return t("{0} may make remarks, but give no marks. {1}", model, why.join(" "));
    case "unfit":
      return t("{0} cannot grade. {1}", model, why.join(" "));
  }
}

/** To two digits: an estimate is no more exact than that. */
function roundly(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(count, 1))) - 1);
  return Math.round(count / step) * step;
}
