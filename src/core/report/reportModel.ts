// What the report says, before it is Markdown or HTML: plain texts in order, none of them escaped yet.
import { t } from "@vscode/l10n";
import { isBlank } from "../answer";
import { marksText, shortMarks } from "../feedback/marksText";
import { remarkBody, remarksOf, remarkTitle, type Remark } from "../feedback/remarks";
import { shorten } from "../feedback/shorten";
import { flagSentence, verdictSign } from "../feedback/verdictWords";
import { type Grade } from "../grade";
import { formatHalf, type Marks } from "../marks";
import { addMarks, within } from "../progress";
import type { ReportData, ReportEntry } from "./report";

/** Longest quote shown beside a remark, in characters; the whole answer stands above it. */
const longestQuote = 120;

export type EntryState = "unanswered" | "not-graded" | "graded" | "stale";

export interface ReportRemark {
  readonly sign: string;
  /** "Covered · what mode collapse looks like". */
  readonly heading: string;
  /** "1 of 1 mark"; may be empty. */
  readonly marks: string;
  readonly quote: string;
  readonly text: string;
}

export interface ReportFeedback {
  /** "≈ 2½ / 4 · estimate". */
  readonly marks: string;
  /** Whose marks they are: "graded by the built-in grader". */
  readonly by: string;
  /** What limits them, a sentence each. */
  readonly notes: readonly string[];
  readonly summary: string;
  readonly remarks: readonly ReportRemark[];
  /** The text that was graded, Markdown, where it is not the answer shown. */
  readonly gradedText?: string;
}

export interface ReportSection {
  readonly title: string;
  /** "Image models · 4 marks". */
  readonly place: string;
  /** Markdown, as it was when it was graded. */
  readonly prompt: string;
  /** Markdown; blank where the learner has emptied it since. */
  readonly answer: string;
  /** Absent while not graded. */
  readonly feedback?: ReportFeedback;
}

export interface ReportModel {
  /** "Generative AI roadmap · ≈ 41 / 68": approximate where any of the marks are an estimate. */
  readonly title: string;
  readonly summary: readonly string[];
  readonly sections: readonly ReportSection[];
  /** "Mode collapse in GANs · Image models · 4 marks". */
  readonly unanswered: readonly string[];
}

/** Where one question stands. */
export function entryState({ answer, attempt, stale }: ReportEntry): EntryState {
  if (attempt) return stale ? "stale" : "graded";
  return answer === undefined || isBlank(answer) ? "unanswered" : "not-graded";
}

/** The marks of all entries: the latest attempt of each, nothing for those without one. */
export function totalMarks(entries: readonly ReportEntry[]): Marks {
  return addMarks(
    entries.map(({ question, attempt }) =>
      attempt ? within(attempt.grade.marks, question.marks) : { low: 0, high: 0, max: question.marks },
    ),
  );
}

/** Puts the report into words. */
export function modelOf({ roadmap, entries, at }: ReportData): ReportModel {
  const name = /\broadmap$/i.test(roadmap.title) ? roadmap.title : t("{0} roadmap", roadmap.title);
  const answered = entries.filter((entry) => entryState(entry) !== "unanswered");
  return {
    title: `${name} · ${shortMarks(
      totalMarks(entries),
      entries.some(({ attempt }) => attempt?.grade.estimate),
    )}`,
    summary: summaryOf(entries, at),
    sections: answered.map(sectionOf),
    unanswered: entries
      .filter((entry) => entryState(entry) === "unanswered")
      .map((entry) => `${entry.question.title} · ${placeOf(entry)}`),
  };
}

function summaryOf(entries: readonly ReportEntry[], at: string): string[] {
  const attempts = entries.flatMap((entry) => entry.attempt ?? []);
  const estimates = attempts.filter((attempt) => attempt.grade.estimate).length;
  const ranges = attempts.filter((attempt) => attempt.grade.marks.low !== attempt.grade.marks.high).length;
  const stale = entries.filter((entry) => entryState(entry) === "stale").length;
  return [
    t("Graded: {0} of {1} questions; one without a grade counts nothing.", attempts.length, entries.length),
    ...(estimates > 0
      ? [
          t(
            "Estimates of the built-in grader, which confirms what it can match and cannot tell that something is wrong: {0}.",
            estimates,
          ),
        ]
      : []),
    ...(ranges > 0 ? [t("Ranges, where a criterion could not be judged either way: {0}.", ranges)] : []),
    ...(stale > 0 ? [t("Grades of an earlier text, where the answer has changed since: {0}.", stale)] : []),
    t("Made on {0} UTC.", at.slice(0, 16).replace("T", " ")),
  ];
}

function placeOf({ topic, question }: ReportEntry): string {
  return `${topic.title} · ${question.marks === 1 ? t("1 mark") : t("{0} marks", question.marks)}`;
}

function sectionOf(entry: ReportEntry): ReportSection {
  const { question, attempt } = entry;
  // A document that is gone or has lost its answer line is not an emptied answer.
  const answer = entry.answer ?? attempt?.answer ?? "";
  // What was asked when it was graded; the roadmap may have moved on.
  const prompt = attempt?.asked.prompt || question.prompt;
  const base = { title: attempt?.asked.title || question.title, place: placeOf(entry), prompt, answer };
  return attempt ? { ...base, feedback: feedbackOf(entry, attempt.grade) } : base;
}

function feedbackOf(entry: ReportEntry, grade: Grade): ReportFeedback {
  const { question, attempt, stale } = entry;
  const remarks = remarksOf(grade, question).map((remark) => remarkOf(remark, grade.estimate));
  const asked = attempt?.asked.prompt ?? "";
  const notes = [
    ...(grade.marks.low === grade.marks.high
      ? []
      : [t("The marks are a range, since a criterion could not be judged either way.")]),
    ...(stale ? [t("This feedback is about the earlier text below, not about the answer above.")] : []),
    ...(entry.answer === undefined
      ? [t("The answer's document is gone or has lost its answer line; the text above is the one that was graded.")]
      : []),
    ...(asked !== "" && asked !== question.prompt
      ? [t("The question has changed since it was graded; it is shown as it was.")]
      : []),
    ...(grade.marks.max === question.marks
      ? []
      : [t("It was graded out of {0}; the question is worth {1} now.", formatHalf(grade.marks.max), question.marks)]),
    ...grade.flags.map(flagSentence),
  ];
  const by = grade.estimate
    ? t("graded by the built-in grader")
    : t("graded by {0}", attempt?.receipt.model ?? t("a model"));
  return {
    marks: marksText(grade, { replayed: false, current: !stale }),
    by,
    notes,
    summary: grade.summary.trim(),
    remarks,
    ...(stale && attempt ? { gradedText: attempt.answer } : {}),
  };
}

function remarkOf(remark: Remark, estimate: boolean): ReportRemark {
  return {
    sign: verdictSign(remark.kind),
    heading: remarkTitle(remark, estimate),
    marks: remark.byLearner
      ? [remark.marks, t("marked by you")].filter((part) => part !== "").join(", ")
      : remark.marks,
    quote: shorten(remark.quotes[0]?.text ?? "", longestQuote),
    text: remarkBody(remark, estimate),
  };
}
