// Reading an attempt's file, as if a stranger had written it. The first version's files are turned by attemptVersion1.
// Nothing that a file claims of itself counts where it can be found out: hashes are taken anew, quotes are looked up.
import type { Attempt, Qualification, Receipt, SelfVerdict } from "./attempt";
import {
  baseOf,
  errorsOf,
  isSelfVerdict,
  longestRemark,
  receiptBaseOf,
  refuseTwice,
  verdictOf,
  type AttemptBase,
} from "./attemptParts";
import { attemptOfVersion1 } from "./attemptVersion1";
import { observationIds, type Check, type CriterionCheck, type Observation } from "../marks/check";
import type { Flag, Grade } from "../marks/grade";
import { isId } from "../roadmap/questionKey";
import { criterionOf, isCount, listOf, quotesOf, readStored, refuse, textOf, type Stored } from "./storedJson";
import { isRecord, type JsonRecord } from "../text/jsonRecord";

const mostQuotes = 3;

const qualifications = ["qualified", "remarks-only", "unfit", "unknown"] as const satisfies readonly Qualification[];
const flags: readonly Flag[] = [...observationIds, "graders-disagree", "quote-not-found"];

/**
 * Reads an attempt's file of any version so far. Unknown fields are left out, quotes that do not stand in the answer
 * dropped. Never throws.
 */
export function parseAttempt(json: string): Stored<Attempt> {
  return readStored(json, 2, (raw, version) => {
    const base = baseOf(raw);
    return version === 1 ? attemptOfVersion1(raw, base) : attemptOfVersion2(raw, base);
  });
}

function attemptOfVersion2(raw: JsonRecord, base: AttemptBase): Attempt {
  const receipt = receiptOf(raw["receipt"], base.answer);
  const ownBefore = ownOf(raw["ownBefore"]);
  const rest = { ...base, receipt, ...(ownBefore === undefined ? {} : { ownBefore }) };
  if (raw["kind"] === "graded" && receipt.grader === "model")
    return { ...rest, kind: "graded", grade: gradeOf(raw["grade"], base.answer) };
  if (raw["kind"] === "checked" && receipt.grader === "check")
    return { ...rest, kind: "checked", check: checkOf(raw["check"], base.answer) };
  return refuse("it is neither a grading by a model nor a check");
}

function gradeOf(raw: unknown, answer: string): Grade {
  if (!isRecord(raw) || !Array.isArray(raw["verdicts"])) return refuse("it holds no verdicts");
  const verdicts = listOf(raw["verdicts"]).map((verdict) => verdictOf(verdict, answer));
  refuseTwice(verdicts);
  return {
    verdicts,
    errors: errorsOf(raw["errors"], answer),
    summary: textOf(raw["summary"], longestRemark),
    flags: flags.filter((flag) => listOf(raw["flags"]).includes(flag)),
  };
}

function checkOf(raw: unknown, answer: string): Check {
  if (!isRecord(raw) || !Array.isArray(raw["criteria"])) return refuse("it holds no criteria");
  const criteria = listOf(raw["criteria"]).map((criterion) => criterionCheckOf(criterion, answer));
  refuseTwice(criteria);
  return { criteria, observations: listOf(raw["observations"]).flatMap((one) => observationOf(one, answer)) };
}

/** Found is what has a place in the answer, whatever the file says. */
function criterionCheckOf(raw: unknown, answer: string): CriterionCheck {
  if (!isRecord(raw)) return refuse("a criterion is none");
  const quotes = raw["found"] === true ? quotesOf(raw["quotes"], answer).slice(0, mostQuotes) : [];
  const bonus = raw["bonus"] === true ? { bonus: true as const } : {};
  return { criterion: criterionOf(raw["criterion"]), found: quotes.length > 0, ...bonus, quotes };
}

function observationOf(raw: unknown, answer: string): Observation[] {
  if (!isRecord(raw)) return [];
  const id = observationIds.find((known) => known === raw["id"]);
  if (id === undefined) return [];
  const { criterion, misconception } = raw;
  const [quote] = quotesOf([raw["quote"]], answer);
  return [
    {
      id,
      ...(quote === undefined ? {} : { quote }),
      ...(typeof criterion === "string" && isId(criterion) ? { criterion } : {}),
      ...(typeof misconception === "string" ? { misconception: textOf(misconception, longestRemark) } : {}),
    },
  ];
}

/** A receipt of version 2; the answer's hash is taken from the answer that the file holds. */
function receiptOf(raw: unknown, answer: string): Receipt {
  if (!isRecord(raw)) return refuse("it has no receipt");
  const { grader, strict, qualification: claimed, decoys } = raw;
  if (grader !== "check" && grader !== "model") return refuse("its receipt names no grader");
  const qualification = qualifications.find((one) => one === claimed);
  return {
    ...receiptBaseOf(raw, answer),
    grader,
    ...(typeof strict === "boolean" ? { strict } : {}),
    ...(qualification === undefined ? {} : { qualification }),
    ...(isRecord(decoys) && isCount(decoys["asked"]) && isCount(decoys["met"])
      ? { decoys: { asked: decoys["asked"], met: Math.min(decoys["met"], decoys["asked"]) } }
      : {}),
  };
}

function ownOf(raw: unknown): Readonly<Record<string, SelfVerdict>> | undefined {
  if (!isRecord(raw)) return undefined;
  const own = Object.entries(raw)
    .slice(0, 1000)
    .flatMap(([criterion, verdict]) => {
      const said = isSelfVerdict(verdict) && isId(criterion) ? verdict : undefined;
      return said === undefined ? [] : [[criterion, said] as const];
    });
  return own.length === 0 ? undefined : Object.fromEntries(own);
}
