// Which sentences of an answer speak of which criteria. Looks at each sentence once; what it costs grows with the
// answer.
import type { Slices } from "../text/slices";
import type { Token } from "../text/tokens";
import type { Sentence } from "./answerText";
import { charGrams, cosine } from "./charGrams";
import { initialsOf, joinedWords, type Hit, type PreparedQuestion } from "./question";

/** A sentence that speaks of a criterion, or of a mistake about it. */
export interface Match {
  /** Index into the sentences. */
  readonly sentence: number;
  /** Number of the wording that it is nearest to. */
  readonly wording: number;
  /** 0..1: `0.7·coverage + 0.3·cosine`. */
  readonly similarity: number;
  /** True where no other criterion is nearer to the sentence. */
  readonly nearest: boolean;
}

/** What was matched, by criterion: of the ideas, and of the mistakes about them, the best few each. */
export interface Matches {
  readonly ideas: readonly (readonly Match[])[];
  readonly mistakes: readonly (readonly Match[])[];
}

/** Share of coverage in the similarity, the rest being the cosine of the 4-grams. */
const coverage = 0.7;
/** Below this coverage a sentence shares words by chance, and its letters are not compared. */
const chance = 0.1;
/** Matches kept a criterion. */
const mostKept = 6;
/** Different words whose terms are remembered. */
const mostRemembered = 20_000;
/** Sentences between two chances to pause. */
const step = 20;

/**
 * Matches sentences with a question's criteria; a sentence without a telling word of a criterion never counts for it.
 */
export function* matchSentences(sentences: readonly Sentence[], prepared: PreparedQuestion): Slices<Matches> {
  const scorer = new Scorer(prepared);
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i];
    if (sentence !== undefined) scorer.add(sentence, i);
    if (i % step === step - 1) yield undefined;
  }
  return { ideas: scorer.ideas, mistakes: scorer.mistakes };
}

/** The wording of a criterion that a sentence covers best, and how much of it, 0..1. */
interface Covered {
  readonly wording: number;
  readonly covered: number;
}

/** Adds up sentence by sentence what its words are worth to each wording. */
class Scorer {
  readonly ideas: Match[][];
  readonly mistakes: Match[][];
  private readonly best: Float64Array;
  private readonly telling: Uint8Array;
  private touched: number[] = [];
  private readonly remembered = new Map<string, readonly Hit[]>();
  private looked = 0;

  constructor(private readonly prepared: PreparedQuestion) {
    const count = prepared.question.criteria.length;
    this.ideas = Array.from({ length: count }, () => []);
    this.mistakes = Array.from({ length: count }, () => []);
    this.best = new Float64Array(prepared.wordingOf.length);
    this.telling = new Uint8Array(prepared.wordingOf.length);
  }

  add(sentence: Sentence, index: number): void {
    const seen = new Set<string>();
    for (const token of sentence.tokens) {
      if (seen.has(token.word)) continue;
      seen.add(token.word);
      const hits = this.hitsOf(token);
      if (hits.length === 0) continue;
      const asked = this.prepared.isAsked(token);
      // What means the same as a word of the question tells nothing, unless the rubric uses that very word.
      const meansAsked = this.prepared.meansAsked(token);
      for (const { term, likeness } of hits) this.touch(term, likeness, asked || (meansAsked && likeness < 1));
    }
    this.addNeighbours(sentence.tokens);
    this.keepBest(sentence, index);
    for (const term of this.touched) {
      this.best[term] = 0;
      this.telling[term] = 0;
    }
    this.touched = [];
  }

  private touch(term: number, likeness: number, given: boolean): void {
    const before = this.best[term] ?? 0;
    if (before === 0) this.touched.push(term);
    if (likeness > before) this.best[term] = likeness;
    if (!given && this.prepared.telling[term] === true) this.telling[term] = 1;
  }

  private hitsOf(token: Token): readonly Hit[] {
    const known = this.remembered.get(token.word);
    if (known !== undefined) return known;
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    const hits = this.prepared.hits(token, this.looked++);
    this.remembered.set(token.word, hits);
    return hits;
  }

  /** Words written apart or together ("fine tuning", "finetuning"), and words that an abbreviation stands for. */
  private addNeighbours(tokens: readonly Token[]): void {
    for (const { initials } of initialsOf(tokens))
      for (const term of this.prepared.hitsOfInitials(initials)) this.touch(term, 1, false);
    for (const { stem } of joinedWords(tokens))
      for (const term of this.prepared.hitsOfJoined(stem)) this.touch(term, 1, false);
  }

  private mayEnter(lists: readonly (readonly Match[])[], [criterion, { covered }]: [number, Covered]): boolean {
    const worst = lists[criterion]?.[mostKept - 1];
    return worst === undefined || coverage * covered + (1 - coverage) > worst.similarity;
  }

  private keepBest(sentence: Sentence, index: number): void {
    const { prepared } = this;
    const sums = new Map<number, number>();
    const tells = new Set<number>();
    for (const term of this.touched) {
      const wording = prepared.wordingOf[term] ?? 0;
      sums.set(wording, (sums.get(wording) ?? 0) + (this.best[term] ?? 0) * (prepared.weightOf[term] ?? 0));
      if (this.telling[term] === 1) tells.add(wording);
    }
    const ideas = new Map<number, Covered>();
    const mistakes = new Map<number, Covered>();
    for (const [wording, sum] of sums) {
      const placed = prepared.wordings[wording];
      if (placed === undefined || placed.wording.weight === 0 || !tells.has(wording)) continue;
      const covered = sum / placed.wording.weight;
      const into = placed.mistaken ? mistakes : ideas;
      if (covered >= chance && covered > (into.get(placed.criterion)?.covered ?? 0))
        into.set(placed.criterion, { wording, covered });
    }
    // Nothing that could still come among the best: its letters need not be compared.
    const mayEnter = [...ideas].some((found) => this.mayEnter(this.ideas, found));
    if (!mayEnter && ![...mistakes].some((found) => this.mayEnter(this.mistakes, found))) return;
    const grams = charGrams(sentence.tokens);
    const similarity = ({ wording, covered }: Covered): number => {
      const other = prepared.wordings[wording]?.wording.grams;
      return coverage * covered + (other === undefined ? 0 : (1 - coverage) * cosine(other, grams));
    };
    const scored = [...ideas].map(([criterion, found]) => ({ criterion, ...found, similarity: similarity(found) }));
    const most = Math.max(...scored.map((s) => s.similarity));
    for (const s of scored)
      keep(this.ideas[s.criterion], {
        sentence: index,
        wording: s.wording,
        similarity: s.similarity,
        nearest: s.similarity === most,
      });
    for (const [criterion, found] of mistakes)
      keep(this.mistakes[criterion], {
        sentence: index,
        wording: found.wording,
        similarity: similarity(found),
        nearest: false,
      });
  }
}

/** Keeps the best few, best first. */
function keep(list: Match[] | undefined, match: Match): void {
  if (list === undefined) return;
  let at = list.length;
  while (at > 0 && (list[at - 1]?.similarity ?? 0) < match.similarity) at--;
  if (at >= mostKept) return;
  list.splice(at, 0, match);
  if (list.length > mostKept) list.pop();
}
