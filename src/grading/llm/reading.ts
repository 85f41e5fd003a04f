// The two readings of one grading: the first, of all criteria in one call or one each, with decoys among them; and the
// second look at what is in doubt. Decides whether the model is believed at all.
import type { Verdict } from "../../core/marks/grade";
import type { Criterion } from "../../core/roadmap/question";
import { ask, type Asked } from "./ask";
import { idReader } from "./criterionIds";
import { amongst } from "./decoys";
import { provisional } from "./gradeOf";
import { notGraded, type NotGraded } from "./notGraded";
import { gradingPrompt, secondLookPrompt, type Doubt } from "./prompt";
import { quoteDoubts } from "./quotesInDoubt";
import type { Reply } from "./replyReader";
import { doubtsOf, settle } from "./secondLook";
import type { Session } from "./session";
import { judge, judged, saysYes, type Judged } from "./verdicts";

/** Calls in flight at once in strict mode; local servers take them one by one anyway. */
const strictCalls = 3;

/** What the model said at first. */
export interface FirstReading {
  readonly judged: ReadonlyMap<string, Judged>;
  readonly replies: readonly Reply[];
  /** Decoys that it called met or partly. */
  readonly fallenFor: readonly Criterion[];
}

/** Asks about all criteria, or about each by itself. */
export async function readFirst(
  session: Session,
  strict: boolean,
  onVerdict: ((verdict: Verdict) => void) | undefined,
): Promise<FirstReading | NotGraded> {
  const { client, request, signal, decoys, seed, find, counted } = session;
  const { criteria } = request.question;
  const batches = (strict ? criteria.map((c) => [c]) : [criteria]).map((batch, i) => {
    const own = strict ? decoys.slice(i % Math.max(decoys.length, 1)).slice(0, 1) : decoys;
    return { index: i, own, asked: amongst(batch, own, `${seed} ${String(i)}`) };
  });
  const replies: Reply[] = [];
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let failure: NotGraded | undefined;
  const waiting = [...batches];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && failure === undefined; next = waiting.shift()) {
      const asked = await askAbout(session, next.asked, either, onVerdict);
      counted.addCall(asked);
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
  const fallenFor = new Set<Criterion>();
  for (const { asked, own, index } of batches) {
    const said = judged(replies[index] ?? { criteria: [] }, asked, find);
    counted.addQuotes(said.values());
    counted.decoys.asked += own.length;
    for (const [id, value] of said) {
      const decoy = own.find((c) => c.id === id);
      if (decoy === undefined) first.set(id, value);
      else if (saysYes(value)) fallenFor.add(decoy);
    }
  }
  return { judged: first, replies, fallenFor: [...fallenFor] };
}

function askAbout(
  session: Session,
  asked: readonly Criterion[],
  signal: AbortSignal,
  onVerdict: ((verdict: Verdict) => void) | undefined,
): Promise<Asked> {
  const { client, request, shown, newFence, find, rules, progress } = session;
  const { criteria } = request.question;
  const told = new Set<string>();
  const idOf = idReader(asked.map(({ id }) => id));
  return ask(client, gradingPrompt(request.question, asked, shown, newFence()), about(session, asked), signal, {
    found: (item) => {
      const criterion = criteria.find((c) => c.id === idOf(item.id));
      if (criterion === undefined || told.has(criterion.id) || signal.aborted) return;
      told.add(criterion.id);
      onVerdict?.(provisional(judge(item, criterion, find), rules));
    },
    ...(progress ? { progress } : {}),
  });
}

function about({ decoys }: Session, asked: readonly Criterion[]) {
  const ids = asked.map(({ id }) => id);
  return { criteria: ids, decoys: ids.filter((id) => decoys.some((decoy) => decoy.id === id)) };
}

/** What stands after both readings. */
export interface Settled {
  readonly final: readonly Judged[];
  /** True where the check finds in the answer what the model twice did not. */
  readonly split: boolean;
  /** How many decoys the model calls met or partly still. */
  readonly fallen: number;
}

/**
 * First judgements with those in doubt read again, all in one call; that call's failure leaves them unclear, and is
 * the outcome where a decoy was to be looked at again. Undefined where it was cancelled.
 */
export async function settleAll(session: Session, first: FirstReading): Promise<Settled | NotGraded | undefined> {
  const { request, checker, signal } = session;
  const { question } = request;
  const fell = first.fallenFor.length > 0;
  const quotes = await quoteDoubts(question, [...first.judged.values()], session, { signal });
  if (quotes === undefined) return undefined;
  const doubts = doubtsOf(question.criteria, first.judged, { ...session, quotes, fell });
  const second = await lookAgain(session, doubts, first.fallenFor);
  if (second !== undefined && "reason" in second) {
    if (fell) return second;
  }
  const said = second === undefined || "reason" in second ? new Map<string, Judged>() : second;
  const after = question.criteria.flatMap(({ id }) => said.get(id) ?? first.judged.get(id) ?? []);
  const still =
    doubts.length > 0 ? await quoteDoubts(question, after, { checker, check: session.check }, { signal }) : quotes;
  let split = false;
  const final = question.criteria.flatMap((criterion) => {
    const doubt = doubts.find((d) => d.criterion === criterion);
    const before = first.judged.get(criterion.id);
    const judgement = doubt ? settle(doubt, before, said.get(criterion.id), still) : before;
    if (doubt?.kind === "may-be-there" && judgement?.verdict === "unclear") split = true;
    return judgement ? [judgement] : [];
  });
  // Only a plain "no" takes a "yes" back.
  const fallen = first.fallenFor.filter(({ id }) => saysYes(said.get(id) ?? { verdict: "met" })).length;
  return { final, split, fallen };
}

/** Asks about all doubts and the decoys fallen for, once; undefined where there is nothing to ask. */
async function lookAgain(
  session: Session,
  doubts: readonly Doubt[],
  fallenFor: readonly Criterion[],
): Promise<ReadonlyMap<string, Judged> | NotGraded | undefined> {
  if (doubts.length === 0 && fallenFor.length === 0) return undefined;
  const { client, request, shown, newFence, find, signal, seed, counted } = session;
  const easily = fallenFor.map((criterion): Doubt => ({ criterion, kind: "said-yes-too-easily" }));
  const asked = amongst(doubts, easily, `${seed} again`);
  const criteria = asked.map((d) => d.criterion);
  const outcome = await ask(
    client,
    secondLookPrompt(request.question, asked, shown, newFence()),
    about(session, criteria),
    signal,
  );
  counted.addCall(outcome);
  if (outcome.kind === "not-graded") return outcome.outcome;
  const second = judged(outcome.reply, criteria, find);
  counted.addQuotes(second.values());
  return second;
}
