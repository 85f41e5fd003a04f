// Which question of the roadmap an answer is about, by its words as a whole: in an answer to another question a
// shared word is chance.
import type { Question } from "../../core/question";
import type { Language } from "../language/language";
import type { Slices } from "../text/slices";
import type { Sentence } from "./answerText";
import { contentStems, wordingsOf } from "./wordings";

/** An answer is about a question that at least this share of its words belongs to, and … */
const leastShare = 0.2;
/** … that has nearly the largest share of all questions of the roadmap. */
const nearlyBest = 0.9;
/** Different words looked at. */
const mostWords = 5000;

/**
 * What the words of an answer say of its question: that it is about it, that it rather is about another, or nothing,
 * alone.
 */
export type Topicality = "about" | "elsewhere" | "alone";

/** The words of each question of a roadmap. */
export class Topics {
  /** Stem to the numbers of the questions that have it. */
  private readonly questionsOf = new Map<string, number[]>();
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(questions: readonly Question[], language: Language) {
    this.numbers = new Map(questions.map((q, i) => [q.id, i]));
    questions.forEach((question, i) => {
      const texts = [question.title, question.prompt, question.reference, ...question.criteria.flatMap(wordingsOf)];
      for (const stem of new Set(contentStems(texts.join("\n"), language))) {
        const held = this.questionsOf.get(stem);
        if (held === undefined) this.questionsOf.set(stem, [i]);
        else held.push(i);
      }
    });
  }

  /**
   * Whether sentences are about the question of that id or rather about another one; with no other one that cannot be
   * told.
   */
  *of(id: string, sentences: readonly Sentence[]): Slices<Topicality> {
    const count = this.numbers.size;
    const shares = new Float64Array(count);
    const seen = new Set<string>();
    let all = 0;
    for (let s = 0; s < sentences.length && seen.size < mostWords; s++) {
      for (const token of sentences[s]?.tokens ?? []) {
        if (token.grammar || token.value !== undefined || seen.has(token.stem)) continue;
        seen.add(token.stem);
        const questions = this.questionsOf.get(token.stem) ?? [];
        // A word of few questions says more about which one is meant.
        const weight = Math.log(1 + count / (questions.length + 0.5));
        all += weight;
        for (const i of questions) shares[i] = (shares[i] ?? 0) + weight;
      }
      if (s % 200 === 199) yield undefined;
    }
    const own = shares[this.numbers.get(id) ?? -1] ?? 0;
    if (all === 0 || own / all < leastShare) return "elsewhere";
    if (count < 2) return "alone";
    return own >= nearlyBest * Math.max(...shares) ? "about" : "elsewhere";
  }
}
