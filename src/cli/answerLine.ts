// One line of the answers file: what it must hold, and the question that it is about.
import * as z from "zod/mini";
import { errorMessage } from "../core/text/errorMessage";
import { nearest } from "../core/reading/nearest";
import { findQuestion, placedQuestions, type Roadmap } from "../core/roadmap/roadmap";
import type { Criterion, Question } from "../core/roadmap/question";
import { english } from "../grading/language/english";
import { criteriaFromReference } from "./criteriaFromReference";

const text = z.string();
const marks = z.number().check(z.positive());

const inlineCriterion = z.object({
  id: text.check(z.minLength(1)),
  statement: text.check(z.regex(/\S/)),
  marks,
  accepted: z.optional(z.array(text)),
  misconceptions: z.optional(z.array(text)),
  idea: z.optional(text),
});

const inlineQuestion = z.object({
  id: z.optional(text),
  prompt: text,
  marks,
  reference: text.check(z.regex(/\S/)),
  criteria: z.optional(z.array(inlineCriterion)),
});

const lineShape = z.object({
  id: z.union([text, z.number()]),
  question: z.union([text, inlineQuestion]),
  text,
});

/** What each field must be, for messages. Looked up by the last name in an issue's path. */
const fieldHelp: Readonly<Record<string, string>> = {
  id: "a text or number",
  question: "a question's id, or an object with prompt, marks and reference",
  text: "the answer, a text",
  prompt: "a text",
  reference: "a text that is not blank",
  statement: "a text that is not blank",
  marks: "a number above 0",
  criteria: "a list of objects with id, statement and marks",
  accepted: "a list of texts",
  misconceptions: "a list of texts",
  idea: "a text",
};

/** A line that can be graded. */
export interface AnswerLine {
  readonly id: string | number;
  /** The question's id, or "inline". */
  readonly questionId: string;
  readonly question: Question;
  readonly text: string;
}

/** A line that cannot; `id` and `questionId` as far as they could be read. */
export interface BadLine {
  readonly id?: string | number;
  readonly questionId?: string;
  readonly bad: string;
}

/** Reads one line. `roadmap` is where question ids are looked up, absent without `--questions`. */
export function readAnswerLine(line: string, roadmap: Roadmap | undefined): AnswerLine | BadLine {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (error) {
    return { bad: `not JSON: ${errorMessage(error)}` };
  }
  const parsed = lineShape.safeParse(raw);
  if (!parsed.success) return { ...named(raw), bad: parsed.error.issues.map(explain).join("; ") };
  const { id, question, text: answer } = parsed.data;
  const found = typeof question === "string" ? lookUp(question, roadmap) : fromInline(question);
  if (typeof found === "string") return { ...named(raw), bad: found };
  return {
    id,
    questionId: typeof question === "string" ? question : (question.id ?? "inline"),
    question: found,
    text: answer,
  };
}

function lookUp(id: string, roadmap: Roadmap | undefined): Question | string {
  if (!roadmap) return `question: "${id}" is an id, but no folder was given with --questions`;
  const placed = findQuestion(roadmap, id);
  if (placed) return placed.question;
  const near = nearest(
    id,
    placedQuestions(roadmap).map((p) => p.question.id),
  );
  const meant = near === undefined ? "" : `; did you mean "${near}"?`;
  return `question: there is no question "${id}" in ${roadmap.id}${meant}`;
}

function fromInline(inline: z.infer<typeof inlineQuestion>): Question | string {
  const { prompt, marks: worth, reference } = inline;
  if (inline.criteria === undefined || inline.criteria.length === 0)
    return criteriaFromReference({ prompt, marks: worth, reference }, english);
  const criteria = inline.criteria.map((c): Criterion => ({
    ...c,
    accepted: c.accepted ?? [],
    misconceptions: c.misconceptions ?? [],
    idea: c.idea ?? c.id.replaceAll("-", " "),
  }));
  const twice = criteria.find((c, i) => criteria.findIndex((other) => other.id === c.id) !== i);
  if (twice) return `question.criteria: two have the id "${twice.id}"`;
  const total = criteria.reduce((sum, c) => sum + c.marks, 0);
  if (Math.abs(total - worth) > 1e-6)
    return `question.criteria: they pay ${String(total)} marks, but question.marks is ${String(worth)}`;
  return {
    id: inline.id ?? "inline",
    title: "",
    marks: worth,
    prompt,
    criteria,
    groups: [],
    reference,
    hints: [],
    goldens: [],
  };
}

function named(raw: unknown): Pick<BadLine, "id" | "questionId"> {
  if (typeof raw !== "object" || raw === null) return {};
  const id = "id" in raw && (typeof raw.id === "string" || typeof raw.id === "number") ? { id: raw.id } : {};
  return "question" in raw && typeof raw.question === "string" ? { ...id, questionId: raw.question } : id;
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_union") {
    // Of the alternatives, the one that got furthest: an object was given, so what is wrong lies inside it.
    const inner = issue.errors.find((issues) => issues.every((i) => i.path.length > 0));
    if (inner) return inner.map((i) => explain({ ...i, path: [...issue.path, ...i.path] })).join("; ");
  }
  const name = issue.path
    .map((step) => (typeof step === "number" ? `[${String(step)}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
  const key = issue.path.findLast((step) => typeof step === "string") ?? "";
  return (
    `${name || "the line"}: must be ` +
    (fieldHelp[key] ?? 'an object such as {"id":"1","question":"mode-collapse","text":"…"}')
  );
}
