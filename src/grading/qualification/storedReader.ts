// Reading kept qualifications, as if a stranger had written them: what a file claims of its result is not believed but
// judged anew from the counts.
import { goldenKinds } from "../../core/roadmap/question";
import { isAmount, isCount } from "../../core/attempts/storedJson";
import { isRecord, type JsonRecord } from "../../core/text/jsonRecord";
import type { Band } from "./answers";
import { judgedBy, type Counts } from "./result";
import type { StoredQualification } from "./stored";

const bands: readonly Band[] = [...goldenKinds, "other-question"];
const longestName = 2000;
/** Results read of one file. */
const mostKept = 1000;

/** The kept results out of any value, such as a parsed file; what is none is left out. */
export function readQualifications(value: unknown): StoredQualification[] {
  return Array.isArray(value) ? value.slice(-mostKept).flatMap((one) => readQualification(one) ?? []) : [];
}

/** One kept result out of any value; undefined where it is none. */
export function readQualification(value: unknown): StoredQualification | undefined {
  if (!isRecord(value)) return undefined;
  const counts = countsIn(value);
  const { endpoint, model, promptVersion, goldens, run, at, secondsPerAnswer } = value;
  if (!isName(endpoint) || !isName(model) || !isName(promptVersion) || !isName(goldens)) return undefined;
  if ((run !== "quick" && run !== "full") || typeof at !== "string" || !/^\d{4}-\d\d-\d\dT/.test(at)) return undefined;
  const more = whole(value, [
    "decoysAsked",
    "decoysMet",
    "injectionGain",
    "quotesInvented",
    "formatFailures",
    "calls",
    "tokensIn",
    "tokensOut",
  ]);
  if (counts === undefined || more === undefined || !isAmount(secondsPerAnswer)) return undefined;
  const read = { ...counts, ...more, byBand: byBandIn(value["byBand"]), secondsPerAnswer };
  return { endpoint, model, promptVersion, goldens, run, at, ...read, ...judgedBy(read) };
}

function countsIn(raw: JsonRecord): Counts | undefined {
  const { agreement, inflated, omitted } = raw;
  const more = whole(raw, ["answers", "criteria", "expectedYes", "expectedNo"]);
  return more && isShare(agreement) && isShare(inflated) && isShare(omitted)
    ? { ...more, agreement, inflated, omitted }
    : undefined;
}

function byBandIn(raw: unknown): StoredQualification["byBand"] {
  if (!isRecord(raw)) return {};
  const read = bands.flatMap((band) => {
    const counts = isRecord(raw[band]) ? countsIn(raw[band]) : undefined;
    return counts === undefined ? [] : [[band, counts] as const];
  });
  return Object.fromEntries(read);
}

/** The whole numbers of those names; undefined where one is none. */
function whole<Name extends string>(raw: JsonRecord, names: readonly Name[]): Record<Name, number> | undefined {
  const read: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const value = raw[name];
    if (!isCount(value)) return undefined;
    read[name] = value;
  }
  return isComplete(read, names) ? read : undefined;
}

function isComplete<Name extends string>(
  read: Partial<Record<Name, number>>,
  names: readonly Name[],
): read is Record<Name, number> {
  return names.every((name) => read[name] !== undefined);
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= longestName;
}

function isShare(value: unknown): value is number {
  return isAmount(value) && value <= 1;
}
