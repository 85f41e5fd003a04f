// "repeats-question": nearly all content words of the answer are the question's own, mean the same, or only ask and announce.
import type { Observer } from "./observation";

/** Share of the content words. */
const nearlyAll = 0.8;
/** Fewer words are too little to tell. */
const fewest = 4;
/** An answer of more words than this says more than the question did. */
const most = 600;

/** The question again, in whichever words and order. */
export const repeatsQuestion: Observer = {
  id: "repeats-question",
  find({ sentences, prepared, language }) {
    const words = new Map<string, boolean>();
    let own = 0;
    let all = 0;
    for (const { tokens } of sentences) {
      for (const token of tokens) {
        if (token.grammar || token.value !== undefined || words.has(token.stem)) continue;
        const given = prepared.isGiven(token) || prepared.isNearAsked(token);
        words.set(token.stem, given || language.answering.isAsking(token.word));
        if (given) own++;
      }
      all += tokens.length;
      if (all > most) return [];
    }
    const known = [...words.values()].filter(Boolean).length;
    const repeats = words.size >= fewest && own >= words.size / 2 && known >= nearlyAll * words.size;
    return repeats ? [{ id: "repeats-question" }] : [];
  },
};
