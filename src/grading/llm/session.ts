// What the steps of one grading share: the request, what the model is shown and asked, and what was counted on the way.
import type { Check } from "../../core/marks/check";
import type { Flag } from "../../core/marks/grade";
import type { Criterion } from "../../core/roadmap/question";
import type { Checker } from "../check/checker";
import type { QuoteFinder } from "../evidence/evidence";
import type { GradeRequest, GradingFacts } from "../grader";
import type { Asked } from "./ask";
import type { FeedbackRules } from "./feedbackRules/feedbackRules";
import type { ModelClient, ModelProgress } from "./modelClient";
import type { Judged } from "./verdicts";

/** One grading under way. */
export interface Session {
  readonly client: ModelClient;
  readonly request: GradeRequest;
  readonly signal: AbortSignal;
  readonly newFence: () => string;
  readonly checker: Checker;
  /** What the model is shown. */
  readonly shown: string;
  readonly check: Check;
  readonly nearWords: readonly string[];
  readonly flags: readonly Flag[];
  readonly decoys: readonly Criterion[];
  /** What the places of decoys are chosen by. */
  readonly seed: string;
  readonly find: QuoteFinder;
  readonly rules: FeedbackRules;
  readonly counted: Counted;
  readonly progress: ((progress: ModelProgress) => void) | undefined;
}

/** Counts over all calls of one grading. */
export class Counted {
  decoys = { asked: 0, met: 0 };
  private readonly sum = { calls: 0, given: 0, lost: 0, tokensIn: 0, tokensOut: 0 };
  private counted = false;

  /** Counts a call, or two where one was repaired. */
  addCall({ calls, usage }: Asked): void {
    this.sum.calls += calls;
    if (usage === undefined) return;
    this.counted = true;
    this.sum.tokensIn += usage.tokensIn;
    this.sum.tokensOut += usage.tokensOut;
  }

  addQuotes(judged: Iterable<Judged>): void {
    for (const { given, lost } of judged) {
      this.sum.given += given;
      this.sum.lost += lost;
    }
  }

  /** Tokens as the provider counted them; none where it does not count. */
  get tokens(): { readonly tokensIn?: number; readonly tokensOut?: number } {
    const { tokensIn, tokensOut } = this.sum;
    return this.counted ? { tokensIn, tokensOut } : {};
  }

  facts(ms: number): GradingFacts {
    const { calls, given, lost, tokensIn, tokensOut } = this.sum;
    return { calls, decoys: this.decoys, quotes: { given, lost }, tokensIn, tokensOut, ms };
  }
}
