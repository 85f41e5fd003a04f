// The use case "grade or check this answer": replayed where it was done before, else asked anew, and made an attempt
// here
// and nowhere else. No UI, no storage, no clock of its own.
import { t } from "@vscode/l10n";
import type { Attempt, GradedAttempt, Qualification, Receipt } from "../core/attempts/attempt";
import { attemptId, replayable } from "../core/attempts/attempts";
import type { Check } from "../core/marks/check";
import type { Verdict } from "../core/marks/grade";
import { answerHash, rubricHash } from "../core/text/hash";
import type { Question } from "../core/roadmap/question";
import type { QuestionKey } from "../core/roadmap/questionKey";
import { wordingsOf } from "../core/attempts/wordings";
import type { Checker, CheckOutcome } from "./check/checker";
import type { GradeOutcome, Grader, NotGraded } from "./grader";

/** What "grade or check" may come to. `blank` (or "don't know") makes no attempt: its check says which. */
export type AnswerOutcome =
  | { readonly kind: "replayed"; readonly attempt: Attempt }
  | { readonly kind: "graded"; readonly attempt: Attempt }
  | { readonly kind: "checked"; readonly attempt: Attempt }
  | { readonly kind: "blank"; readonly check: Check }
  | NotGraded;

/** A model grades, with what it has shown of itself by now; without one the answer is checked. */
export type GradedBy =
  { readonly grader: Grader; readonly qualification: Qualification } | { readonly checker: Checker };

export interface AnswerRequest {
  readonly key: QuestionKey;
  readonly question: Question;
  /** The whole saved answer, exactly. */
  readonly answer: string;
  /** The question's attempts, in the order of keeping. */
  readonly before: readonly Attempt[];
  readonly signal: AbortSignal;
  /** Called for each verdict of a model that arrives before the outcome, provisionally. */
  readonly onVerdict?: (verdict: Verdict) => void;
  readonly now: () => Date;
  /** Gives 4 or more characters of `a-z0-9`, others at each call. */
  readonly random: () => string;
  /** Lets others work while a long answer is checked. */
  readonly pause?: () => Promise<void>;
}

/** Grades or checks one answer. Never rejects for anything that an answer or a model can do. */
export async function gradeAnswer(request: AnswerRequest & GradedBy): Promise<AnswerOutcome> {
  const identity =
    "grader" in request
      ? request.grader.identity
      : ({ grader: "check", promptVersion: request.checker.version } as const);
  const hashes = hashesOf(request.question, request.answer);
  const known = replayable(request.before, { ...identity, ...hashes });
  if ("checker" in request)
    return known === undefined ? byCheck(request, request.checker, hashes) : { kind: "replayed", attempt: known };
  if (known === undefined) return byModel(request, request.grader, request.qualification, hashes);
  return known.kind === "graded" && known.receipt.qualification !== request.qualification
    ? { kind: "graded", attempt: requalified(request, known, request.qualification) }
    : { kind: "replayed", attempt: known };
}

type Hashes = Pick<Receipt, "answerHash" | "rubricHash" | "wordings">;

/** What a receipt says of the text that was graded and of the rubric by which it was. */
export function hashesOf(question: Question, answer: string): Hashes {
  return {
    answerHash: answerHash(answer),
    rubricHash: rubricHash(question),
    wordings: wordingsOf(question.criteria),
  };
}

/** The same verdicts, with what the model has shown of itself since: whether they count may be another now. */
function requalified(request: AnswerRequest, known: GradedAttempt, qualification: Qualification): Attempt {
  const { grade, receipt } = known;
  return { ...newAttempt(request), kind: "graded", grade, receipt: { ...receipt, qualification } };
}

async function byModel(
  request: AnswerRequest,
  grader: Grader,
  qualification: Qualification,
  hashes: Hashes,
): Promise<AnswerOutcome> {
  const { question, answer, before, signal, onVerdict } = request;
  const outcome: GradeOutcome = await grader.grade(
    { question, answer, mayReveal: before.length > 0 },
    signal,
    (verdict) => {
      if (!signal.aborted) onVerdict?.(verdict);
    },
  );
  if (outcome.kind !== "graded") return outcome;
  const { grade, receipt } = outcome;
  return {
    kind: "graded",
    attempt: { ...newAttempt(request), kind: "graded", grade, receipt: { ...receipt, ...hashes, qualification } },
  };
}

async function byCheck(request: AnswerRequest, checker: Checker, hashes: Hashes): Promise<AnswerOutcome> {
  const { question, answer, signal, pause, now } = request;
  const started = now().getTime();
  const outcome = await checker.check(question, answer, { signal, ...(pause === undefined ? {} : { pause }) });
  if (outcome.kind !== "checked") return notChecked(outcome);
  const { check } = outcome;
  if (saysNothing(check)) return { kind: "blank", check };
  const ms = Math.max(now().getTime() - started, 0);
  const receipt: Receipt = { ...hashes, promptVersion: checker.version, grader: "check", ms };
  return { kind: "checked", attempt: { ...newAttempt(request), kind: "checked", check, receipt } };
}

/** Why the check came to nothing. */
export function notChecked(outcome: Exclude<CheckOutcome, { readonly kind: "checked" }>): NotGraded {
  if (outcome.kind === "cancelled")
    return { kind: "not-graded", reason: "cancelled", message: t("the check was cancelled.") };
  const { length, limit } = outcome;
  const message = t("it has {0} characters, and the check reads {1} at most.", length, limit);
  return { kind: "not-graded", reason: "too-long", message };
}

/** True where the whole answer is blank or says that the learner does not know. */
function saysNothing({ observations }: Check): boolean {
  return observations.some(({ id }) => id === "blank" || id === "dont-know");
}

/** The one place where an attempt begins. */
export function newAttempt({
  key,
  question,
  answer,
  now,
  random,
}: Pick<AnswerRequest, "key" | "question" | "answer" | "now" | "random">) {
  const at = now();
  return {
    version: 2,
    id: attemptId(at, random()),
    key,
    at: at.toISOString(),
    answer,
    asked: { title: question.title, prompt: question.prompt },
  } as const;
}
