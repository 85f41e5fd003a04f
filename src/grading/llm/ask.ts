// One question to a model and the reading of its reply: streamed, repaired once, and never half a reply taken for a whole one.
import type { ModelClient, TokenUsage } from "./modelClient";
import { notGraded, type NotGraded } from "./notGraded";
import { repairPrompt, type Prompt } from "./prompt";
import { longestReply, readReply, ReplyStream, type CriterionReply, type Reply } from "./replyReader";
import { replySchema, replySchemaName } from "./replySchema";
import { wasCut } from "./wholePrompt";

/** What came of asking; `usage` counts every call made, failed readings too. */
export type Asked =
  | { readonly kind: "reply"; readonly reply: Reply; readonly usage?: TokenUsage }
  | { readonly kind: "not-graded"; readonly outcome: NotGraded; readonly usage?: TokenUsage };

/** Asks for verdicts on `criteria` (ids). `found` gets each criterion as it arrives. One repair where the reply cannot be read. */
export async function ask(
  client: ModelClient,
  prompt: Prompt,
  criteria: readonly string[],
  signal: AbortSignal,
  found?: (criterion: CriterionReply) => void,
): Promise<Asked> {
  const first = await askOnce(client, prompt, criteria, signal, found);
  if (first.kind !== "not-graded" || first.outcome.reason !== "malformed" || signal.aborted) return first;
  const second = await askOnce(client, repairPrompt(prompt), criteria, signal, found);
  const usage = sum(first.usage, second.usage);
  return usage === undefined ? second : { ...second, usage };
}

async function askOnce(
  client: ModelClient,
  prompt: Prompt,
  criteria: readonly string[],
  signal: AbortSignal,
  found: ((criterion: CriterionReply) => void) | undefined,
): Promise<Asked> {
  const runaway = new AbortController();
  const stream = found && new ReplyStream(found);
  let length = 0;
  const request = { ...prompt, schema: { name: replySchemaName, schema: replySchema(criteria) } };
  const outcome = await client.complete(request, AbortSignal.any([signal, runaway.signal]), (piece) => {
    length += piece.length;
    if (length > longestReply) runaway.abort();
    else stream?.push(piece);
  });
  const failed = (reason: NotGraded["reason"], detail: string, usage?: TokenUsage, retryAfter?: number): Asked => ({
    kind: "not-graded",
    outcome: notGraded(reason, client.model, { detail, ...(retryAfter === undefined ? {} : { retryAfter }) }),
    ...(usage === undefined ? {} : { usage }),
  });
  if (signal.aborted) return failed("cancelled", "");
  if (runaway.signal.aborted) return failed("malformed", `The reply ran past ${String(longestReply)} characters.`);
  if (outcome.kind === "failed") return failed(outcome.reason, outcome.detail, undefined, outcome.retryAfter);
  const { usage } = outcome;
  if (usage && wasCut(prompt, usage.tokensIn)) {
    return failed(
      "too-long",
      `The service read ${String(usage.tokensIn)} tokens of a prompt of about ${String(Math.round((prompt.system.length + prompt.user.length) / 4.5))}; its context window is too small.`,
      usage,
    );
  }
  const read = readReply(outcome.text, criteria, outcome.finish === "length");
  if (read.kind === "ok") return { kind: "reply", reply: read.reply, ...(usage === undefined ? {} : { usage }) };
  const why = read.kind === "malformed" ? read.why : "The reply stops before the rubric is through.";
  return failed(read.kind, `${why} It begins: ${outcome.text.slice(0, 300)}`, usage);
}

function sum(a: TokenUsage | undefined, b: TokenUsage | undefined): TokenUsage | undefined {
  return a && b ? { tokensIn: a.tokensIn + b.tokensIn, tokensOut: a.tokensOut + b.tokensOut } : (b ?? a);
}
