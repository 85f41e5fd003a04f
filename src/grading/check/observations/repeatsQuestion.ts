// "repeats-question": most content words of the answer are the question's own, mean the same, or only ask and announce, and no
// sentence is near an idea. Of right answers even those that begin with the question stay below half.
import type { Observer } from "./observation";

/** Shares of the different content words: the question's own or like them, and those together with what only asks. */
const shares = { own: 0.5, known: 0.75 };
/** Similarity to an idea from which a sentence says more than was asked. */
const speaksPlainly = 0.3;
/** Fewer words are too little to tell. */
const fewest = 4;
/** An answer of more words than this says more than the question did. */
const most = 600;

/** The question again, in whichever words and order. */
export const repeatsQuestion: Observer = {
  id: "repeats-question",
  find({ sentences, prepared, matches, language }) {
    const words = new Map<string, boolean>();
    let own = 0;
    let all = 0;
    for (const { tokens } of sentences) {
      for (const token of tokens) {
        if (token.grammar || token.value !== undefined || words.has(token.stem)) continue;
        const given = prepared.isAsked(token) || prepared.meansAsked(token) || prepared.isNearAsked(token);
        words.set(token.stem, given || language.answering.isAsking(token.word));
        if (given) own++;
      }
      all += tokens.length;
      if (all > most) return [];
    }
    const known = [...words.values()].filter(Boolean).length;
    if (matches.ideas.some((found) => (found[0]?.similarity ?? 0) >= speaksPlainly)) return [];
    const repeats = words.size >= fewest && own >= shares.own * words.size && known >= shares.known * words.size;
    return repeats ? [{ id: "repeats-question" }] : [];
  },
};
