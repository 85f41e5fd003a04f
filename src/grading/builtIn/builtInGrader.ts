// The built-in grader: no network, no model, no fitted weights. Its grade is an estimate and says so.
import { t } from "@vscode/l10n";
import { sumMarks } from "../../core/marks";
import type { Flag, Verdict } from "../../core/grade";
import type { Question } from "../../core/question";
import { tokenise } from "../../core/text/tokens";
import type { GradeOutcome, GradeRequest, Grader } from "../grader";
import { indexSentences, splitSentences, withLineBreaksAt } from "./answerText";
import type { Sentence } from "./answerText";
import { echoOf, findInstructions, isBlank, isDontKnow, isGibberish, isQuestionEcho, isWordSoup } from "./gates";
import { judgeAll } from "./judge";
import { copyShare, isFlippedCopy } from "./nearCopy";
import { summaryOf, zeroRemark } from "./remarks";

// The gates that the model grader shares; both graders load them with this bundle.
export { findInstructions, questionEchoes } from "./gates";

/** Changes whenever the same answer could get another grade. */
export const builtInVersion = "built-in-2";

/** What `gradeBuiltIn` comes to: it cannot fail. */
export type BuiltInOutcome =
  Omit<Extract<GradeOutcome, { kind: "graded" }>, "receipt"> | Extract<GradeOutcome, { kind: "blank" }>;

/** The most that an answer earns, as a share of each criterion, when it looks like a heap of words or a reference turned round. */
const quarter = 0.25;

/** Grades an answer against its rubric, synchronously and purely; never throws. Marks are an estimate and not rounded. */
export function gradeBuiltIn(request: GradeRequest): BuiltInOutcome {
  const { question, answer } = request;
  if (isBlank(answer))
    return { kind: "blank", flag: "blank", message: t("There is nothing to grade yet: the answer is blank.") };
  const instructions = findInstructions(answer);
  // Comments are not shown when the Markdown is, so they say nothing to a reader.
  const comments = [...answer.matchAll(/<!--[\s\S]*?-->/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  const said = withLineBreaksAt(answer, [...instructions, ...comments]);
  if (isDontKnow(said))
    return {
      kind: "blank",
      flag: "dont-know",
      message: t("This looks like “I don't know”, so there is nothing to grade. The hints may help."),
    };
  const flags: Flag[] = instructions.length > 0 ? ["instructions-in-answer"] : [];
  const asked = `${question.title}\n\n${question.prompt}`;
  const isEcho = echoOf(asked);
  const sentences = splitSentences(said);
  const rest = sentences.filter((s) => !isEcho(s));
  if (rest.length === 0 && sentences.length === 0) return zero(question, flags);
  if (isQuestionEcho(rest, sentences.length - rest.length, asked)) return zero(question, [...flags, "question-echo"]);
  if (looksGibberish(question, asked, rest)) return zero(question, [...flags, "gibberish"]);
  if (isWordSoup(answer, rest)) flags.push("word-soup");
  const { verdicts, flipped } = judgeAll(question, indexSentences(answer, rest));
  const turned = turnsReferenceRound(question.reference, rest);
  if (flipped || turned) flags.push("flipped-negation");
  const most = turned || flags.includes("word-soup") ? quarter : 1;
  return graded(
    question,
    verdicts.map((v) =>
      v.credit > most ? { ...v, verdict: "missed", credit: most, remark: zeroRemark(flags.at(-1)) } : v,
    ),
    flags,
  );
}

function graded(question: Question, verdicts: readonly Verdict[], flags: readonly Flag[]): BuiltInOutcome {
  return {
    kind: "graded",
    grade: {
      verdicts,
      errors: [],
      summary: summaryOf(question, verdicts, flags),
      flags,
      marks: sumMarks(question, verdicts),
      estimate: true,
    },
  };
}

function zero(question: Question, flags: readonly Flag[]): BuiltInOutcome {
  const verdicts = question.criteria.map((c): Verdict => ({
    criterion: c.id,
    verdict: "missed",
    credit: 0,
    quotes: [],
    remark: zeroRemark(flags.at(-1)),
  }));
  return graded(question, verdicts, flags);
}

function looksGibberish(question: Question, asked: string, rest: readonly Sentence[]): boolean {
  const tokens = rest.flatMap((s) => s.tokens);
  // Only a text with odd words is worth reading the whole rubric for.
  if (!isGibberish(tokens, new Set())) return false;
  const rubric = question.criteria.flatMap((c) => [c.statement, ...c.accepted, ...c.misconceptions]);
  return isGibberish(
    tokens,
    new Set(tokenise([asked, question.reference, ...rubric].join("\n")).map((token) => token.stem)),
  );
}

/** Whether the answer is the whole reference word for word with the sense of some sentence turned round. */
function turnsReferenceRound(reference: string, rest: readonly Sentence[]): boolean {
  const original = splitSentences(reference);
  if (
    copyShare(
      rest.flatMap((s) => s.tokens),
      original.flatMap((s) => s.tokens),
    ) < 0.9
  )
    return false;
  return rest.some(
    (s) =>
      original.some((o) => isFlippedCopy(s.tokens, o.tokens)) &&
      !original.some((o) => copyShare(s.tokens, o.tokens) > 0.9 && !isFlippedCopy(s.tokens, o.tokens)),
  );
}

/** The built-in grader behind the port. */
export function builtInGrader(): Grader {
  return {
    id: "built-in",
    label: t("built-in"),
    identity: { grader: "built-in", promptVersion: builtInVersion },
    grade(request, signal) {
      if (signal.aborted)
        return Promise.resolve({ kind: "not-graded", reason: "cancelled", message: t("Grading was cancelled.") });
      const started = performance.now();
      const outcome = gradeBuiltIn(request);
      if (outcome.kind === "blank") return Promise.resolve(outcome);
      const ms = Math.round((performance.now() - started) * 1000) / 1000;
      return Promise.resolve({ ...outcome, receipt: { grader: "built-in", promptVersion: builtInVersion, ms } });
    },
  };
}
