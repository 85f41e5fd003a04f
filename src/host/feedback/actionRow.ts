// What the rows above the answer say and offer, short: a narrow editor cuts a row off at its edge. Where they stand is
// codeLens's work.
import * as vscode from "vscode";
import type { ShownHint } from "../../core/feedback/hintRows";
import { observationPhrase, observationSentence } from "../../core/feedback/observationWords";
import { flagSentence } from "../../core/feedback/words";
import { isComplete } from "../../core/marks/marks";
import type { DocumentState } from "../documents/documentStatus";
import type { NotGraded } from "../../grading/grader";
import { mendsOf } from "../grading/notGraded";
import type { DocumentFeedback } from "./documentFeedback";
import { headlineText } from "./headlineText";
import { notGradedPhrase } from "./notGradedPhrase";

/** One entry of a row. */
export interface AnswerAction {
  readonly title: string;
  /** A `tutor.*` command that takes the document's URI; empty for plain text. */
  readonly command: string;
  readonly tooltip?: string;
}

/** What stands above an answer. */
export interface AnswerRows {
  /** What it came to or why it came to nothing; empty where nothing is to be told. */
  readonly told: readonly AnswerAction[];
  /** What can be done, so few and short that an editor of half a narrow window shows all of it. */
  readonly actions: readonly AnswerAction[];
}

/** The rows' entries, most important first. */
export function answerRows(state: DocumentState, feedback: DocumentFeedback | undefined): AnswerRows {
  const { t } = vscode.l10n;
  if (state === "no-line")
    return {
      told: [],
      actions: [
        {
          title: `$(warning) ${t("Answer line gone: restore it")}`,
          command: "tutor.restoreAnswerLine",
          tooltip: t("The line that marks where your answer begins is gone. Your text is kept."),
        },
      ],
    };
  const warnings = stateWarnings(state);
  if (feedback?.grading)
    return {
      told: warnings,
      actions: [
        { title: `$(sync~spin) ${gradingText(feedback)}`, command: "tutor.showFeedback" },
        { title: t("Stop"), command: "tutor.cancelGrading" },
      ],
    };
  const actions = state === "vanished" ? [] : gradingActions(feedback);
  return {
    told: [...warnings, ...(feedback ? told(feedback) : [])],
    // What mends a failure is enough for a row, and nothing leads on from it.
    actions: (feedback?.hint ?? feedback?.notGraded) && state !== "vanished" ? actions : [...actions, nextAction()],
  };
}

function nextAction(): AnswerAction {
  const { t } = vscode.l10n;
  return { title: t("Next"), command: "tutor.nextQuestion", tooltip: t("Next question") };
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

/**
 * What mends a failure, else the next step: grade, or mark it oneself where the text is as it was looked at. With it
 * the hint on screen, or a hint to ask for while nothing has been looked at.
 */
function gradingActions(feedback: DocumentFeedback | undefined): AnswerAction[] {
  const { t } = vscode.l10n;
  const first = feedback?.notGraded ? mendingActions(feedback.notGraded, feedback) : [nextStep(feedback)];
  if (feedback?.hint) return [...first, ...hintActions(feedback.hint)];
  if (feedback?.shown ?? feedback?.notGraded) return first;
  return [...first, { title: `$(lightbulb) ${t("Hint")}`, command: "tutor.showHint" }];
}

/** What follows a hint on screen, and the way to take it off. */
function hintActions({ number, of }: ShownHint): AnswerAction[] {
  const { t } = vscode.l10n;
  const next =
    number < of
      ? { title: t("Hint {0}", number + 1), command: "tutor.showHint", tooltip: t("Next hint") }
      : { title: t("Reference"), command: "tutor.showReference" };
  return [next, { title: t("Hide"), command: "tutor.hideHint", tooltip: t("Hide hint") }];
}

/** "Grade my answer", "Mark it yourself" where it was checked as it is, "Grade again" where it changed since. */
function nextStep(feedback: DocumentFeedback | undefined): AnswerAction {
  const { t } = vscode.l10n;
  if (feedback?.shown === undefined) return { title: `$(pass) ${t("Grade my answer")}`, command: "tutor.gradeAnswer" };
  if (!feedback.tracked.current) return { title: `$(pass) ${t("Grade again")}`, command: "tutor.gradeAnswer" };
  if (!isMarkable(feedback)) return { title: `$(pass) ${t("Grade my answer")}`, command: "tutor.gradeAnswer" };
  return {
    title: `$(checklist) ${t("Mark it yourself")}`,
    command: "tutor.markCriterion",
    tooltip: t("Goes through the ideas one by one: does your answer say it? Yes, partly or no."),
  };
}

/** What mends it, and "Try again". */
function mendingActions(notGraded: NotGraded, { document }: DocumentFeedback): AnswerAction[] {
  const { t } = vscode.l10n;
  const again = "tutor.gradeAnswer";
  const mends = mendsOf(notGraded, document.uri)
    .filter(({ command }) => command !== again && command !== "tutor.showLog")
    .map(({ title, short, command }): AnswerAction => ({ title: short, command, tooltip: title }));
  return [
    ...mends.slice(0, 1),
    ...(notGraded.reason === "unfit" ? [] : [{ title: t("Retry"), command: again, tooltip: t("Try again") }]),
    ...mends.slice(1),
  ];
}

/** True while there is something that nobody has judged. */
function isMarkable({ standing }: DocumentFeedback): boolean {
  return standing !== undefined && (standing.tally === undefined || !isComplete(standing.tally));
}

/** Why it was not graded, what the answer came to, and the first thing observed of it as a whole. */
function told(feedback: DocumentFeedback): AnswerAction[] {
  const failed = feedback.notGraded ? [notGradedEntry(feedback.notGraded)] : [];
  const headline = headlineText(feedback);
  if (!headline) return failed;
  const attempt = feedback.shown?.attempt;
  const observed =
    attempt?.kind === "checked" ? attempt.check.observations.filter((o) => o.criterion === undefined) : [];
  const flags = attempt?.kind === "graded" ? attempt.grade.flags.map((flag) => flagSentence(flag)) : [];
  const sentences = [...observed.map((o) => observationSentence(o)), ...flags];
  const entry = (title: string): AnswerAction => ({
    title,
    command: "tutor.showFeedback",
    tooltip: [headline.text, ...new Set(sentences), vscode.l10n.t("Show feedback")].join("\n"),
  });
  const [first] = observed;
  return [
    ...failed,
    entry(`$(${headline.icon}) ${headline.text}`),
    ...(first ? [entry(observationPhrase(first.id))] : []),
  ];
}

/** "Not graded: asks for a key". */
function notGradedEntry({ reason, message }: NotGraded): AnswerAction {
  return {
    title: `$(warning) ${notGradedPhrase(reason)}`,
    command: "tutor.showFeedback",
    tooltip: vscode.l10n.t("Not graded, your answer is kept: {0}", message),
  };
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
