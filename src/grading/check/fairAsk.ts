// Whether a prompt asks for what its rubric wants: how many blind answers of people who know it produced each
// criterion. By verdicts that were given for the answers; without them by what the check finds, and words only find.
import type { Criterion, Question, VerdictKind } from "../../core/roadmap/question";
import type { Checker } from "./checker";

/** An answer written from the prompt alone by somebody who knows the subject. */
export interface BlindAnswer {
  /** Id of the question. */
  readonly question: string;
  readonly answer: string;
  /** By criterion; one that is left out was missed. Absent: nobody judged the answer. */
  readonly verdicts?: Readonly<Record<string, VerdictKind>>;
}

/** How many of the answers produced a criterion, or of an "any of these" group as many members as it asks for. */
export interface Produced {
  readonly question: string;
  /** Id of the criterion or group. */
  readonly criterion: string;
  readonly bonus: boolean;
  readonly produced: number;
  readonly of: number;
  /** Of the answers, those that were judged; for the others the check looked. */
  readonly judged: number;
}

/** Fewer of ten than this, and the prompt does not ask for the criterion. */
const enoughOfTen = 8;

/** A row for each criterion and group of the questions that were answered, in the order of questions and rubrics. */
export async function fairAsk(
  questions: readonly Question[],
  answers: readonly BlindAnswer[],
  checker: Checker,
): Promise<Produced[]> {
  const rows: Produced[] = [];
  for (const question of questions) {
    const own = answers.filter((answer) => answer.question === question.id);
    if (own.length === 0) continue;
    const said: ReadonlySet<string>[] = [];
    for (const answer of own) said.push(await producedIn(question, answer, checker));
    const judged = own.filter(({ verdicts }) => verdicts !== undefined).length;
    const row = (criterion: string, bonus: boolean, has: (ids: ReadonlySet<string>) => boolean): void => {
      rows.push({ question: question.id, criterion, bonus, produced: said.filter(has).length, of: own.length, judged });
    };
    for (const { id, bonus } of question.criteria.filter(({ group }) => group === undefined))
      row(id, bonus === true, (ids) => ids.has(id));
    for (const { id, choose } of question.groups) {
      const members = question.criteria.filter(({ group }) => group === id);
      row(id, false, (ids) => members.filter((member: Criterion) => ids.has(member.id)).length >= choose);
    }
  }
  return rows;
}

/** Whether the prompt does not ask for what it costs marks to leave out. */
export function isNotAsked({ bonus, produced, of }: Produced): boolean {
  return !bonus && produced * 10 < of * enoughOfTen;
}

/** The criteria that an answer produced, in full or in part. */
async function producedIn(
  question: Question,
  { answer, verdicts }: BlindAnswer,
  checker: Checker,
): Promise<ReadonlySet<string>> {
  if (verdicts !== undefined)
    return new Set(Object.entries(verdicts).flatMap(([id, v]) => (v === "met" || v === "partly" ? [id] : [])));
  const outcome = await checker.check(question, answer);
  if (outcome.kind !== "checked") return new Set();
  return new Set(outcome.check.criteria.filter(({ found }) => found).map(({ criterion }) => criterion));
}
