// Whether an answer is about the question at all: texts on neighbouring subjects share enough words with any rubric to earn by chance.
// Knows vocabularies, nothing of criteria or marks.
import { isTypo } from "../../core/text/fuzzyWord";
import { tokenise } from "../../core/text/tokens";
import type { Token } from "../../core/text/tokens";
import type { Question } from "../../core/question";
import type { AnswerText } from "./answerText";

/** The stems of a question's prompt, rubric and reference. */
export interface Vocabulary {
  readonly stems: ReadonlySet<string>;
  /** By first letter, for slips of the keyboard. */
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
}

/**
 * Share of the question's vocabulary among an answer's different content words: up to `none` it is about something else, from `full` on it
 * is about the question. Right answers to the built-in roadmap start at .44 (2 % lie below .49); right answers to its other questions
 * have a median of .19.
 */
export const topicality = { none: 0.22, full: 0.38 };

/** The vocabulary of a question. */
export function vocabularyOf(question: Pick<Question, "title" | "prompt" | "criteria" | "reference">): Vocabulary {
  const texts = [
    question.title,
    question.prompt,
    question.reference,
    ...question.criteria.flatMap((c) => [c.statement, ...c.accepted]),
  ];
  const stems = new Set(
    tokenise(texts.join("\n"))
      .filter((t) => !t.grammar)
      .map((t) => t.stem),
  );
  const byLetter = new Map<string, string[]>();
  for (const stem of stems) byLetter.set(stem.charAt(0), [...(byLetter.get(stem.charAt(0)) ?? []), stem]);
  return { stems, byLetter };
}

/** How far an answer, or at least what stands around the sentences at `starts`, is about the question: 0..1. */
export function aboutness(text: AnswerText, vocabulary: Vocabulary, starts: ReadonlySet<number>): number {
  const whole = shareOf(
    text.sentences.flatMap((s) => s.tokens),
    vocabulary,
  );
  if (whole >= topicality.full) return 1;
  const near = (i: number): boolean => [i - 1, i, i + 1].some((j) => starts.has(text.sentences[j]?.start ?? -1));
  // Text around the answer proper that has not a word of the question is only in the way.
  const around = shareOf(
    text.sentences
      .filter((s, i) => near(i) && s.tokens.some((t) => vocabulary.stems.has(t.stem)))
      .flatMap((s) => s.tokens),
    vocabulary,
  );
  return Math.min(1, Math.max(0, (Math.max(whole, around) - topicality.none) / (topicality.full - topicality.none)));
}

/** Each different content word once, long ones weighing more, as they are rarer. */
function shareOf(tokens: readonly Token[], vocabulary: Vocabulary): number {
  const lengths = new Map(
    tokens.filter((t) => !t.grammar && t.value === undefined).map((t) => [t.stem, Math.min(12, t.word.length)]),
  );
  let known = 0;
  let all = 0;
  for (const [stem, length] of lengths) {
    all += length;
    if (
      vocabulary.stems.has(stem) ||
      vocabulary.byLetter.get(stem.charAt(0))?.some((word) => isTypo(stem, word)) === true
    )
      known += length;
  }
  return all === 0 ? 1 : known / all;
}
