// A wording of the rubric made ready for matching: its terms and what each weighs.
import type { Question } from "../../core/question";
import { tokenise } from "../../core/text/tokens";
import type { Token } from "../../core/text/tokens";
import type { CharGrams } from "./charGrams";
import { charGrams } from "./charGrams";
import { clausesOf } from "./polarity";
import type { Clauses } from "./polarity";

/** A term of a wording with its share of the wording's weight. */
export interface Term {
  readonly token: Token;
  readonly weight: number;
  /** A content word that the question did not already give away: matching it is evidence. */
  readonly telling: boolean;
}

/** One statement, accepted wording or misconception. */
export interface Wording {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly terms: readonly Term[];
  /** Sum of the terms' weights. */
  readonly weight: number;
  readonly grams: CharGrams;
  /** For telling what it asserts and what it denies. */
  readonly clauses: Clauses;
}

/** What a token weighs and tells, by the question at hand. */
export type Weigh = (token: Token) => Pick<Term, "weight" | "telling">;

/** Weights, a content word of average length being 1. The optima on SAF are flat and alike in both halves of its questions, so these are round numbers. */
export const weights = {
  /** A function word: it tells near copies apart but is no evidence. */
  grammar: 0.05,
  /** A word of the prompt: the learner was given it. Anything from 0.3 to 0.5 does as well. */
  prompt: 0.4,
  /** How much longer words weigh more: long words are rare ones (Zipf's law of abbreviation), and no frequency list has to be shipped. +.013 on SAF. */
  length: 0.7,
};

/** Builds the weighing of a question: rare in its rubric weighs more, words of the prompt less. */
export function weighing(question: Pick<Question, "prompt" | "criteria">): Weigh {
  const asked = new Set(tokenise(question.prompt).map((t) => t.stem));
  const spread = new Map<string, number>();
  for (const criterion of question.criteria) {
    const here = new Set([criterion.statement, ...criterion.accepted].flatMap((w) => tokenise(w).map((t) => t.stem)));
    for (const stem of here) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  }
  const count = question.criteria.length;
  return (token) => {
    if (token.grammar) return { weight: weights.grammar, telling: false };
    const given = asked.has(token.stem);
    // The rubric is the only corpus at hand: a word of every criterion tells little about one.
    const rarity = Math.log(1 + (count + 1) / ((spread.get(token.stem) ?? 0) + 0.5)) / Math.log(1 + (count + 1) / 1.5);
    const long = 1 + (weights.length * (Math.min(token.word.length, 12) - 6)) / 6;
    return { weight: long * rarity * (given ? weights.prompt : 1), telling: !given };
  };
}

/** Makes a wording ready. */
export function wording(text: string, weigh: Weigh): Wording {
  const tokens = tokenise(text);
  const seen = new Set<string>();
  const terms: Term[] = [];
  for (const token of tokens) {
    if (seen.has(token.stem)) continue;
    seen.add(token.stem);
    terms.push({ token, ...weigh(token) });
  }
  return {
    text,
    tokens,
    terms,
    weight: terms.reduce((sum, t) => sum + t.weight, 0),
    grams: charGrams(tokens),
    clauses: clausesOf(text, tokens),
  };
}
