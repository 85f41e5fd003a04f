// Reading, writing and ordering attempts. A stored attempt is checked as if a stranger had written it.
// No file access, clock or randomness here.
import type { Attempt, Receipt } from "./attempt";
import type { QuestionKey } from "./questionKey";
import type { Quote } from "./textRange";
import type { ErrorRemark, Flag, Grade, Verdict } from "./grade";
import type { Marks } from "./marks";
import { sumMarks } from "./marks";
import { rubricHash } from "./hash";
import { isQuestionKey } from "./questionKey";
import type { Question } from "./question";
import { verdictKinds } from "./question";

/** What lists and progress need of an attempt, so that an index can hold thousands. */
export interface AttemptSummary {
  readonly id: string;
  readonly key: QuestionKey;
  readonly marks: Marks;
  readonly estimate: boolean;
  readonly answerHash: string;
}

const flags: Readonly<Record<Flag, true>> = {
  blank: true,
  "dont-know": true,
  "question-echo": true,
  "word-soup": true,
  gibberish: true,
  "flipped-negation": true,
  "instructions-in-answer": true,
  "graders-disagree": true,
  "quote-not-found": true,
};

const idPattern = /^\d{8}T\d{9}Z-[a-z0-9]{4,32}$/;

/** `20261123T061820123Z-k3v9x2`: sorts by time, valid as a file name everywhere. `random` is 4 to 32 of `a-z0-9`; anything else throws a RangeError. */
export function attemptId(now: Date, random: string): string {
  const id = `${now.toISOString().replace(/[-:.]/g, "")}-${random}`;
  if (!isAttemptId(id)) throw new RangeError(`Not an attempt id: ${id}`);
  return id;
}

/** True for what `attemptId` makes. */
export function isAttemptId(text: string): boolean {
  return idPattern.test(text);
}

/** The attempt as its file holds it. */
export function serialiseAttempt(attempt: Attempt): string {
  return `${JSON.stringify(attempt, undefined, 1)}\n`;
}

/** Reads an attempt's file; undefined for anything that is not one. Unknown fields are left out, quotes that do not stand in the answer are dropped, marks are held within 0 and their maximum. */
export function parseAttempt(json: string): Attempt | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isRecord(raw) || raw["version"] !== 1) return undefined;
  const { id, at, answer } = raw;
  if (typeof id !== "string" || !isAttemptId(id) || typeof answer !== "string") return undefined;
  if (typeof at !== "string" || Number.isNaN(Date.parse(at))) return undefined;
  const key = readKey(raw["key"]);
  const grade = readGrade(raw["grade"], answer);
  const receipt = readReceipt(raw["receipt"]);
  if (!key || !grade || !receipt) return undefined;
  const asked = isRecord(raw["asked"]) ? raw["asked"] : {};
  return {
    version: 1,
    id,
    key,
    at,
    answer,
    asked: { title: text(asked["title"]), prompt: text(asked["prompt"]) },
    grade,
    receipt,
  };
}

/** The attempt with its marks added up again from its verdicts, where the question still has the rubric it was graded by; else unchanged. */
export function resumMarks(attempt: Attempt, question: Question): Attempt {
  if (attempt.receipt.rubricHash !== rubricHash(question)) return attempt;
  return { ...attempt, grade: { ...attempt.grade, marks: sumMarks(question, attempt.grade.verdicts) } };
}

/** What an index keeps of an attempt. */
export function summarise(attempt: Attempt): AttemptSummary {
  return {
    id: attempt.id,
    key: attempt.key,
    marks: attempt.grade.marks,
    estimate: attempt.grade.estimate,
    answerHash: attempt.receipt.answerHash,
  };
}

/** Reads a summary out of an index; undefined for anything that is not one. */
export function readSummary(raw: unknown): AttemptSummary | undefined {
  if (!isRecord(raw)) return undefined;
  const { id, estimate, answerHash } = raw;
  const key = readKey(raw["key"]);
  const marks = readMarks(raw["marks"]);
  if (typeof id !== "string" || !isAttemptId(id) || typeof answerHash !== "string" || !key || !marks) return undefined;
  return { id, key, marks, estimate: estimate === true, answerHash };
}

/** The union of several lists, each attempt once, oldest first. */
export function mergeAttempts<T extends { readonly id: string }>(...lists: readonly (readonly T[])[]): T[] {
  return [...new Map(lists.flat().map((a) => [a.id, a])).values()].sort((a, b) =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
  );
}

/** The newest attempt; undefined for none. */
export function latest<T extends { readonly id: string }>(attempts: readonly T[]): T | undefined {
  return attempts.reduce<T | undefined>((best, a) => (best === undefined || a.id > best.id ? a : best), undefined);
}

/** What a replay must match in every field. */
export type ReplayIdentity = Pick<
  Receipt,
  "answerHash" | "rubricHash" | "promptVersion" | "grader" | "model" | "endpoint" | "strict"
