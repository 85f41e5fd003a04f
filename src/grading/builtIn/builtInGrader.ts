// The built-in grader: no network, no model, no fitted weights. Its grade is an estimate and says so.
import { t } from "@vscode/l10n";
import { sumMarks } from "../../core/grade";
import type { Verdict } from "../../core/grade";
import type { Criterion } from "../../core/question";
import type { GradeOutcome, GradeRequest, Grader } from "../grader";
import { matcher } from "./alignment";
import type { Match } from "./alignment";
import { answerText } from "./answerText";
import type { AnswerText } from "./answerText";
import { creditOf, verdictOf } from "./credit";
import { isBlank, isDontKnow } from "./gates";
import { weighing, wording } from "./wording";

/** Changes whenever the same answer could get another grade. */
export const builtInVersion = "built-in-1";

/** What `gradeBuiltIn` comes to: it cannot fail. */
export type BuiltInOutcome = Omit<Extract<GradeOutcome, { kind: "graded" }>, "receipt"> | Extract<GradeOutcome, { kind: "blank" }>;

/** Grades an answer against its rubric, synchronously and purely; never throws. Marks are an estimate and not rounded. */
export function gradeBuiltIn(request: GradeRequest): BuiltInOutcome {
  const { question, answer } = request;
  if (isBlank(answer)) return { kind: "blank", flag: "blank", message: t("There is nothing to grade yet: the answer is blank.") };
  if (isDontKnow(answer)) return { kind: "blank", flag: "dont-know", message: t("The answer looks like “I don't know”, so there is nothing to grade. The hints may help.") };
  const weigh = weighing(question);
  const text = answerText(answer);
  const match = matcher(text);
  const verdicts = question.criteria.map((c) => judge(c, text, (w) => match.best(wording(w, weigh))));
  return {
    kind: "graded",
    grade: { verdicts, errors: [], summary: "", flags: [], marks: sumMarks(question, verdicts), estimate: true },
  };
}

function judge(criterion: Criterion, text: AnswerText, match: (wording: string) => Match): Verdict {
  const best = [criterion.statement, ...criterion.accepted].map(match).reduce((a, b) => (b.similarity > a.similarity ? b : a));
  const credit = creditOf(best.similarity, 1 + criterion.accepted.length);
  const verdict = verdictOf(credit);
  const quotes = verdict === "missed" ? [] : text.sentences.slice(best.first, best.last + 1).map(({ start, end }) => ({ start, end, text: text.answer.slice(start, end) }));
  const remark =
    verdict === "met"
      ? t("Covers {0}.", criterion.idea)
      : verdict === "partly"
        ? t("Partly matches {0}; say it more fully.", criterion.idea)
        : t("Could not match anything about {0}.", criterion.idea);
  return { criterion: criterion.id, verdict, credit, quotes, remark };
}

/** The built-in grader behind the port. */
export function builtInGrader(): Grader {
  return {
    id: "built-in",
    label: t("built-in"),
    identity: { grader: "built-in", promptVersion: builtInVersion },
    grade(request, signal, onVerdict) {
      if (signal.aborted) return Promise.resolve({ kind: "not-graded", reason: "cancelled", message: t("Grading was cancelled.") });
      const started = performance.now();
      const outcome = gradeBuiltIn(request);
      if (outcome.kind === "blank") return Promise.resolve(outcome);
      for (const verdict of outcome.grade.verdicts) onVerdict?.(verdict);
      const ms = Math.round((performance.now() - started) * 1000) / 1000;
      return Promise.resolve({ ...outcome, receipt: { grader: "built-in", promptVersion: builtInVersion, ms } });
    },
  };
}
