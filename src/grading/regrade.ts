// The use case "bring an attempt to a changed rubric": only what the change touches is looked at again, the rest is
// carried over, and what comes of it is a new attempt that names the old one. Nothing is rewritten. No UI, no storage.
import type { Amendment } from "../core/attempts/amendment";
import { newAmendment } from "../core/attempts/amendments";
import type { Attempt, CheckedAttempt, GradedAttempt } from "../core/attempts/attempt";
import type { Grade } from "../core/marks/grade";
import type { Question } from "../core/roadmap/question";
import { standingOf } from "../core/attempts/standing";
import type { Touched } from "../core/attempts/touched";
import { wordingOf } from "../core/attempts/wordings";
import type { Checker } from "./check/checker";
import { hashesOf, newAttempt, notChecked } from "./gradeAnswer";
import type { Grader, NotGraded } from "./grader";

export interface RegradeRequest {
  readonly attempt: Attempt;
  /** All amendments of the question, in the order of keeping. */
  readonly amendments: readonly Amendment[];
  /** As the rubric is now. */
  readonly question: Question;
  readonly touched: Touched;
  readonly checker: Checker;
  /** Of a model that may give marks; without it what a model graded is left as it is. */
  readonly grader?: Grader;
  /** Id of this run of "regrade". */
  readonly run: string;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Gives 4 or more characters of `a-z0-9`, others at each call. */
  readonly random: () => string;
}

export type Regrading =
  /** The new attempt, and what the learner had said of the criteria that are as they were, said of it too. */
  | { readonly kind: "regraded"; readonly attempt: Attempt; readonly amendments: readonly Amendment[] }
  /** A model graded it, and none that may give marks is at hand: what was touched waits for one, or for the learner. */
  | { readonly kind: "needs-model" }
  | NotGraded;

/** Never rejects for anything that an answer or a model can do. */
export async function regrade(request: RegradeRequest): Promise<Regrading> {
  const { attempt } = request;
  const made = attempt.kind === "checked" ? await checkedAgain(request, attempt) : await askedAgain(request, attempt);
  return made.kind === "graded" || made.kind === "checked"
    ? { kind: "regraded", attempt: made, amendments: carriedOver(request, made) }
    : made;
}

/** The check costs nothing and sees the whole answer; what it had found of untouched criteria stands all the same. */
async function checkedAgain(request: RegradeRequest, before: CheckedAttempt): Promise<CheckedAttempt | NotGraded> {
  const { question, touched, checker, signal, now } = request;
  const started = now().getTime();
  const outcome = await checker.check(question, before.answer, { signal });
  if (outcome.kind !== "checked") return notChecked(outcome);
  const sameCheck = before.receipt.promptVersion === checker.version && touched.known;
  const kept = new Map(sameCheck ? before.check.criteria.map((one) => [one.criterion, one]) : []);
  for (const id of touched.criteria) kept.delete(id);
  const criteria = outcome.check.criteria.map((fresh) => kept.get(fresh.criterion) ?? fresh);
  return {
    ...begun(request, before),
    kind: "checked",
    check: { ...outcome.check, criteria },
    receipt: {
      ...hashesOf(question, before.answer),
      promptVersion: checker.version,
      grader: "check",
      ms: Math.max(now().getTime() - started, 0),
      ...regradedOf(request),
    },
  };
}

/** The same model is asked about the touched criteria alone; another one, or by another prompt, about all of them. */
async function askedAgain(
  request: RegradeRequest,
  before: GradedAttempt,
): Promise<GradedAttempt | NotGraded | { readonly kind: "needs-model" }> {
  const { question, touched, grader, signal } = request;
  if (grader === undefined) return { kind: "needs-model" };
  const alone = touched.known && isSameGrader(before, grader);
  const asked = alone ? withOnly(question, touched.criteria) : question;
  const outcome = await grader.grade({ question: asked, answer: before.answer, mayReveal: true }, signal);
  if (outcome.kind === "blank") return { kind: "needs-model" };
  if (outcome.kind === "not-graded") return outcome;
  return {
    ...begun(request, before),
    kind: "graded",
    grade: alone ? merged(before.grade, outcome.grade, question) : outcome.grade,
    receipt: {
      ...outcome.receipt,
      ...hashesOf(question, before.answer),
      qualification: "qualified",
      ...regradedOf(request, alone ? touched.criteria : question.criteria.map(({ id }) => id)),
    },
  };
}

function isSameGrader({ receipt }: GradedAttempt, { identity }: Grader): boolean {
  return (
    receipt.qualification === "qualified" &&
    receipt.model === identity.model &&
    receipt.endpoint === identity.endpoint &&
    receipt.promptVersion === identity.promptVersion &&
    (receipt.strict ?? false) === (identity.strict ?? false)
  );
}

/** The question as if its rubric had these criteria only. */
function withOnly(question: Question, ids: readonly string[]): Question {
  const criteria = question.criteria.filter(({ id }) => ids.includes(id));
  return { ...question, criteria, groups: question.groups.filter(({ id }) => criteria.some((c) => c.group === id)) };
}

/** The new verdicts in their places among those that stand. What was said of the answer as a whole is said no more. */
function merged(before: Grade, fresh: Grade, question: Question): Grade {
  const verdicts = new Map([...before.verdicts, ...fresh.verdicts].map((verdict) => [verdict.criterion, verdict]));
  return {
    verdicts: question.criteria.flatMap(({ id }) => verdicts.get(id) ?? []),
    errors: before.errors,
    summary: "",
    flags: [...new Set([...before.flags, ...fresh.flags])],
  };
}

/** What the learner said of criteria whose verdict stands, and of errors; a mark only on the statement as it is now. */
function carriedOver({ attempt, amendments, question, now, random }: RegradeRequest, to: Attempt): Amendment[] {
  const asked = new Set(to.receipt.regraded?.asked);
  const standing = standingOf(attempt, amendments, question);
  const said = standing.amendments.map(({ amends }) => amends);
  const marked = standing.criteria.flatMap(({ criterion, own, ownEarlier }) => {
    const now = question.criteria.find(({ id }) => id === criterion);
    if (own === undefined || ownEarlier === true || now === undefined) return [];
    // Of which statement a mark was given that holds no hash is known only where nothing has touched the criterion.
    const dated = said.some((a) => a.kind === "mark" && a.criterion === criterion && a.statement !== undefined);
    if (!dated && asked.has(criterion)) return [];
    return [{ kind: "mark", criterion, verdict: own, statement: wordingOf(now).statement } as const];
  });
  const others = said.filter((a) => (a.kind === "dismiss" || a.kind === "dispute") && !asked.has(a.criterion));
  return [...marked, ...others].map((amends) => newAmendment(to, amends, { now: now(), random: random() }));
}

function begun({ question, now, random }: RegradeRequest, { key, answer }: Attempt) {
  return newAttempt({ key, question, answer, now, random });
}

function regradedOf({ attempt, run, touched }: RegradeRequest, asked = touched.criteria) {
  return { regraded: { of: attempt.id, run, asked } };
}
