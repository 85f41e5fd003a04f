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

export const sharing = { choose: 0.7, power: 0, minTokens: 1 };

/** A question whose criteria are the reference's statements, sharing the marks equally (so a criterion's marks may be a fraction). */
export function criteriaFromReference(bare: BareQuestion): Question {
  const asked = new Set(splitSentences(bare.prompt).flatMap((s) => s.tokens.map((t) => t.stem)));
  const statements: { text: string; size: number }[] = [];
  for (const s of splitSentences(bare.reference)) {
    const size = new Set(s.tokens.filter((t) => !t.grammar).map((t) => t.stem)).size;
    if (size === 0) continue;
    const fresh = s.tokens.filter((t) => !t.grammar && !asked.has(t.stem)).length;
    if (fresh === 0 && sharing.minTokens > 0) continue;
    statements.push({ text: bare.reference.slice(s.start, s.end), size });
  }
  if (statements.length === 0) statements.push({ text: bare.reference, size: 1 });
  const choose = Math.max(1, Math.ceil(statements.length * sharing.choose - 1e-9));
  const total = statements.reduce((sum, s) => sum + s.size ** sharing.power, 0);
  const criteria = statements.map(
    (statement, i): Criterion => ({
      id: `statement-${i + 1}`,
      marks: bare.marks * statement.size ** sharing.power / total,
      statement: statement.text,
      accepted: [],
      misconceptions: [],
      idea: `${i + 1}`,
      ...(sharing.choose < 1 ? { group: "g" } : {}),
    }),
  );
  return { id: "question", title: "", marks: bare.marks, prompt: bare.prompt, criteria, groups: sharing.choose < 1 ? [{ id: "g", choose, marks: bare.marks / choose }] : [], reference: bare.reference, hints: [], goldens: [] };
}
