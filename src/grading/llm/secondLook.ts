// The one extra call: criteria whose quote is not in the answer or proves too much, that the check finds although the
// model says "missed", or that got no verdict; and all yeses of a model that said yes to a decoy.
// Decides which are in doubt and what comes of the second reading; sends nothing itself.
import type { Check } from "../../core/marks/check";
import type { Criterion } from "../../core/roadmap/question";
import type { Doubt } from "./prompt";
import type { QuoteDoubts } from "./quotesInDoubt";
import { lacksQuote, saysYes, type Judged } from "./verdicts";

/** What the check says of the same answer. */
export interface SecondOpinion {
  readonly check: Pick<Check, "criteria">;
  /** Criteria that a sentence is nearly in the words of. */
  readonly nearWords: readonly string[];
  readonly quotes: QuoteDoubts;
  /** Whether the model said yes to a decoy. */
  readonly fell: boolean;
}

/** The criteria that deserve a second look, in rubric order. */
export function doubtsOf(
  criteria: readonly Criterion[],
  judged: ReadonlyMap<string, Judged>,
  opinion: SecondOpinion,
): Doubt[] {
  return criteria.flatMap((criterion) => {
    const doubt = doubtOf(criterion, judged.get(criterion.id), opinion);
    return doubt === undefined ? [] : [{ criterion, ...doubt }];
  });
}

function doubtOf(
  { id }: Criterion,
  first: Judged | undefined,
  { check, nearWords, quotes, fell }: SecondOpinion,
): Omit<Doubt, "criterion"> | undefined {
  if (first === undefined) return { kind: "no-verdict" };
  if (lacksQuote(first)) return { kind: "quote-not-found" };
  const words = check.criteria.find((c) => c.criterion === id)?.quotes[0]?.text;
  if (saysYes(first)) {
    if (fell) return { kind: "said-yes-too-easily" };
    if (quotes.servesMany.has(id)) return { kind: "quote-serves-many" };
    return quotes.strangers.has(id) && words !== undefined ? { kind: "other-words", words } : undefined;
  }
  return first.verdict === "missed" && words !== undefined && nearWords.includes(id)
    ? { kind: "may-be-there", words }
    : undefined;
}

/**
 * What stands after the second look; `second` is undefined where it gave nothing. A claim without a quote and a split
 * over an omission become `unclear`; so does one whose quote still proves too much and shares no word with it.
 */
export function settle(
  doubt: Doubt,
  first: Judged | undefined,
  second: Judged | undefined,
  quotes: QuoteDoubts | undefined,
): Judged {
  const { criterion } = doubt;
  const unclear = (from: Judged | undefined): Judged => ({
    criterion,
    verdict: "unclear",
    quotes: from?.quotes ?? [],
    reason: "",
    given: from?.given ?? 0,
    lost: from?.lost ?? 0,
  });
  if (second === undefined || lacksQuote(second)) return unclear(first);
  switch (doubt.kind) {
    case "no-verdict":
    case "quote-not-found":
    case "other-words":
      return second;
    case "quote-serves-many":
    case "said-yes-too-easily":
      return quotes?.servesMany.has(criterion.id) === true && quotes.strangers.has(criterion.id)
        ? unclear(second)
        : second;
    case "may-be-there":
      // Still "missed" is a split between two graders; nobody loses marks by a split.
      return second.verdict === "missed" || (second.verdict === "contradicted" && second.quotes.length === 0)
        ? unclear(first)
        : second;
  }
}
