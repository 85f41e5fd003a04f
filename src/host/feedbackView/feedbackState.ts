// The state of the Feedback view, in words: what an answer's attempt came to, card by card. Pure, without VS Code.
// Which words and marks there are is core's; what may be done about them is decided here.
import { t } from "@vscode/l10n";
import type { Amends } from "../../core/attempts/amendment";
import { flagSentence, remarkBody, saidBy, stateWord } from "../../core/feedback/words";
import { headline } from "../../core/feedback/headline";
import { observationSentence } from "../../core/feedback/observationWords";
import type { Remark, RemarkState, SaidBy } from "../../core/feedback/remark";
import { shorten } from "../../core/feedback/shorten";
import type { TrackedRemarks } from "../../core/feedback/trackedRemarks";
import { marksOf, tally } from "../../core/marks/marks";
import type { Criterion, Question } from "../../core/roadmap/question";
import { countedVerdicts, givesMarks, lastAmendment, type Standing } from "../../core/attempts/standing";
import type {
  AnswerFeedback,
  Card,
  CardQuote,
  Head,
  ObservationLine,
  SaidWord,
  Undoable,
} from "../../shared/feedbackMessages";
import type { Steadiness } from "../feedback/steadiness";
import { headActions, type NotGradedNotice } from "./headActions";
import { receiptOf } from "./receiptWords";
import { agreement, steadyLine } from "./steadyWords";

/** A grading under way. */
export interface GradingProgress {
  readonly done: number;
  readonly of: number;
  /** What the grader is at, where it was told. */
  readonly note?: string;
}

/** All that the view's state is made from. */
export interface FeedbackInput {
  readonly document: string;
  readonly title: string;
  /** As its roadmap has it now; undefined where it vanished. */
  readonly question: Question | undefined;
  readonly standing: Standing | undefined;
  /** Those that are drawn: of the grading under way once a verdict has come, else of the attempt. */
  readonly remarks: readonly Remark[];
  readonly tracked: TrackedRemarks;
  readonly replayed: boolean;
  readonly grading: GradingProgress | undefined;
  readonly notGraded: NotGradedNotice | undefined;
  /** What three gradings of the text on screen agreed on. */
  readonly steadiness: Steadiness | undefined;
  /** Ids of criteria that are near-misses, where their words may become wordings. */
  readonly nearMisses: ReadonlySet<string>;
  /** Why the learner's last words could not be kept; undefined where all are. */
  readonly unkept: string | undefined;
  readonly applied: number;
  /** BCP 47 tag of the display language. */
  readonly lang: string;
}

/** Longest quote that a card shows, UTF-16 units. */
const quoteLimit = 600;

/** The whole state. */
export function feedbackState(input: FeedbackInput): AnswerFeedback {
  const { document, title, standing, applied } = input;
  const undoable = standing && undoableOf(standing, input.question);
  return {
    status: "answer",
    document,
    title,
    head: headOf(input),
    cards: cardsOf(input),
    ...(undoable === undefined ? {} : { undoable }),
    applied,
  };
}

function headOf(input: FeedbackInput): Head {
  const { standing, tracked, replayed, grading, notGraded, unkept, steadiness } = input;
  const { current } = tracked;
  return {
    headline: standing ? headline(standing, { current, replayed }) : grading ? "" : t("Not graded yet"),
    about: aboutSentence(input),
    // What an earlier grading said of the whole answer is not said of the one under way.
    summary: standing?.attempt.kind === "graded" && !grading ? standing.attempt.grade.summary : "",
    observations: standing && !grading ? observationsOf(standing, current) : [],
    ...(notGraded === undefined || grading ? {} : { notGraded: t("Not graded: {0}", notGraded.message) }),
    ...(grading === undefined ? {} : { progress: { ...grading, text: progressText(grading) } }),
    ...(steadiness === undefined || grading ? {} : { steady: steadyLine(steadiness) }),
    ...(unkept === undefined ? {} : { unkept: t("Your last words on this are not kept yet: {0}", unkept) }),
    actions: headActions({
      grading: grading !== undefined,
      unkept: unkept !== undefined,
      notGraded: notGraded?.reason,
      gradable: input.question !== undefined,
      attempted: standing !== undefined,
      current,
      done: openCriteria(input).size === 0,
    }),
    ...(standing === undefined ? {} : { receipt: receiptOf(standing.attempt, replayed, input.lang) }),
  };
}

function aboutSentence({ question, standing }: FeedbackInput): string {
  if (question === undefined) return t("This question is in no roadmap at hand. Your answer is kept.");
  if (standing?.attempt.kind !== "graded" || givesMarks(standing.attempt)) return "";
  return standing.attempt.receipt.qualification === "unfit"
    ? t("This model failed the sample answers: its verdicts are remarks, without marks.")
    : t("This model has not shown that it may give marks: its verdicts are remarks, without marks.");
}

function progressText({ done, of, note }: GradingProgress): string {
  if (note !== undefined) return note;
  return done === 0 ? t("Grading…") : t("Grading {0} of {1}…", done, of);
}

/** What was noticed of the whole answer; a misconception stands on its card. */
function observationsOf({ attempt }: Standing, current: boolean): ObservationLine[] {
  if (attempt.kind === "graded")
    return attempt.grade.flags.map((flag, index) => ({ index, text: flagSentence(flag), place: false }));
  return attempt.check.observations.flatMap((observation, index) =>
    observation.criterion === undefined
      ? [{ index, text: observationSentence(observation), place: current && observation.quote !== undefined }]
      : [],
  );
}

