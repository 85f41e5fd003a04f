// "common-misconception": a sentence says nearly all that an author's words for a mistake have and no wording of the
// idea has.
import type { Observation } from "../../../core/marks/check";
import type { Criterion } from "../../../core/roadmap/question";
import { tokenise } from "../../text/tokens";
import type { Match } from "../matching";
import { contentStems, wordingsOf } from "../wordings";
import { quoteOf, type Observer, type Seen } from "./observation";

/**
 * Similarity to the mistake, by how much it must be nearer than the idea, and the share of the mistake's own words
 * that are said.
 */
const strict = { least: 0.5, ahead: 0.1, ownWords: 0.7 };

/** Reads like a common mistake about one of the ideas; asked, never asserted. */
export const commonMisconception: Observer = {
  id: "common-misconception",
  find: (seen) =>
    seen.prepared.question.criteria.flatMap((criterion, i) => {
      const found = (seen.matches.mistakes[i] ?? []).find((match) => readsLike(seen, criterion, i, match));
      return found === undefined ? [] : observed(seen, criterion, found);
    }),
};

function observed({ answer, sentences, prepared }: Seen, criterion: Criterion, match: Match): Observation[] {
  const sentence = sentences[match.sentence];
  const misconception = prepared.wordings[match.wording]?.wording.text;
  if (sentence === undefined || misconception === undefined) return [];
  return [{ id: "common-misconception", quote: quoteOf(answer, sentence), criterion: criterion.id, misconception }];
}

function readsLike(seen: Seen, criterion: Criterion, index: number, { sentence, wording, similarity }: Match): boolean {
  const { matches, sentences, prepared, language } = seen;
  const { start = 0, end = 0 } = sentences[sentence] ?? {};
  const said = tokenise(seen.said.slice(start, end), language);
  const placed = prepared.wordings[wording];
  if (placed === undefined || similarity < strict.least) return false;
  const idea = (matches.ideas[index] ?? []).find((match) => match.sentence === sentence)?.similarity ?? 0;
  if (similarity < idea + strict.ahead) return false;
  const denies = (words: readonly { readonly word: string }[]): boolean =>
    words.some((t) => language.isNegation(t.word));
  if (denies(said) !== denies(placed.wording.tokens)) return false;
  const ofIdea = new Set(wordingsOf(criterion).flatMap((text) => contentStems(text, language)));
  const hit = new Set(said.flatMap((token) => prepared.hits(token, 0).map(({ term }) => term)));
  let own = 0;
  let heard = 0;
  placed.wording.terms.forEach(({ token, weight }, i) => {
    if (token.grammar || ofIdea.has(token.stem)) return;
    own += weight;
    if (hit.has(placed.firstTerm + i)) heard += weight;
  });
  return own > 0 && heard >= strict.ownWords * own;
}
