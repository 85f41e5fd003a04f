// One response read to its end: its words into a `ReplyText`, or what is wrong with it. Sends nothing and decides on
// no next step.
import { isRecord } from "../../core/text/jsonRecord";
import type { Why } from "./failureReasons";
import type { ReplyEvent } from "./replyEvents";
import type { ReplyText } from "./replyText";
import { errorIn, titleOf, type ServiceError } from "./serviceError";

/** Why a response gave no reply; `why` where that is known already. */
export interface Trouble {
  readonly error: ServiceError;
  readonly why?: Why;
}

type ReplyValue = Extract<ReplyEvent, { kind: "value" }>;

/** Reads `events` into `reply`; each piece of content is told. Undefined where a reply came. */
export async function readInto(
  reply: ReplyText,
  events: AsyncIterable<ReplyEvent>,
  say: (piece: string) => void,
): Promise<Trouble | undefined> {
  let stranger: unknown;
  for await (const event of events) {
    if (event.kind === "done") break;
    if (event.kind === "value") {
      const error = errorOf(event, reply);
      if (error) return { error };
      say(reply.take(event.value));
      if (!reply.isReply && isRecord(event.value)) stranger ??= event.value;
    } else if (!reply.isReply && event.text.trim() !== "" && !/^\s*[{[]/.test(event.text)) {
      return event.kind === "page" ? notAService(titleOf(event.text), true) : notAService(event.text, false);
    }
  }
  // Events of other kinds may stand among those of a reply; alone they are no reply.
  if (!reply.isReply && stranger !== undefined) return notAService(JSON.stringify(stranger), false);
  if (reply.failed) return { error: { words: '{"finish_reason":"error"}' } };
  if (!reply.refused) return undefined;
  const declined = { status: 400, words: "the model or its filter declined" };
  return { error: declined, why: { reason: "refused", cause: "declined" } };
}

function errorOf({ value, isError }: ReplyValue, reply: ReplyText): ServiceError | undefined {
  if (isError) return errorIn(value) ?? errorIn({ error: value });
  return reply.isBare(value) ? undefined : errorIn(value);
}

function notAService(words: string, page: boolean): Trouble {
  const why: Why = page ? { reason: "wrong-address", cause: "web-page" } : { reason: "wrong-address" };
  return { error: { status: 200, words }, why };
}
