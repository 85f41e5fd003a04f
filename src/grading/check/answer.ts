// An answer as the check reads it: what of it is said, to whom, and in which sentences.
import type { TextRange } from "../../core/text/textRange";
import { findInstructions } from "../instructions/findInstructions";
import type { Language } from "../language/language";
import { blankLines } from "../text/ranges";
import { read, type Reading } from "../text/reading";
import type { Slices } from "../text/slices";
import { splitSentences, type Sentence, type Visit } from "./answerText";

/** An answer, read. */
export interface ReadAnswer {
  readonly answer: string;
  readonly reading: Reading;
  /** What speaks to the grader instead of answering. */
  readonly instructions: readonly TextRange[];
  /** The answer as a reader sees it, without those; offsets are the answer's. */
  readonly said: string;
  readonly sentences: readonly Sentence[];
}

/** Reads an answer; each sentence is shown to `visit` on the way. */
export function* readAnswer(answer: string, language: Language, visit?: Visit): Slices<ReadAnswer> {
  const reading = yield* read(answer);
  const instructions = yield* findInstructions(answer, reading, language);
  const said = instructions.length === 0 ? reading.shown : blankLines(reading.shown, instructions);
  yield undefined;
  const sentences = yield* splitSentences(said, language, visit);
  return { answer, reading, instructions, said, sentences };
}