function cardsOf(input: FeedbackInput): Card[] {
  const { question, remarks, grading } = input;
  const provisional = grading !== undefined && grading.done > 0;
  const waiting = openCriteria(input);
  const cards = remarks.map((remark, index) => cardOf(remark, index, input, waiting));
  // While verdicts stream in every criterion has its card from the first one on, so that nothing moves.
  if (!provisional || question === undefined) return cards;
  const byId = new Map(cards.map((c) => [c.id, c]));
  return question.criteria.map((c) => byId.get(c.id) ?? unreadCard(c));
}

function cardOf(remark: Remark, index: number, input: FeedbackInput, waiting: ReadonlySet<string>): Card {
  const { question, standing, grading } = input;
  const isError = remark.id.startsWith("error:");
  const criterion = question?.criteria.find((c) => c.id === remark.id);
  const own = standing?.criteria.find((c) => c.criterion === remark.id)?.own;
  const open = waiting.has(remark.id);
  const steady = steadyOf(remark.id, input);
  const takesBack = standing?.amendments.some(({ amends }) => criterionOf(amends) === remark.id) === true;
  return {
    id: remark.id,
    kind: isError ? "error" : "criterion",
    section: sectionOf(remark, open),
    idea: remark.idea,
    said: saidOf(remark, standing?.attempt.receipt.model),
    ...(standing && criterion ? { statement: criterion.statement } : {}),
    quotes: quotesOf(index, input.tracked),
    remark: remarkBody(remark),
    ...(remark.misconception === undefined ? {} : { misconception: remark.misconception }),
    marks: remark.marks,
    group: remark.group ?? "",
    ...(steady === undefined ? {} : { steady }),
    ...(own === undefined || grading ? {} : { own }),
    open,
    markable: !isError && criterion !== undefined && standing !== undefined && grading === undefined,
    dismissed: remark.dismissed,
    takesBack: takesBack && grading === undefined,
    ...(remark.disputed === undefined ? {} : { disputed: remark.disputed }),
    ...(input.nearMisses.has(remark.id) && grading === undefined ? { nearMiss: true as const } : {}),
  };
}

/** What three gradings agreed on, beside what was found in the same text. */
function steadyOf(id: string, { steadiness, tracked, grading }: FeedbackInput): string | undefined {
  if (grading !== undefined || !tracked.current) return undefined;
  const of = steadiness?.stability.criteria.find(({ criterion }) => criterion === id);
  return of && agreement(of);
}

function sectionOf({ id, bonus, counts }: Remark, open: boolean): Card["section"] {
  if (id.startsWith("error:")) return "beyond";
  if (bonus === true) return "bonus";
  return counts || open ? "counts" : "spare";
}

function unreadCard({ id, idea, bonus }: Criterion): Card {
  return {
    id,
    kind: "criterion",
    section: bonus === true ? "bonus" : "counts",
    idea,
    said: [{ state: "unread", by: "check", text: t("not read yet") }],
    quotes: [],
    remark: "",
    marks: "",
    group: "",
    open: false,
    markable: false,
    dismissed: false,
    takesBack: false,
  };
}

/** Criteria on which nobody's verdict counts yet, and for which a yes would earn marks. */
function openCriteria({ question, standing, grading }: FeedbackInput): Set<string> {
  if (question === undefined || standing === undefined || grading !== undefined) return new Set();
  const counted = countedVerdicts(standing.attempt, standing.criteria);
  const judged = new Set(counted.map((v) => v.criterion));
  const earned = marksOf(tally(question, counted)).low;
  const gains = (criterion: string): boolean =>
    marksOf(tally(question, [...counted, { criterion, verdict: "met", by: "learner" }])).low > earned;
  return new Set(question.criteria.map((c) => c.id).filter((id) => !judged.has(id) && gains(id)));
}

function saidOf({ state, by, before }: Remark, model: string | undefined): readonly [SaidWord, ...SaidWord[]] {
  const whose = (said: SaidBy): string => (said === "model" ? (model ?? "") : said === "learner" ? saidBy(said) : "");
  const word = (of: { readonly state: RemarkState; readonly by: SaidBy }, named: boolean): SaidWord => ({
    state: of.state,
    by: of.by,
    text: [stateWord(of.state, of.by), named ? whose(of.by) : ""].filter((part) => part !== "").join(" · "),
  });
  return before === undefined
    ? [word({ state, by }, by === "learner")]
    : [word({ state, by }, true), word(before, true)];
}

function quotesOf(remark: number, { quotes }: TrackedRemarks): CardQuote[] {
  return quotes
    .filter((q) => q.remark === remark)
    .map(({ graded, state }) => ({ text: shorten(graded.text.trim(), quoteLimit), place: state }));
}

function undoableOf(standing: Standing, question: Question | undefined): Undoable | undefined {
  const amends = lastAmendment(standing)?.amends;
  const criterion = amends && criterionOf(amends);
  if (amends === undefined || criterion === undefined) return undefined;
  const idea = question?.criteria.find((c) => c.id === criterion)?.idea ?? criterion.replaceAll("-", " ");
  return { criterion, text: amendsText(amends, idea) };
}

function amendsText(amends: Amends, idea: string): string {
  switch (amends.kind) {
    case "mark":
      return t("“{0}” for {1}", stateWord(amends.verdict, "learner"), idea);
    case "dismiss":
      return t("dismissed: {0}", idea);
    case "dispute":
      return t("disputed: {0}", idea);
    case "withdraw":
    case "undo":
      return "";
  }
}

/** The criterion or error that an amendment is about. */
export function criterionOf(amends: Amends): string | undefined {
  return "criterion" in amends ? amends.criterion : undefined;
}
