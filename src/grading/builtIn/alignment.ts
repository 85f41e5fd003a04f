// How well a wording is covered by the best stretch of the answer. Knows nothing of marks or verdicts.
import { sameNumber } from "../../core/text/numbers";
import { isTypo } from "../../core/text/fuzzyWord";
import { synonymGroups } from "../../core/text/synonyms";
import type { Token } from "../../core/text/tokens";
import type { AnswerText } from "./answerText";
import { initialsOf } from "./answerText";
import type { CharGrams } from "./charGrams";
import { charGrams, cosine } from "./charGrams";
import type { Wording } from "./wording";

/** The best stretch of the answer for one wording. */
export interface Match {
  /** 0..1: `0.7·align + 0.3·cosine` of the stretch. */
  readonly similarity: number;
  /** 0..1: the weight of the wording's terms that the stretch holds. */
  readonly align: number;
  /** First and last sentence of the stretch, indexes into `AnswerText.sentences`. */
  readonly first: number;
  readonly last: number;
}

/** Constants of the alignment. Optima on SAF and on the sample answers are flat; these are round numbers within them. */
export const alignment = {
  /** What a word mistyped, one of the same family (a long common beginning) and an everyday synonym are worth against the word itself. */
  typo: 0.85,
  prefix: 0.6,
  /** Synonyms are worth +.02 of r on SAF in both halves of its questions. */
  synonym: 0.8,
  /** Share of coverage in the similarity, the rest being the 4-grams' cosine: without either r falls by .02. */
  coverage: 0.7,
  /** Share of the whole answer beside the best stretch: an idea may be scattered. +.01 within questions. */
  whole: 0.4,
  /** Below this coverage a sentence shares words by chance, and its letters are not compared. */
  chance: 0.15,
};

const none: Match = { similarity: 0, align: 0, first: 0, last: -1 };

/** Per term of a wording: score by sentence. */
type Postings = ReadonlyMap<number, number>;

/** Looks for wordings in one answer. */
export interface Matcher {
  /** The stretch of one or two sentences that covers the wording best. */
  best(wording: Wording, without?: ReadonlySet<number>): Match;
  /** The wording's terms that a stretch of sentences holds, as they stand in the answer. */
  found(wording: Wording, first: number, last: number): readonly Token[];
  /** How many telling terms of the wording one sentence has, in the same or in like words. */
  telling(wording: Wording, sentence: number): number;
  /** Similarity 0..1 of one sentence alone. */
  at(wording: Wording, sentence: number): number;
}

/** A matcher for an answer. Keeps what it learnt about a term or a stretch for the next wording. */
export function matcher(answer: AnswerText): Matcher {
  const postings = new Map<string, Postings>();
  const grams = new Map<string, CharGrams>();
  const count = answer.sentences.length;
  const postingsOf = (token: Token): Postings => remember(postings, token.word, () => findTerm(token, answer));
  const terms = new Map<Wording, readonly Postings[]>();
  const singles = new Map<Wording, Float64Array>();
  const aligned = new Map<Wording, Float64Array>();
  const gramsOf = (first: number, last: number): CharGrams =>
    remember(grams, `${first} ${last}`, () =>
      charGrams(answer.sentences.slice(first, last + 1).flatMap((s) => s.tokens)),
    );
  /** Per term of the wording its postings, those of compounds written apart or together included. */
  const termsOf = (wording: Wording): readonly Postings[] =>
    remember(terms, wording, () => {
      const joined = joinedTerms(wording, answer);
      return wording.terms.map((term, i) => joined.get(i) ?? postingsOf(term.token));
    });
  const alignOf = (wording: Wording, first: number, last: number): number => {
    let sum = 0;
    termsOf(wording).forEach((held, i) => {
      let best = 0;
      if (last - first < held.size) for (let s = first; s <= last; s++) best = Math.max(best, held.get(s) ?? 0);
      else for (const [s, score] of held) if (s >= first && s <= last) best = Math.max(best, score);
      sum += best * (wording.terms[i]?.weight ?? 0);
    });
    return sum / wording.weight;
  };
  /** By sentence, the coverage of the wording; only sentences that hold a term are visited. */
  const alignsOf = (wording: Wording): Float64Array =>
    remember(aligned, wording, () => {
      const sums = new Float64Array(count);
      termsOf(wording).forEach((held, i) => {
        const weight = wording.terms[i]?.weight ?? 0;
        for (const [s, score] of held) sums[s] = (sums[s] ?? 0) + score * weight;
      });
      return sums;
    });
  const similarityOf = (wording: Wording, align: number, first: number, last: number): number =>
    alignment.coverage * align + (1 - alignment.coverage) * cosine(wording.grams, gramsOf(first, last));
  return {
    best(wording, without) {
      if (wording.weight === 0 || count === 0) return none;
      const stretches = bestStretches(wording, termsOf(wording), count, without);
      let best = none;
      for (const { align, first, last } of stretches) {
        const similarity = similarityOf(wording, align, first, last);
        if (similarity > best.similarity + 1e-9) best = { similarity, align, first, last };
      }
      if (without && without.size > 0) return { ...best, similarity: (1 - alignment.whole / 2) * best.similarity };
      const all = similarityOf(wording, alignOf(wording, 0, count - 1), 0, count - 1);
      return { ...best, similarity: (1 - alignment.whole) * best.similarity + alignment.whole * all };
    },
    found(wording, first, last) {
      const held = answer.sentences.slice(first, last + 1).flatMap((s) => s.tokens);
      const matched = new Map<string, Token>();
      termsOf(wording).forEach((postings, i) => {
        const term = wording.terms[i]?.token;
        if (!term || term.grammar || ![...postings.keys()].some((s) => s >= first && s <= last)) return;
        const token = held.find((t) => t.stem === term.stem) ?? held.find((t) => isTypo(t.word, term.word));
        if (token) matched.set(token.stem, token);
      });
      return [...matched.values()].sort((a, b) => a.start - b.start);
    },
    telling(wording, sentence) {
      return termsOf(wording).filter((held, i) => wording.terms[i]?.telling === true && held.has(sentence)).length;
    },
    at(wording, sentence) {
      if (wording.weight === 0) return 0;
      const align = (alignsOf(wording)[sentence] ?? 0) / wording.weight;
      if (align < alignment.chance) return alignment.coverage * align;
      const held = remember(singles, wording, () => new Float64Array(count).fill(-1));
      if ((held[sentence] ?? -1) < 0) held[sentence] = similarityOf(wording, align, sentence, sentence);
      return held[sentence] ?? 0;
    },
  };
}

