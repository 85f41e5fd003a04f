// The model grader: gates in code, one streamed call for all criteria (or one each) with decoys among them, quotes
// checked, one second look, rules on every remark. A model that says yes to a decoy twice is not believed.
// Knows no provider: it speaks to a ModelClient.
import type { Qualification } from "../../core/attempts/attempt";
import { couldRead } from "../../core/marks/check";
import type { Verdict } from "../../core/marks/grade";
import type { Roadmap } from "../../core/roadmap/roadmap";
import { newChecker, type Checker } from "../check/checker";
import { quoteFinder } from "../evidence/evidence";
import type { GradeOutcome, Grader, GradeRequest } from "../grader";
import { english } from "../language/english";
import type { Language } from "../language/language";
import { chooseDecoys, decoySeed } from "./decoys";
import { feedbackRules } from "./feedbackRules/feedbackRules";
import { throughGates, type Gated } from "./gates";
import { gradeOf, provisional } from "./gradeOf";
import type { ModelClient, ModelProgress } from "./modelClient";
import { notGraded } from "./notGraded";
import { promptVersion } from "./prompt";
import { readFirst, settleAll } from "./reading";
import { Counted, type Session } from "./session";

export interface LlmGraderOptions {
  /** The check of the same roadmap; without it each question is checked by itself. */
  readonly checker?: Checker;
  /** The roadmap that decoys are taken from; without it they are statements of ours. */
  readonly roadmap?: Roadmap;
  readonly language?: Language;
  /** One call a criterion: slower and dearer, more careful. */
  readonly strict?: boolean;
  /** What the model had shown of itself by now, for the receipt. */
  readonly qualification?: Qualification;
  /** Asks no decoys: to measure what they cost. Nothing that a learner sees is graded so. */
  readonly withoutDecoys?: boolean;
  /** A fresh random word for the fence around the answer; letters, digits and hyphens. */
  readonly newFence?: () => string;
  /** Milliseconds from any start, for the receipt. */
  readonly now?: () => number;
  /** Told while a model gives no word yet: it is loading or reading. */
  readonly onProgress?: (progress: ModelProgress) => void;
}

/** A grader over a model. Never rejects; every failure of the provider is a `not-graded` outcome. */
export function llmGrader(client: ModelClient, options: LlmGraderOptions = {}): Grader {
  const { strict = false, now = () => performance.now(), qualification } = options;
  // Quotes are found by the words of the language that the roadmap is written in.
  const language = options.language ?? options.checker?.language ?? english;
  const { model, endpoint } = client;
  const known = qualification === undefined ? {} : { qualification };
  const identity = { grader: "model", promptVersion, model, endpoint, strict, ...known } as const;
  return {
    id: "model",
    label: client.model,
    identity,
    async grade(request, signal, onVerdict) {
      const started = now();
      const passed = (): number => Math.round(now() - started);
      if (signal.aborted) return notGraded("cancelled", client.model);
      const checker = options.checker ?? newChecker([request.question], language.tag);
      const gated = await throughGates(request, checker, language, signal);
      if (gated.kind === "blank") return gated;
      if (gated.kind === "cancelled" || gated.kind === "too-long") return notGraded(gated.kind, client.model);
      if (gated.kind === "settled") {
        const receipt = { ...identity, ms: passed() };
        return { kind: "graded", grade: gated.grade, receipt, facts: new Counted().facts(passed()) };
      }
      const session = await sessionOf(client, request, gated, signal, { ...options, checker, language });
      if (session === undefined) return notGraded("cancelled", client.model);
      const outcome = await gradeAll(session, strict, onVerdict);
      const { counted } = session;
      const facts = counted.facts(passed());
      if (outcome.kind === "not-graded") return { ...outcome, facts };
      const { decoys } = facts;
      const receipt = { ...identity, ...(decoys.asked > 0 ? { decoys } : {}), ...counted.tokens, ms: facts.ms };
      return { ...outcome, receipt, facts };
    },
  };
}

async function sessionOf(
  client: ModelClient,
  request: GradeRequest,
  gated: Extract<Gated, { kind: "ask" }>,
  signal: AbortSignal,
  options: LlmGraderOptions & { readonly checker: Checker; readonly language: Language },
): Promise<Session | undefined> {
  const { roadmap, language, checker, newFence = () => crypto.randomUUID() } = options;
  const { question, answer, mayReveal = false } = request;
  const { shown, check, noEvidence } = gated;
  const about = { question, shown, promptVersion, checker, language, readable: couldRead(check) };
  const decoys =
    options.withoutDecoys === true
      ? []
      : await chooseDecoys({ ...about, ...(roadmap === undefined ? {} : { roadmap }) }, { signal });
  if (decoys === undefined) return undefined;
  return {
    ...gated,
    client,
    request,
    signal,
    newFence,
    checker,
    decoys,
    seed: decoySeed(about),
    find: quoteFinder(answer, language, noEvidence),
    rules: feedbackRules({ question, language, answer, mayReveal }),
    counted: new Counted(),
    progress: options.onProgress,
  };
}

type Outcome =
  Omit<Extract<GradeOutcome, { kind: "graded" }>, "receipt" | "facts"> | Extract<GradeOutcome, { kind: "not-graded" }>;

async function gradeAll(
  session: Session,
  strict: boolean,
  onVerdict: ((verdict: Verdict) => void) | undefined,
): Promise<Outcome> {
  const { client, signal, counted, rules } = session;
  const first = await readFirst(session, strict, onVerdict);
  if ("reason" in first) return first;
  const settled = await settleAll(session, first);
  if (settled === undefined || signal.aborted) return notGraded("cancelled", client.model);
  if ("reason" in settled) return settled;
  counted.decoys.met = settled.fallen;
  if (settled.fallen > 0) {
    const verdicts = [...first.judged.values()].map((judgement) => provisional(judgement, rules));
    return { ...notGraded("said-yes-to-decoys", client.model), verdicts };
  }
  return { kind: "graded", grade: gradeOf(session, settled.final, first.replies, settled.split) };
}
