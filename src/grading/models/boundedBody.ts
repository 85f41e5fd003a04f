// The one place where bytes of a response are counted, after unpacking. What is longer than its bound is not read on:
// the connection is closed and `TooLong` is thrown.

import { Turns } from "./turns";

/**
 * Most bytes of each kind of body. A stream wraps each word in some 200 bytes; the words themselves are bounded by
 * `longestReply`.
 */
export const bounds = { reply: 256 * 1024, stream: 8 * 1024 * 1024, error: 64 * 1024, list: 1024 * 1024 } as const;

/** A body that went on past its bound. */
export class TooLong extends Error {
  constructor(bound: number) {
    super(`The body is longer than ${String(bound)} bytes.`);
  }
}

/** The pieces of a body as they come, at most `bound()` bytes in all; ends with the signal's reason once it fires. */
export async function* pieces(
  body: ReadableStream<Uint8Array> | null,
  bound: () => number,
  signal: AbortSignal,
  seen?: () => void,
): AsyncGenerator<Uint8Array, void, void> {
  if (body === null) return;
  const reader = body.getReader();
  // The runtime forgets to tell a body of its request's signal once the request is collected.
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener("abort", cancel, { once: true });
  let count = 0;
  const turns = new Turns();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return;
      seen?.();
      count += value.byteLength;
      if (count > bound()) throw new TooLong(bound());
      yield value;
      if (turns.over) await turns.pass();
    }
  } finally {
    signal.removeEventListener("abort", cancel);
    cancel();
  }
}

/**
 * A whole body as text, at most `bound` bytes. Throws `TooLong`, the signal's reason, or what the connection throws.
 */
export async function boundedText(
  response: Response,
  bound: number,
  signal: AbortSignal,
  seen?: () => void,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of pieces(response.body, () => bound, signal, seen))
    text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}
