// Whether a remark gives away the reference before the learner may see it: eight words in a row are too many.
import type { Question } from "../../../core/question";
import type { Language } from "../../language/language";
import { tokenise } from "../../text/tokens";

/** So many consecutive words of the reference or a wording that earns marks count as giving it away. */
export const leakWords = 8;

/** Runs of words that no remark may hold. */
export interface LeakGuard {
  readonly secret: ReadonlySet<string>;
  readonly language: Language;
}

/**
 * The runs of a question's reference, statements and accepted wordings, save those that the prompt or the answer holds
 * too.
 */
export function leakGuard(
  question: Pick<Question, "reference" | "criteria" | "prompt">,
  answer: string,
  language: Language,
): LeakGuard {
  const known = new Set([...runs(question.prompt, language), ...runs(answer, language)]);
  const secret = new Set<string>();
  for (const text of [question.reference, ...question.criteria.flatMap((c) => [c.statement, ...c.accepted])]) {
    for (const run of runs(text, language)) if (!known.has(run)) secret.add(run);
  }
  return { secret, language };
}

/** Whether a text holds one of the guarded runs. */
export function leaks(guard: LeakGuard, text: string): boolean {
  return runs(text, guard.language).some((run) => guard.secret.has(run));
}

function runs(text: string, language: Language): string[] {
  const words = tokenise(text, language).map((token) => token.word);
  return words
    .slice(0, Math.max(0, words.length - leakWords + 1))
    .map((_, i) => words.slice(i, i + leakWords).join(" "));
}
