// What blind answers show of a rubric, at its place in a roadmap's files: the same for the command line and the editor.
import { t } from "@vscode/l10n";
import { findingCodes } from "../../core/reading/findingCodes";
import { criterionRange } from "../../core/reading/roadmapReader";
import type { Finding } from "../../core/roadmap/roadmap";
import { isNotAsked, type Produced } from "./fairAsk";

/** A finding for each criterion of a question's file that too few produced. */
export function notAskedFindings(rows: readonly Produced[], file: string, text: string): Finding[] {
  const code = "not-asked";
  return rows.filter(isNotAsked).map((row) => ({
    file,
    range: criterionRange(text, row.criterion),
    code,
    severity: findingCodes[code],
    message: notAskedMessage(row),
  }));
}

/** How many produced it, and what may be done; words only find. */
export function notAskedMessage({ produced, of, judged }: Produced): string {
  return judged === of
    ? t("Not asked by the prompt ({0} of {1} produced it): reword it, or mark it `bonus: true`.", produced, of)
    : t(
        "Not asked by the prompt ({0} of {1} produced it, by what the check finds): reword it, or mark it `bonus: true`.",
        produced,
        of,
      );
}
