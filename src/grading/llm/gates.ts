// What is decided before any call, with the same gates as the built-in grader: nothing to grade, nothing said, or what to ask.
import { blankOut } from "../../core/evidence";
import { type TextRange } from "../../core/textRange";
import { feedbackRules } from "../../core/feedback/rules";
import { type Flag, type Grade, type Verdict } from "../../core/grade";
import { sumMarks } from "../../core/marks";
import { findInstructions, gradeBuiltIn, questionEchoes } from "../builtIn/builtInGrader";
import type { GradeOutcome, GradeRequest } from "../grader";
import { withoutRanges } from "./shownAnswer";

/** What the gates make of a request. */
export type Gated =
  | Extract<GradeOutcome, { kind: "blank" }>
  /** Settled without a call and without marks: the answer is the question again, or instructions and nothing else. */
  | { readonly kind: "settled"; readonly grade: Grade }
  | {
      readonly kind: "ask";
      /** The answer without what looks like instructions to the grader. */
      readonly shown: string;
      /** Ranges of the answer that are no evidence: those instructions, and sentences copied from the question. */
      readonly noEvidence: readonly TextRange[];
      /** The built-in estimate for the same answer. */
      readonly builtIn: Grade;
      readonly flags: readonly Flag[];
    };

/** Passes a request through the gates. */
export function throughGates(request: GradeRequest): Gated {
  const { question, answer } = request;
  const estimate = gradeBuiltIn(request);
  if (estimate.kind === "blank") return estimate;
  const builtIn = estimate.grade;
  const instructions = findInstructions(answer);
  const echoes = questionEchoes(answer, question.prompt);
  const noEvidence = [...instructions, ...echoes];
  const flags: Flag[] = instructions.length > 0 ? ["instructions-in-answer"] : [];
  if (builtIn.flags.includes("question-echo") || !says(blankOut(answer, noEvidence))) {
    if (echoes.length > 0) flags.push("question-echo");
    const rules = feedbackRules({ question, answer, mayReveal: false });
    const verdicts = question.criteria.map((c): Verdict => ({
      criterion: c.id,
      verdict: "missed",
      credit: 0,
      quotes: [],
      remark: rules.remark(c, "missed", "", []),
    }));
    return {
      kind: "settled",
      grade: {
        ...builtIn,
        verdicts,
        flags: [...new Set([...builtIn.flags, ...flags])],
        marks: sumMarks(question, verdicts),
        estimate: false,
      },
    };
  }
  return { kind: "ask", shown: withoutRanges(answer, instructions), noEvidence, builtIn, flags };
}

function says(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
