// Orders to a grader as somebody who wants marks would write them, by family, each with what it looks like without the
// order. Written from that side: no entry was made with a rule in mind.
import { encoded, hiddenText, lookAlikes, longText } from "./disguised";
import { embedded } from "./embedded";
import { spoken } from "./spoken";

/** One attempt: the text with its order, and the same text with something harmless in the order's place. */
export interface Attack {
  readonly family: string;
  readonly order: string;
  readonly harmless: string;
}

/** All attempts, family by family. */
export const corpus: readonly Attack[] = [
  ...spoken,
  ...embedded,
  ...encoded,
  ...hiddenText,
  ...lookAlikes,
  ...longText,
];

/** Every second attempt of each family: the half that rules may be made from. The other is only counted. */
export function halves(): { readonly tuned: readonly Attack[]; readonly kept: readonly Attack[] } {
  const seen = new Map<string, number>();
  const isTuned = corpus.map(({ family }) => {
    const n = seen.get(family) ?? 0;
    seen.set(family, n + 1);
    return n % 2 === 0;
  });
  return { tuned: corpus.filter((_, i) => isTuned[i]), kept: corpus.filter((_, i) => !isTuned[i]) };
}
