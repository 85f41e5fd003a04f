// Parts of an attempt's file that its versions share, each refused, cut or dropped where it is not what it should be.
import type { Attempt, Receipt, SelfVerdict } from "./attempt";
import type { ErrorRemark, Verdict } from "../marks/grade";
import { answerHash } from "../text/hash";
import { verdictKinds } from "../roadmap/question";
import { isId } from "../roadmap/questionKey";
import { isRecordId } from "./recordId";
import { isWordingHash } from "./wordings";
import { criterionOf, isAmount, isCount, keyOf, listOf, quotesOf, refuse, textOf, timeOf } from "./storedJson";
import { isRecord, type JsonRecord } from "../text/jsonRecord";

/** What attempts of every version and kind have. */
export type AttemptBase = Pick<Attempt, "version" | "id" | "key" | "at" | "answer" | "asked">;

/** Longest remark and summary read, in UTF-16 units. */
export const longestRemark = 1000;

/** What an attempt of any version begins with. */
export function baseOf(raw: JsonRecord): AttemptBase {
  const { id, answer } = raw;
  if (typeof id !== "string" || !isRecordId(id)) return refuse("it has no id");
  if (typeof answer !== "string") return refuse("it holds no answer");
  const asked = isRecord(raw["asked"]) ? raw["asked"] : {};
  return {
    version: 2,
    id,
    key: keyOf(raw["key"]),
    at: timeOf(raw["at"]),
    answer,
    asked: { title: textOf(asked["title"], 500), prompt: textOf(asked["prompt"], 100_000) },
  };
}

/** One verdict of a grader; what a file says of marks is not read. */
export function verdictOf(raw: unknown, answer: string): Verdict {
  if (!isRecord(raw)) return refuse("a verdict is none");
  const criterion = criterionOf(raw["criterion"]);
  const verdict = verdictKinds.find((kind) => kind === raw["verdict"]) ?? refuse("a verdict is none");
  const { confidence } = raw;
  return {
    criterion,
    verdict,
    quotes: quotesOf(raw["quotes"], answer),
    remark: textOf(raw["remark"], longestRemark),
    ...(isAmount(confidence) ? { confidence: Math.min(confidence, 1) } : {}),
  };
}

/** Errors beyond the rubric; of both versions. */
export function errorsOf(raw: unknown, answer: string): ErrorRemark[] {
  return listOf(raw, 100)
    .filter(isRecord)
    .map((error) => ({
      quotes: quotesOf(error["quotes"], answer),
      remark: textOf(error["remark"], longestRemark),
    }));
}

/** What receipts of both versions have. */
export function receiptBaseOf(raw: JsonRecord, answer: string): Omit<Receipt, "grader" | "qualification" | "decoys"> {
  const { rubricHash, promptVersion, model, endpoint, tokensIn, tokensOut, ms } = raw;
  if (typeof rubricHash !== "string" || typeof promptVersion !== "string") return refuse("its receipt is broken");
  return {
    answerHash: answerHash(answer),
    rubricHash: textOf(rubricHash, 200),
    promptVersion: textOf(promptVersion, 200),
    ...wordingsIn(raw["wordings"]),
    ...regradedIn(raw["regraded"]),
    ...(typeof model === "string" ? { model: textOf(model, 500) } : {}),
    ...(typeof endpoint === "string" ? { endpoint: textOf(endpoint, 2000) } : {}),
    ...(isCount(tokensIn) ? { tokensIn } : {}),
    ...(isCount(tokensOut) ? { tokensOut } : {}),
    ms: isAmount(ms) ? ms : 0,
  };
}

function wordingsIn(raw: unknown): Pick<Receipt, "wordings"> {
  if (!isRecord(raw)) return {};
  const known = Object.entries(raw).flatMap(([id, hash]) => (isId(id) && isWordingHash(hash) ? [[id, hash]] : []));
  return known.length === 0 ? {} : { wordings: Object.fromEntries(known.slice(0, 1000)) as Record<string, string> };
}

function regradedIn(raw: unknown): Pick<Receipt, "regraded"> {
  if (!isRecord(raw)) return {};
  const { of, run } = raw;
  if (typeof of !== "string" || !isRecordId(of) || typeof run !== "string" || !isRecordId(run)) return {};
  const asked = listOf(raw["asked"]).flatMap((id) => (typeof id === "string" && isId(id) ? [id] : []));
  return { regraded: { of, run, asked } };
}

/** True for what a learner may say of a criterion. */
export function isSelfVerdict(raw: unknown): raw is SelfVerdict {
  return raw === "met" || raw === "partly" || raw === "missed";
}

/** Refuses a list that names a criterion twice. */
export function refuseTwice(list: readonly { readonly criterion: string }[]): void {
  if (new Set(list.map(({ criterion }) => criterion)).size < list.length) refuse("it names a criterion twice");
}
