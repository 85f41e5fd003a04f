// Which question of the roadmap an answer is about, by its words as a whole: in an answer to another question a
// shared word is chance.
import type { Question } from "../../core/roadmap/question";
import type { Language } from "../language/language";
import type { Slices } from "../text/slices";
import type { Sentence } from "./answerText";
import { backgroundOf, type Background } from "./background";
import { contentStems, wordingsOf } from "./wordings";

/** An answer is about a question that at least this share of its words belongs to, and … */
const leastShare = 0.2;
/** The same where there is no other question to hold it against. */
const leastShareAlone = 0.25;
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
  private constructor(
    /** Stem to the numbers of the questions that have it. */
    private readonly questionsOf: ReadonlyMap<string, readonly number[]>,
    private readonly numbers: ReadonlyMap<string, number>,
    /** What the words of other questions would say of common ones, where there are none. */
    private readonly background: Background | undefined,
  ) {}

  /** Reads the words of these questions. */
  static *of(questions: readonly Question[], language: Language): Slices<Topics> {
    const questionsOf = new Map<string, number[]>();
    for (const [i, question] of questions.entries()) {
      const texts = [question.title, question.prompt, question.reference, ...question.criteria.flatMap(wordingsOf)];
      for (const stem of new Set(contentStems(texts.join("\n"), language))) {
        const held = questionsOf.get(stem);
        if (held === undefined) questionsOf.set(stem, [i]);
        else held.push(i);
      }
      yield undefined;
    }
    const numbers = new Map(questions.map((q, i) => [q.id, i]));
    return new Topics(questionsOf, numbers, questions.length < 2 ? backgroundOf(0, language) : undefined);
  }

  /** Counts the words of one answer to the question of that id. */
  counterOf(id: string): TopicCounter {
    return new TopicCounter(this.questionsOf, this.numbers.get(id) ?? -1, this.numbers.size, this.background);
  }
}

/** Adds up, sentence by sentence, to which questions the different words of an answer belong. */
export class TopicCounter {
  private readonly seen = new Set<string>();
  private readonly shares: Float64Array;
  /** The largest of the shares. */
  private most = 0;
  private all = 0;

  constructor(
    private readonly questionsOf: ReadonlyMap<string, readonly number[]>,
    private readonly own: number,
    private readonly count: number,
    private readonly background: Background | undefined,
  ) {
    this.shares = new Float64Array(count);
  }

  add({ tokens }: Sentence): void {
    if (this.seen.size >= mostWords) return;
    for (const token of tokens) {
      if (token.grammar || token.value !== undefined || this.seen.has(token.stem)) continue;
      this.seen.add(token.stem);
      const questions = this.questionsOf.get(token.stem) ?? [];
      // A word of few questions says more about which one is meant.
      const count = this.count + (this.background?.size ?? 0);
      const spread = questions.length + (this.background?.spreadOf(token.stem) ?? 0);
      const weight = Math.log(1 + count / (spread + 0.5));
      this.all += weight;
      for (const i of questions) {
        const share = (this.shares[i] ?? 0) + weight;
        this.shares[i] = share;
        if (share > this.most) this.most = share;
      }
    }
  }

  /** Whether the answer is about its question or rather about another one; with no other one that cannot be told. */
  get topicality(): Topicality {
    const own = this.shares[this.own] ?? 0;
    const alone = this.count < 2;
    if (this.all === 0 || own / this.all < (alone ? leastShareAlone : leastShare)) return "elsewhere";
    if (alone) return "alone";
    return own >= nearlyBest * this.most ? "about" : "elsewhere";
  }
}
