// Which sentences of an answer speak of which criteria. Looks at each sentence once; what it costs grows with the
// answer.
import type { Token } from "../text/tokens";
import type { Sentence } from "./answerText";
import { charGrams, cosine, type CharGrams } from "./charGrams";
import { initialsOf, joinedStem, type Hit, type PreparedQuestion } from "./question";

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
/** Everyday words tell of an idea together, where they cover this much of a wording. */
const together = 0.2;
/** How much a word or a wording tells: nothing, only together with others, by itself. */
const tellsLittle = 1;
const tellsAlone = 2;
/** Matches kept a criterion. */
const mostKept = 6;
/** Different words whose terms are remembered. */
const mostRemembered = 20_000;
/**
 * Matches sentences, one after another, with a question's criteria: adds up what the words of each are worth to each
 * wording. A sentence without a telling word of a criterion never counts for it.
 */
export class Matcher implements Matches {
  readonly ideas: Match[][];
  readonly mistakes: Match[][];
  private readonly best: Float64Array;
  private readonly telling: Uint8Array;
  /** By wording, while one sentence is looked at. */
  private readonly sums: Float64Array;
  private readonly wordingTells: Uint8Array;
  /** By slot, two a criterion: one for its idea, one for the mistakes about it. */
  private readonly covered: Float64Array;
  private readonly nearestWording: Int32Array;
  private touched: number[] = [];
  private tells = false;
  private readonly remembered = new Map<string, readonly Hit[]>();
  private looked = 0;

  constructor(private readonly prepared: PreparedQuestion) {
    const count = prepared.question.criteria.length;
    this.ideas = Array.from({ length: count }, () => []);
    this.mistakes = Array.from({ length: count }, () => []);
    this.best = new Float64Array(prepared.wordingOf.length);
    this.telling = new Uint8Array(prepared.wordingOf.length);
    this.sums = new Float64Array(prepared.wordings.length);
    this.wordingTells = new Uint8Array(prepared.wordings.length);
    this.covered = new Float64Array(2 * count);
    this.nearestWording = new Int32Array(2 * count);
  }

  add(sentence: Sentence, index: number): void {
    for (const token of sentence.tokens) {
      const hits = this.hitsOf(token);
      if (hits.length === 0) continue;
      const given = this.prepared.isAsked(token);
      // What means the same as a word of the question, or stands in texts on anything, tells nothing, unless the rubric
      // uses that very word.
      const vague = this.prepared.meansAsked(token) || this.prepared.isEveryday(token);
      for (const { term, likeness } of hits) this.touch(term, likeness, given || (vague && likeness < 1));
    }
    this.addNeighbours(sentence.tokens);
    if (this.tells) this.keepBest(sentence, index);
    for (const term of this.touched) {
      this.best[term] = 0;
      this.telling[term] = 0;
    }
    this.touched = [];
    this.tells = false;
  }

  private touch(term: number, likeness: number, given: boolean): void {
    const before = this.best[term] ?? 0;
    if (before === 0) this.touched.push(term);
    if (likeness > before) this.best[term] = likeness;
    if (given || this.prepared.telling[term] !== true) return;
    this.telling[term] = this.prepared.everyday[term] === true ? tellsLittle : tellsAlone;
    this.tells = true;
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
    const { prepared } = this;
    if (prepared.hasAbbreviations)
      for (const { initials } of initialsOf(tokens))
        for (const term of prepared.hitsOfInitials(initials)) this.touch(term, 1, false);
    for (let i = 1; i < tokens.length; i++) {
      const stem = joinedStem(tokens[i - 1], tokens[i]);
      if (stem !== undefined) for (const term of prepared.hitsOfJoined(stem)) this.touch(term, 1, false);
    }
  }

  /** Whether a sentence could still come among the best of a slot, whatever its letters. */
  private mayEnter(slot: number): boolean {
    const worst = this.listOf(slot)?.[mostKept - 1];
    return worst === undefined || coverage * (this.covered[slot] ?? 0) + (1 - coverage) > worst.similarity;
  }

  private listOf(slot: number): Match[] | undefined {
    return slot % 2 === 0 ? this.ideas[slot / 2] : this.mistakes[(slot - 1) / 2];
  }

  /** The wordings that the touched terms belong to, each criterion's best in its slot; the slots that have one. */
  private slots(): number[] {
    const { prepared, sums, covered, nearestWording } = this;
    const wordings: number[] = [];
    for (const term of this.touched) {
      const wording = prepared.wordingOf[term] ?? 0;
      if (sums[wording] === 0) wordings.push(wording);
      sums[wording] = (sums[wording] ?? 0) + (this.best[term] ?? 0) * (prepared.weightOf[term] ?? 0);
      this.wordingTells[wording] = Math.max(this.wordingTells[wording] ?? 0, this.telling[term] ?? 0);
    }
    const slots: number[] = [];
    for (const wording of wordings) {
      const placed = prepared.wordings[wording];
      const share = placed === undefined ? 0 : (sums[wording] ?? 0) / placed.wording.weight;
      const told = this.wordingTells[wording] ?? 0;
      const tells = told === tellsAlone || (told === tellsLittle && share >= together);
      sums[wording] = 0;
      this.wordingTells[wording] = 0;
      if (placed === undefined || !tells || !(share >= chance)) continue;
      const slot = 2 * placed.criterion + (placed.mistaken ? 1 : 0);
      const before = covered[slot] ?? 0;
      if (before === 0) slots.push(slot);
      if (share <= before) continue;
      covered[slot] = share;
      nearestWording[slot] = wording;
    }
    return slots;
  }

  private keepBest(sentence: Sentence, index: number): void {
    const slots = this.slots();
    if (slots.some((slot) => this.mayEnter(slot))) {
      const grams = charGrams(sentence.tokens);
      const similarities = slots.map((slot) => this.similarity(slot, grams));
      const ofIdeas = similarities.filter((_, i) => (slots[i] ?? 0) % 2 === 0);
      const most = Math.max(...ofIdeas);
      slots.forEach((slot, i) => {
        const similarity = similarities[i] ?? 0;
        const nearest = slot % 2 === 0 && similarity === most;
        keep(this.listOf(slot), { sentence: index, wording: this.nearestWording[slot] ?? 0, similarity, nearest });
      });
    }
    for (const slot of slots) this.covered[slot] = 0;
  }

  private similarity(slot: number, grams: CharGrams): number {
    const other = this.prepared.wordings[this.nearestWording[slot] ?? 0]?.wording.grams;
    const alike = other === undefined ? 0 : cosine(other, grams);
    return coverage * (this.covered[slot] ?? 0) + (1 - coverage) * alike;
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
