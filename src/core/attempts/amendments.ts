// Making, reading and writing amendments. A stored amendment is checked as if a stranger had written it.
// What amendments come to is standing's business; their order is the order of keeping, which the store knows.
import type { Amendment, Amends } from "./amendment";
import type { Attempt } from "./attempt";
import { isSelfVerdict } from "./attemptParts";
import { isRecordId, recordId } from "./recordId";
import { isWordingHash } from "./wordings";
import { criterionOf, keyOf, readStored, refuse, textOf, timeOf, type Stored } from "./storedJson";
import { isRecord } from "../text/jsonRecord";

/** Longest sentence of a dispute that is kept, in UTF-16 units. */
const longestDispute = 2000;

/** A new amendment of an attempt, made at `now`; `random` as for `recordId`. */
export function newAmendment(
  attempt: Pick<Attempt, "id" | "key">,
  amends: Amends,
  made: { readonly now: Date; readonly random: string },
): Amendment {
  return {
    version: 1,
    id: recordId(made.now, made.random),
    key: attempt.key,
    at: made.now.toISOString(),
    attempt: attempt.id,
    amends: amends.kind === "dispute" ? { ...amends, words: amends.words.slice(0, longestDispute) } : amends,
  };
}

/** The amendment as its file holds it. */
export function serialiseAmendment(amendment: Amendment): string {
  return `${JSON.stringify(amendment, undefined, 1)}\n`;
}

/** Reads an amendment's file; unknown fields are left out. Never throws. */
export function parseAmendment(json: string): Stored<Amendment> {
  return readStored(json, 1, (raw) => ({
    version: 1,
    id: recordIdOf(raw["id"]),
    key: keyOf(raw["key"]),
    at: timeOf(raw["at"]),
    attempt: recordIdOf(raw["attempt"]),
    amends: amendsOf(raw["amends"]),
  }));
}

function amendsOf(raw: unknown): Amends {
  if (!isRecord(raw)) return refuse("it says nothing");
  switch (raw["kind"]) {
    case "mark": {
      const { verdict } = raw;
      if (!isSelfVerdict(verdict)) return refuse("it marks a criterion by no verdict");
      const statement = isWordingHash(raw["statement"]) ? { statement: raw["statement"] } : {};
      return { kind: "mark", criterion: criterionOf(raw["criterion"]), verdict, ...statement };
    }
    case "dismiss":
      return { kind: "dismiss", criterion: remarkOf(raw["criterion"]) };
    case "dispute":
      return { kind: "dispute", criterion: remarkOf(raw["criterion"]), words: textOf(raw["words"], longestDispute) };
    case "withdraw":
      return { kind: "withdraw" };
    case "undo":
      return { kind: "undo", amendment: recordIdOf(raw["amendment"]) };
    default:
      return refuse("it says what this version does not know");
  }
}

/** A criterion's id, or `error:<n>`. */
function remarkOf(raw: unknown): string {
  return typeof raw === "string" && /^error:\d{1,4}$/.test(raw) ? raw : criterionOf(raw);
}

function recordIdOf(raw: unknown): string {
  return typeof raw === "string" && isRecordId(raw) ? raw : refuse("it has no id");
}
