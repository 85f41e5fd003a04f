// The accessible twin of what is drawn in the text: every verdict, quote, remark and mark of a grade as Markdown.
// Read as source by a screen reader, so: plain sentences, one heading a criterion, nothing said by colour or shape alone.
import { t } from "@vscode/l10n";
import type { Receipt } from "../attempt";
import type { Grade } from "../grade";
import { escapeReadable } from "./escapeMarkdown";
import { marksText } from "./marksText";
import { remarkBody, remarkTitle, type Remark } from "./remarks";
import type { TrackedRemarks } from "./trackedRemarks";
import { flagSentence, verdictSign } from "./verdictWords";

/** What the list tells. Without a grade it tells how far the grading is. */
export interface FeedbackListInput {
  /** The question's title, plain text. */
  readonly title: string;
  readonly remarks: readonly Remark[];
  readonly tracked: TrackedRemarks;
  readonly grade?: Grade;
  /** ISO 8601, UTC; of the attempt. */
  readonly at?: string;
  readonly receipt?: Receipt;
  readonly replayed: boolean;
  /** Verdicts that have arrived, of how many; only while grading. */
  readonly progress?: { readonly done: number; readonly of: number };
  /** 1-based line of a document offset. */
  lineNumber(offset: number): number;
}

/** The whole list as a Markdown document ending in a newline. The learner's and the grader's words cannot change its structure. */
export function feedbackListMarkdown(input: FeedbackListInput): string {
  const { remarks, grade, tracked } = input;
  const blocks = [`# ${t("Feedback: {0}", escapeReadable(input.title))}`, ...opening(input)];
  if (grade?.summary) blocks.push(`${t("In short:")} ${escapeReadable(grade.summary)}`);

  const criteria = remarks.flatMap((remark, index) => (remark.id.startsWith("error:") ? [] : [{ remark, index }]));
  const errors = remarks.flatMap((remark, index) => (remark.id.startsWith("error:") ? [{ remark, index }] : []));
  if (criteria.length > 0) blocks.push(`## ${t("What was looked for")}`);
  criteria.forEach(({ remark, index }, n) => blocks.push(...remarkBlocks(input, remark, index, n + 1)));
  if (errors.length > 0) blocks.push(`## ${t("Also not right")}`);
  errors.forEach(({ remark, index }, n) => blocks.push(...remarkBlocks(input, remark, index, n + 1)));

  if (grade && grade.flags.length > 0)
    blocks.push(`## ${t("About the whole answer")}`, grade.flags.map((f) => `- ${flagSentence(f)}`).join("\n"));
  if (grade?.estimate)
    blocks.push(
      t(
        "The built-in grader can confirm what it recognises but cannot refute: “could not match” is not “wrong”. You can mark such a criterion yourself.",
      ),
    );
  if (!tracked.current && remarks.length > 0)
    blocks.push(t("The answer has changed since this grading. Grade it again for feedback on the text as it is now."));
  if (input.receipt) blocks.push(`## ${t("Receipt")}`, receiptLines(input.receipt, input.at).join("\n"));
  return `${blocks.join("\n\n")}\n`;
}

function opening({ grade, tracked, replayed, receipt, progress }: FeedbackListInput): string[] {
  if (progress)
    return [t("Grading: {0} of {1} criteria so far. These verdicts are provisional.", progress.done, progress.of)];
  if (!grade) return [t("There is no feedback for this answer yet. Run “Grade my answer”.")];
  const grader =
    receipt === undefined
      ? ""
      : receipt.grader === "built-in"
        ? t("built-in grader")
        : escapeReadable(receipt.model ?? t("model"));
  const marks = `${t("Marks:")} **${marksText(grade, { replayed, current: tracked.current })}**`;
  return [grader === "" ? marks : `${marks}\n\n${t("Graded by: {0}", grader)}`];
}

function remarkBlocks(
  { grade, tracked, lineNumber }: FeedbackListInput,
  remark: Remark,
  index: number,
  number: number,
): string[] {
  const estimate = grade?.estimate === true;
  const lines: string[] = [];
  if (remark.marks !== "") lines.push(`- ${t("Marks:")} ${remark.marks}`);
  const body = remarkBody(remark, estimate);
  if (body !== "") lines.push(`- ${t("Remark:")} ${escapeReadable(body)}`);
  if (!remark.counts) lines.push(`- ${t("Not needed: others of its group count.")}`);
  for (const quote of tracked.quotes.filter((q) => q.remark === index)) {
    const words = `“${escapeReadable(quote.graded.text)}”`;
    if (quote.state === "standing") lines.push(`- ${t("Line {0}:", lineNumber(quote.start))} ${words}`);
    else if (quote.state === "edited")
      lines.push(`- ${t("Line {0}, edited since:", lineNumber(quote.start))} ${words}`);
    else lines.push(`- ${t("No longer in the answer:")} ${words}`);
  }
  if (remark.quotes.length === 0) lines.push(`- ${t("Not tied to any words of the answer.")}`);
  if (remark.confidence !== undefined)
    lines.push(
      `- ${t("The grader's confidence: {0} %", Math.round(Math.min(Math.max(remark.confidence, 0), 1) * 100))}`,
    );
  if (remark.byLearner) lines.push(`- ${t("Marked by you.")}`);
  return [
    `### ${number}. ${verdictSign(remark.kind)} ${escapeReadable(remarkTitle(remark, estimate))}`,
    lines.join("\n"),
  ];
}

function receiptLines(receipt: Receipt, at: string | undefined): string[] {
  const lines = [
    t(
      "Grader: {0}",
      receipt.grader === "built-in" ? t("built-in grader") : escapeReadable(receipt.model ?? t("model")),
    ),
  ];
  if (receipt.endpoint !== undefined) lines.push(t("Endpoint: {0}", escapeReadable(receipt.endpoint)));
  if (at !== undefined) lines.push(t("Graded at: {0} UTC", at.replace("T", " ").replace(/(\.\d+)?Z$/, "")));
  lines.push(t("Prompt version: {0}", escapeReadable(receipt.promptVersion)));
  if (receipt.strict) lines.push(t("Strict: one call a criterion"));
  lines.push(t("Answer hash: {0}", receipt.answerHash), t("Rubric hash: {0}", receipt.rubricHash));
  if (receipt.tokensIn !== undefined || receipt.tokensOut !== undefined)
    lines.push(t("Tokens: {0} in, {1} out", receipt.tokensIn ?? 0, receipt.tokensOut ?? 0));
  lines.push(t("Time: {0} ms", Math.round(receipt.ms)));
  return lines.map((line) => `- ${line}`);
}
