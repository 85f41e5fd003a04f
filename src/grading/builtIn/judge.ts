// One verdict a criterion: best wording, contradictions, credit, quotes and remark.
import type { Quote } from "../../core/textRange";
import type { Verdict } from "../../core/grade";
import type { Criterion, Question } from "../../core/question";
import { matcher } from "./alignment";
import type { Match, Matcher } from "./alignment";
import type { AnswerText } from "./answerText";
import { findContradiction } from "./contradiction";
import { creditOf, verdictOf } from "./credit";
import { glueShare } from "./gates";
import { sameNumber } from "../../core/text/numbers";
import { synonymGroups } from "../../core/text/synonyms";
import type { Token } from "../../core/text/tokens";
import { clausesOf, doubtOf } from "./polarity";
import type { Clauses } from "./polarity";
import { remarkOf, suspicionRemark, zeroRemark } from "./remarks";
import type { Suspicion } from "./remarks";
import { aboutness, vocabularyOf } from "./topic";
import type { Vocabulary } from "./topic";
import { weighing, wording } from "./wording";
import type { Wording } from "./wording";

/** A criterion with its wordings ready. */
interface ReadyCriterion {
  readonly criterion: Criterion;
  readonly accepted: readonly Wording[];
  readonly misconceptions: readonly Wording[];
}

/** Questions do not change, so each is made ready once; the key is weak, so nothing is kept alive. */
const rubrics = new WeakMap<Question, readonly ReadyCriterion[]>();

function readyRubric(question: Question): readonly ReadyCriterion[] {
  const known = rubrics.get(question);
  if (known) return known;
  const weigh = weighing(question);
  const ready = question.criteria.map((criterion): ReadyCriterion => ({
    criterion,
    accepted: [criterion.statement, ...criterion.accepted].map((w) => wording(w, weigh)),
    misconceptions: criterion.misconceptions.map((w) => wording(w, weigh)),
  }));
  rubrics.set(question, ready);
  return ready;
}

/** The verdicts of all criteria in rubric order, and whether one was contradicted by a flipped near copy. */
export function judgeAll(
  question: Question,
  text: AnswerText,
): { readonly verdicts: readonly Verdict[]; readonly flipped: boolean } {
  const ready = readyRubric(question);
  const all = ready.flatMap((r) => r.accepted);
  const match = matcher(text);
  const doubts = doubtsIn(text, match);
  let flipped = false;
  const verdicts = ready.map((r) => {
    const against = findContradiction(text, match, r.accepted, r.misconceptions, all);
    if (against.kind !== undefined) {
      flipped ||= against.kind === "flipped-negation";
      const remark = suspicionRemark(against.kind);
      return {
        criterion: r.criterion.id,
        verdict: "contradicted",
        credit: 0,
        quotes: quotesOf(text, against.sentence, against.sentence),
        remark,
      } satisfies Verdict;
    }
    return judge(r, text, match, doubts, against.leaning);
  });
  if (verdicts.every((v) => v.verdict !== "contradicted") && isChance(all, text, match)) {
    return {
      verdicts: ready.map(({ criterion }) => ({
        criterion: criterion.id,
        verdict: "missed",
        credit: 0,
        quotes: [],
        remark: remarkOf("missed", []),
      })),
      flipped,
    };
  }
  return { verdicts: onTopic(question, ready, withoutHeaps(ready, verdicts, text), text), flipped };
}

/** Lowers the credits of an answer that is about something else. Not where the rubric comes from a reference, which is no vocabulary to judge by. */
function onTopic(
  question: Question,
  ready: readonly ReadyCriterion[],
  verdicts: readonly Verdict[],
  text: AnswerText,
): readonly Verdict[] {
  if (ready.every((r) => r.accepted.length < 2) || verdicts.every((v) => v.credit === 0)) return verdicts;
  // Crumbs of every criterion are not an answer.
  const crumbs = verdicts.every((v) => v.verdict === "missed");
  const about = crumbs
    ? 0
    : aboutness(text, vocabulary(question), new Set(verdicts.flatMap((v) => v.quotes.map((q) => q.start))));
  if (about === 1) return verdicts;
  return verdicts.map((v) => {
    const credit = v.credit * about;
    const verdict = verdictOf(credit);
    if (v.credit === 0) return v;
    if (verdict === "missed") return { ...v, verdict, credit, quotes: [], remark: remarkOf("missed", []) };
    return { ...v, verdict, credit, remark: verdict === v.verdict ? v.remark : remarkOf(verdict, []) };
  });
}

const vocabularies = new WeakMap<Question, Vocabulary>();