/** The four stretches of one or two sentences that cover a wording best, without similarity yet. Visits only sentences that hold a term, so long answers stay cheap. */
function bestStretches(
  wording: Wording,
  terms: readonly Postings[],
  count: number,
  without: ReadonlySet<number> | undefined,
): readonly Match[] {
  const single = new Float64Array(count);
  const pair = new Float64Array(count);
  terms.forEach((held, i) => {
    const weight = (wording.terms[i]?.weight ?? 0) / wording.weight;
    for (const [s, score] of held) {
      single[s] = (single[s] ?? 0) + weight * score;
      pair[s] = (pair[s] ?? 0) + weight * Math.max(score, held.get(s + 1) ?? 0);
      if (s > 0 && !held.has(s - 1)) pair[s - 1] = (pair[s - 1] ?? 0) + weight * score;
    }
  });
  const best: Match[] = [];
  const offer = (align: number, first: number, last: number): void => {
    if (align <= (best.length < 4 ? 0 : (best[3]?.align ?? 0))) return;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.align ?? 0) < align) at--;
    best.splice(at, 0, { similarity: 0, align, first, last });
    if (best.length > 4) best.pop();
  };
  for (let s = 0; s < count; s++) {
    if (without?.has(s)) continue;
    offer(single[s] ?? 0, s, s);
    if (s + 1 < count && !without?.has(s + 1)) offer(pair[s] ?? 0, s, s + 1);
  }
  return best;
}

function remember<K, V>(memory: Map<K, V>, key: K, make: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}

function findTerm(token: Token, answer: AnswerText): Postings {
  const found = new Map<number, number>();
  const add = (sentences: readonly number[] | undefined, score: number): void => {
    for (const s of sentences ?? []) found.set(s, Math.max(found.get(s) ?? 0, score));
  };
  add(answer.byStem.get(token.stem), 1);
  if (token.capitals) add(answer.byInitials.get(token.word.replace(/s$/, "")) ?? answer.byInitials.get(token.word), 1);
  if (token.value !== undefined) {
    const value = token.value;
    answer.sentences.forEach((s, i) => {
      if (s.tokens.some((t) => t.value !== undefined && sameNumber(t.value, value))) add([i], 1);
    });
  } else if (!token.grammar) {
    for (const group of synonymGroups(token.stem)) {
      for (const stem of answer.byGroup.get(group) ?? []) add(answer.byStem.get(stem), alignment.synonym);
    }
    for (const [word, stem] of answer.byLetter.get(token.word.charAt(0)) ?? []) {
      if (stem === token.stem) continue;
      if (isTypo(word, token.word)) add(answer.byStem.get(stem), alignment.typo);
      else if (sharePrefix(stem, token.stem)) add(answer.byStem.get(stem), alignment.prefix);
    }
  }
  return found;
}

function sharePrefix(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < 5) return false;
  let n = 0;
  while (n < longest && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  return n >= 5 && n / longest >= 0.7;
}

/** "fine tuning" in the wording and "finetuning" in the answer, "generative adversarial network" and "GAN": all the terms count. */
function joinedTerms(wording: Wording, answer: AnswerText): ReadonlyMap<number, Postings> {
  const found = new Map<number, Postings>();
  const at = new Map(wording.terms.map((t, i) => [t.token.stem, i]));
  const join = (tokens: readonly Token[], sentences: readonly number[] | undefined): void => {
    if (!sentences) return;
    for (const token of tokens) {
      const index = at.get(token.stem);
      if (index === undefined) continue;
      const alone = [...(answer.byStem.get(token.stem) ?? []), ...sentences];
      found.set(index, new Map([...(found.get(index) ?? []), ...alone.map((s) => [s, 1] as const)]));
    }
  };
  wording.tokens.forEach((token, i) => {
    const next = wording.tokens[i + 1];
    if (next && !token.grammar && !next.grammar) join([token, next], answer.byStem.get(`${token.word}${next.stem}`));
  });
  for (const { initials, first, count } of initialsOf(wording.tokens)) {
    join(wording.tokens.slice(first, first + count), answer.abbreviations.get(initials));
  }
  return found;
}
