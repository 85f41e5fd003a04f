// The hover over a remark's words or verdict line: the whole remark, and what the learner may say of it. All text that
// is not ours is escaped before it goes in, for links to our commands are enabled here.
import * as vscode from "vscode";
import { escapeRendered } from "../../core/feedback/escapeMarkdown";
import { observationSentence } from "../../core/feedback/observationWords";
import type { Remark, RemarkState } from "../../core/feedback/remark";
import { remarkBody, remarkTitle, saidBy, severity, stateWord } from "../../core/feedback/words";
import type { DocumentFeedback } from "./documentFeedback";

/** The only commands that a hover may run. */
const hoverCommands = [
  "tutor.markYes",
  "tutor.markPartly",
  "tutor.markNo",
  "tutor.undoMark",
  "tutor.disputeRemark",
  "tutor.dismissRemark",
  "tutor.gradeAnswer",
  "tutor.showFeedback",
] as const;

type HoverCommand = (typeof hoverCommands)[number];

const icons = {
  met: "pass",
  partly: "color-mode",
  missed: "circle-large-outline",
  contradicted: "error",
  unclear: "question",
  found: "search",
  "not-found": "dash",
  unread: "ellipsis",
} as const satisfies Record<RemarkState, string>;

/** A hover of plain words under a title; nothing in it becomes a link. */
export function wordsHover(title: string, paragraphs: readonly string[], range: vscode.Range): vscode.Hover {
  const words = [`**${escapeRendered(title)}**`, ...paragraphs.map(escapeRendered)].join("\n\n");
  return new vscode.Hover(new vscode.MarkdownString(words), range);
}

export class FeedbackHover implements vscode.HoverProvider {
  constructor(private readonly feedbackOf: (document: vscode.TextDocument) => DocumentFeedback | undefined) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const feedback = this.feedbackOf(document);
    if (!feedback || feedback.remarks.length === 0) return undefined;
    const told = remarksAt(feedback, position);
    return told.length === 0 ? undefined : new vscode.Hover(hoverMarkdown(feedback, told));
  }
}

/**
 * Indexes of the remarks told at a position, the most urgent first as on the verdict line: those about its words, and
 * at a line's end those of its verdict line.
 */
function remarksAt(feedback: DocumentFeedback, position: vscode.Position): number[] {
  const { document, missing } = feedback;
  const offset = document.offsetAt(position);
  const layout = feedback.layout(true);
  const about = layout.highlights.filter((h) => h.start <= offset && offset <= h.end).flatMap((h) => h.remarks);
  const atEnd = position.isEqual(document.lineAt(position.line).range.end);
  const beside = atEnd ? layout.verdictLines.filter((v) => v.line === position.line).flatMap((v) => v.remarks) : [];
  const all = new Set([...about, ...beside]);
  // The line for what has no words names one of them; its hover tells them all.
  if (missing.some((m) => all.has(m))) for (const m of missing) all.add(m);
  const rank = (index: number): number => severity(feedback.remarks[index]?.state ?? "met");
  return [...all].sort((a, b) => rank(a) - rank(b) || a - b);
}

function hoverMarkdown(feedback: DocumentFeedback, told: readonly number[]): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const markdown = new vscode.MarkdownString(undefined, true);
  markdown.isTrusted = { enabledCommands: [...hoverCommands] };
  const blocks = told.flatMap((index) => {
    const remark = feedback.remarks[index];
    return remark ? [remarkMarkdown(feedback, remark, index)] : [];
  });
  const { uri } = feedback.document;
  const last = [
    ...(feedback.tracked.current ? [] : [link(`$(pass) ${t("Grade again")}`, "tutor.gradeAnswer", uri)]),
    link(`$(list-unordered) ${t("Show feedback")}`, "tutor.showFeedback", uri),
  ];
  markdown.value = [...blocks, last.join(" · ")].join("\n\n---\n\n");
  return markdown;
}

function link(text: string, command: HoverCommand, ...args: readonly unknown[]): string {
  return `[${text}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
}

function remarkMarkdown(feedback: DocumentFeedback, remark: Remark, index: number): string {
  const { t } = vscode.l10n;
  const title = `$(${icons[remark.state]}) **${escapeRendered(remarkTitle(remark))}**`;
  const facts = factsOf(feedback, remark, index).map(escapeRendered);
  const paragraphs = [
    facts.length > 0 ? `${title} — _${facts.join(" · ")}_` : title,
    escapeRendered(remarkBody(remark)),
    remark.group === undefined ? "" : escapeRendered(remark.group),
    remark.misconception === undefined
      ? ""
      : escapeRendered(observationSentence({ id: "common-misconception", misconception: remark.misconception })),
    remark.disputed === undefined || remark.disputed === "" ? "" : escapeRendered(t("You: “{0}”", remark.disputed)),
    feedback.provisional ? "" : linksOf(feedback, remark),
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

/** What is to be known beside the remark: marks, whose word it is, what was said before, and of which text. */
function factsOf(feedback: DocumentFeedback, remark: Remark, index: number): string[] {
  const { t } = vscode.l10n;
  const facts = [remark.marks, saidBy(remark.by)];
  if (remark.before?.by === "model") facts.push(t("the model: {0}", stateWord(remark.before.state, "model")));
  if (remark.disputed !== undefined) facts.push(t("disputed"));
  if (feedback.provisional) facts.push(t("provisional"));
  if (!feedback.tracked.current) {
    const edited = feedback.tracked.quotes.some((q) => q.remark === index && q.state !== "standing");
    facts.push(edited ? t("these words were edited since") : t("of an earlier text"));
  }
  return facts.filter((fact) => fact !== "");
}

/** "Yes · Partly · No · Dispute · Dismiss"; an error beyond the rubric has no marks to give. */
function linksOf({ document }: DocumentFeedback, remark: Remark): string {
  const { t } = vscode.l10n;
  const act = (text: string, command: HoverCommand): string => link(text, command, document.uri, remark.id);
  const marks = remark.id.startsWith("error:")
    ? []
    : [act(t("Yes"), "tutor.markYes"), act(t("Partly"), "tutor.markPartly"), act(t("No"), "tutor.markNo")];
  const undo = remark.by === "learner" || remark.disputed !== undefined ? [act(t("Undo"), "tutor.undoMark")] : [];
  // Nothing that a check says can be disputed: it judges nothing.
  const saidByModel = (remark.before ?? remark).by === "model";
  const dispute = saidByModel ? [act(t("Dispute"), "tutor.disputeRemark")] : [];
  const said = marks.length > 0 ? [`${t("Does your answer say it?")} ${marks.join(" · ")}`] : [];
  return [...said, [...undo, ...dispute, act(t("Dismiss"), "tutor.dismissRemark")].join(" · ")].join("  \n");
}