function vocabulary(question: Question): Vocabulary {
  const known = vocabularies.get(question) ?? vocabularyOf(question);
  vocabularies.set(question, known);
  return known;
}

/**
 * Lowers the credit of criteria that rest on one and the same heap of terms: a list for one criterion is an answer, a list for everything
 * is none. Not where the rubric comes from a reference, whose statements may well be the items of one list.
 */
function withoutHeaps(
  ready: readonly ReadyCriterion[],
  verdicts: readonly Verdict[],
  text: AnswerText,
): readonly Verdict[] {
  const bare = new Set(
    text.sentences.filter((s) => s.tokens.length >= 4 && glueShare(s.tokens) < evidence.bareGlue).map((s) => s.start),
  );
  const heapOf = (v: Verdict): number | undefined =>
    v.verdict !== "contradicted" && v.quotes.length === 1 && bare.has(v.quotes[0]?.start ?? -1)
      ? v.quotes[0]?.start
      : undefined;
  return verdicts.map((v, i) => {
    if ((ready[i]?.accepted.length ?? 0) < 2) return v;
    const heap = heapOf(v);
    if (
      heap === undefined ||
      v.credit <= evidence.heap ||
      verdicts.filter((other) => heapOf(other) === heap).length < evidence.heapFrom
    )
      return v;
    return {
      ...v,
      verdict: verdictOf(evidence.heap),
      credit: evidence.heap,
      quotes: [],
      remark: zeroRemark("word-soup"),
    };
  });
}

/** Whether an answer shares so little with the whole rubric that it may be chance: fewer than two different words, and nowhere a fifth of a wording. */
function isChance(all: readonly Wording[], text: AnswerText, match: Matcher): boolean {
  const shared = new Set<string>();
  for (const w of all) {
    for (const token of match.found(w, 0, text.sentences.length - 1)) shared.add(token.stem);
    if (shared.size > 1 || match.best(w).align >= evidence.chance) return false;
  }
  return true;
}

/** The best wording for a criterion in the sentences not left out. */
interface Best {
  readonly match: Match;
  readonly wording: Wording;
  readonly credit: number;
}

function bestOf(
  accepted: readonly Wording[],
  text: AnswerText,
  match: Matcher,
  without: ReadonlySet<number>,
): Best | undefined {
  let best: Best | undefined;
  for (const w of accepted) {
    const found = match.best(w, without);
    const credit = creditFor(w, found, accepted.length, text, match);
    if (
      best === undefined ||
      credit > best.credit ||
      (credit === best.credit && found.similarity > best.match.similarity)
    )
      best = { match: found, wording: w, credit };
  }
  return best;
}

function judge(
  { criterion, accepted }: ReadyCriterion,
  text: AnswerText,
  match: Matcher,
  doubts: Doubts,
  leaning: ReadonlySet<number>,
): Verdict {
  const left = new Set(leaning);
  let best = bestOf(accepted, text, match, left);
  let doubted: Best | undefined;
  let suspicion: Suspicion = "denied";
  // Sentences that say something else with the same words are left out, and what remains is looked at again.
  for (let round = 0; round < 3 && best && best.credit > evidence.doubtful && accepted.length > 1; round++) {
    const doubtful = doubts(best, accepted);
    const [first] = doubtful;
    if (first === undefined) break;
    if (!doubted) suspicion = first.suspicion;
    doubted ??= best;
    for (const { sentence } of doubtful) left.add(sentence);
    best = bestOf(accepted, text, match, left);
  }
  if (doubted && (best?.credit ?? 0) <= evidence.doubtful) {
    const credit = Math.min(evidence.doubtful, doubted.credit);
    const { first, last } = doubted.match;
    return {
      criterion: criterion.id,
      verdict: verdictOf(credit),
      credit,
      quotes: quotesOf(text, first, last),
      remark: suspicionRemark(suspicion),
    };
  }
  const credit = best?.credit ?? 0;
  const verdict = verdictOf(credit);
  if (!best || verdict === "missed")
    return { criterion: criterion.id, verdict, credit, quotes: [], remark: remarkOf("missed", []) };
  const { first, last } = best.match;
  const words = match.found(best.wording, first, last).map((token) => text.answer.slice(token.start, token.end));
  return {
    criterion: criterion.id,
    verdict,
    credit,
    quotes: quotesOf(text, first, last),
    remark: remarkOf(verdict, words),
  };
}

/** The sentences of a match that turn the wording round, as far as can be told. */
type Doubts = (
  best: Best,
  accepted: readonly Wording[],
) => readonly { readonly sentence: number; readonly suspicion: Suspicion }[];

