// A question made ready for the check: its wordings, and by which words of an answer their terms are found.
import type { Question } from "../../core/roadmap/question";
import type { Language } from "../language/language";
import { isTypo } from "../text/fuzzyWord";
import { sameNumber } from "../text/numbers";
import { tokenise, type Token } from "../text/tokens";
import { wordingsOf, type Vocabulary, type Wording } from "./wordings";

/** A wording with what it is a wording of. */
export interface PlacedWording {
  /** Index into the question's criteria. */
  readonly criterion: number;
  /** The author's words for a mistake rather than for the idea. */
  readonly mistaken: boolean;
  readonly wording: Wording;
  /** Number of its first term among all terms of the question. */
  readonly firstTerm: number;
}

/** A term that a word of the answer stands for, and how well, 0..1. */
export interface Hit {
  readonly term: number;
  readonly likeness: number;
}

/** What a word is worth against the word itself where it is mistyped, of the same family, or an everyday synonym. */
const likeness = { typo: 0.85, family: 0.6, synonym: 0.8, part: 0.75 };
/**
 * Different words looked up for slips of the keyboard in one answer; behind them only words themselves and synonyms
 * count.
 */
const mostLookedUp = 5000;

/** A question ready to be looked for in answers. */
export class PreparedQuestion {
  /** Stems of the title and the prompt. */
  readonly asked: ReadonlySet<string>;
  readonly wordings: readonly PlacedWording[];
  /** By term: its wording's number. */
  readonly wordingOf: readonly number[];
  readonly telling: readonly boolean[];
  /** By term: whether it tells only as part of much of its wording. */
  readonly everyday: readonly boolean[];
  readonly weightOf: readonly number[];
  private readonly byStem = new Map<string, number[]>();
  private readonly byGroup = new Map<number, number[]>();
  private readonly byLetter = new Map<string, { readonly token: Token; readonly term: number }[]>();
  /** Terms that may stand inside a longer word, where words are made so. */
  private readonly parts: { readonly stem: string; readonly term: number }[] = [];
  private readonly numbers: { readonly value: number; readonly term: number }[] = [];
  private readonly byInitials = new Map<string, number[]>();
  private readonly initialTerms = new Map<string, number[]>();
  private readonly askedByLetter = new Map<string, Token[]>();
  private readonly askedGroups: ReadonlySet<number>;

  constructor(
    readonly question: Question,
    private readonly vocabulary: Vocabulary,
    private readonly language: Language,
  ) {
    // "one" is a function word and a number: asked for one way, an answer is not told by a wording with a 1 in it.
    const given = tokenise(`${question.title}\n\n${question.prompt}`, language).filter(
      (t) => !t.grammar || t.value !== undefined,
    );
    this.asked = new Set(given.map((t) => t.stem));
    for (const token of given) push(this.askedByLetter, token.word.charAt(0), token);
    this.askedGroups = new Set([...this.asked].flatMap((stem) => language.synonymGroups(stem)));
    const wordings: PlacedWording[] = [];
    const terms: {
      readonly token: Token;
      readonly wording: number;
      readonly weight: number;
      readonly telling: boolean;
      readonly everyday: boolean;
    }[] = [];
    question.criteria.forEach((criterion, index) => {
      const add = (text: string, mistaken: boolean): void => {
        const wording = vocabulary.wording(text, this.asked);
        const firstTerm = terms.length;
        terms.push(...wording.terms.map((t) => ({ ...t, wording: wordings.length })));
        wordings.push({ criterion: index, mistaken, wording, firstTerm });
      };
      for (const text of wordingsOf(criterion)) add(text, false);
      for (const text of criterion.misconceptions) add(text, true);
    });
    this.wordings = wordings;
    this.wordingOf = terms.map((t) => t.wording);
    this.telling = terms.map((t) => t.telling);
    this.everyday = terms.map((t) => t.everyday);
    this.weightOf = terms.map((t) => t.weight);
    terms.forEach(({ token }, term) => {
      this.index(token, term);
    });
    for (const { wording, firstTerm } of wordings) this.indexNeighbours(wording, firstTerm);
  }

  /** Whether a word of an answer stands in the question. */
  isAsked(token: Token): boolean {
    return this.asked.has(token.stem);
  }

  /** Whether a word of an answer means the same as one of the question's. */
  meansAsked(token: Token): boolean {
    return this.language.synonymGroups(token.stem).some((group) => this.askedGroups.has(group));
  }

  /** Whether a word of an answer stands in texts on any subject, as far as the roadmap is too small to tell. */
  isEveryday(token: Token): boolean {
    return this.vocabulary.background.spreadOf(token.stem) > 0;
  }

  /** Whether a word is one of the question's in another form, or mistyped. */
  isNearAsked(token: Token): boolean {
    return (this.askedByLetter.get(token.word.charAt(0)) ?? []).some(
      (asked) => shareBeginning(token.stem, asked.stem) || isTypo(token.word, asked.word, this.language),
    );
  }