>;

/** The newest attempt that the same grader made of the same text by the same rubric; undefined where a new grading is needed. An attempt in which the learner marked a criterion is never replayed as a grader's. */
export function replayable(attempts: readonly Attempt[], wanted: ReplayIdentity): Attempt | undefined {
  const fields = ["answerHash", "rubricHash", "promptVersion", "grader", "model", "endpoint"] as const;
  return latest(
    attempts.filter(
      ({ receipt, grade }) =>
        fields.every((f) => receipt[f] === wanted[f]) &&
        (receipt.strict ?? false) === (wanted.strict ?? false) &&
        grade.verdicts.every((v) => v.by !== "learner"),
    ),
  );
}

function readGrade(raw: unknown, answer: string): Grade | undefined {
  if (!isRecord(raw) || !Array.isArray(raw["verdicts"])) return undefined;
  const marks = readMarks(raw["marks"]);
  const verdicts = raw["verdicts"].map((v) => readVerdict(v, answer));
  if (!marks || !verdicts.every((v) => v !== undefined)) return undefined;
  const errors = list(raw["errors"])
    .filter(isRecord)
    .map((e): ErrorRemark => ({ quotes: readQuotes(e["quotes"], answer), remark: text(e["remark"]) }));
  const known = list(raw["flags"]).filter((f): f is Flag => typeof f === "string" && Object.hasOwn(flags, f));
  return { verdicts, errors, summary: text(raw["summary"]), flags: known, marks, estimate: raw["estimate"] === true };
}

function readVerdict(raw: unknown, answer: string): Verdict | undefined {
  if (!isRecord(raw) || typeof raw["criterion"] !== "string") return undefined;
  const verdict = verdictKinds.find((k) => k === raw["verdict"]);
  const { criterion, credit, confidence } = raw;
  if (verdict === undefined || !isNumber(credit)) return undefined;
  return {
    criterion,
    verdict,
    credit: Math.min(Math.max(credit, 0), 1),
    quotes: readQuotes(raw["quotes"], answer),
    remark: text(raw["remark"]),
    ...(isNumber(confidence) ? { confidence: Math.min(Math.max(confidence, 0), 1) } : {}),
    ...(raw["by"] === "learner" ? { by: "learner" as const } : {}),
  };
}

function readQuotes(raw: unknown, answer: string): Quote[] {
  return list(raw).flatMap((q) => {
    if (!isRecord(q)) return [];
    const { start, end, text: quoted } = q;
    if (!isNumber(start) || !isNumber(end) || typeof quoted !== "string" || quoted === "") return [];
    return start >= 0 && answer.slice(start, end) === quoted && end - start === quoted.length
      ? [{ start, end, text: quoted }]
      : [];
  });
}

function readMarks(raw: unknown): Marks | undefined {
  if (!isRecord(raw)) return undefined;
  const { low, high, max } = raw;
  if (!isNumber(low) || !isNumber(high) || !isNumber(max) || max <= 0) return undefined;
  const top = Math.min(Math.max(low, high, 0), max);
  return { low: Math.min(Math.max(low, 0), top), high: top, max };
}

function readReceipt(raw: unknown): Receipt | undefined {
  if (!isRecord(raw)) return undefined;
  const {
    answerHash,
    rubricHash: rubric,
    promptVersion,
    grader,
    model,
    endpoint,
    strict,
    tokensIn,
    tokensOut,
    ms,
  } = raw;
  if (typeof answerHash !== "string" || typeof rubric !== "string" || typeof promptVersion !== "string")
    return undefined;
  if (grader !== "built-in" && grader !== "model") return undefined;
  return {
    answerHash,
    rubricHash: rubric,
    promptVersion,
    grader,
    ...(typeof model === "string" ? { model } : {}),
    ...(typeof endpoint === "string" ? { endpoint } : {}),
    ...(typeof strict === "boolean" ? { strict } : {}),
    ...(isNumber(tokensIn) ? { tokensIn } : {}),
    ...(isNumber(tokensOut) ? { tokensOut } : {}),
    ms: isNumber(ms) ? ms : 0,
  };
}

function readKey(raw: unknown): QuestionKey | undefined {
  if (!isRecord(raw)) return undefined;
  const { roadmap, question } = raw;
  if (typeof roadmap !== "string" || typeof question !== "string") return undefined;
  return isQuestionKey({ roadmap, question }) ? { roadmap, question } : undefined;
}

function isRecord(x: unknown): x is Record<string, unknown> {
  return typeof x === "object" && x !== null && !Array.isArray(x);
}

function isNumber(x: unknown): x is number {
  return typeof x === "number" && Number.isFinite(x);
}

function list(x: unknown): unknown[] {
  return Array.isArray(x) ? x : [];
}

function text(x: unknown): string {
  return typeof x === "string" ? x : "";
}
