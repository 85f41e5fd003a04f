// From judgements to the grade that the learner sees: remarks by the rules, errors that stand in the answer, flags.
import type { ErrorRemark, Flag, Grade, Verdict } from "../../core/marks/grade";
import { isComplete, marksOf, tally, type CountedVerdict } from "../../core/marks/marks";
import type { Question } from "../../core/roadmap/question";
import type { QuoteFinder } from "../evidence/evidence";
import type { FeedbackRules } from "./feedbackRules/feedbackRules";
import type { Reply } from "./replyReader";
import type { Session } from "./session";
import { findQuotes, verdictOf, type Judged } from "./verdicts";

const mostErrors = 5;

/** The grade that judgements come to. `split`: the check finds in the answer what the model twice did not. */
export function gradeOf(session: Session, final: readonly Judged[], replies: readonly Reply[], split: boolean): Grade {
  const { request, rules, find } = session;
  const { question } = request;
  // The least certain of several calls speaks for all.
  const said = replies.flatMap((r) => (r.confidence === undefined ? [] : [r.confidence]));
  const confidence = said.length > 0 ? Math.min(...said) : undefined;
  const verdicts = final.map((j) => verdictWithRemark(j, rules, confidence));
  const full = hasAllMarks(question, verdicts);
  const flags = new Set<Flag>(session.flags);
  if (replies.some((r) => r.answerContainsInstructions)) flags.add("orders-to-grader");
  if (final.some((j) => j.lost > 0)) flags.add("quote-not-found");
  if (split) flags.add("graders-disagree");
  const found = final.map((j) => ({ criterion: j.criterion, verdict: j.verdict }));
  const words = replies.length === 1 ? (replies[0]?.feedback ?? "") : "";
  return {
    verdicts,
    errors: errorsOf(replies, find, rules, full),
    summary: rules.summary(words, found, full),
    flags: [...flags],
  };
}

/** The verdict as it is shown while the reply still comes. */
export function provisional(judgement: Judged, rules: FeedbackRules): Verdict {
  return verdictWithRemark(judgement, rules, undefined);
}

function hasAllMarks(question: Question, verdicts: readonly Verdict[]): boolean {
  const counted = verdicts.map(({ criterion, verdict }): CountedVerdict => ({ criterion, verdict, by: "model" }));
  const sum = tally(question, counted);
  return isComplete(sum) && marksOf(sum).low === sum.max;
}

/** Errors whose words stand in the answer; the others would be criticism of nothing. */
function errorsOf(replies: readonly Reply[], find: QuoteFinder, rules: FeedbackRules, full: boolean): ErrorRemark[] {
  const errors: ErrorRemark[] = [];
  for (const { quote, why } of replies.flatMap((r) => r.errors)) {
    const { quotes } = findQuotes([quote], find);
    const remark = rules.error(why, full);
    const known = errors.some((e) => e.remark === remark || e.quotes[0]?.start === quotes[0]?.start);
    if (remark !== undefined && quotes.length > 0 && !known && errors.length < mostErrors)
      errors.push({ quotes, remark });
  }
  return errors;
}

function verdictWithRemark(judgement: Judged, rules: FeedbackRules, confidence: number | undefined): Verdict {
  const verdict = verdictOf(judgement, "", confidence);
  // A claim that no quote bears out says nothing worth reading.
  const words = verdict.verdict === judgement.verdict ? judgement.reason : "";
  return { ...verdict, remark: rules.remark(judgement.criterion, verdict.verdict, words, verdict.quotes) };
}