  /** The terms that a word stands for. `looked` counts the different words looked up so far. */
  hits(token: Token, looked: number): readonly Hit[] {
    const found = new Map<number, number>();
    const add = (terms: readonly number[] | undefined, worth: number): void => {
      for (const term of terms ?? []) found.set(term, Math.max(found.get(term) ?? 0, worth));
    };
    add(this.byStem.get(token.stem), 1);
    if (token.word.length < 8 && !token.grammar) add(this.byInitials.get(token.word.replace(/s$/, "")), 1);
    const { value } = token;
    if (value !== undefined) {
      for (const number of this.numbers) if (sameNumber(number.value, value)) add([number.term], 1);
    } else if (!token.grammar) {
      for (const group of this.language.synonymGroups(token.stem)) add(this.byGroup.get(group), likeness.synonym);
      if (looked < mostLookedUp) {
        if (token.word.length > 4) this.addNear(token, add);
        this.addParts(token, add);
      }
    }
    return [...found].map(([term, worth]) => ({ term, likeness: worth }));
  }

  /** Whether any wording holds an abbreviation. */
  get hasAbbreviations(): boolean {
    return this.initialTerms.size > 0;
  }

  /** The terms of an abbreviation that neighbouring words are abbreviated to. */
  hitsOfInitials(initials: string): readonly number[] {
    return this.initialTerms.get(initials) ?? [];
  }

  /** The terms that two neighbouring words stand for when written as one. */
  hitsOfJoined(stem: string): readonly number[] {
    return this.byStem.get(stem) ?? [];
  }

  private addNear(token: Token, add: (terms: readonly number[], worth: number) => void): void {
    for (const { token: other, term } of this.byLetter.get(token.word.charAt(0)) ?? []) {
      if (other.stem === token.stem) continue;
      if (isTypo(token.word, other.word, this.language)) add([term], likeness.typo);
      else if (shareBeginning(token.stem, other.stem)) add([term], likeness.family);
    }
  }

  /** "Trainingsdaten" says "Daten", and the other way round. */
  private addParts({ stem }: Token, add: (terms: readonly number[], worth: number) => void): void {
    const { leastPart } = this.language;
    if (leastPart === undefined || stem.length < leastPart) return;
    for (const other of this.parts)
      if (other.stem.length !== stem.length && (stem.includes(other.stem) || other.stem.includes(stem)))
        add([other.term], likeness.part);
  }

  private index(token: Token, term: number): void {
    push(this.byStem, token.stem, term);
    if (token.value !== undefined) this.numbers.push({ value: token.value, term });
    else if (!token.grammar) {
      for (const group of this.language.synonymGroups(token.stem)) push(this.byGroup, group, term);
      push(this.byLetter, token.word.charAt(0), { token, term });
      if (token.stem.length >= (this.language.leastPart ?? Infinity)) this.parts.push({ stem: token.stem, term });
    }
    // "GAN" in a wording and "generative adversarial network" in the answer.
    if (token.capitals) push(this.initialTerms, token.word.replace(/s$/, ""), term);
  }

  /** "generative adversarial network" in a wording and "GAN" in the answer, "fine-tuning" and "finetuning". */
  private indexNeighbours({ tokens, terms }: Wording, firstTerm: number): void {
    const at = new Map(terms.map((t, i) => [t.token.stem, firstTerm + i]));
    const add = (into: Map<string, number[]>, key: string, run: readonly Token[]): void => {
      for (const token of run) {
        const term = at.get(token.stem);
        if (term !== undefined) push(into, key, term);
      }
    };
    for (const { initials, first, count } of initialsOf(tokens))
      add(this.byInitials, initials, tokens.slice(first, first + count));
    for (let i = 1; i < tokens.length; i++) {
      const stem = joinedStem(tokens[i - 1], tokens[i]);
      if (stem !== undefined) add(this.byStem, stem, tokens.slice(i - 1, i + 1));
    }
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [value]);
  else held.push(value);
}

/** Whether two stems begin alike for seven tenths of the longer. */
function shareBeginning(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < 5) return false;
  let n = 0;
  while (n < longest && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  return n >= 5 && n / longest >= 0.7;
}

/** The initials of each run of three to five neighbouring content words, with the run's first index and length. */
export function initialsOf(
  tokens: readonly Token[],
): { readonly initials: string; readonly first: number; readonly count: number }[] {
  const found: { initials: string; first: number; count: number }[] = [];
  for (let first = 0; first < tokens.length; first++) {
    let initials = "";
    for (let i = first; i < first + 5; i++) {
      const token = tokens[i];
      if (token === undefined || token.grammar || token.value !== undefined) break;
      initials += token.word.charAt(0);
      if (initials.length > 2) found.push({ initials, first, count: initials.length });
    }
  }
  return found;
}

/** The stem of two neighbouring content words written as one; undefined where they are none, or too long. */
export function joinedStem(one: Token | undefined, two: Token | undefined): string | undefined {
  if (one === undefined || two === undefined || one.grammar || two.grammar) return undefined;
  return one.word.length + two.word.length > 30 ? undefined : one.word + two.stem;
}
