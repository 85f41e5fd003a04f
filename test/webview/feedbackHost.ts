// The extension's part for the page's tests: a real question, real attempts, the real state, and marks kept in a list.
import type { Amendment, Amends } from "../../src/core/attempts/amendment";
import { newAmendment } from "../../src/core/attempts/amendments";
import type { Attempt, CheckedAttempt, GradedAttempt } from "../../src/core/attempts/attempt";
import { remarksOf, provisionalRemarks } from "../../src/core/feedback/remarks";
import { trackRemarks } from "../../src/core/feedback/trackedRemarks";
import type { Verdict } from "../../src/core/marks/grade";
import type { Criterion, Question, VerdictKind } from "../../src/core/roadmap/question";
import { lastAmendment, standingOf } from "../../src/core/attempts/standing";
import type { Quote } from "../../src/core/text/textRange";
import { feedbackState, type FeedbackInput } from "../../src/host/feedbackView/feedbackState";
import type { AnswerFeedback, FromFeedback } from "../../src/shared/feedbackMessages";

/** Fields of a state's input that a test wants otherwise. */
export type Change = Partial<FeedbackInput>;

const criterion = (id: string, idea: string, statement: string, group?: string): Criterion => ({
  id,
  idea,
  statement,
  marks: 1,
  accepted: [],
  misconceptions: [],
  ...(group === undefined ? {} : { group }),
});

/** Mode collapse as a learner knows it: four marks, two of them for any two of four ways out. */
export const question: Question = {
  id: "mode-collapse",
  title: "Mode collapse in GANs",
  marks: 4,
  prompt: "What is mode collapse?",
  criteria: [
    criterion(
      "few-outputs",
      "what mode collapse looks like",
      "The generator produces only a few kinds of output and ignores the rest of the data's variety.",
    ),
    criterion(
      "cause",
      "why it happens",
      "It arises because the generator is rewarded only for fooling the discriminator, and nothing rewards variety.",
    ),
    criterion(
      "wasserstein",
      "a change of the objective",
      "A Wasserstein loss, with weight clipping or a gradient penalty, gives smoother gradients than the first one.",
      "ways",
    ),
    criterion(
      "minibatch",
      "a change of what the discriminator sees",
      "Minibatch discrimination lets the discriminator look at many samples together and punish sameness.",
      "ways",
    ),
    criterion(
      "unrolling",
      "a change of the training procedure",
      "Unrolled GANs or separate learning rates keep the two networks in step.",
      "ways",
    ),
    criterion(
      "diversity",
      "a push towards variety",
      "A term that rewards diversity pushes the generator to cover all.",
      "ways",
    ),
  ],
  groups: [{ id: "ways", choose: 2, marks: 1 }],
  reference: "In mode collapse the generator keeps producing the same few samples.",
  hints: [],
  goldens: [],
};

/** What the learner wrote. */
export const answer = [
  "The network gets stuck and makes nearly the same picture again and again instead of all kinds it has seen.",
  "It found a trick that its opponent always falls for and has no reason to try anything else.",
  "",
  "Training longer fixes it. You can also let the generator look a few steps ahead, as unrolled GANs do.",
].join("\n");

const key = { roadmap: "generative-ai", question: "mode-collapse" };

function quote(text: string): Quote {
  const start = answer.indexOf(text);
  if (start < 0) throw new Error(`Not in the answer: ${text}`);
  return { start, end: start + text.length, text };
}

const base = { version: 2, key, answer, asked: { title: question.title, prompt: question.prompt } } as const;
const hashes = { answerHash: "3f9a2c1b77de0042aa", rubricHash: "b81f0c2255ad9e11cc" };
const stuck = quote(answer.slice(0, answer.indexOf("\n")));
const trick = quote("It found a trick that its opponent always falls for and has no reason to try anything else.");
const longer = quote("Training longer fixes it.");
const ahead = quote("You can also let the generator look a few steps ahead, as unrolled GANs do.");

/** A check: four of six found, one of them like a misconception. */
export const checked: CheckedAttempt = {
  ...base,
  id: "20261125T101500000Z-check1",
  at: "2026-11-25T10:15:00.000Z",
  kind: "checked",
  check: {
    criteria: [
      { criterion: "few-outputs", found: true, quotes: [stuck] },
      { criterion: "cause", found: true, quotes: [trick] },
      { criterion: "wasserstein", found: true, quotes: [longer] },
      { criterion: "minibatch", found: false, quotes: [] },
      { criterion: "unrolling", found: true, quotes: [ahead] },
      { criterion: "diversity", found: false, quotes: [] },
    ],
    observations: [
      { id: "orders-to-grader", quote: longer },
      {
        id: "common-misconception",
        criterion: "wasserstein",
        misconception: "Training longer or for more epochs fixes it.",
        quote: longer,
      },
    ],
  },
  receipt: { ...hashes, promptVersion: "check-1", grader: "check", ms: 12 },
};

