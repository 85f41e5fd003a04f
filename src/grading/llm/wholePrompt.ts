// Whether a model read all that it was sent. Some servers (Ollama with its default window) cut a long prompt and say
// nothing.
import type { Prompt } from "./prompt";

/** Characters a token in English technical prose, on the high side, so that the estimate stays low. */
const charactersPerToken = 5;
/** No model in use has a smaller window; a smaller count is what a server did not have in its cache. */
const smallestWindow = 1000;

/**
 * True where the provider's own count shows that the prompt was cut: exactly a full window (a multiple of 1024, give or
 * take one) where more was sent, or fewer tokens than words of the answer, which is behind a fresh fence and in no cache
 * (tokenisers do not join words). 0 means "not counted".
 */
export function wasCut(prompt: Prompt, tokensIn: number): boolean {
  if (tokensIn < smallestWindow) return false;
  const text = `${prompt.system} ${prompt.user}`.replace(/\s+/g, " ");
  const past = tokensIn % 1024;
  if ((past <= 1 || past === 1023) && text.length / charactersPerToken > tokensIn) return true;
  const fresh = prompt.user.slice(Math.max(0, prompt.user.indexOf("<answer-")));
  return tokensIn < 0.9 * (fresh.match(/\p{L}+|\p{N}+/gu)?.length ?? 0);
}
