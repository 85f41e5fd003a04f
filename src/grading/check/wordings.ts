// The wordings of a roadmap's criteria made ready for matching: what each word weighs, and which words tell one idea
// from another.
import type { Criterion, Question } from "../../core/roadmap/question";
import type { Language } from "../language/language";
import type { Slices } from "../text/slices";
import { tokenise, type Token } from "../text/tokens";
import { backgroundOf, type Background } from "./background";
import { charGrams, type CharGrams } from "./charGrams";

/** A term of a wording with its share of the wording's weight. */
export interface Term {
  readonly token: Token;
  readonly weight: number;
  /** Few criteria of the roadmap have it and the question does not give it away: sharing it is evidence. */
  readonly telling: boolean;
  /** A word of texts on any subject: where it tells, it does so only as part of much of the wording. */
  readonly everyday: boolean;
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

/** Round numbers; what is best is flat around each of them. */
export const weights = {
  /** A function word: it tells near copies apart but is no evidence. */
  grammar: 0.05,
  /** A word of the prompt: the learner was given it. */
  prompt: 0.4,
  /** How much longer words weigh more: long words are rare ones (Zipf's law of abbreviation). */
  length: 0.7,
  /** A stem that more than this share of the roadmap's criteria have tells nothing of one of them. */
  common: 0.08,
};

/** What the words of a roadmap tell, counted over all its criteria. */
export class Vocabulary {
  private constructor(
    /** Stem to the number of criteria that have it in a wording. */
    private readonly spread: ReadonlyMap<string, number>,
    private readonly count: number,
    /** What the roadmap is too small to tell. */
    readonly background: Background,
    private readonly language: Language,
  ) {}

  /** Counts the words of these questions. */
  static *of(questions: readonly Question[], language: Language): Slices<Vocabulary> {
    const spread = new Map<string, number>();
    const criteria = questions.flatMap((q) => q.criteria);
    for (const criterion of criteria) {
      for (const stem of new Set(wordingsOf(criterion).flatMap((w) => contentStems(w, language))))
        spread.set(stem, (spread.get(stem) ?? 0) + 1);
      yield undefined;
    }
    return new Vocabulary(spread, criteria.length, backgroundOf(criteria.length, language), language);
  }

  /** 1 for a stem of one criterion only, less for common ones. */
  rarity(stem: string): number {
    const count = this.count + this.background.size + 1;
    const spread = (this.spread.get(stem) ?? 0) + this.background.spreadOf(stem);
    return Math.log(1 + count / (spread + 0.5)) / Math.log(1 + count / 1.5);
  }

  /** Whether few criteria have a stem. */
  isRare(stem: string): boolean {
    return (this.spread.get(stem) ?? 0) <= Math.max(2, weights.common * this.count);
  }

  /** Makes a wording ready; `asked` are the stems of its question's prompt. */
  wording(text: string, asked: ReadonlySet<string>): Wording {
    const tokens = tokenise(text, this.language);
    const seen = new Set<string>();
    const terms: Term[] = [];
    for (const token of tokens) {
      if (seen.has(token.stem)) continue;
      seen.add(token.stem);
      terms.push({ token, ...this.weigh(token, asked) });
    }
    return { text, tokens, terms, weight: terms.reduce((sum, t) => sum + t.weight, 0), grams: charGrams(tokens) };
  }

  private weigh(token: Token, asked: ReadonlySet<string>): Omit<Term, "token"> {
    if (token.grammar) return { weight: weights.grammar, telling: false, everyday: false };
    const given = asked.has(token.stem);
    const long = 1 + (weights.length * (Math.min(token.word.length, 12) - 6)) / 6;
    return {
      weight: long * this.rarity(token.stem) * (given ? weights.prompt : 1),
      telling: !given && this.isRare(token.stem) && !this.language.answering.isAsking(token.word),
      everyday: this.background.spreadOf(token.stem) > 0,
    };
  }
}

/** The wordings that speak of a criterion rightly. */
export function wordingsOf(criterion: Criterion): readonly string[] {
  return [criterion.statement, ...criterion.accepted];
}

/** The stems of a text's content words. */
export function contentStems(text: string, language: Language): string[] {
  return tokenise(text, language)
    .filter((t) => !t.grammar)
    .map((t) => t.stem);
}
