// "list-of-terms": hardly a word binds the others, so terms are named and nothing is said of them.
import { isForeign } from "../../language/otherLanguages";
import { firstWords } from "../answerText";
import type { Observer } from "./observation";

/** Share of the words that bind others, below which nothing is said of the terms. */
const fewBinding = 0.12;
/** Fewer words are too little to tell. */
const fewest = 6;

/** Terms and nothing about them. */
export const listOfTerms: Observer = {
  id: "list-of-terms",
  find({ sentences, language }) {
    const words = firstWords(sentences).filter((t) => t.value === undefined);
    const readable = words.filter((t) => language.termBeginning.test(t.word));
    if (words.length < fewest || readable.length < 0.7 * words.length) return [];
    const { isNoteVerb, mayBeVerb } = language.answering;
    const binding = words.reduce(
      (sum, t) =>
        sum + (t.grammar || isNoteVerb(t.word) || isForeign(t.word, language) ? 1 : mayBeVerb(t.word) ? 0.3 : 0),
      0,
    );
    return binding < fewBinding * words.length ? [{ id: "list-of-terms" }] : [];
  },
};