const verdict = (id: string, kind: VerdictKind, quotes: readonly Quote[], remark: string): Verdict => ({
  criterion: id,
  verdict: kind,
  quotes,
  remark,
});

/** A model's grading with every kind of verdict, an error beyond the rubric and a group with members to spare. */
export const graded: GradedAttempt = {
  ...base,
  id: "20261125T111500000Z-model1",
  at: "2026-11-25T11:15:00.000Z",
  kind: "graded",
  grade: {
    verdicts: [
      verdict("few-outputs", "met", [stuck], "“Nearly the same picture again and again” says what is lost: variety."),
      verdict("cause", "partly", [trick], "You name the trick; say also what the generator is paid for, and what not."),
      verdict("wasserstein", "contradicted", [longer], "More training does not change what the objective rewards."),
      verdict("minibatch", "missed", [], "Nothing here changes what the discriminator gets to see."),
      verdict("unrolling", "met", [ahead], "Looking ahead keeps the two networks in step."),
      verdict("diversity", "unclear", [], "It is open whether “all the kinds” is meant as a way out."),
    ],
    errors: [{ quotes: [longer], remark: "“Fixes it” is too strong: no measure here is sure to work." }],
    summary: "You see the symptom and its cause; one of your two ways out does not help.",
    flags: ["graders-disagree"],
  },
  receipt: {
    ...hashes,
    promptVersion: "grade-7",
    grader: "model",
    model: "gpt-4.1-mini",
    endpoint: "https://models.example/v1",
    qualification: "qualified",
    decoys: { asked: 2, met: 0 },
    tokensIn: 1204,
    tokensOut: 310,
    ms: 3210,
  },
};

/** The question with a bonus that the grading found missed, to lay over the view's input. */
export const bonusMissed = {
  attempt: {
    ...graded,
    grade: { ...graded.grade, verdicts: [...graded.grade.verdicts, verdict("history", "missed", [], "Not said.")] },
  } satisfies GradedAttempt,
  change: {
    question: {
      ...question,
      criteria: [
        ...question.criteria,
        { ...criterion("history", "when it was first seen", "It was seen in the first GANs."), bonus: true as const },
      ],
    },
  } satisfies Change,
};

/** One answer in the view, with the words said of it since; `change` is laid over the state's input. */
export class ShownAnswer {
  amendments: readonly Amendment[] = [];
  applied = 0;

  constructor(
    readonly attempt: Attempt | undefined,
    readonly change: Change = {},
  ) {}

  /** Takes a message of the page as the extension does; false where it changes nothing. */
  receive(message: FromFeedback): boolean {
    if (message.type === "mark")
      return this.say({ kind: "mark", criterion: message.criterion, verdict: message.verdict }, message.n);
    if (message.type === "dismiss") return this.say({ kind: "dismiss", criterion: message.criterion }, message.n);
    if (message.type === "dispute")
      return this.say({ kind: "dispute", criterion: message.criterion, words: message.words }, message.n);
    if (message.type !== "undo") return false;
    const { criterion: of } = message;
    const word = this.standing?.amendments.findLast(
      ({ amends }) => "criterion" in amends && (of === undefined || amends.criterion === of),
    );
    return word !== undefined && this.say({ kind: "undo", amendment: word.id }, message.n);
  }

  state(): AnswerFeedback {
    const { standing, question } = this;
    const remarks = this.change.remarks ?? (standing ? remarksOf(standing, question) : []);
    const now = {
      answerStart: 0,
      length: answer.length,
      slice: (start: number, end: number) => answer.slice(start, end),
    };
    return feedbackState({
      document: "tutor:/generative-ai/mode-collapse.md",
      title: question.title,
      question,
      standing,
      remarks,
      tracked: trackRemarks(answer, remarks, now),
      replayed: false,
      grading: undefined,
      notGraded: undefined,
      steadiness: undefined,
      nearMisses: new Set<string>(),
      unkept: undefined,
      applied: this.applied,
      lang: "en",
      ...this.change,
    });
  }

  /** What "undo" would take back. */
  get last(): Amends | undefined {
    return this.standing && lastAmendment(this.standing)?.amends;
  }

  private get question(): Question {
    return this.change.question ?? question;
  }

  private get standing() {
    return this.attempt && standingOf(this.attempt, this.amendments, this.question);
  }

  private say(amends: Amends, n: number): boolean {
    if (this.attempt === undefined) return false;
    const now = new Date(Date.UTC(2026, 10, 25, 12, 0, 0, n));
    this.amendments = [...this.amendments, newAmendment(this.attempt, amends, { now, random: "abcd" })];
    this.applied = n;
    return true;
  }
}

/** The remarks of a grading of which the first `count` verdicts have come. */
export function streamed(count: number): Change {
  const verdicts = graded.grade.verdicts.slice(0, count);
  return { remarks: provisionalRemarks(verdicts, question), grading: { done: count, of: question.criteria.length } };
}
