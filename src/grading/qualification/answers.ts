// Which sample answers a model is tried on: the goldens of a roadmap, and answers to another question than the one
// asked. Chooses only; asks nobody.
import type { Golden, GoldenKind, Question, VerdictKind } from "../../core/roadmap/question";

/** Kinds of sample answers, as the results are told by. `other-question` is a full answer to another question. */
export type Band = GoldenKind | "other-question";

/** One answer that a model is tried on. */
export interface TrialAnswer {
  readonly band: Band;
  readonly question: Question;
  readonly answer: string;
  /** By criterion id; a criterion that is absent is expected `missed`. */
  readonly expect: Readonly<Record<string, VerdictKind>>;
  /** Of an injection: the same answer without its orders. */
  readonly clean?: string;
}

/** The bands of the quick run, most telling first: 12 answers of 3 questions hold each of the eight at least once. */
const quickBands = [
  ["full", "false-claims", "echo", "injection"],
  ["plain-words", "half-right", "other-question", "terms"],
  ["full", "false-claims", "half-right", "other-question"],
] as const satisfies readonly (readonly Band[])[];

/** Every golden of every question, and one answer to another question each. */
export function allAnswers(questions: readonly Question[]): TrialAnswer[] {
  return questions.flatMap((question) => [
    ...question.goldens.map((golden) => trialOf(question, golden)),
    ...otherQuestion(question, questions),
  ]);
}

/** Twelve answers of three questions that lie far apart in the roadmap. Fewer where the roadmap has fewer goldens. */
export function quickAnswers(questions: readonly Question[]): TrialAnswer[] {
  const able = questions.filter((q) => q.goldens.length > 0);
  const chosen = spread(able, quickBands.length);
  return chosen.flatMap((question, i) => {
    const all = [...question.goldens.map((g) => trialOf(question, g)), ...otherQuestion(question, questions)];
    return (quickBands[i] ?? []).flatMap((band) => all.find((a) => a.band === band) ?? []);
  });
}

function trialOf(question: Question, golden: Golden): TrialAnswer {
  const { kind, answer, expect, withoutInstructions } = golden;
  return {
    band: kind,
    question,
    answer,
    expect,
    ...(withoutInstructions === undefined ? {} : { clean: withoutInstructions }),
  };
}

/** A full answer to the question that stands farthest away in the roadmap; nothing of it is expected. */
function otherQuestion(question: Question, questions: readonly Question[]): TrialAnswer[] {
  const at = questions.indexOf(question);
  const far = questions[(at + Math.floor(questions.length / 2)) % questions.length];
  const answer = far?.goldens.find((g) => g.kind === "full")?.answer;
  return far === undefined || far === question || answer === undefined
    ? []
    : [{ band: "other-question", question, answer, expect: {} }];
}

function spread<T>(all: readonly T[], count: number): T[] {
  const step = all.length / Math.min(count, all.length);
  return Array.from({ length: Math.min(count, all.length) }, (_, i) => all[Math.floor(i * step)]).filter(
    (one) => one !== undefined,
  );
}
