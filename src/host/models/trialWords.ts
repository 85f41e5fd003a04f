// What trying a model takes, and what it showed, in words. Pure, without VS Code.
import { t } from "@vscode/l10n";
import type { TrialEstimate } from "../../grading/qualification/estimate";
import type { StoredQualification } from "../../grading/qualification/stored";

/** "12 answers · about 21,000 tokens · about 40 s"; the time only where the model's speed is known. */
export function takesText({ answers, tokensIn, tokensOut, seconds }: TrialEstimate, lang: string): string {
  const tokens = roundly(tokensIn + tokensOut).toLocaleString(lang);
  const parts = [t("{0} answers", answers), t("about {0} tokens", tokens)];
  if (seconds !== undefined)
    parts.push(seconds < 120 ? t("about {0} s", seconds) : t("about {0} min", Math.round(seconds / 60)));
  return parts.join(" · ");
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
