// A question as its learner will meet it, as a Markdown page for its author: the document that opens, the hints, what
// the check finds in the sample answers beside the verdicts that the author expects, and what is shown afterwards.
import { t } from "@vscode/l10n";
import type { Check } from "../marks/check";
import { escapeReadable } from "../feedback/escapeMarkdown";
import { observationSentence } from "../feedback/observationWords";
import { formatMarks, marksOf, tally } from "../marks/marks";
import type { Golden, Question } from "../roadmap/question";
import { isTodo } from "../reading/todo";
import type { Finding } from "../roadmap/roadmap";

/** A golden with what the check makes of its answer; without where it could not be checked. */
export interface CheckedGolden {
  readonly golden: Golden;
  readonly check: Check | undefined;
}

/** What a preview shows. */
export interface Preview {
  readonly title: string;
  /** Undefined where a mistake keeps the question out; `findings` then say which. */
  readonly question: Question | undefined;
  /** The answer document up to its answer line, as it opens. */
  readonly document: string;
  readonly goldens: readonly CheckedGolden[];
  readonly findings: readonly Finding[];
}

/** The page as Markdown. */
export function previewPage({ title, question, document, goldens, findings }: Preview): string {
  const errors = findings.filter(({ severity }) => severity === "error");
  if (!question)
    return joined([
      `# ${escapeReadable(title)}`,
      t("This question does not open yet. Each of these has its place in the Problems panel:"),
      errors.map(findingLine).join("\n"),
    ]);
  const owed = findings.length - errors.length;
  return joined([
    `*${t("This is how the question opens. The page follows the file.")}*${
      owed === 0 ? "" : ` *${t("What is still owed: {0}, in the Problems panel.", owed)}*`
    }`,
    "---",
    withoutMarkers(document),
    `> *${t("Here the learner writes.")}*`,
    "---",
    ...hints(question),
    ...goldenParts(question, goldens),
    ...afterAttempt(question),
  ]);
}

function joined(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function findingLine({ range, message }: Finding): string {
  return `- ${t("line {0}", range.start.line + 1)}: ${escapeReadable(message)}`;
}

/** The comments that the tutor knows its documents by show nothing in a document and would show nothing here. */
function withoutMarkers(document: string): string {
  return document.replace(/^<!-- roadmap-tutor:.*-->$\n?/gm, "").trim();
}

function hints({ hints: all }: Question): string[] {
  if (all.length === 0) return [];
  return [
    `## ${t("Hints, one at a time")}`,
    all.map((hint, i) => `${String(i + 1)}. ${escapeReadable(hint)}`).join("\n"),
  ];
}

function goldenParts(question: Question, goldens: readonly CheckedGolden[]): string[] {
  if (goldens.length === 0) return [];
  return [
    `## ${t("The sample answers")}`,
    t("The check finds where an answer speaks of an idea. It does not judge: the verdicts are those you expect."),
    ...goldens.flatMap((checked) => goldenPart(question, checked)),
  ];
}

function goldenPart(question: Question, { golden, check }: CheckedGolden): string[] {
  const heading = `### ${golden.kind}${golden.name === "" ? "" : ` (${escapeReadable(golden.name)})`}`;
  if (isTodo(golden.answer)) return [heading, t("Not written yet.")];
  const verdicts = question.criteria.map(({ id }) => ({
    criterion: id,
    verdict: golden.expect[id] ?? ("missed" as const),
    by: "model" as const,
  }));
  const rows = question.criteria.map(({ id, idea }) => {
    const found = check?.criteria.find(({ criterion }) => criterion === id);
    const quote = found?.quotes[0]?.text;
    const says = quote === undefined ? t("not found") : `“${cell(quote)}”`;
    return `| ${cell(idea)} | ${golden.expect[id] ?? "missed"} | ${check ? says : t("not checked")} |`;
  });
  return [
    heading,
    quoted(golden.answer),
    t("By the verdicts you expect: {0}", formatMarks(marksOf(tally(question, verdicts)))),
    [
      `| ${t("Idea")} | ${t("You expect")} | ${t("The check: speaks of it here")} |`,
      "| --- | --- | --- |",
      ...rows,
    ].join("\n"),
    (check?.observations ?? [])
      .map((observation) => `- ${escapeReadable(observationSentence(observation))}`)
      .join("\n"),
  ];
}

const longestCell = 160;

function cell(text: string): string {
  const short = text.length > longestCell ? `${text.slice(0, longestCell)}…` : text;
  return escapeReadable(short);
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}

function afterAttempt({ criteria, groups, reference }: Question): string[] {
  const rows = criteria.map(({ statement, marks, group }) => {
    const choose = groups.find(({ id }) => id === group)?.choose;
    const worth = choose === undefined ? String(marks) : t("{0}, the best {1} count", marks, choose);
    return `| ${cell(statement)} | ${worth} |`;
  });
  return [
    `## ${t("After an attempt")}`,
    [`| ${t("A full answer says")} | ${t("Marks")} |`, "| --- | --- |", ...rows].join("\n"),
    ...(reference === "" ? [] : [`### ${t("Reference")}`, reference]),
  ];
}
