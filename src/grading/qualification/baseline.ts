// The prompt that people use today, "grade 0–4 against the reference", on the same answers with the same model: what
// ours is held against. Its numbers are compared and never shown to a learner.
import { marksOf, tally } from "../../core/marks/marks";
import type { Question, VerdictKind } from "../../core/roadmap/question";
import type { ModelClient, ModelRequest } from "../llm/modelClient";
import { escapeLookAlikes } from "../llm/shownAnswer";
import type { Band, TrialAnswer } from "./answers";
import type { Trial } from "./result";

/** Marks that one answer should have and was given, as shares 0..1 of its question's. */
export interface GivenMarks {
  readonly of: TrialAnswer;
  readonly expected: number;
  /** Undefined where no marks came of it. */
  readonly given: number | undefined;
}

/** How marks of whole answers compare with what was expected. */
export interface MarksResult {
  readonly answers: number;
  /** Of those, how many were given marks at all. */
  readonly graded: number;
  /** One less the mean distance from the expected share of the marks, over the graded ones. */
  readonly agreement: number;
  /** Share of the graded ones that were given more than a quarter of the marks too many. */
  readonly inflated: number;
}

/** What the plain prompt came to, and ours on the same answers. */
export interface BaselineResult {
  readonly plain: MarksResult;
  readonly ours: MarksResult;
  readonly byBand: Readonly<Partial<Record<Band, { readonly plain: MarksResult; readonly ours: MarksResult }>>>;
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly secondsPerAnswer: number;
}

/** So much more of the marks than expected, 0..1, counts as inflated. */
const slack = 0.25;

/** The request with the plain prompt. */
export function plainRequest({ prompt, reference, marks }: Question, answer: string): ModelRequest {
  const most = String(marks);
  return {
    system: "You are a teacher who grades answers of students.",
    user:
      `Grade the student's answer from 0 to ${most} against the reference answer.\n\nQuestion: ${prompt.trim()}\n\n` +
      `Reference answer: ${reference.trim()}\n\nStudent's answer: ${escapeLookAlikes(answer.trim(), "")}\n\n` +
      `Reply with a JSON object {"grade": <number from 0 to ${most}>} and nothing else.`,
    schema: {
      name: "plain_grade",
      schema: {
        type: "object",
        properties: { grade: { type: "number" } },
        required: ["grade"],
        additionalProperties: false,
      },
    },
  };
}

/** The mark in a reply to the plain prompt as a share 0..1; undefined where it holds none within bounds. */
export function plainGrade(reply: string, marks: number): number | undefined {
  const found =
    /"grade"\s*:\s*"?(-?\d+(?:\.\d+)?)/.exec(reply)?.[1] ?? /^\D{0,40}?(-?\d+(?:\.\d+)?)/.exec(reply.trim())?.[1];
  const grade = found === undefined ? NaN : Number(found);
  return grade >= 0 && grade <= marks ? grade / marks : undefined;
}

/** Asks the plain prompt about each answer; undefined where the service failed or it was stopped. */
export async function runBaseline(
  client: ModelClient,
  trials: readonly Trial[],
  signal: AbortSignal,
  { now, onProgress }: { readonly now: () => number; readonly onProgress?: (done: number, of: number) => void },
): Promise<BaselineResult | undefined> {
  const plain: GivenMarks[] = [];
  const started = now();
  let [tokensIn, tokensOut] = [0, 0];
  for (const { of } of trials) {
    const outcome = await client.complete(plainRequest(of.question, of.answer), signal);
    if (outcome.kind === "failed") return undefined;
    tokensIn += outcome.usage?.tokensIn ?? 0;
    tokensOut += outcome.usage?.tokensOut ?? 0;
    plain.push({ of, expected: expectedShare(of), given: plainGrade(outcome.text, of.question.marks) });
    onProgress?.(plain.length, trials.length);
  }
  const ours = trials.map((trial): GivenMarks => ({
    of: trial.of,
    expected: expectedShare(trial.of),
    given: givenShare(trial),
  }));
  const bands = [...new Set(trials.map(({ of }) => of.band))];
  const inBand = (list: readonly GivenMarks[], band: Band): GivenMarks[] => list.filter(({ of }) => of.band === band);
  return {
    plain: marksResult(plain),
    ours: marksResult(ours),
    byBand: Object.fromEntries(
      bands.map((band) => [band, { plain: marksResult(inBand(plain, band)), ours: marksResult(inBand(ours, band)) }]),
    ),
    calls: plain.length,
    tokensIn,
    tokensOut,
    secondsPerAnswer: plain.length === 0 ? 0 : Math.round((now() - started) / plain.length / 100) / 10,
  };
}

/** Compares marks with what was expected. */
export function marksResult(list: readonly GivenMarks[]): MarksResult {
  const graded = list.flatMap(({ expected, given }) => (given === undefined ? [] : [given - expected]));
  const mean = (values: readonly number[]): number =>
    values.length === 0 ? 0 : Math.round((values.reduce((sum, x) => sum + x, 0) / values.length) * 1000) / 1000;
  return {
    answers: list.length,
    graded: graded.length,
    agreement: graded.length === 0 ? 0 : Math.round((1 - mean(graded.map(Math.abs))) * 1000) / 1000,
    inflated: mean(graded.map((difference) => (difference > slack ? 1 : 0))),
  };
}

function expectedShare({ question, expect }: TrialAnswer): number {
  return shareOf(question, ({ id }) => expect[id] ?? "missed");
}

/** What our grader would give; nothing where the model was not believed. */
function givenShare({ of: { question }, verdicts, decoys }: Trial): number | undefined {
  if (verdicts === undefined || decoys.met > 0) return undefined;
  return shareOf(question, ({ id }) => verdicts.find((v) => v.criterion === id)?.verdict ?? "missed");
}

function shareOf(question: Question, verdictOf: (criterion: { readonly id: string }) => VerdictKind): number {
  const verdicts = question.criteria.map((criterion) => ({
    criterion: criterion.id,
    verdict: verdictOf(criterion),
    by: "model" as const,
  }));
  const { low, high, max } = marksOf(tally(question, verdicts));
  return max === 0 ? 0 : (low + high) / 2 / max;
}
