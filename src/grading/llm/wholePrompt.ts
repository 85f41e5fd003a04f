// Whether a model read all that it was sent. Some servers (Ollama with its default window) cut a long prompt and say nothing.
import type { Prompt } from "./prompt";

/** Characters a token in English technical prose, on the high side, so that the estimate stays low. */
const charactersPerToken = 5;

/**
 * True where the provider's own count shows that the prompt was cut: fewer tokens than words were sent (tokenisers do not
 * join words), or exactly a full window (a multiple of 1024, give or take one) where more was sent. 0 means "not counted".
 */
export function wasCut(prompt: Prompt, tokensIn: number): boolean {
  if (tokensIn <= 0) return false;
  const text = `${prompt.system} ${prompt.user}`.replace(/\s+/g, " ");
  const words = text.match(/\p{L}+|\p{N}+/gu)?.length ?? 0;
  if (tokensIn < 0.9 * words) return true;
  const past = tokensIn % 1024;
  return (past <= 1 || past === 1023) && text.length / charactersPerToken > tokensIn;
}
