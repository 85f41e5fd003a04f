// Which criteria of a question a text shares a telling word with: itself, mistyped, abbreviated, or an everyday synonym
// of it. Says nothing of what the text says about them.
import type { Language } from "../language/language";
import type { Slices } from "../text/slices";
import type { Token } from "../text/tokens";
import { splitSentences } from "./answerText";
import { initialsOf, joinedStem, type PreparedQuestion } from "./question";

/** Different words that are remembered; looking one up takes longer than all else here. */
const mostRemembered = 10_000;

/** The telling words of one question. */
export class TellingWords {
  private readonly remembered = new Map<string, readonly string[]>();

  constructor(
    private readonly prepared: PreparedQuestion,
    private readonly language: Language,
  ) {}

  /** Ids of the criteria of which a telling word stands in the text; each different word is looked up once. */
  *standingIn(text: string): Slices<ReadonlySet<string>> {
    const found = new Set<string>();
    const seen = new Set<string>();
    yield* splitSentences(text, this.language, ({ tokens }) => {
      for (const token of tokens) {
        if (seen.has(token.word)) continue;
        seen.add(token.word);
        for (const id of this.criteriaOf(token, seen.size)) found.add(id);
      }
      for (const term of this.neighbours(tokens)) for (const id of this.toldBy(term)) found.add(id);
    });
    return found;
  }

  private criteriaOf(token: Token, looked: number): readonly string[] {
    const known = this.remembered.get(token.word);
    if (known !== undefined) return known;
    const { prepared } = this;
    const meansAsked = prepared.meansAsked(token);
    const hits = prepared.isAsked(token) ? [] : prepared.hits(token, looked);
    const told = hits.flatMap(({ term, likeness }) => (meansAsked && likeness < 1 ? [] : this.toldBy(term)));
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    const ids = [...new Set(told)];
    this.remembered.set(token.word, ids);
    return ids;
  }

  /** Terms of words written apart or together, and of what an abbreviation stands for. */
  private neighbours(tokens: readonly Token[]): number[] {
    const { prepared } = this;
    const terms: number[] = [];
    if (prepared.hasAbbreviations)
      for (const { initials } of initialsOf(tokens)) terms.push(...prepared.hitsOfInitials(initials));
    for (let i = 1; i < tokens.length; i++) {
      const stem = joinedStem(tokens[i - 1], tokens[i]);
      if (stem !== undefined) terms.push(...prepared.hitsOfJoined(stem));
    }
    return terms;
  }

  /** The criterion that a term tells of, where it does. */
  private toldBy(term: number): readonly string[] {
    const { wordings, wordingOf, telling, question } = this.prepared;
    const placed = wordings[wordingOf[term] ?? -1];
    const criterion = placed?.mistaken === false ? question.criteria[placed.criterion] : undefined;
    return criterion !== undefined && telling[term] === true ? [criterion.id] : [];
  }
}
