// Whether a remark gives away the reference before the learner may see it: eight words in a row are too many.
import type { Question } from "../../../core/roadmap/question";
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

/** Of scripts without spaces: what one character counts as, since a word has about one and a half. */
const character = 0.6;
const spaceless = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+$/u;

/** From each word the run of words from it on that is long enough. */
function runs(text: string, language: Language): string[] {
  const words = tokenise(text, language).map((token) => token.word);
  const weights = words.map((word) => (spaceless.test(word) ? word.length * character : 1));
  const found: string[] = [];
  for (let from = 0; from < words.length; from++) {
    let to = from;
    for (let sum = 0; sum < leakWords && to < words.length; to++) sum += weights[to] ?? 0;
    const whole = weights.slice(from, to).reduce((sum, weight) => sum + weight, 0) >= leakWords;
    if (!whole) break;
    found.push(words.slice(from, to).join(" "));
  }
  return found;
}
