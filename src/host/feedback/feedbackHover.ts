// The hover over a remark's words or verdict line: the whole remark with its marks and what to do next.
// Grader's text is escaped before it goes in, for links to our commands are enabled here.
import * as vscode from "vscode";
import { escapeRendered } from "../../core/feedback/escapeMarkdown";
import { missingRemarks } from "../../core/feedback/layout";
import { remarkBody, remarkTitle, type Remark } from "../../core/feedback/remarks";
import { severity } from "../../core/feedback/verdictWords";
import type { VerdictKind } from "../../core/question";
import type { DocumentFeedback } from "./documentFeedback";

/** The only commands that a hover may run. */
export const hoverCommands = [
  "tutor.showHint",
  "tutor.nextQuestion",
  "tutor.showFeedbackList",
  "tutor.markCriterion",
  "tutor.gradeAnswer",
] as const;

const icons = {
  met: "pass",
  partly: "color-mode",
  missed: "circle-large-outline",
  contradicted: "error",
  unclear: "question",
} as const satisfies Record<VerdictKind, string>;

export class FeedbackHover implements vscode.HoverProvider {
  constructor(private readonly feedbackOf: (document: vscode.TextDocument) => DocumentFeedback | undefined) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const feedback = this.feedbackOf(document);
    if (!feedback || feedback.remarks.length === 0) return undefined;
    const told = remarksAt(feedback, position);
    return told.length === 0 ? undefined : new vscode.Hover(hoverMarkdown(feedback, told));
  }
}

/** Indexes of the remarks told at a position, the worst first as on the verdict line: those about its words, and at a line's end those of its verdict line. */
function remarksAt(feedback: DocumentFeedback, position: vscode.Position): number[] {
  const { document } = feedback;
  const offset = document.offsetAt(position);
  const layout = feedback.layout(true);
  const about = layout.highlights.filter((h) => h.start <= offset && offset <= h.end).flatMap((h) => h.remarks);
  const atEnd = position.isEqual(document.lineAt(position.line).range.end);
  const beside = atEnd ? layout.verdictLines.filter((v) => v.line === position.line).flatMap((v) => v.remarks) : [];
  const missing = missingRemarks(feedback.remarks);
  const all = new Set([...about, ...beside]);
  // The line for what was not found names one of them; its hover tells them all.
  if (missing.some((m) => all.has(m))) for (const m of missing) all.add(m);
  const rank = (index: number): number => severity(feedback.remarks[index]?.kind ?? "met");
  return [...all].sort((a, b) => rank(a) - rank(b) || a - b);
}

/** The hover's Markdown; exported for tests. */
export function hoverMarkdown(feedback: DocumentFeedback, told: readonly number[]): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const markdown = new vscode.MarkdownString(undefined, true);
  markdown.isTrusted = { enabledCommands: [...hoverCommands] };
  const blocks = told.flatMap((index) => {
    const remark = feedback.remarks[index];
    return remark ? [remarkMarkdown(feedback, remark, index)] : [];
  });
  const argument = encodeURIComponent(JSON.stringify([feedback.document.uri]));
  const link = (text: string, command: (typeof hoverCommands)[number]): string =>
    `[${text}](command:${command}?${argument})`;
  const markable = new Set(feedback.markable.map((v) => v.criterion));
  const links = [
    ...(feedback.tracked.current ? [] : [link(`$(pass) ${t("Grade again")}`, "tutor.gradeAnswer")]),
    link(`$(lightbulb) ${t("Hint")}`, "tutor.showHint"),
    ...(told.some((i) => markable.has(feedback.remarks[i]?.id ?? ""))
      ? [link(`$(checklist) ${t("Mark it myself")}`, "tutor.markCriterion")]
      : []),
    link(`$(arrow-right) ${t("Next question")}`, "tutor.nextQuestion"),
    link(`$(list-unordered) ${t("Show as list")}`, "tutor.showFeedbackList"),
  ];
  markdown.value = `${blocks.join("\n\n---\n\n")}\n\n---\n\n${links.join(" · ")}`;
  return markdown;
}

function remarkMarkdown(feedback: DocumentFeedback, remark: Remark, index: number): string {
  const { t } = vscode.l10n;
  const title = `$(${icons[remark.kind]}) **${escapeRendered(remarkTitle(remark, feedback.estimate))}**`;
  const body = escapeRendered(remarkBody(remark, feedback.estimate));
  const facts: string[] = [];
  if (remark.marks !== "") facts.push(remark.marks);
  if (feedback.estimate && !remark.byLearner) facts.push(t("estimate"));
  if (remark.byLearner) facts.push(t("marked by you"));
  if (feedback.provisional) facts.push(t("provisional"));
  if (!feedback.tracked.current) {
    const edited = feedback.tracked.quotes.some((q) => q.remark === index && q.state !== "standing");
    facts.push(edited ? t("these words were edited since") : t("of an earlier text"));
  }
  const head = facts.length > 0 ? `${title} — _${facts.join(" · ")}_` : title;
  return body === "" ? head : `${head}\n\n${body}`;
}
