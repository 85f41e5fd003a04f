// The one extra call: criteria whose quote is not in the answer, that the check finds although the model says
// "missed", or that got no verdict.
// Decides which are in doubt and what comes of the second reading; sends nothing itself.
import type { Check } from "../../core/check";
import type { Criterion } from "../../core/question";
import type { Doubt } from "./prompt";
import { lacksQuote, type Judged } from "./verdicts";

/** What the check says of the same answer. */
export interface SecondOpinion {
  readonly check: Pick<Check, "criteria">;
  /** Criteria that a sentence is nearly in the words of. */
  readonly nearWords: readonly string[];
}

/** The criteria that deserve a second look, in rubric order. */
export function doubtsOf(
  criteria: readonly Criterion[],
  judged: ReadonlyMap<string, Judged>,
  { check, nearWords }: SecondOpinion,
): Doubt[] {
  return criteria.flatMap((criterion): Doubt[] => {
    const first = judged.get(criterion.id);
    if (first === undefined) return [{ criterion, kind: "no-verdict" }];
    if (lacksQuote(first)) return [{ criterion, kind: "quote-not-found" }];
    const words = check.criteria.find((c) => c.criterion === criterion.id)?.quotes[0]?.text;
    if (first.verdict === "missed" && words !== undefined && nearWords.includes(criterion.id))
      return [{ criterion, kind: "may-be-there", words }];
    return [];
  });
}

/**
 * What stands after the second look; `second` is undefined where it gave nothing. A claim without a quote and a split
 * over an omission become `unclear`.
 */
export function settle(doubt: Doubt, first: Judged | undefined, second: Judged | undefined): Judged {
  const { criterion } = doubt;
  const unclear = (from: Judged | undefined): Judged => ({
    criterion,
    verdict: "unclear",
    quotes: from?.quotes ?? [],
    reason: "",
    lost: from?.lost ?? 0,
  });
  if (second === undefined || lacksQuote(second)) return unclear(first);
  switch (doubt.kind) {
    case "no-verdict":
    case "quote-not-found":
      return second;
    case "may-be-there":
      // Still "missed" is a split between two graders; nobody loses marks by a split.
      return second.verdict === "missed" || (second.verdict === "contradicted" && second.quotes.length === 0)
        ? unclear(first)
        : second;
  }
}
