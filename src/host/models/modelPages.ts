// Pages about the model: what is sent to it, and how steady it is. Markdown in words of ours; what comes from elsewhere
// stands in fences and table cells as text. Pure, without VS Code.
import { t } from "@vscode/l10n";
import type { Question } from "../../core/roadmap/question";
import { stateWord } from "../../core/feedback/words";
import { escapeReadable } from "../../core/feedback/escapeMarkdown";
import { markdownTable } from "../../core/feedback/markdownTable";
import type { Steadiness } from "../feedback/steadiness";
import { steadyLine } from "../feedbackView/steadyWords";
import type { SentRequest } from "./sentRequest";

/** What leaves the machine for one grading. */
export function sentPage(model: string, requests: readonly SentRequest[]): string {
  const head = `# ${t("What is sent to {0}", escapeReadable(model))}\n\n`;
  if (requests.length === 0)
    return `${head}${t("Nothing: this answer is settled on this machine, without the model.")}\n`;
  const about = t(
    "This is the request of a grading of this answer, to the letter. Nothing was sent to show it. A key, where there is one, goes in a header. One or two statements are of other questions: they show whether the model says yes to anything.",
  );
  return `${head}${about}\n\n${requests.map(({ to, body }) => `${fence(to)}\n\n${fence(body, "json")}`).join("\n\n")}\n`;
}

/** What three gradings of one answer agree on. */
export function stabilityPage(question: Question, steadiness: Steadiness): string {
  const { runs, criteria } = steadiness.stability;
  const ideaOf = new Map(question.criteria.map(({ id, idea }) => [id, idea]));
  const rows = criteria.map(({ criterion, verdict, agree, said }) => {
    const words = said.map((one) => stateWord(one, "model")).join(", ");
    return [ideaOf.get(criterion) ?? criterion, stateWord(verdict, "model"), `${agree}/${runs}`, words];
  });
  return [
    `# ${t("How steady {0} is", escapeReadable(steadiness.model))}`,
    escapeReadable(steadyLine(steadiness)),
    markdownTable([t("Idea"), t("Most often"), t("Agreed"), t("Each time")], rows),
    t("None of these gradings was kept."),
    "",
  ].join("\n\n");
}

/** Text as it is, in a fence longer than any run of backticks in it. */
function fence(text: string, language = ""): string {
  const runs = text.match(/`+/g) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 2);
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}\n${text}\n${ticks}`;
}
