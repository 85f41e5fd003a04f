// "other-language": the answer is written in another language than the roadmap, or in another script.
import { foreignShare } from "../../language/otherLanguages";
import type { Observer } from "./observation";

/** Words looked at. */
const mostWords = 2000;
/** Fewer words are too little to tell: names and terms are alike everywhere. */
const fewest = 5;
/** Share of words that only other languages have, and how much more of them than of this one's there must be. */
const foreign = { least: 0.15, ratio: 1.5 };

/** A roadmap of a language that the check does not read: of each answer that has words. */
export const unreadLanguage: Observer = {
  id: "other-language",
  find: ({ reading }) => (/\p{L}/u.test(reading.shown) ? [{ id: "other-language" }] : []),
};

/** Another language, so that "not found" says nothing. */
export const otherLanguage: Observer = {
  id: "other-language",
  find({ sentences, reading, language }) {
    const words: string[] = [];
    let at = 0;
    for (const sentence of sentences) {
      while ((reading.codeBlocks[at]?.end ?? Infinity) <= sentence.start) at++;
      if ((reading.codeBlocks[at]?.start ?? Infinity) < sentence.end) continue;
      for (const token of sentence.tokens) if (token.value === undefined) words.push(token.word);
      if (words.length > mostWords) break;
    }
    if (words.length < fewest) return [];
    const elsewhere = words.filter((word) => !language.script.test(word) && /\p{L}/u.test(word));
    const greek = elsewhere.filter((word) => word.length < 2 && /\p{Script=Greek}/u.test(word)).length;
    if (elsewhere.length - greek >= language.mostForeignScript * words.length) return [{ id: "other-language" }];
    const own = words.filter((word) => language.isFunctionWord(word)).length / words.length;
    const other = foreignShare(words, language);
    return other >= foreign.least && other > foreign.ratio * own ? [{ id: "other-language" }] : [];
  },
};
