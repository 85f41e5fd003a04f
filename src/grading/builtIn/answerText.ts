// An answer made ready for matching: its sentences with their tokens, and where each word stands.
import type { TextRange } from "../../core/textRange";
import { sentences } from "../../core/text/sentences";
import { synonymGroups } from "../../core/text/synonyms";
import { tokenise } from "../../core/text/tokens";
import type { Token } from "../../core/text/tokens";

/** A sentence of the answer with its tokens; offsets are UTF-16 into the answer. */
export interface Sentence extends TextRange {
  readonly tokens: readonly Token[];
}

/** The answer as the matching sees it. */
export interface AnswerText {
  readonly answer: string;
  readonly sentences: readonly Sentence[];
  /** Stem (also of two neighbouring words joined) to the sentences that hold it. */
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** Initials of two to six neighbouring content words to the sentences that hold these words ("gan" for "generative adversarial network"). */
  readonly byInitials: ReadonlyMap<string, readonly number[]>;
  /** Words that may be abbreviations, in lower case without a plural s, to the sentences that hold them. */
  readonly abbreviations: ReadonlyMap<string, readonly number[]>;
  /** First letter to the different content words that begin with it, with their stems: for slips of the keyboard. */
  readonly byLetter: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Group of everyday synonyms to the stems of the answer that belong to it. */
  readonly byGroup: ReadonlyMap<number, ReadonlySet<string>>;
}

/** The sentences of a text with their tokens. */
export function splitSentences(text: string): Sentence[] {
  const tokens = tokenise(text);
  let at = 0;
  return sentences(text).map((range) => {
    while ((tokens[at]?.start ?? Infinity) < range.start) at++;
    const from = at;
    while ((tokens[at]?.start ?? Infinity) < range.end) at++;
    return { ...range, tokens: tokens.slice(from, at) };
  });
}

/** Makes chosen sentences of an answer ready for matching. */
export function indexSentences(answer: string, parts: readonly Sentence[]): AnswerText {
  const byStem = new Map<string, number[]>();
  const byLetter = new Map<string, Map<string, string>>();
  const byGroup = new Map<number, Set<string>>();
  const byInitials = new Map<string, number[]>();
  const abbreviations = new Map<string, number[]>();
  const add = (key: string, sentence: number, to = byStem): void => {
    const held = to.get(key);
    if (held === undefined) to.set(key, [sentence]);
    else if (held.at(-1) !== sentence) held.push(sentence);
  };
  parts.forEach((part, i) => {
    for (const { initials } of initialsOf(part.tokens)) add(initials, i, byInitials);
    part.tokens.forEach((token, j) => {
      add(token.stem, i);
      for (const group of synonymGroups(token.stem))
        byGroup.set(group, (byGroup.get(group) ?? new Set()).add(token.stem));
      if (!token.grammar)
        byLetter.set(
          token.word.charAt(0),
          (byLetter.get(token.word.charAt(0)) ?? new Map<string, string>()).set(token.word, token.stem),
        );
      // Learners write "gan" too; two letters and everyday words need the capitals.
      if (
        token.capitals ||
        (token.word.length > 2 && token.word.length < 7 && !token.grammar && synonymGroups(token.stem).length === 0)
      )
        add(token.word.replace(/s$/, ""), i, abbreviations);
      const next = part.tokens[j + 1];
      if (next && !token.grammar && !next.grammar) add(`${token.word}${next.stem}`, i);
    });
  });
  return { answer, sentences: parts, byStem, byInitials, abbreviations, byLetter, byGroup };
}

/** The initials of each run of two to six neighbouring content words, with the run's first index and length. */
export function initialsOf(
  tokens: readonly Token[],
): { readonly initials: string; readonly first: number; readonly count: number }[] {
  const found: { initials: string; first: number; count: number }[] = [];
  for (let first = 0; first < tokens.length; first++) {
    let initials = "";
    for (let i = first; i < first + 6; i++) {
      const token = tokens[i];
      if (!token || token.grammar || token.value !== undefined) break;
      initials += token.word.charAt(0);
      if (initials.length > 1) found.push({ initials, first, count: initials.length });
    }
  }
  return found;
}

/** The text with the ranges' characters replaced by line breaks, so that offsets stay and sentences do not run together. */
export function withLineBreaksAt(text: string, ranges: readonly TextRange[]): string {
  let out = text;
  for (const { start, end } of ranges) out = out.slice(0, start) + "\n".repeat(end - start) + out.slice(end);
  return out;
}
