// A rubric for a question that comes without one: the reference is split into statements that share the marks.
import type { Criterion, Question } from "../../core/question";
import { splitSentences } from "./answerText";

/** What a question without criteria has. */
export interface BareQuestion {
  readonly prompt: string;
  /** Marks of a full answer; need not be whole. */
  readonly marks: number;
  readonly reference: string;
}

/** A question whose criteria are the reference's statements, sharing the marks equally (so a criterion's marks may be a fraction). */
export function criteriaFromReference(bare: BareQuestion): Question {
  const statements = splitSentences(bare.reference)
    .filter((s) => s.tokens.some((t) => !t.grammar))
    .map((s) => bare.reference.slice(s.start, s.end));
  const criteria = (statements.length > 0 ? statements : [bare.reference]).map(
    (statement, i, all): Criterion => ({
      id: `statement-${i + 1}`,
      marks: bare.marks / all.length,
      statement,
      accepted: [],
      misconceptions: [],
      idea: `${i + 1}`,
    }),
  );
  return { id: "question", title: "", marks: bare.marks, prompt: bare.prompt, criteria, groups: [], reference: bare.reference, hints: [], goldens: [] };
}
