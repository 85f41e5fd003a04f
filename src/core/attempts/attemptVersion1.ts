// Attempts of the first version, when matching words still gave marks and the learner's word was put into the grade.
// Its estimate is read as a check of that time; a model's verdicts stay, the learner's own are kept apart from them.
import type { Attempt, SelfVerdict } from "./attempt";
import {
  errorsOf,
  isSelfVerdict,
  longestRemark,
  receiptBaseOf,
  refuseTwice,
  verdictOf,
  type AttemptBase,
} from "./attemptParts";
import { observationIds, type ObservationId } from "../marks/check";
import type { Flag, Verdict } from "../marks/grade";
import { listOf, refuse, textOf } from "./storedJson";
import { isRecord, type JsonRecord } from "../text/jsonRecord";

/** What the flags of that time are called now; those left out said what a word matcher cannot know. */
const flagsNow: Readonly<Record<string, Flag>> = {
  blank: "blank",
  "dont-know": "dont-know",
  "question-echo": "repeats-question",
  "word-soup": "list-of-terms",
  gibberish: "list-of-terms",
  "instructions-in-answer": "orders-to-grader",
  "graders-disagree": "graders-disagree",
  "quote-not-found": "quote-not-found",
};

interface OldVerdict extends Verdict {
  readonly own?: SelfVerdict;
}

/** The attempt that a file of version 1 holds; `base` is what all versions have. */
export function attemptOfVersion1(raw: JsonRecord, base: AttemptBase): Attempt {
  const { grade, receipt } = raw;
  if (!isRecord(grade) || !Array.isArray(grade["verdicts"])) return refuse("it holds no verdicts");
  if (!isRecord(receipt)) return refuse("it has no receipt");
  const { grader, strict } = receipt;
  if (grader !== "built-in" && grader !== "model") return refuse("its receipt names no grader");
  const old = listOf(grade["verdicts"]).map((verdict) => oldVerdict(verdict, base.answer));
  refuseTwice(old);
  const flags = flagsOf(grade["flags"]);
  const ownBefore = Object.fromEntries(
    old.flatMap(({ criterion, own }) => (own === undefined ? [] : [[criterion, own]])),
  );
  const rest = { ...base, ...(Object.keys(ownBefore).length === 0 ? {} : { ownBefore }) };
  const kept = receiptBaseOf(receipt, base.answer);
  if (grader === "built-in" || grade["estimate"] === true)
    return {
      ...rest,
      kind: "checked",
      earlier: true,
      receipt: { ...kept, grader: "check" },
      check: {
        criteria: old.map(({ criterion, quotes }) => ({
          criterion,
          found: quotes.length > 0,
          quotes: quotes.slice(0, 3),
        })),
        observations: flags.filter(isObservation).map((id) => ({ id })),
      },
    };
  return {
    ...rest,
    kind: "graded",
    receipt: { ...kept, grader: "model", ...(typeof strict === "boolean" ? { strict } : {}) },
    grade: {
      // Where the learner had marked a criterion, the model's own verdict was not kept.
      verdicts: old.filter(({ own }) => own === undefined),
      errors: errorsOf(grade["errors"], base.answer),
      summary: textOf(grade["summary"], longestRemark),
      flags,
    },
  };
}

function oldVerdict(raw: unknown, answer: string): OldVerdict {
  const verdict = verdictOf(raw, answer);
  const byLearner = isRecord(raw) && raw["by"] === "learner" && isSelfVerdict(verdict.verdict);
  return byLearner && isSelfVerdict(verdict.verdict) ? { ...verdict, own: verdict.verdict } : verdict;
}

function flagsOf(raw: unknown): Flag[] {
  const now = listOf(raw).flatMap((flag) =>
    typeof flag === "string" && Object.hasOwn(flagsNow, flag) ? (flagsNow[flag] ?? []) : [],
  );
  return [...new Set(now)];
}

function isObservation(flag: Flag): flag is ObservationId {
  return observationIds.some((id) => id === flag);
}
