// One question to a model and the reading of its reply: streamed, repaired once, and never half a reply taken for a
// whole one. No word of a reply goes into a detail: details are for the log.
import { t } from "@vscode/l10n";
import { longestReply, type ModelClient, type ModelProgress, type TokenUsage } from "./modelClient";
import { notGraded, type NotGraded, type WhatHappened } from "./notGraded";
import { repairPrompt, type Prompt } from "./prompt";
import { readReply, type CriterionReply, type ReadReply, type Reply } from "./replyReader";
import { replySchema, replySchemaName } from "./replySchema";
import { ReplyStream } from "./replyStream";
import { wasCut } from "./wholePrompt";

/** What came of asking; `calls` and `usage` count every call made, failed readings too. */
export type Asked = (
  { readonly kind: "reply"; readonly reply: Reply } | { readonly kind: "not-graded"; readonly outcome: NotGraded }
) & { readonly calls: number; readonly usage?: TokenUsage };

/** Ids of the criteria that are asked about. */
export interface AskedAbout {
  /** All of them in order, decoys among them. */
  readonly criteria: readonly string[];
  /** Those a reply may leave out. */
  readonly decoys: readonly string[];
}

/** What is told while a reply comes. */
export interface Listening {
  /** Each criterion as it arrives, provisionally. */
  readonly found?: (criterion: CriterionReply) => void;
  readonly progress?: (progress: ModelProgress) => void;
}

/** Asks for verdicts. One repair where the reply cannot be read. */
export async function ask(
  client: ModelClient,
  prompt: Prompt,
  about: AskedAbout,
  signal: AbortSignal,
  listening: Listening = {},
): Promise<Asked> {
  const first = await askOnce(client, prompt, about, signal, listening);
  if (first.kind !== "not-graded" || first.outcome.reason !== "malformed" || signal.aborted) return first;
  const second = await askOnce(client, repairPrompt(prompt), about, signal, listening);
  const usage = sum(first.usage, second.usage);
  return { ...second, calls: first.calls + second.calls, ...(usage === undefined ? {} : { usage }) };
}

async function askOnce(
  client: ModelClient,
  prompt: Prompt,
  about: AskedAbout,
  signal: AbortSignal,
  { found, progress }: Listening,
): Promise<Asked> {
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  let stream = found && new ReplyStream(found);
  let length = 0;
  let runaway = false as boolean;
  const request = { ...prompt, schema: { name: replySchemaName, schema: replySchema(about.criteria) } };
  const failed = (what: WhatHappened, detail: string, usage?: TokenUsage, message?: string): Asked => {
    const { reason, ...more } = what;
    const outcome = notGraded(reason, client.model, { ...more, detail, ...(message === undefined ? {} : { message }) });
    return { kind: "not-graded", outcome, calls: 1, ...(usage === undefined ? {} : { usage }) };
  };
  const cancelled = (): boolean => signal.aborted;
  if (cancelled()) return failed({ reason: "cancelled" }, "");
  signal.addEventListener("abort", cancel, { once: true });
  const outcome = await client
    .complete(
      request,
      stop.signal,
      (piece) => {
        length += piece.length;
        // Every transport is held to the bound, its own or not.
        if (length <= longestReply) return stream?.push(piece);
        runaway = true;
        stop.abort();
      },
      (told) => {
        if (told.kind === "again") {
          length = 0;
          stream = found && new ReplyStream(found);
        }
        progress?.(told);
      },
    )
    .finally(() => signal.removeEventListener("abort", cancel));
  if (cancelled()) return failed({ reason: "cancelled" }, "");
  if (runaway) return failed({ reason: "too-long-reply" }, `The reply ran past ${String(longestReply)} characters.`);
  if (outcome.kind === "failed") return failed(outcome, outcome.detail);
  const { usage, text } = outcome;
  if (text.length > longestReply)
    return failed({ reason: "too-long-reply" }, `The reply has ${String(text.length)} characters.`, usage);
  const graded = about.criteria.filter((id) => !about.decoys.includes(id));
  const read = readReply(text, graded, outcome.finish === "length", about.decoys);
  const reply = read.kind === "ok" ? read.reply : undefined;
  if (usage && wasCut(prompt, usage.tokensIn)) {
    const sent = Math.round((prompt.system.length + prompt.user.length) / 4.5);
    const detail = `${String(usage.tokensIn)} tokens read of about ${String(sent)}: the context window is too small.`;
    return failed({ reason: "too-long" }, detail, usage);
  }
  if (reply) return { kind: "reply", reply, calls: 1, ...(usage === undefined ? {} : { usage }) };
  return unreadable(read, text, client.model, failed, usage);
}

function unreadable(
  read: ReadReply,
  text: string,
  model: string,
  failed: (what: WhatHappened, detail: string, usage?: TokenUsage, message?: string) => Asked,
  usage: TokenUsage | undefined,
): Asked {
  const size = `The reply has ${String(text.length)} characters`;
  if (read.kind === "truncated")
    return failed({ reason: "truncated" }, `${size} and stops before the rubric is through.`, usage);
  if (read.kind === "declined")
    return failed({ reason: "refused", cause: "declined" }, `${size} and no object.`, usage);
  const why = read.kind === "malformed" ? read.why : "no-object";
  if (why !== "other-criteria")
    return failed(
      { reason: "malformed" },
      why === "empty" ? "The reply is empty." : `${size} and no object of the expected shape.`,
      usage,
    );
  return failed(
    { reason: "malformed" },
    `${size} and verdicts on criteria that were not asked for only.`,
    usage,
    t("the reply of {0} was about other criteria than those of this question.", model),
  );
}

function sum(a: TokenUsage | undefined, b: TokenUsage | undefined): TokenUsage | undefined {
  return a && b ? { tokensIn: a.tokensIn + b.tokensIn, tokensOut: a.tokensOut + b.tokensOut } : (b ?? a);
}
