// Which sentences of an answer are only the question again. They are shown to a model but prove nothing.
import type { TextRange } from "../../core/evidence";
import { sentences } from "../../core/text/sentences";
import { tokenise } from "../../core/text/tokens";

/** Shorter sentences may share all words with the prompt by chance. */
const leastWords = 5;

/** Sentences of `answer` whose words stand in `prompt` as one run, at most one word aside. */
export function questionCopies(prompt: string, answer: string): TextRange[] {
  const asked = ` ${tokenise(prompt).map((token) => token.word).join(" ")} `;
  return sentences(answer).filter(({ start, end }) => {
    const words = tokenise(answer.slice(start, end)).map((token) => token.word);
    if (words.length < leastWords) return false;
    const holds = (run: readonly string[]): boolean => asked.includes(` ${run.join(" ")} `);
    return holds(words) || holds(words.slice(1)) || holds(words.slice(0, -1));
  });
}
