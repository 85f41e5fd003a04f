// Single sentences of feedback: plain text, empty praise, nits and marks that a model put in.
import { feedbackOf } from "../../language/feedback";
import type { Language } from "../../language/language";
import { decodeEntities } from "../../text/htmlPieces";
import { sentences } from "../../text/sentences";
import { tokenise } from "../../text/tokens";

/** One line of plain text: no Markdown, no HTML, no control or invisible characters; links keep their words. */
export function plainText(text: string): string {
  return (
    decodeEntities(text.slice(0, 4000))
      .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
      .replace(/<\/?[a-z!][^<>\n]{0,200}>/gi, "")
      .replace(/(\*\*|__|~~|`+)(?=\S)([^\n]*?\S)\1/g, "$2")
      // A mark without its partner; "2**3" is none.
      .replace(/(?<!\w)(?:\*\*|__|`+)|(?:\*\*|__|`+)(?!\w)/g, "")
      .replace(/^\s*(?:#{1,6}|[-*+>]|\d+\.)\s+/gm, "")
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
      .replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, "")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** The sentences of a one-line text, each with its end mark. */
export function splitSentences(text: string, language: Language): string[] {
  return sentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/**
 * Whether a sentence praises without a word of what earned it ("Great answer! Well done!"), in any language that we
 * ship.
 */
export function isEmptyPraise(sentence: string, language: Language): boolean {
  const words = tokenise(sentence, language).filter((w) => w.value === undefined);
  const cheers = /[👍👏🎉🌟💯]/u.test(sentence);
  return feedbackOf(language).some((feedback) => {
    const { isPraise, isGeneric, praisesOnly } = feedback;
    if (praisesOnly !== undefined) return praisesOnly(sentence);
    const grammar = (own: boolean): boolean => own && feedback === language.feedback;
    return (
      (cheers || words.some((w) => isPraise(w.word))) &&
      words.every((w) => isPraise(w.word) || isGeneric(w.word) || grammar(w.grammar))
    );
  });
}

/** Whether a sentence asks for more than the rubric does, in any language that we ship. */
export function isNit(sentence: string, language: Language): boolean {
  return feedbackOf(language).some((feedback) => feedback.isNit(sentence));
}

/**
 * A sentence without marks that a model named ("4/5", "3 out of 4 marks"); empty where little else is left. What the
 * answer itself says stays.
 */
export function withoutMarks(sentence: string, answer: string, language: Language): string {
  const all = feedbackOf(language);
  if (all.some(({ tellsMarks }) => tellsMarks(sentence))) return "";
  let changed = sentence;
  // The roadmap's own come last: English takes "2/3" alone and would leave another language's word for marks behind.
  for (const pattern of all.toReversed().flatMap(({ marks }) => marks))
    changed = changed.replace(pattern, (found) =>
      answer.includes(found.replace(/^[(（]|[)）]$/g, "").trim()) ? found : " ",
    );
  if (changed === sentence) return sentence;
  const tidy = changed
    .replace(/\s+/g, " ")
    .replace(/\s+([.,;:!?，。；：！？])/g, "$1")
    .replace(/^[\s:,;.–—，。；：-]+/, "")
    .replace(/[\s:,;–—，；：-]+([.!?。！？]*)$/, "$1");
  const isMarkWord = (word: string): boolean => all.some((feedback) => feedback.isMarkWord(word));
  return tokenise(tidy, language).filter((w) => !w.grammar && !isMarkWord(w.word)).length >= 2 ? tidy : "";
}
