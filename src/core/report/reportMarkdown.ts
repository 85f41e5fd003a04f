// The report as Markdown, laid out as an assignment: question, answer, feedback. Layout and escaping only.
import { t } from "@vscode/l10n";
import { isBlank } from "../answer/answer";
import { escapeReadable } from "../feedback/escapeMarkdown";
import type { LoadedPictures } from "../roadmap/pictures";
import { quietWithPictures } from "./quietMarkdown";
import type { ReportFeedback, ReportModel, ReportRemark, ReportSection } from "./reportModel";

/** Lays the report out; ends with a newline. */
export function markdownOf(model: ReportModel): string {
  const blocks = [
    `# ${escapeReadable(model.title)}`,
    model.summary.map(escapeReadable).join(" "),
    ...model.sections.flatMap(section),
    ...(model.unanswered.length === 0
      ? []
      : [`## ${t("Not answered yet")}`, model.unanswered.map((line) => `- ${escapeReadable(line)}`).join("\n")]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function section(said: ReportSection, index: number): string[] {
  return [
    `## ${String(index + 1)}. ${escapeReadable(said.title)}`,
    `*${escapeReadable(said.place)}*`,
    quoted(said.prompt, said.pictures),
    `### ${t("Answer")}`,
    isBlank(said.answer) ? t("The answer has been emptied.") : quoted(said.answer),
    `### ${t("Feedback")}`,
    ...(said.feedback ? feedback(said.feedback) : [t("Not checked or graded yet.")]),
  ];
}

function feedback(said: ReportFeedback): string[] {
  return [
    `**${escapeReadable(said.headline)}**`,
    ...(said.notes.length === 0 ? [] : [`*${said.notes.map(escapeReadable).join(" ")}*`]),
    ...(said.summary === "" ? [] : [`${t("In short:")} ${escapeReadable(said.summary)}`]),
    ...(said.remarks.length === 0 ? [] : [said.remarks.map(remark).join("\n")]),
    ...(said.earlierText === undefined ? [] : [`**${t("The text that it is about")}**`, quoted(said.earlierText)]),
  ];
}

function remark({ sign, heading, marks, quote, text }: ReportRemark): string {
  const parts = [`- ${sign} **${escapeReadable(heading)}**`, marks === "" ? "" : ` (${escapeReadable(marks)})`];
  if (quote !== "") parts.push(` ${t("“{0}”", escapeReadable(quote))}`);
  if (text !== "") parts.push(` — ${escapeReadable(text)}`);
  return parts.join("");
}

/**
 * Someone else's Markdown, every line quoted: it reads as it was written, no heading, fence or comment in it reaches
 * beyond the quote, and nothing in it is loaded: pictures stand in the report itself.
 */
function quoted(markdown: string, pictures?: LoadedPictures): string {
  const lines = quietWithPictures(markdown, pictures)
    .replace(/^(?:[^\S\r\n]*(?:\r\n|\r|\n))+/, "")
    .trimEnd()
    .split(/\r\n|\r|\n/);
  return lines.map((line) => (line === "" ? ">" : `> ${line}`)).join("\n");
}
