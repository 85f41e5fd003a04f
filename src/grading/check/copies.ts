// Sentences of an answer that are copied from the question: in a grading they are no evidence of anything.
import type { TextRange } from "../../core/text/textRange";
import type { Question } from "../../core/roadmap/question";
import type { Language } from "../language/language";
import { tokenise } from "../text/tokens";
import type { Visit } from "./answerText";

/**
 * Share of a sentence's neighbouring pairs of words that stand in the question, and the fewest words that can be
 * copied.
 */
const copied = { pairs: 0.8, words: 4 };

/** Collects the sentences that the question's title or prompt holds nearly word for word, into `found`. */
export function copyFinder(
  { title, prompt }: Pick<Question, "title" | "prompt">,
  language: Language,
  found: TextRange[],
): Visit {
  const pairs = new Set(pairsOf(tokenise(`${title}\n\n${prompt}`, language)));
  return ({ start, end, tokens }) => {
    if (tokens.length < copied.words) return;
    const said = pairsOf(tokens);
    if (said.filter((pair) => pairs.has(pair)).length >= copied.pairs * said.length) found.push({ start, end });
  };
}

function pairsOf(tokens: readonly { readonly word: string }[]): string[] {
  return tokens.slice(1).map((token, i) => `${tokens[i]?.word ?? ""} ${token.word}`);
}
