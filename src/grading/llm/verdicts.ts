// From a model's reply to verdicts: quotes are found, not believed; unknown criteria are dropped; numbers do not
// exist here.
import type { QuoteFinder } from "../evidence/evidence";
import type { Quote } from "../../core/text/textRange";
import type { Verdict } from "../../core/marks/grade";
import type { Criterion, VerdictKind } from "../../core/roadmap/question";
import { decodeEntities } from "../text/htmlPieces";
import { withBackslashes } from "./lostBackslashes";
import type { CriterionReply, Reply } from "./replyReader";

/** From most to least in the learner's favour; of two verdicts on one criterion the later stands. */
const byFavour: readonly VerdictKind[] = ["met", "partly", "unclear", "missed", "contradicted"];
const mostQuotes = 3;

/** A criterion as the model judged it, with the quotes that stand in the answer. */
export interface Judged {
  readonly criterion: Criterion;
  readonly verdict: VerdictKind;
  readonly quotes: readonly Quote[];
  /** The model's own words; feedback rules come after. */
  readonly reason: string;
  /** Quotes that it gave, and how many of them are not in the answer. */
  readonly given: number;
  readonly lost: number;
}

/** One judgement a criterion that the reply speaks of; two on one criterion come down to the less favourable. */
export function judged(
  reply: Pick<Reply, "criteria">,
  criteria: readonly Criterion[],
  find: QuoteFinder,
): Map<string, Judged> {
  const found = new Map<string, Judged>();
  for (const item of reply.criteria) {
    const criterion = criteria.find((c) => c.id === item.id);
    if (criterion === undefined) continue;
    const next = judge(item, criterion, find);
    const before = found.get(criterion.id);
    if (before === undefined || byFavour.indexOf(next.verdict) > byFavour.indexOf(before.verdict))
      found.set(criterion.id, next);
  }
  return found;
}

/** One item of a reply with its quotes checked. */
export function judge(item: CriterionReply, criterion: Criterion, find: QuoteFinder): Judged {
  return { criterion, verdict: item.verdict, reason: item.reason, ...findQuotes(item.quotes, find) };
}

/** Up to three quotes that stand in the answer and do not overlap, and how many of those given do not stand there. */
export function findQuotes(
  texts: readonly string[],
  find: QuoteFinder,
): { readonly quotes: readonly Quote[]; readonly given: number; readonly lost: number } {
  const quotes: Quote[] = [];
  let [given, lost] = [0, 0];
  for (const text of texts.slice(0, 2 * mostQuotes)) {
    if (text.trim() === "") continue;
    given++;
    const quote = find(text) ?? findDoubled(text, find) ?? findDecoded(text, find);
    if (quote === undefined) lost++;
    else if (quotes.length < mostQuotes && !quotes.some((q) => q.start < quote.end && quote.start < q.end))
      quotes.push(quote);
  }
  return { quotes, given, lost };
}

/** A quote whose backslashes were lost on the way, as TeX's and those of paths are. */
function findDoubled(text: string, find: QuoteFinder): Quote | undefined {
  const read = withBackslashes(text);
  return read === undefined ? undefined : find(read);
}

/** A quote whose signs were written as entities of HTML. */
function findDecoded(text: string, find: QuoteFinder): Quote | undefined {
  const read = decodeEntities(text);
  return read === text ? undefined : find(read);
}

/** Whether a judgement says yes, in whole or in part. */
export function saysYes({ verdict }: Pick<Judged, "verdict">): boolean {
  return verdict === "met" || verdict === "partly";
}

/** Whether a judgement claims what no quote shows. */
export function lacksQuote(judgement: Judged): boolean {
  return saysYes(judgement) && judgement.quotes.length === 0;
}

/** The verdict of a judgement; `remark` is what the learner reads. */
export function verdictOf(judgement: Judged, remark: string, confidence: number | undefined): Verdict {
  const verdict = lacksQuote(judgement) ? "unclear" : judgement.verdict;
  return {
    criterion: judgement.criterion.id,
    verdict,
    quotes: judgement.quotes,
    remark,
    ...(confidence === undefined ? {} : { confidence }),
  };
}
