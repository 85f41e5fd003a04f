// The model grader: gates in code, one streamed call for all criteria (or one each), quotes checked, one second look,
// rules on every remark.
// Knows no provider: it speaks to a ModelClient.
import { isComplete, marksOf, tally, type CountedVerdict } from "../../core/marks";
import { quoteFinder, type QuoteFinder } from "../evidence/evidence";
import { type TextRange } from "../../core/textRange";
import type { Check } from "../../core/check";
import { newChecker, type Checker } from "../check/checker";
import { english } from "../language/english";
import type { Language } from "../language/language";
import { feedbackRules, type FeedbackRules } from "./feedbackRules/feedbackRules";
import { type ErrorRemark, type Flag, type Grade, type Verdict } from "../../core/grade";
import type { Criterion, Question } from "../../core/question";
import type { GradeOutcome, Grader, GradeRequest } from "../grader";
import { throughGates } from "./gates";
import { ask, type Asked } from "./ask";
import type { ModelClient, ModelProgress } from "./modelClient";
import { notGraded } from "./notGraded";
import { gradingPrompt, promptVersion, secondLookPrompt } from "./prompt";
import type { Reply } from "./replyReader";
import { doubtsOf, settle } from "./secondLook";
import { findQuotes, judge, judged, verdictOf, type Judged } from "./verdicts";

export interface LlmGraderOptions {
  /** The check of the same roadmap; without it each question is checked by itself. */
  readonly checker?: Checker;
  readonly language?: Language;
  /** One call a criterion: slower and dearer, more careful. */
  readonly strict?: boolean;
  /** A fresh random word for the fence around the answer; letters, digits and hyphens. */
  readonly newFence?: () => string;
  /** Milliseconds from any start, for the receipt. */
  readonly now?: () => number;
  /** Told while a model gives no word yet: it is loading or reading. */
  readonly onProgress?: (progress: ModelProgress) => void;
}

/** Calls in flight at once in strict mode; local servers take them one by one anyway. */
const strictCalls = 3;

/** A grader over a model. Never rejects; every failure of the provider is a `not-graded` outcome. */
export function llmGrader(client: ModelClient, options: LlmGraderOptions = {}): Grader {
  const { checker, language = english } = options;
  const { strict = false, newFence = () => crypto.randomUUID(), now = () => performance.now() } = options;
  const identity = { grader: "model", promptVersion, model: client.model, endpoint: client.endpoint, strict } as const;
  return {
    id: "model",
    label: client.model,
    identity,
    async grade(request, signal, onVerdict) {
      const started = now();
      if (signal.aborted) return notGraded("cancelled", client.model);
      const gated = await throughGates(request, checker ?? newChecker([request.question], language), language, signal);
      const receipt = (usage: Usage) => ({
        ...identity,
        ...(usage.counted ? { tokensIn: usage.tokensIn, tokensOut: usage.tokensOut } : {}),
        ms: Math.round(now() - started),
      });
      if (gated.kind === "blank") return gated;
      if (gated.kind === "cancelled" || gated.kind === "too-long") return notGraded(gated.kind, client.model);
      if (gated.kind === "settled") return { kind: "graded", grade: gated.grade, receipt: receipt(new Usage()) };
      const session: Session = {
        client,
        request,
        signal,
        newFence,
        ...gated,
        find: quoteFinder(request.answer, language, gated.noEvidence),
        rules: rulesOf(request, language),
        usage: new Usage(),
        progress: options.onProgress,
      };
      const outcome = await gradeAll(session, strict, onVerdict);
      return outcome.kind === "graded" ? { ...outcome, receipt: receipt(session.usage) } : outcome;
    },
  };
}

/** Tokens over all calls of one grading. */
class Usage {
  tokensIn = 0;
  tokensOut = 0;
  counted = false;

  add(asked: Asked): void {
    if (asked.usage === undefined) return;
    this.counted = true;
    this.tokensIn += asked.usage.tokensIn;
    this.tokensOut += asked.usage.tokensOut;
  }
}

interface Session {
  readonly client: ModelClient;
  readonly request: GradeRequest;
  readonly signal: AbortSignal;
  readonly newFence: () => string;
  /** What the model is shown. */
  readonly shown: string;
  readonly noEvidence: readonly TextRange[];
  readonly check: Check;
  readonly nearWords: readonly string[];
  readonly flags: readonly Flag[];
  readonly find: QuoteFinder;
  readonly rules: FeedbackRules;
  readonly usage: Usage;
  readonly progress: ((progress: ModelProgress) => void) | undefined;
}

function rulesOf({ question, answer, mayReveal = false }: GradeRequest, language: Language): FeedbackRules {
  return feedbackRules({ question, language, answer, mayReveal });
}

type Outcome =
  Omit<Extract<GradeOutcome, { kind: "graded" }>, "receipt"> | Extract<GradeOutcome, { kind: "not-graded" }>;

