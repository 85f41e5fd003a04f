// A wording of the rubric made ready for matching: its terms and what each weighs.
import type { Question } from "../../core/question";
import { tokenise } from "../../core/text/tokens";
import type { Token } from "../../core/text/tokens";
import type { CharGrams } from "./charGrams";
import { charGrams } from "./charGrams";

/** A term of a wording with its share of the wording's weight. */
export interface Term {
  readonly token: Token;
  readonly weight: number;
}

/** One statement, accepted wording or misconception. */
export interface Wording {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly terms: readonly Term[];
  /** Sum of the terms' weights. */
  readonly weight: number;
  readonly grams: CharGrams;
}

/** What a stem weighs, by the question at hand. */
export type Weigh = (token: Token) => number;

/** Weights; see each line. Chosen on SAF leave-question-out; flat optima, so round numbers. */
export const weights = {
  /** A function word's weight: it tells near copies apart but is no evidence. */
  grammar: 0.05,
  /** A word of the prompt: the learner was given it. */
  prompt: 0.4,
  /** A numeral: right or wrong by value. */
  number: 1,
  length: 0.7,
  rarity: 1,
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
    if (token.grammar) return weights.grammar;
    const rarity = Math.log(1 + (count + 1) / ((spread.get(token.stem) ?? 0) + 0.5)) / Math.log(1 + (count + 1) / 1.5);
    const base = token.value === undefined ? 1 : weights.number;
    const long = 1 + weights.length * (Math.min(token.word.length, 12) - 6) / 6;
    return base * long * rarity ** weights.rarity * (asked.has(token.stem) ? weights.prompt : 1);
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
    terms.push({ token, weight: weigh(token) });
  }
  return { text, tokens, terms, weight: terms.reduce((sum, t) => sum + t.weight, 0), grams: charGrams(tokens) };
}
