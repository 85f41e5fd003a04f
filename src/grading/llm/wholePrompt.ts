// Whether a model read all that it was sent. Some servers (Ollama with its default window) cut a long prompt and say nothing.
import type { Prompt } from "./prompt";
import type { Reply } from "./replyReader";

/** Characters a token in English technical prose, on the high side, so that the estimate stays low. */
const charactersPerToken = 5;

/**
 * True where the provider's own count shows that the prompt was cut: exactly a full window (a multiple of 1024, give or take
 * one) where more was sent; or fewer tokens than words were sent (tokenisers do not join words) and a reply that does not
 * show that it read the answer. A small count alone is no proof: servers leave out what was in their cache. 0 means "not counted".
 */
export function wasCut(
  prompt: Prompt,
  tokensIn: number,
  reply: Reply | undefined,
  criteria: readonly string[],
): boolean {
  if (tokensIn <= 0) return false;
  const text = `${prompt.system} ${prompt.user}`.replace(/\s+/g, " ");
  const past = tokensIn % 1024;
  if ((past <= 1 || past === 1023) && text.length / charactersPerToken > tokensIn) return true;
  const words = text.match(/\p{L}+|\p{N}+/gu)?.length ?? 0;
  return tokensIn < 0.9 * words && !(reply && showsReading(reply, prompt, criteria));
}

/** Whether every criterion has a verdict, and every claim a quote that was sent. */
function showsReading(reply: Reply, prompt: Prompt, criteria: readonly string[]): boolean {
  const sent = squeeze(prompt.user);
  const quoted = reply.criteria.filter((c) => c.verdict === "met" || c.verdict === "partly");
  return (
    quoted.length > 0 &&
    criteria.every((id) => reply.criteria.some((c) => c.id === id)) &&
    quoted.every((c) => c.quotes.some((q) => squeeze(q).length > 3 && sent.includes(squeeze(q))))
  );
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