async function gradeAll(
  session: Session,
  strict: boolean,
  onVerdict: ((verdict: Verdict) => void) | undefined,
): Promise<Outcome> {
  const { client, request, signal } = session;
  const { criteria } = request.question;
  const batches = strict ? criteria.map((c) => [c]) : [criteria];
  const replies: Reply[] = [];
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let failure: Extract<GradeOutcome, { kind: "not-graded" }> | undefined;
  const waiting = batches.map((batch, index) => ({ batch, index }));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && failure === undefined; next = waiting.shift()) {
      const asked = await askAbout(session, next.batch, either, onVerdict);
      session.usage.add(asked);
      if (asked.kind === "not-graded") {
        failure ??= asked.outcome;
        stop.abort();
      } else replies[next.index] = asked.reply;
    }
  };
  await Promise.all(Array.from({ length: Math.min(strictCalls, batches.length) }, work));
  if (signal.aborted) return notGraded("cancelled", client.model);
  if (failure) return failure;
  const first = new Map<string, Judged>();
  batches.forEach((batch, i) => {
    for (const [id, value] of judged(replies[i] ?? { criteria: [] }, batch, session.find)) first.set(id, value);
  });
  const { final, split } = await settleAll(session, first);
  if (session.signal.aborted) return notGraded("cancelled", client.model);
  return { kind: "graded", grade: gradeOf(session, final, replies, split) };
}

function askAbout(
  session: Session,
  batch: readonly Criterion[],
  signal: AbortSignal,
  onVerdict: ((verdict: Verdict) => void) | undefined,
): Promise<Asked> {
  const { client, request, shown, newFence, find, rules, progress } = session;
  const told = new Set<string>();
  return ask(
    client,
    gradingPrompt(request.question, batch, shown, newFence()),
    batch.map((c) => c.id),
    signal,
    {
      found: (item) => {
        const criterion = batch.find((c) => c.id === item.id);
        if (criterion === undefined || told.has(criterion.id) || signal.aborted) return;
        told.add(criterion.id);
        const judgement = judge(item, criterion, find);
        onVerdict?.(finalVerdict(judgement, rules, undefined));
      },
      ...(progress ? { progress } : {}),
    },
  );
}

interface Settled {
  readonly final: readonly Judged[];
  /** True where the check finds in the answer what the model twice did not. */
  readonly split: boolean;
}

/** First judgements with those in doubt read again, all in one call; that call's failure leaves them unclear. */
async function settleAll(session: Session, first: ReadonlyMap<string, Judged>): Promise<Settled> {
  const { client, request, shown, newFence, find, signal } = session;
  const { question } = request;
  const doubts = doubtsOf(question.criteria, first, session);
  let second = new Map<string, Judged>();
  if (doubts.length > 0) {
    const criteria = doubts.map((d) => d.criterion);
    const asked = await ask(
      client,
      secondLookPrompt(question, doubts, shown, newFence()),
      criteria.map((c) => c.id),
      signal,
    );
    session.usage.add(asked);
    if (asked.kind === "reply") second = judged(asked.reply, criteria, find);
  }
  let split = false;
  const final = question.criteria.flatMap((criterion) => {
    const doubt = doubts.find((d) => d.criterion === criterion);
    const judgement = doubt
      ? settle(doubt, first.get(criterion.id), second.get(criterion.id))
      : first.get(criterion.id);
    if (doubt?.kind === "may-be-there" && judgement?.verdict === "unclear") split = true;
    return judgement ? [judgement] : [];
  });
  return { final, split };
}

function gradeOf(session: Session, final: readonly Judged[], replies: readonly Reply[], split: boolean): Grade {
  const { request, rules, find } = session;
  const { question } = request;
  // The least certain of several calls speaks for all.
  const said = replies.flatMap((r) => (r.confidence === undefined ? [] : [r.confidence]));
  const verdicts = final.map((j) => finalVerdict(j, rules, said.length > 0 ? Math.min(...said) : undefined));
  const full = hasAllMarks(question, verdicts);
  const flags = new Set<Flag>(session.flags);
  if (replies.some((r) => r.answerContainsInstructions)) flags.add("orders-to-grader");
  if (final.some((j) => j.lost > 0)) flags.add("quote-not-found");
  if (split) flags.add("graders-disagree");
  const found = final.map((j) => ({ criterion: j.criterion, verdict: j.verdict }));
  const words = replies.length === 1 ? (replies[0]?.feedback ?? "") : "";
  return {
    verdicts,
    errors: errorsOf(replies, find, rules, full),
    summary: rules.summary(words, found, full),
    flags: [...flags],
  };
}

function hasAllMarks(question: Question, verdicts: readonly Verdict[]): boolean {
  const counted = verdicts.map(({ criterion, verdict }): CountedVerdict => ({ criterion, verdict, by: "model" }));
  const sum = tally(question, counted);
  return isComplete(sum) && marksOf(sum).low === sum.max;
}

const mostErrors = 5;

/** Errors whose words stand in the answer; the others would be criticism of nothing. */
function errorsOf(replies: readonly Reply[], find: QuoteFinder, rules: FeedbackRules, full: boolean): ErrorRemark[] {
  const errors: ErrorRemark[] = [];
  for (const { quote, why } of replies.flatMap((r) => r.errors)) {
    const { quotes } = findQuotes([quote], find);
    const remark = rules.error(why, full);
    const known = errors.some((e) => e.remark === remark || e.quotes[0]?.start === quotes[0]?.start);
    if (remark !== undefined && quotes.length > 0 && !known && errors.length < mostErrors)
      errors.push({ quotes, remark });
  }
  return errors;
}

function finalVerdict(judgement: Judged, rules: FeedbackRules, confidence: number | undefined): Verdict {
  const verdict = verdictOf(judgement, "", confidence);
  // A claim that no quote bears out says nothing worth reading.
  const words = verdict.verdict === judgement.verdict ? judgement.reason : "";
  return { ...verdict, remark: rules.remark(judgement.criterion, verdict.verdict, words, verdict.quotes) };
}
