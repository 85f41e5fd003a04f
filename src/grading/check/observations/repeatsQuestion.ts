// "repeats-question": most content words of the answer, and of each of its sentences, are the question's own, mean
// the same, or only
// ask and announce; and no sentence is near an idea. Of right answers even those that begin with the question stay
// below half.
import type { Token } from "../../text/tokens";
import { firstWords } from "../answerText";
import { quoteless, type Observer, type Seen } from "./observation";

/**
 * Shares of the different content words: the question's own or like them, those together with what only asks, and in
 * each sentence.
 */
const shares = { own: 0.5, known: 0.7, sentence: 0.5 };
/** Similarity to an idea from which a sentence says more than was asked. */
const speaksPlainly = 0.4;
/** Fewer words are too little to tell, and more than these say more than the question did. */
const words = { fewest: 4, most: 600 };

/** The question again, in whichever words and order. */
export const repeatsQuestion: Observer = {
  id: "repeats-question",
  find(seen) {
    const { sentences, matches } = seen;
    if (matches.ideas.some((found) => (found[0]?.similarity ?? 0) >= speaksPlainly)) return [];
    const all = firstWords(sentences);
    if (all.length > words.most) return [];
    const whole = countOf(all, seen);
    if (whole.all < words.fewest || whole.own < shares.own * whole.all || whole.known < shares.known * whole.all)
      return [];
    const each = sentences.map(({ tokens }) => countOf(tokens, seen));
    return each.every(({ all, known }) => all === 0 || known > shares.sentence * all)
      ? quoteless("repeats-question")
      : [];
  },
};

/** How many different content words there are, of the question's own among them, and of those that say nothing new. */
function countOf(tokens: readonly Token[], { prepared, language }: Seen) {
  const seen = new Set<string>();
  let own = 0;
  let known = 0;
  for (const token of tokens) {
    if (token.grammar || token.value !== undefined || seen.has(token.stem)) continue;
    seen.add(token.stem);
    const given = prepared.isAsked(token) || prepared.meansAsked(token) || prepared.isNearAsked(token);
    if (given) own++;
    if (given || language.answering.isAsking(token.word)) known++;
  }
  return { all: seen.size, own, known };
}
