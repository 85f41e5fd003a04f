// What a question is: prompt, marks, rubric, reference answer, hints and goldens.
// Only shapes and the arithmetic of a rubric live here; reading files is roadmapReader's work.

/** A belief that contradicts a criterion, as a learner might word it. */
export type Misconception = string;

/** One thing that a full answer must say, worth whole marks. */
export interface Criterion {
  /** Kebab-case, unique within its question. */
  readonly id: string;
  /** Whole marks, at least 1. In a group: the marks of each chosen member. */
  readonly marks: number;
  /** What a full answer must say, one sentence. Shown to the learner only after an attempt. */
  readonly statement: string;
  /** Up to eight wordings of the criterion, plain-language ones among them; none while the author still owes them. */
  readonly accepted: readonly string[];
  readonly misconceptions: readonly Misconception[];
  /** The idea that the criterion tests, a few words; shown in remarks without giving the answer away. */
  readonly idea: string;
  /**
   * Not asked by the prompt: it can earn a mark that another criterion lost, and costs none. Its marks are not part of
   * the question's.
   */
  readonly bonus?: true;
  /** Id of the `anyOf` group it belongs to, where it does. */
  readonly group?: string;
}

/** "Any `choose` of these": the best `choose` members count. */
export interface CriterionGroup {
  readonly id: string;
  readonly choose: number;
  /** Whole marks of each chosen member; the group is worth `choose * marks`. */
  readonly marks: number;
}

export type VerdictKind = "met" | "partly" | "missed" | "contradicted" | "unclear";

export const verdictKinds = [
  "met",
  "partly",
  "missed",
  "contradicted",
  "unclear",
] as const satisfies readonly VerdictKind[];

/**
 * What a golden is a sample of. The first four stand in every question; the others are the hard ones that tell a
 * grader from a matcher of words.
 */
export type GoldenKind =
  | "full"
  | "partial"
  | "misconception"
  | "injection"
  /** Right, without the terms of the rubric. */
  | "plain-words"
  /** Half of it right, half of it wrong. */
  | "half-right"
  /** The rubric's own words, turned false. */
  | "false-claims"
  /** The question again, in other words and order. */
  | "echo"
  /** A heap of the subject's terms that says nothing of them. */
  | "terms"
  /** Right, in another language than the roadmap's. */
  | "other-language";

export const goldenKinds = [
  "full",
  "partial",
  "misconception",
  "injection",
  "plain-words",
  "half-right",
  "false-claims",
  "echo",
  "terms",
  "other-language",
] as const satisfies readonly GoldenKind[];

/** A sample answer shipped with its question, with the verdicts expected for it. */
export interface Golden {
  readonly kind: GoldenKind;
  /** Distinguishes two goldens of one kind; may be empty. */
  readonly name: string;
  readonly answer: string;
  /** Criterion id to expected verdict; a criterion left out is expected `missed`. */
  readonly expect: Readonly<Record<string, VerdictKind>>;
  /** Of an injection: the same answer without its instructions, where the author wrote it out. */
  readonly withoutInstructions?: string;
  /** Lowest and highest acceptable marks of the built-in grader, where the file narrows its kind's default. */
  readonly marks?: { readonly low: number; readonly high: number };
}

export interface Question {
  /** Kebab-case, unique within its roadmap; the file's name without `.md`. */
  readonly id: string;
  /** Short title for lists, at most about 60 characters. */
  readonly title: string;
  /** Whole marks of a full answer; equals the rubric's total. */
  readonly marks: number;
  /** Markdown. */
  readonly prompt: string;
  readonly criteria: readonly Criterion[];
  readonly groups: readonly CriterionGroup[];
  /** One good answer, Markdown; not a checklist. */
  readonly reference: string;
  /** From vague to near. */
  readonly hints: readonly string[];
  readonly goldens: readonly Golden[];
}

/** The marks a rubric pays in all: ungrouped criteria but for bonuses, plus each group's `choose * marks`. */
export function rubricTotal(rubric: Pick<Question, "criteria" | "groups">): number {
  const ungrouped = rubric.criteria
    .filter((c) => c.group === undefined && c.bonus !== true)
    .reduce((sum, c) => sum + c.marks, 0);
  return ungrouped + rubric.groups.reduce((sum, g) => sum + g.choose * g.marks, 0);
}
