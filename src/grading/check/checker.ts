// The check: for each criterion the sentences of an answer that speak of it, and what else can truly be said of the
// answer.
// It finds and never judges: no marks, no verdict, no network. What it costs grows with the answer, in short slices.
import type { Check, CriterionCheck } from "../../core/marks/check";
import type { Question } from "../../core/roadmap/question";
import type { Quote } from "../../core/text/textRange";
import { english } from "../language/english";
import type { Language } from "../language/language";
import { languageOf } from "../language/languages";
import { runInSlices, type Pause, type Slices } from "../text/slices";
import { readAnswer, type ReadAnswer } from "./answer";
import { Matcher, type Match, type Matches } from "./matching";
import { observations, observationsOfAnyLanguage } from "./observations/observations";
import { PreparedQuestion } from "./question";
import { TellingWords } from "./telling";
import { Topics, type Topicality } from "./topic";
import { Vocabulary } from "./wordings";

/**
 * Part of every receipt; raise it whenever the same answer could be found otherwise (a test pins it to the results on
 * the goldens).
 */
export const checkVersion = "check-3";

/** Longest answer that is checked, in UTF-16 units. */
export const longestAnswer = 1_000_000;

export type CheckOutcome =
  | {
      readonly kind: "checked";
      readonly check: Check;
      /** Ids of criteria that a sentence is so near to in its words that who says "missed" should look again. */
      readonly nearWords: readonly string[];
    }
  | { readonly kind: "too-long"; readonly length: number; readonly limit: number }
  | { readonly kind: "cancelled" };

export interface CheckOptions {
  /** Lets everything else run; awaited whenever a slice of work is done. */
  readonly pause?: Pause;
  readonly signal?: AbortSignal;
}

export interface Checker {
  readonly version: string;
  /** The language that answers are read in; undefined where it is one that cannot be read. */
  readonly language?: Language | undefined;
  /** Checks an answer; never rejects for anything an answer can hold. */
  check(question: Question, answer: string, options?: CheckOptions): Promise<CheckOutcome>;
  /**
   * Ids of the question's criteria of which a telling word stands in a text, whatever else it says; undefined where it
   * was cancelled.
   */
  tellingIn(question: Question, text: string, options?: CheckOptions): Promise<ReadonlySet<string> | undefined>;
}

/** Similarities from which a sentence speaks of an idea. Round numbers; what is best is flat around them. */
export const thresholds = {
  /** In an answer about this question. */
  about: 0.25,
  /** There, of the idea that the sentence is nearest to. */
  nearest: 0.12,
  /** The same where the question stands alone, and nothing tells whether the answer is about it. */
  nearestAlone: 0.2,
  /** In an answer that rather is about something else; alone, of an idea that the sentence is not nearest to. */
  elsewhere: 0.4,
  /** Nearly the words of the rubric. */
  nearWords: 0.5,
};

interface Prepared {
  readonly prepared: PreparedQuestion;
  readonly telling: TellingWords;
  readonly topics: Topics;
}

type Checked = Omit<Extract<CheckOutcome, { kind: "checked" }>, "kind">;

const mostQuotes = 3;
/** A quote beside the best one is at least this share as near. */
const nearBest = 0.6;
/** Questions kept ready. */
const mostPrepared = 50;

/**
 * A checker for the questions of a roadmap: all of them, since which words tell one idea from another is counted over
 * all. `tag` is the roadmap's language; of answers in one that cannot be read it observes only that.
 */
export function newChecker(questions: readonly Question[], tag?: string): Checker {
  const known = languageOf(tag);
  const language = known ?? english;
  let words: { readonly vocabulary: Vocabulary; readonly topics: Topics } | undefined;
  const ready = new Map<Question, { readonly prepared: PreparedQuestion; readonly telling: TellingWords }>();
  function* prepare(question: Question): Slices<Prepared> {
    const { vocabulary, topics } = (words ??= {
      vocabulary: yield* Vocabulary.of(questions, language),
      topics: yield* Topics.of(questions, language),
    });
    const known = ready.get(question);
    if (known !== undefined) return { ...known, topics };
    if (ready.size >= mostPrepared) ready.clear();
    const prepared = new PreparedQuestion(question, vocabulary, language);
    const telling = new TellingWords(prepared, language);
    ready.set(question, { prepared, telling });
    yield undefined;
    return { prepared, telling, topics };
  }
  function* work(question: Question, answer: string): Slices<Checked> {
    const { prepared, topics } = yield* prepare(question);
    const matches = new Matcher(prepared);
    const topic = topics.counterOf(question.id);
    const read = yield* readAnswer(answer, language, (sentence, index) => {
      matches.add(sentence, index);
      topic.add(sentence);
    });
    const { topicality } = topic;
    const criteria = question.criteria.map((criterion, i): CriterionCheck => {
      const quotes = known === undefined ? [] : quotesOf(read, matches, i, topicality);
      const bonus = criterion.bonus === true ? { bonus: true as const } : {};
      return { criterion: criterion.id, found: quotes.length > 0, ...bonus, quotes };
    });
    const seen: Check["observations"][number][] = [];
    for (const observation of known === undefined ? observationsOfAnyLanguage : observations) {
      seen.push(...observation.find({ ...read, prepared, matches, language }));
      yield undefined;
    }
    const near = question.criteria.filter((_, i) => (matches.ideas[i]?.[0]?.similarity ?? 0) >= thresholds.nearWords);
    return { check: { criteria, observations: seen }, nearWords: near.map((c) => c.id) };
  }
  function* standing(question: Question, text: string): Slices<ReadonlySet<string>> {
    const { telling } = yield* prepare(question);
    return yield* telling.standingIn(text);
  }
  return {
    version: versionIn(known),
    language: known,
    async check(question, answer, { pause, signal } = {}) {
      const limit = language.longestAnswer ?? longestAnswer;
      if (answer.length > limit) return { kind: "too-long", length: answer.length, limit };
      if (signal?.aborted === true) return { kind: "cancelled" };
      const checked = await runInSlices(work(question, answer), pause, signal);
      return checked === undefined ? { kind: "cancelled" } : { kind: "checked", ...checked };
    },
    tellingIn: (question, text, { pause, signal } = {}) => runInSlices(standing(question, text), pause, signal),
  };
}

/** An answer read in another language is another check. */
function versionIn(language: Language | undefined): string {
  return language?.tag === english.tag ? checkVersion : `${checkVersion}-${language?.tag ?? "unread"}`;
}

/** The sentences that speak of a criterion, best first. */
function quotesOf(read: ReadAnswer, matches: Matches, criterion: number, topicality: Topicality): Quote[] {
  const found = (matches.ideas[criterion] ?? []).filter((match) => speaks(match, topicality));
  const best = found[0]?.similarity ?? 0;
  return found
    .filter((match) => match.similarity >= nearBest * best)
    .slice(0, mostQuotes)
    .flatMap(({ sentence }) => {
      const range = read.sentences[sentence];
      return range === undefined
        ? []
        : [{ start: range.start, end: range.end, text: read.answer.slice(range.start, range.end) }];
    });
}

function speaks({ similarity, nearest }: Match, topicality: Topicality): boolean {
  if (topicality === "elsewhere") return similarity >= thresholds.elsewhere;
  // Of a word that two of its few criteria have, a single question cannot tell which of them is meant.
  if (topicality === "alone") return similarity >= (nearest ? thresholds.nearestAlone : thresholds.elsewhere);
  return similarity >= thresholds.about || (nearest && similarity >= thresholds.nearest);
}
