// What the report says, before it is Markdown or HTML: plain texts in order, none of them escaped yet.
import { t } from "@vscode/l10n";
import { isBlank } from "../answer/answer";
import { headline } from "../feedback/headline";
import { observationSentence } from "../feedback/observationWords";
import type { Remark, RemarkState } from "../feedback/remark";
import { remarksOf } from "../feedback/remarks";
import { shorten } from "../feedback/shorten";
import { flagSentence, remarkBody, remarkTitle, saidBy, stateSign, stateWord } from "../feedback/words";
import type { LoadedPictures } from "../roadmap/pictures";
import { addTallies, openTally, type Tally } from "../marks/marks";
import { marksWord, tallyText } from "../progress/progressWords";
import type { Standing } from "../attempts/standing";
import { phrasesOf, type MarkedPhrase } from "./markedAnswer";
import type { ReportData, ReportEntry } from "./report";

/** Longest quote shown beside a remark, in characters; the whole answer stands above it. */
const longestQuote = 120;

export type EntryState = "unanswered" | "not-checked" | "checked" | "graded" | "marked" | "stale";

export interface ReportRemark {
  readonly sign: string;
  /** "Good · what mode collapse looks like", "Speaks of: why it happens". */
  readonly heading: string;
  /** "1 of 1 mark, marked by you"; may be empty. */
  readonly marks: string;
  readonly quote: string;
  readonly text: string;
}

export interface ReportFeedback {
  /** "5 of 6 ideas spoken of · not judged", "2½ / 4 · marked by you". */
  readonly headline: string;
  /** What limits it, a sentence each. */
  readonly notes: readonly string[];
  readonly summary: string;
  readonly remarks: readonly ReportRemark[];
  /** The text that was graded or checked, Markdown, where it is not the answer shown. */
  readonly earlierText?: string;
}

export interface ReportSection {
  readonly title: string;
  /** "Image models · 4 marks". */
  readonly place: string;
  /** Markdown, as it was when it was graded. */
  readonly prompt: string;
  /** What the prompt shows, where it shows something. */
  readonly pictures?: LoadedPictures;
  /** The learner's own, for a page; a document to edit names them as the answer does. */
  readonly answerPictures?: LoadedPictures;
  /** Markdown; blank where the learner has emptied it since. */
  readonly answer: string;
  /** Phrases of `answer`, or of the earlier text where there is one. */
  readonly phrases: readonly MarkedPhrase[];
  /** Absent while nothing was graded or checked. */
  readonly feedback?: ReportFeedback;
}

/** A look in the answers and what it means. */
export interface LegendItem {
  readonly state: RemarkState;
  readonly by: Remark["by"];
  readonly word: string;
}

export interface ReportModel {
  /** "Generative AI roadmap". */
  readonly title: string;
  readonly summary: readonly string[];
  /** The looks that stand in the answers. */
  readonly legend: readonly LegendItem[];
  readonly sections: readonly ReportSection[];
  /** "Mode collapse in GANs · Image models · 4 marks". */
  readonly unanswered: readonly string[];
}

/** Where one question stands. */
export function entryState({ answer, standing, stale }: ReportEntry): EntryState {
  if (standing === undefined) return answer === undefined || isBlank(answer) ? "unanswered" : "not-checked";
  if (stale) return "stale";
  if (standing.criteria.some((c) => c.own !== undefined)) return "marked";
  return standing.attempt.kind;
}

/** The tally of all entries; one without a grade or mark of one's own is open. */
export function totalOf(entries: readonly ReportEntry[]): Tally {
  return addTallies(entries.map(({ question, standing }) => standing?.tally ?? openTally(question.marks)));
}

/** Puts the report into words. */
export function modelOf({ roadmap, entries, at, lang }: ReportData): ReportModel {
  const sections = entries.filter((entry) => entryState(entry) !== "unanswered").map(sectionOf);
  return {
    title: /\broadmap$/i.test(roadmap.title) ? roadmap.title : t("{0} roadmap", roadmap.title),
    summary: summaryOf(entries, madeOn(at, lang)),
    legend: legendOf(sections),
    sections,
    unanswered: entries
      .filter((entry) => entryState(entry) === "unanswered")
      .map((entry) => `${entry.question.title} · ${placeOf(entry)}`),
  };
}

