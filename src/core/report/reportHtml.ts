// The report as one HTML page: no script, nothing loaded, and nothing of the learner's or a model's text left
// unescaped.
import { t } from "@vscode/l10n";
import { isBlank } from "../answer/answer";
import { escapeHtml, renderMarkdown, type PictureSource } from "../text/markdown";
import { sourceOf } from "../roadmap/pictures";
import { markedAnswer, type MarkedPhrase } from "./markedAnswer";
import type { LegendItem, ReportFeedback, ReportModel, ReportRemark, ReportSection } from "./reportModel";
import { reportStyle } from "./reportStyle";

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Lays the page out; `lang` is the language of its words, a BCP 47 tag. */
export function htmlOf(model: ReportModel, lang: string): string {
  const title = escapeHtml(model.title);
  return `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="summary">${model.summary.map(escapeHtml).join(" ")}</p>
${legend(model.legend)}${model.sections.map(section).join("\n")}
${unanswered(model.unanswered)}</main>
</body>
</html>
`;
}

/** What the looks in the answers mean. */
function legend(items: readonly LegendItem[]): string {
  if (items.length === 0) return "";
  const looks = items.map(
    ({ state, by, word }) => `<li><mark class="${state} by-${by}">${escapeHtml(word)}</mark></li>`,
  );
  return `<ul class="legend" aria-label="${escapeHtml(t("Marks in the answers"))}">${looks.join("")}</ul>\n`;
}

function unanswered(lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const items = lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("");
  return `<section><h2>${escapeHtml(t("Not answered yet"))}</h2><ul>${items}</ul></section>\n`;
}

function section(said: ReportSection, index: number): string {
  const own: PictureSource = (address) => sourceOf(said.answerPictures, address);
  const phrases = said.feedback?.earlierText === undefined ? said.phrases : [];
  const answer = isBlank(said.answer)
    ? `<p class="note">${escapeHtml(t("The answer has been emptied."))}</p>`
    : `<div class="answer">${theirs(said.answer, phrases, own)}</div>`;
  return `<section>
<h2>${String(index + 1)}. ${escapeHtml(said.title)}</h2>
<p class="note">${escapeHtml(said.place)}</p>
<div class="prompt">${theirs(said.prompt, [], (address) => sourceOf(said.pictures, address))}</div>
<h3>${escapeHtml(t("Answer"))}</h3>
${answer}
<h3>${escapeHtml(t("Feedback"))}</h3>
${said.feedback ? feedback(said.feedback, said.phrases, own) : `<p>${escapeHtml(t("Not checked or graded yet."))}</p>`}
</section>`;
}

function feedback(said: ReportFeedback, phrases: readonly MarkedPhrase[], own: PictureSource): string {
  const parts = [`<p><strong class="marks">${escapeHtml(said.headline)}</strong></p>`];
  if (said.notes.length > 0) parts.push(`<p class="note">${said.notes.map(escapeHtml).join(" ")}</p>`);
  if (said.summary !== "") parts.push(`<p>${escapeHtml(said.summary)}</p>`);
  if (said.remarks.length > 0) parts.push(`<ul class="remarks">${said.remarks.map(remark).join("")}</ul>`);
  if (said.earlierText !== undefined) {
    const heading = escapeHtml(t("The text that it is about"));
    parts.push(`<h4>${heading}</h4><div class="answer">${theirs(said.earlierText, phrases, own)}</div>`);
  }
  return parts.join("\n");
}

function remark({ sign, heading, marks, quote, text }: ReportRemark): string {
  const said = [
    `<span class="sign" aria-hidden="true">${escapeHtml(sign)}</span> <strong>${escapeHtml(heading)}</strong>`,
    marks === "" ? "" : ` <span class="note">(${escapeHtml(marks)})</span>`,
    quote === "" ? "" : `<br><q>${escapeHtml(quote)}</q>`,
    text === "" ? "" : `<br>${escapeHtml(text)}`,
  ];
  return `<li>${said.join("")}</li>`;
}

/**
 * Someone else's Markdown. Its headings go below the report's own; since raw HTML is escaped, each `<h1>` there is a
 * heading.
 */
function theirs(markdown: string, phrases: readonly MarkedPhrase[] = [], pictures?: PictureSource): string {
  return markedAnswer(markdown, phrases, (text) => renderMarkdown(text, pictures)).replace(
    /<(\/?)h([1-6])>/g,
    (_, slash: string, level: string) => `<${slash}h${String(Math.min(Number(level) + 3, 6))}>`,
  );
}
