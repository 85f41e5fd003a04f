// A rubric for a question that comes without one: the reference is split into statements that share the marks.
import { t } from "@vscode/l10n";
import type { Criterion, Question } from "../core/roadmap/question";
import type { Language } from "../grading/language/language";
import { statementsOf } from "../grading/text/statements";

/** What a question without criteria has. */
export interface BareQuestion {
  readonly prompt: string;
  /** Marks of a full answer; need not be whole. */
  readonly marks: number;
  readonly reference: string;
}

/**
 * How much of a reference a full answer has to say. References say more than they ask for (alternatives, examples,
 * "one of the
 * following"): on SAF 0.7 beats 1 in both halves of the questions (r .378 against .353 over all); 0.6 and 0.7 are
 * alike.
 */
export const sharing = { choose: 0.7 };

/**
 * A question whose criteria are the reference's statements. The best 70 % of them (rounded up) share the marks
 * equally, so a
 * criterion's marks may be a fraction. Statements in the question's own words only are no criteria.
 */
export function criteriaFromReference(bare: BareQuestion, language: Language): Question {
  const fresh = statementsOf(bare.prompt, bare.reference, language);
  const statements = fresh.length === 0 ? [bare.reference] : fresh;
  const choose = Math.ceil(statements.length * sharing.choose - 1e-9);
  const marks = bare.marks / choose;
  const group = choose < statements.length ? "statements" : undefined;
  const criteria = statements.map((statement, i): Criterion => ({
    id: `statement-${i + 1}`,
    marks,
    statement,
    accepted: [],
    misconceptions: [],
    idea: t("point {0} of {1} of the reference", i + 1, statements.length),
    ...(group === undefined ? {} : { group }),
  }));
  const groups = group === undefined ? [] : [{ id: group, choose, marks }];
  return {
    id: "question",
    title: "",
    marks: bare.marks,
    prompt: bare.prompt,
    criteria,
    groups,
    reference: bare.reference,
    hints: [],
    goldens: [],
  };
}
