// What is decided before any call, with the same gates as the built-in grader: nothing to grade, nothing said, or what to ask.
import type { TextRange } from "../../core/evidence";
import type { Flag, Grade } from "../../core/grade";
import { gradeBuiltIn } from "../builtIn/builtInGrader";
import * as gates from "../builtIn/gates";
import type { GradeOutcome, GradeRequest } from "../grader";
import { questionCopies } from "./questionCopies";
import { withoutRanges } from "./shownAnswer";

const findInstructions: (answer: string) => readonly TextRange[] = "findInstructions" in gates ? (gates.findInstructions as (answer: string) => readonly TextRange[]) : () => [];

/** What the gates make of a request. */
export type Gated =
  | Extract<GradeOutcome, { kind: "blank" }>
  /** Settled without a call: the answer is the question again, or instructions and nothing else. */
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
export function askedOf(request: GradeRequest): Gated {
  const { question, answer } = request;
  const estimate = gradeBuiltIn(request);
  if (estimate.kind === "blank") return estimate;
  const builtIn = estimate.grade;
  const instructions = findInstructions(answer);
  const shown = withoutRanges(answer, instructions);
  const echo = builtIn.flags.includes("question-echo");
  if (echo || !/[\p{L}\p{N}]/u.test(shown)) return { kind: "settled", grade: { ...builtIn, estimate: false } };
  const flags: Flag[] = instructions.length > 0 ? ["instructions-in-answer"] : [];
  return { kind: "ask", shown, noEvidence: [...instructions, ...questionCopies(question.prompt, answer)], builtIn, flags };
}
