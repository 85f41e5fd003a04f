// How well a wording is covered by the best stretch of the answer. Knows nothing of marks or verdicts.
import { sameNumber } from "../../core/text/numbers";
import { isTypo } from "../../core/text/fuzzyWord";
import { synonymGroups } from "../../core/text/synonyms";
import type { Token } from "../../core/text/tokens";
import type { AnswerText } from "./answerText";
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

/** Constants of the alignment. */
export const alignment = {
  typo: 0.85,
  prefix: 0.6,
  synonym: 0.8,
  /** Longest stretch, in sentences. */
  window: 2,
  coverage: 0.7,
  whole: 0.4,
  pairs: 0,
};

const none: Match = { similarity: 0, align: 0, first: 0, last: -1 };

/** Per term of a wording: score by sentence. */
type Postings = ReadonlyMap<number, number>;

/** Finds, for each wording, the stretch of one or two sentences that covers it best. Keeps what it learnt about a term for the next wording. */
export function matcher(answer: AnswerText): (wording: Wording) => Match {
  const memory = new Map<string, Postings>();
  const grams = new Map<number, ReadonlyMap<string, number>>();
  let allGrams: ReadonlyMap<string, number> | undefined;
  const postingsOf = (token: Token): Postings => {
    const known = memory.get(token.word);
    if (known) return known;
    const found = findTerm(token, answer);
    memory.set(token.word, found);
    return found;
  };
  const gramsOf = (first: number, last: number): ReadonlyMap<string, number> => {
    const key = first * alignment.window + (last - first);
    const known = grams.get(key);
    if (known) return known;
    const made = charGrams(answer.sentences.slice(first, last + 1).flatMap((s) => s.tokens));
    grams.set(key, made);
    return made;
  };
  return (wording) => {
    if (wording.weight === 0 || answer.sentences.length === 0) return none;
    const postings = wording.terms.map((term) => postingsOf(term.token));
    const joined = joinedTerms(wording, answer);
    const stretches: Match[] = [];
    for (let first = 0; first < answer.sentences.length; first++) {
      for (let size = 1; size <= alignment.window && first + size <= answer.sentences.length; size++) {
        let sum = 0;
        wording.terms.forEach((term, i) => {
          let best = 0;
          for (let s = first; s < first + size; s++) best = Math.max(best, postings[i]?.get(s) ?? 0, joined.get(i)?.get(s) ?? 0);
          sum += best * term.weight;
        });
        if (sum > 0) stretches.push({ similarity: 0, align: sum / wording.weight, first, last: first + size - 1 });
      }
    }
    stretches.sort((a, b) => b.align - a.align || (a.last - a.first) - (b.last - b.first) || a.first - b.first);
    let best = none;
    for (const stretch of stretches.slice(0, 4)) {
      const similarity = alignment.coverage * stretch.align + (1 - alignment.coverage) * cosine(wording.grams, gramsOf(stretch.first, stretch.last));
      if (similarity > best.similarity + 1e-9) best = { ...stretch, similarity };
    }
    if (alignment.whole > 0) {
      let sum = 0;
      wording.terms.forEach((term, i) => {
        let b = 0;
        for (const v of postings[i]?.values() ?? []) b = Math.max(b, v);
        for (const v of joined.get(i)?.values() ?? []) b = Math.max(b, v);
        sum += b * term.weight;
      });
      allGrams ??= charGrams(answer.sentences.flatMap((s) => s.tokens));
      const sim = alignment.coverage * sum / wording.weight + (1 - alignment.coverage) * cosine(wording.grams, allGrams);
      best = { ...best, similarity: (1 - alignment.whole) * best.similarity + alignment.whole * sim };
    }
    if (alignment.pairs > 0) {
      let got = 0, of = 0;
      for (let i = 0; i + 1 < wording.tokens.length; i++) {
        const a = wording.tokens[i]!, b = wording.tokens[i + 1]!;
        if (a.grammar || b.grammar) continue;
        of++;
        if (answer.byStem.has(`${a.stem}_${b.stem}`)) got++;
      }
      if (of > 0) best = { ...best, similarity: best.similarity + alignment.pairs * (got / of) };
    }
    return best;
  };
}

function findTerm(token: Token, answer: AnswerText): Postings {
  const found = new Map<number, number>();
  const add = (sentences: readonly number[] | undefined, score: number): void => {
    for (const s of sentences ?? []) found.set(s, Math.max(found.get(s) ?? 0, score));
  };
  add(answer.byStem.get(token.stem), 1);
  if (token.value !== undefined) {
    const value = token.value;
    answer.sentences.forEach((s, i) => {
      if (s.tokens.some((t) => t.value !== undefined && sameNumber(t.value, value))) add([i], 1);
    });
  } else if (!token.grammar) {
    for (const [word, stem] of answer.words) {
      if (stem === token.stem) continue;
      if (isTypo(word, token.word)) add(answer.byStem.get(stem), alignment.typo);
      else if (alignment.synonym > 0 && synonymGroups(token.stem).some((g) => synonymGroups(stem).includes(g))) add(answer.byStem.get(stem), alignment.synonym);
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

/** "fine tuning" in the wording, "finetuning" in the answer: both terms count. */
function joinedTerms(wording: Wording, answer: AnswerText): ReadonlyMap<number, Postings> {
  const found = new Map<number, Postings>();
  const at = new Map(wording.terms.map((t, i) => [t.token.stem, i]));
  wording.tokens.forEach((token, i) => {
    const next = wording.tokens[i + 1];
    if (!next || token.grammar || next.grammar) return;
    const sentences = answer.byStem.get(`${token.word}${next.stem}`);
    if (!sentences) return;
    for (const index of [at.get(token.stem), at.get(next.stem)]) {
      if (index !== undefined) found.set(index, new Map(sentences.map((s) => [s, 1])));
    }
  });
  return found;
}
