// Finds what a sentence of the answer says against a criterion. Only two signs are safe enough: a flipped near copy
// of an accepted wording, and a sentence that is far nearer to a listed misconception than to anything the rubric accepts.
import type { AnswerText } from "./answerText";
import type { Matcher } from "./alignment";
import { copyShare, isFlippedCopy } from "./nearCopy";
import type { Wording } from "./wording";

/** What stands against a criterion. */
export interface Contradiction {
  readonly kind: "misconception" | "flipped-negation" | undefined;
  /** The sentence that contradicts; index into `AnswerText.sentences`. */
  readonly sentence: number;
  /** Sentences that lean towards a misconception: no evidence for the criterion, whatever words they share with it. */
  readonly leaning: ReadonlySet<number>;
}

/** Margins; read off the sample answers of the built-in roadmap, where right answers' sentences end below them. */
const margins = {
  /** How much nearer to the misconception than to any accepted wording of the whole rubric. */
  contradicts: 0.2,
  leans: 0.1,
  /** Least similarity to the misconception. */
  near: 0.28,
  /** … where fewer than two words beside the question's own are shared. */
  nearByOneWord: 0.6,
  /** A sentence that matches an accepted wording this well is not held against the learner … */
  accepted: 0.36,
  /** … unless it is nearer to the misconception by this much. */
  clear: 0.35,
};

const denial =
  /\b(?:myth|misconception|misunderstanding|fallacy|mistaken(?:ly)?|wrong(?:ly)?|untrue|not true|false(?:ly)?|contrary to|unlike|incorrect(?:ly)?|(?:people|some|many|one) (?:may |might |often |sometimes )?(?:think|believe|assume|say|claim)|it is not the case)\b/i;

/** Looks for contradictions of one criterion, given its own wordings, its misconceptions and every accepted wording of the rubric. */
export function findContradiction(
  text: AnswerText,
  match: Matcher,
  own: readonly Wording[],
  misconceptions: readonly Wording[],
  all: readonly Wording[],
): Contradiction {
  const leaning = new Set<number>();
  let worst = { kind: undefined as Contradiction["kind"], sentence: -1, margin: 0 };
  text.sentences.forEach((sentence, i) => {
    for (const wording of own) {
      if (
        match.at(wording, i) > 0.4 &&
        isFlippedCopy(sentence.tokens, wording.tokens) &&
        !own.some((w) => copyShare(sentence.tokens, w.tokens) > 0.9 && !isFlippedCopy(sentence.tokens, w.tokens))
      ) {
        leaning.add(i);
        if (worst.margin < 1) worst = { kind: "flipped-negation", sentence: i, margin: 1 };
      }
    }
    const near = misconceptions
      .map((m) => ({ m, similarity: match.at(m, i) }))
      .filter((n) => n.similarity >= (match.telling(n.m, i) >= 2 ? margins.near : margins.nearByOneWord))
      .sort((a, b) => b.similarity - a.similarity)[0];
    if (
      !near ||
      isFlippedCopy(sentence.tokens, near.m.tokens) ||
      denial.test(text.answer.slice(sentence.start, sentence.end))
    )
      return;
    const accepted = Math.max(0, ...all.map((w) => match.at(w, i)));
    const margin = near.similarity - accepted;
    const copied = near.similarity >= 0.9 && margin > 0;
    if ((accepted > margins.accepted && margin < margins.clear && !copied) || margin < margins.leans) return;
    leaning.add(i);
    if ((margin >= margins.contradicts || copied) && margin > worst.margin)
      worst = { kind: "misconception", sentence: i, margin };
  });
  return { kind: worst.kind, sentence: worst.sentence, leaning };
}
