// Quotes that stand in the answer and may still prove nothing: one that serves too much, and one that shares no word
// with what it is to show while another sentence does. Asks nobody.
import { couldRead, type Check } from "../../core/marks/check";
import type { Question } from "../../core/roadmap/question";
import type { Quote, TextRange } from "../../core/text/textRange";
import type { CheckOptions, Checker } from "../check/checker";
import { saysYes, type Judged } from "./verdicts";

/** A quote that serves so many criteria is doubted. */
export const tooMany = 3;

/** What is doubted of the quotes of one reading. */
export interface QuoteDoubts {
  /** Criteria all of whose quotes serve `tooMany` criteria or more. */
  readonly servesMany: ReadonlySet<string>;
  /** Criteria none of whose quotes shares a telling word with them. Empty where the check cannot read the answer. */
  readonly strangers: ReadonlySet<string>;
}

/** Looks at the quotes of all judgements that say yes; undefined where it was cancelled. */
export async function quoteDoubts(
  question: Question,
  judged: readonly Judged[],
  { checker, check }: { readonly checker: Checker; readonly check: Pick<Check, "observations"> },
  options: CheckOptions = {},
): Promise<QuoteDoubts | undefined> {
  const claims = judged.filter((one) => saysYes(one) && one.quotes.length > 0);
  const servesMany = new Set(
    claims
      .filter(({ quotes }) => quotes.every((quote) => claims.filter((c) => rests(c, quote)).length >= tooMany))
      .map(({ criterion }) => criterion.id),
  );
  const strangers = new Set<string>();
  if (!couldRead(check)) return { servesMany, strangers };
  for (const { criterion, quotes } of claims) {
    const text = quotes.map((quote) => quote.text).join("\n");
    const shared = await checker.tellingIn(question, text, options);
    if (shared === undefined) return undefined;
    if (!shared.has(criterion.id)) strangers.add(criterion.id);
  }
  return { servesMany, strangers };
}

/** Whether a judgement rests on these words or on most of them. */
function rests({ quotes }: Judged, quote: Quote): boolean {
  return quotes.some((other) => overlap(other, quote) * 2 > Math.min(length(other), length(quote)));
}

function overlap(a: TextRange, b: TextRange): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function length({ start, end }: TextRange): number {
  return end - start;
}
