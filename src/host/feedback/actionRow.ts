// What the row above the answer says and offers, the actions first and short: a narrow editor cuts the row off at its
// edge. Where it stands is codeLens's work.
import * as vscode from "vscode";
import type { ShownHint } from "../../core/feedback/hintRows";
import { observationPhrase, observationSentence } from "../../core/feedback/observationWords";
import { flagSentence } from "../../core/feedback/words";
import { isComplete } from "../../core/marks";
import type { DocumentState } from "../documents/documentStatus";
import { mendsOf } from "../grading/notGraded";
import type { DocumentFeedback } from "./documentFeedback";
import { headlineText } from "./headlineText";
import { notGradedPhrase } from "./notGradedPhrase";

/** One entry of the row. */
export interface AnswerAction {
  readonly title: string;
  /** A `tutor.*` command that takes the document's URI; empty for plain text. */
  readonly command: string;
  readonly tooltip?: string;
}

/** The row's entries, most important first. */
export function answerActions(state: DocumentState, feedback: DocumentFeedback | undefined): AnswerAction[] {
  const { t } = vscode.l10n;
  if (state === "no-line")
    return [
      {
        title: `$(warning) ${t("Answer line gone: restore it")}`,
        command: "tutor.restoreAnswerLine",
        tooltip: t("The line that marks where your answer begins is gone. Your text is kept."),
      },
    ];
  const warnings = stateWarnings(state);
  if (feedback?.grading)
    return [
      ...warnings,
      { title: `$(sync~spin) ${gradingText(feedback)}`, command: "tutor.showFeedback" },
      { title: t("Stop"), command: "tutor.cancelGrading" },
    ];
  const actions = state === "vanished" ? [] : gradingActions(feedback);
  return [
    ...warnings,
    ...actions,
    ...(feedback ? told(feedback) : []),
    { title: `$(arrow-right) ${t("Next question")}`, command: "tutor.nextQuestion" },
  ];
}

function stateWarnings(state: DocumentState): AnswerAction[] {
  const { t } = vscode.l10n;
  if (state === "vanished")
    return [
      { title: `$(warning) ${t("This question is no longer in its roadmap; your answer is kept")}`, command: "" },
    ];
  if (state === "changed")
    return [
      {
        title: `$(warning) ${t("Question changed: update it here")}`,
        command: "tutor.updatePrompt",
        tooltip: t("Puts the question as it is now above your answer. Your answer stays as it is."),
      },
    ];
  return [];
}

/** Grade or try again, mark it yourself, hint. */
function gradingActions(feedback: DocumentFeedback | undefined): AnswerAction[] {
  const { t } = vscode.l10n;
  const actions = feedback?.notGraded ? mendingActions(feedback) : [gradeAction(feedback)];
  if (feedback && isMarkable(feedback))
    actions.push({
      title: `$(checklist) ${t("Mark it yourself")}`,
      command: "tutor.markCriterion",
      tooltip: t("Goes through the ideas one by one: does your answer say it? Yes, partly or no."),
    });
  return [...actions, ...hintActions(feedback?.hint)];
}

function hintActions(hint: ShownHint | undefined): AnswerAction[] {
  const { t } = vscode.l10n;
  if (hint === undefined) return [{ title: `$(lightbulb) ${t("Hint")}`, command: "tutor.showHint" }];
  const next =
    hint.number < hint.of
      ? { title: `$(lightbulb) ${t("Next hint")}`, command: "tutor.showHint" }
      : { title: `$(book) ${t("Reference")}`, command: "tutor.showReference" };
  return [next, { title: t("Hide hint"), command: "tutor.hideHint" }];
}

function gradeAction(feedback: DocumentFeedback | undefined): AnswerAction {
  const { t } = vscode.l10n;
  const again = feedback?.shown !== undefined && !feedback.tracked.current;
  return { title: `$(pass) ${again ? t("Grade again") : t("Grade my answer")}`, command: "tutor.gradeAnswer" };
}

/** "Not graded: asks for a key", what mends it, and "Try again". */
function mendingActions({ notGraded, document }: DocumentFeedback): AnswerAction[] {
  const { t } = vscode.l10n;
  if (!notGraded) return [];
  const again = "tutor.gradeAnswer";
  const mends = mendsOf(notGraded, document.uri)
    .filter(({ command }) => command !== again && command !== "tutor.showLog")
    .map(({ title, command }): AnswerAction => ({ title, command }));
  return [
    {
      title: `$(warning) ${notGradedPhrase(notGraded.reason)}`,
      command: "tutor.showFeedback",
      tooltip: t("Not graded, your answer is kept: {0}", notGraded.message),
    },
    ...mends.slice(0, 1),
    ...(notGraded.reason === "unfit" ? [] : [{ title: t("Try again"), command: again }]),
    ...mends.slice(1),
  ];
}

/** True while there is something that nobody has judged. */
function isMarkable({ standing }: DocumentFeedback): boolean {
  return standing !== undefined && (standing.tally === undefined || !isComplete(standing.tally));
}

/** What the answer came to, and the first thing observed of it as a whole. */
function told(feedback: DocumentFeedback): AnswerAction[] {
  const { t } = vscode.l10n;
  const headline = headlineText(feedback);
  if (!headline) return [];
  const attempt = feedback.shown?.attempt;
  const observed =
    attempt?.kind === "checked" ? attempt.check.observations.filter((o) => o.criterion === undefined) : [];
  const flags = attempt?.kind === "graded" ? attempt.grade.flags.map((flag) => flagSentence(flag)) : [];
  const sentences = [...observed.map((o) => observationSentence(o)), ...flags];
  const entry = (title: string): AnswerAction => ({
    title,
    command: "tutor.showFeedback",
    tooltip: [...new Set(sentences), t("Show feedback")].join("\n"),
  });
  const [first] = observed;
  return [entry(`$(${headline.icon}) ${headline.text}`), ...(first ? [entry(observationPhrase(first.id))] : [])];
}

/** "The model is reading, 40 s"; undefined while it speaks or was just asked. */
export function readingText(grading: DocumentFeedback["grading"]): string | undefined {
  return grading === undefined || grading.silent === 0
    ? undefined
    : vscode.l10n.t("The model is reading, {0} s", grading.silent);
}

/** "Grading 2 of 4…" */
export function gradingText({ grading }: Pick<DocumentFeedback, "grading">): string {
  const reading = readingText(grading);
  if (reading !== undefined) return reading;
  if (!grading || grading.verdicts.length === 0) return vscode.l10n.t("Grading…");
  return vscode.l10n.t("Grading {0} of {1}…", grading.verdicts.length, grading.of);
}