function doubtsIn(text: AnswerText, match: Matcher): Doubts {
  const said = new Map<number, Clauses>();
  const clauses = (i: number): Clauses => {
    const sentence = text.sentences[i];
    const known =
      said.get(i) ??
      clausesOf(
        text.answer.slice(sentence?.start ?? 0, sentence?.end ?? 0),
        sentence?.tokens ?? [],
        sentence?.start ?? 0,
      );
    said.set(i, known);
    return known;
  };
  const alike = (a: Token, b: Token): boolean =>
    a.stem === b.stem || synonymGroups(a.stem).some((g) => synonymGroups(b.stem).includes(g));
  return (best, accepted) => {
    const found: { sentence: number; suspicion: Suspicion }[] = [];
    for (let i = best.match.first; i <= best.match.last; i++) {
      const top = match.at(best.wording, i);
      if (top < 0.2 || (best.match.first < best.match.last && top < 0.6 * best.match.similarity)) continue;
      // Another wording that matches this sentence nearly as well and is not turned round speaks for it, …
      const rivals = accepted
        .filter((w) => match.at(w, i) >= evidence.rival * top)
        .map((w) =>
          doubtOf(clauses(i), w.clauses, (t) => w.terms.find((term) => term.token.stem === t.stem)?.weight ?? 0, alike),
        );
      // … but where a word is turned round, only one that has this very word does.
      if (rivals.some((d) => d?.kind === "opposite" && !accepted.some((w) => w.clauses.stems.has(d.word ?? ""))))
        found.push({ sentence: i, suspicion: "opposite" });
      else if (rivals.some((d) => d?.kind === "swapped")) found.push({ sentence: i, suspicion: "swapped" });
      else if (rivals.some((d) => d?.kind === "denied") && rivals.every((d) => d !== undefined))
        found.push({ sentence: i, suspicion: "denied" });
    }
    return found;
  };
}

/** Bounds on what counts as evidence. Exported for measuring only. */
export const evidence = {
  /** Least number of telling words, spelt alike, that a stretch and a wording share … */
  words: 1,
  /** … unless it covers this much of the wording by synonyms. Less is chance. */
  chance: 0.2,
  /** Share of binding words below which a stretch only names terms. */
  bareGlue: 0.12,
  /** The most that naming terms earns where the wording says something about them and they are not nearly all there. */
  naming: 0.5,
  /** … where a colon, an arrow or an equals sign relates the terms. */
  noting: 0.85,
  /** The most that a sentence earns which has the words but seems to deny, turn round or swap them. */
  doubtful: 0.35,
  /** Share of the best wording's similarity from which another wording of the criterion has a say in that. */
  rival: 0.7,
  /** Where one sentence only names terms for this many criteria it is a heap of terms … */
  heapFrom: 3,
  /** … and earns each of them no more than this. */
  heap: 0.25,
};

function creditFor(wording: Wording, found: Match, wordings: number, text: AnswerText, match: Matcher): number {
  if (found.last < found.first) return 0;
  const tokens = text.sentences.slice(found.first, found.last + 1).flatMap((s) => s.tokens);
  const held = match.found(wording, found.first, found.last);
  if (held.length < evidence.words && found.align < evidence.chance) return 0;
  const numbers = wording.terms.filter((term) => term.token.value !== undefined && !term.token.grammar);
  const others = wording.terms.filter((term) => term.token.value === undefined && !term.token.grammar);
  // A wording that is little more than a value is matched by the value or not at all.
  if (numbers.length > 0 && others.length <= 2) {
    const values = tokens.flatMap((token) => token.value ?? []);
    if (!numbers.every((n) => values.some((v) => sameNumber(v, n.token.value ?? NaN)))) return 0;
  }
  const credit = creditOf(found.similarity, wordings);
  const names =
    tokens.length >= 4 &&
    glueShare(tokens) < evidence.bareGlue &&
    glueShare(wording.tokens) >= 2 * evidence.bareGlue &&
    found.align < 0.85;
  if (!names) return credit;
  // "Encoder-only: bidirectional, classification" and "strong D → no signal" say something of what they name.
  const noted = /[:=→⇒]|[-=]>/.test(
    text.answer.slice(text.sentences[found.first]?.start, text.sentences[found.last]?.end),
  );
  return Math.min(credit, noted ? evidence.noting : evidence.naming);
}

function quotesOf(text: AnswerText, first: number, last: number): readonly Quote[] {
  return text.sentences
    .slice(first, last + 1)
    .map(({ start, end }) => ({ start, end, text: text.answer.slice(start, end) }));
}
