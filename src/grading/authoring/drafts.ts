// "Draft wordings and goldens": what is asked of a model for an author, and what its reply proposes. Proposals only:
// each is held against the question's file by draftReview.ts, and the author accepts each by itself.
import { isRecord, type JsonRecord } from "../../core/text/jsonRecord";
import { goldenKinds, verdictKinds, type Question, type VerdictKind } from "../../core/roadmap/question";
import type { NewGolden } from "../../core/authoring/goldenEdit";
import { longestReply, type ModelClient, type ModelRequest } from "../llm/modelClient";
import { callText } from "../llm/callText";
import { notGraded, type NotGraded } from "../llm/notGraded";
import { charactersPerToken } from "../models/speed";
import { timeAndPrice, type KnownOfModel, type TrialEstimate } from "../qualification/estimate";
import { objectOf } from "../llm/replyObjects";

/** One thing that a model proposes. */
export type Draft =
  | { readonly kind: "wording"; readonly criterion: string; readonly words: string }
  | { readonly kind: "golden"; readonly golden: NewGolden };

export type DraftOutcome =
  | { readonly kind: "done"; readonly drafts: readonly Draft[] }
  | { readonly kind: "not-done"; readonly failure: NotGraded };

/** Tokens of the wordings proposed for a criterion, and of the sample answers; as long as what authors write. */
const replyTokens = { criterion: 90, goldens: 600 };

/** More proposals than these nobody reads. */
const mostDrafts = 40;

const system = `You help the author of an exam question. Propose further accepted wordings of its criteria, as learners \
put them in plain words, and sample answers with the verdict that each criterion deserves. Write in the language of the \
question. A wording says all that its criterion says and nothing else. Do not repeat what is there. Reply with a JSON \
object {"wordings": [{"criterion": "<id>", "wording": "…"}], "goldens": [{"kind": "<kind>", "answer": "…", \
"expect": [{"criterion": "<id>", "verdict": "<verdict>"}]}]}.`;

/** The request: the whole question, for its author is the one who asks. */
export function draftRequest({ prompt, criteria, reference }: Question): ModelRequest {
  const ids = criteria.map(({ id }) => id);
  const rubric = criteria.map(({ id, statement, accepted, misconceptions }) =>
    JSON.stringify({ id, statement, accepted, misconceptions }),
  );
  const text = { type: "string" };
  const list = (properties: object): object => ({
    type: "array",
    items: { type: "object", properties, required: Object.keys(properties), additionalProperties: false },
  });
  const criterion = { type: "string", enum: ids };
  const expect = list({ criterion, verdict: { type: "string", enum: verdictKinds } });
  const properties = {
    wordings: list({ criterion, wording: text }),
    goldens: list({ kind: { type: "string", enum: goldenKinds }, answer: text, expect }),
  };
  return {
    system,
    user: [
      `Question:\n${prompt.trim()}`,
      `Criteria:\n${rubric.join("\n")}`,
      `Reference answer:\n${reference.trim()}`,
      `Kinds of sample answers: ${goldenKinds.join(", ")}. Verdicts: ${verdictKinds.join(", ")}.`,
    ].join("\n\n"),
    schema: {
      name: "drafts",
      schema: { type: "object", properties, required: ["wordings", "goldens"], additionalProperties: false },
    },
  };
}

/** What the call is expected to take, said before it is made. */
export function draftEstimate(question: Question, known: KnownOfModel = {}): Omit<TrialEstimate, "answers"> {
  const { system: told, user } = draftRequest(question);
  const tokensIn = Math.round((told.length + user.length) / charactersPerToken);
  const tokens = { tokensIn, tokensOut: question.criteria.length * replyTokens.criterion + replyTokens.goldens };
  return { calls: 1, ...tokens, ...timeAndPrice(tokens, 1, known) };
}

/** Asks once. Never rejects. */
export async function askDrafts(client: ModelClient, question: Question, signal: AbortSignal): Promise<DraftOutcome> {
  const call = callText(await client.complete(draftRequest(question), signal), client.model, signal);
  if (call.kind === "not-done") return call;
  const drafts = draftsIn(call.text, question);
  return drafts === undefined
    ? { kind: "not-done", failure: notGraded("malformed", client.model) }
    : { kind: "done", drafts };
}

/** The proposals in a reply about criteria that the question has; undefined where it is of another shape. */
export function draftsIn(reply: string, { criteria }: Pick<Question, "criteria">): readonly Draft[] | undefined {
  if (reply.length > longestReply) return undefined;
  const read = objectOf(reply);
  if (read === undefined || (!Array.isArray(read["wordings"]) && !Array.isArray(read["goldens"]))) return undefined;
  const ids = new Set(criteria.map(({ id }) => id));
  const wordings = listOf(read["wordings"]).flatMap((one): Draft[] => {
    const [criterion, words] = [one["criterion"], one["wording"]];
    if (typeof criterion !== "string" || !ids.has(criterion) || typeof words !== "string") return [];
    return [{ kind: "wording", criterion, words }];
  });
  const goldens = listOf(read["goldens"]).flatMap((one): Draft[] => {
    const kind = goldenKinds.find((known) => known === one["kind"]);
    const { answer } = one;
    if (kind === undefined || typeof answer !== "string") return [];
    return [{ kind: "golden", golden: { kind, answer, expect: expectIn(one["expect"], ids) } }];
  });
  return [...wordings, ...goldens].slice(0, mostDrafts);
}

function expectIn(raw: unknown, ids: ReadonlySet<string>): Record<string, VerdictKind> {
  const entries = listOf(raw).flatMap(({ criterion, verdict }) => {
    const known = verdictKinds.find((kind) => kind === verdict);
    return typeof criterion === "string" && ids.has(criterion) && known !== undefined
      ? [[criterion, known] as const]
      : [];
  });
  return Object.fromEntries(entries);
}

function listOf(raw: unknown): JsonRecord[] {
  return Array.isArray(raw) ? raw.filter(isRecord) : [];
}
