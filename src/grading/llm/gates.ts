// What is decided before any call, by the check: nothing to grade, nothing said, or what to ask and what of the
// answer is no evidence.
import { couldRead, type Check, type ObservationId } from "../../core/marks/check";
import type { Flag, Grade, Verdict } from "../../core/marks/grade";
import type { TextRange } from "../../core/text/textRange";
import { readAnswer, type ReadAnswer } from "../check/answer";
import { copyFinder } from "../check/copies";
import type { Checker } from "../check/checker";
import type { GradeRequest } from "../grader";
import type { Language } from "../language/language";
import { withoutInvisible } from "../text/invisible";
import { blankOut } from "../text/ranges";
import { runInSlices } from "../text/slices";
import { feedbackRules } from "./feedbackRules/feedbackRules";
import { withoutRanges } from "./shownAnswer";

/** What the gates make of a request. */
export type Gated =
  /** Nothing that a grader could read. */
  | { readonly kind: "blank"; readonly check: Check }
  /** Settled without a call: the answer is the question again, or instructions and nothing else. */
  | { readonly kind: "settled"; readonly grade: Grade }
  | { readonly kind: "cancelled" }
  | { readonly kind: "too-long"; readonly length: number }
  | {
      readonly kind: "ask";
      /** The answer as a reader sees it: without what speaks to the grader, comments and invisible characters. */
      readonly shown: string;
      /** Ranges of the answer that are no evidence. */
      readonly noEvidence: readonly TextRange[];
      readonly check: Check;
      /** Criteria that a sentence is so near to that a model's "missed" is doubted. */
      readonly nearWords: readonly string[];
      readonly flags: readonly Flag[];
    };

/** Observations after which there is nothing to ask. */
const nothingThere: readonly ObservationId[] = ["blank", "dont-know", "only-picture"];

/** Passes a request through the gates. */
export async function throughGates(
  request: GradeRequest,
  checker: Checker,
  language: Language,
  signal: AbortSignal,
): Promise<Gated> {
  const { question, answer } = request;
  const outcome = await checker.check(question, answer, { signal });
  if (outcome.kind === "cancelled") return outcome;
  if (outcome.kind === "too-long") return { kind: "too-long", length: outcome.length };
  const { check, nearWords } = outcome;
  const observed = check.observations.map((o) => o.id);
  if (observed.some((id) => nothingThere.includes(id))) return { kind: "blank", check };
  const copies: TextRange[] = [];
  const read = await runInSlices(
    readAnswer(answer, language, copyFinder(question, language, copies)),
    undefined,
    signal,
  );
  if (read === undefined) return { kind: "cancelled" };
  const flags = [...new Set(observed)];
  const noEvidence = [...unsaid(read), ...copies];
  const says = /[\p{L}\p{N}]/u.test(blankOut(read.reading.shown, noEvidence));
  if (!says || observed.includes("repeats-question"))
    return { kind: "settled", grade: nothingSaid(request, language, flags) };
  return {
    kind: "ask",
    shown: withoutInvisible(withoutRanges(answer, [...read.instructions, ...read.reading.comments])),
    noEvidence,
    check,
    nearWords: couldRead(check) ? nearWords : [],
    flags,
  };
}

/** What stands in the answer and is not said to its reader. */
function unsaid({ instructions, reading }: ReadAnswer): readonly TextRange[] {
  const { comments, struckOut, pictures, links } = reading;
  return [...instructions, ...comments, ...struckOut, ...pictures, ...links];
}

function nothingSaid({ question, answer }: GradeRequest, language: Language, flags: readonly Flag[]): Grade {
  const rules = feedbackRules({ question, language, answer, mayReveal: false });
  const missed = question.criteria.map((criterion) => ({ criterion, verdict: "missed" as const }));
  const verdicts = missed.map(({ criterion, verdict }): Verdict => ({
    criterion: criterion.id,
    verdict,
    quotes: [],
    remark: rules.remark(criterion, verdict, "", []),
  }));
  return { verdicts, errors: [], summary: rules.summary("", missed, false), flags };
}