function madeOn(at: string, lang: string): string {
  return new Date(at).toLocaleString(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
}

function summaryOf(entries: readonly ReportEntry[], madeAt: string): string[] {
  const count = (state: EntryState): number => entries.filter((entry) => entryState(entry) === state).length;
  const said = (n: number, sentence: string): string[] => (n > 0 ? [sentence] : []);
  return [
    t("Marks: {0}.", tallyText(totalOf(entries))),
    ...said(count("graded"), t("Graded by a model: {0}.", count("graded"))),
    ...said(count("marked"), t("Marked by the learner: {0}.", count("marked"))),
    ...said(count("checked"), t("Checked without a judgement: {0}.", count("checked"))),
    ...said(count("stale"), t("Of an earlier text, where the answer has changed since: {0}.", count("stale"))),
    t("Made on {0} UTC.", madeAt),
  ];
}

function legendOf(sections: readonly ReportSection[]): LegendItem[] {
  const looks = new Map(sections.flatMap((s) => s.phrases).map((p) => [`${p.state} ${p.by}`, p]));
  return [...looks.values()].map(({ state, by }) => ({ state, by, word: withGiver(stateWord(state, by), by) }));
}

/** "Yes (marked by you)": a model needs no such words. */
function withGiver(word: string, by: Remark["by"]): string {
  const giver = by === "learner" ? saidBy(by) : "";
  return giver === "" ? word : t("{0} ({1})", word, giver);
}

function placeOf({ topic, question }: ReportEntry): string {
  return `${topic.title} · ${marksWord(question.marks)}`;
}

function sectionOf(entry: ReportEntry): ReportSection {
  const { question, standing } = entry;
  const asked = standing?.attempt.asked;
  // A document that is gone or has lost its answer line is not an emptied answer.
  const answer = entry.answer ?? standing?.attempt.answer ?? "";
  // What was asked when it was graded; the roadmap may have moved on.
  const base = {
    title: asked?.title || question.title,
    place: placeOf(entry),
    prompt: asked?.prompt || question.prompt,
    ...(entry.pictures === undefined ? {} : { pictures: entry.pictures }),
    ...(entry.answerPictures === undefined ? {} : { answerPictures: entry.answerPictures }),
    answer,
  };
  if (standing === undefined) return { ...base, phrases: [] };
  const remarks = remarksOf(standing, question);
  return { ...base, phrases: phrasesOf(remarks, remarkTitle), feedback: feedbackOf(entry, standing, remarks) };
}

function feedbackOf(entry: ReportEntry, standing: Standing, remarks: readonly Remark[]): ReportFeedback {
  const { attempt } = standing;
  return {
    headline: headline(standing, { replayed: false, current: !entry.stale }),
    notes: notesOf(entry, standing),
    summary: attempt.kind === "graded" ? attempt.grade.summary.trim() : "",
    remarks: remarks.filter((r) => !r.dismissed).map(remarkOf),
    ...(entry.stale ? { earlierText: attempt.answer } : {}),
  };
}

function notesOf({ question, answer, stale }: ReportEntry, { attempt, tally }: Standing): string[] {
  const { prompt } = attempt.asked;
  const range = tally !== undefined && tally.model.low !== tally.model.high;
  const note = (holds: boolean, sentence: string): string[] => (holds ? [sentence] : []);
  return [
    ...note(range, t("The marks are a range, since a criterion could not be judged either way.")),
    ...note(stale, t("This feedback is about the earlier text below, not about the answer above.")),
    ...note(
      answer === undefined,
      t("The answer's document is gone or has lost its answer line; the text above is the one that was graded."),
    ),
    ...note(
      prompt !== "" && prompt !== question.prompt,
      t("The question has changed since it was graded; it is shown as it was."),
    ),
    ...(attempt.kind === "graded"
      ? attempt.grade.flags.map(flagSentence)
      : attempt.check.observations.map(observationSentence)),
  ];
}

function remarkOf(remark: Remark): ReportRemark {
  const giver = remark.by === "learner" ? saidBy(remark.by) : "";
  const before = remark.before?.by === "model" ? t("the model: {0}", stateWord(remark.before.state, "model")) : "";
  return {
    sign: stateSign(remark.state),
    heading: remarkTitle(remark),
    marks: [remark.marks, giver, before].filter((part) => part !== "").join(", "),
    quote: shorten(remark.quotes[0]?.text ?? "", longestQuote),
    text: remarkBody(remark),
  };
}
