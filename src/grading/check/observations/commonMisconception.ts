// "common-misconception": a sentence is much nearer to an author's words for a mistake than to any wording of the idea itself.
import type { Observation } from "../../../core/check";
import { quoteOf, type Observer, type Seen } from "./observation";

/** Similarity to the mistake, and by how much it must be nearer than the idea. */
const strict = { least: 0.55, ahead: 0.15 };

/** Reads like a common mistake about one of the ideas; asked, never asserted. */
export const commonMisconception: Observer = {
  id: "common-misconception",
  find: (seen) => seen.prepared.question.criteria.flatMap((criterion, i) => observed(seen, criterion.id, i)),
};

function observed({ answer, sentences, matches, prepared }: Seen, criterion: string, index: number): Observation[] {
  const mistake = matches.mistakes[index]?.[0];
  const sentence = mistake && sentences[mistake.sentence];
  if (mistake === undefined || sentence === undefined || mistake.similarity < strict.least) return [];
  const idea = (matches.ideas[index] ?? []).find((m) => m.sentence === mistake.sentence)?.similarity ?? 0;
  const misconception = prepared.wordings[mistake.wording]?.wording.text;
  if (misconception === undefined || mistake.similarity < idea + strict.ahead) return [];
  return [{ id: "common-misconception", quote: quoteOf(answer, sentence), criterion, misconception }];
}
