// Single sentences of feedback: plain text, empty praise, nits and marks that a model put in.
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

/** Whether a sentence praises without a word of what earned it ("Great answer! Well done!"). */
export function isEmptyPraise(sentence: string, language: Language): boolean {
  const { isPraise, isGeneric } = language.feedback;
  const words = tokenise(sentence, language).filter((w) => w.value === undefined);
  const praises = words.some((w) => isPraise(w.word)) || /[👍👏🎉🌟💯]/u.test(sentence);
  return praises && words.every((w) => isPraise(w.word) || isGeneric(w.word) || w.grammar);
}

/**
 * A sentence without marks that a model named ("4/5", "3 out of 4 marks"); empty where little else is left. What the
 * answer itself says stays.
 */
export function withoutMarks(sentence: string, answer: string, language: Language): string {
  const { tellsMarks, marks, isMarkWord } = language.feedback;
  if (tellsMarks(sentence)) return "";
  let changed = sentence;
  for (const pattern of marks)
    changed = changed.replace(pattern, (found) =>
      answer.includes(found.replace(/^\(|\)$/g, "").trim()) ? found : " ",
    );
  if (changed === sentence) return sentence;
  const tidy = changed
    .replace(/\s+/g, " ")
    .replace(/\s+([.,;:!?])/g, "$1")
    .replace(/^[\s:,;.–—-]+/, "")
    .replace(/[\s:,;–—-]+([.!?]*)$/, "$1");
  return tokenise(tidy, language).filter((w) => !w.grammar && !isMarkWord(w.word)).length >= 2 ? tidy : "";
}
