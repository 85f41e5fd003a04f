// Lines in, results out: splits a stream into lines and works on several at once while keeping their order.
import { Readable } from "node:stream";

/**
 * The lines of a stream with their 1-based numbers; blank ones are left out. Only line feeds end a line (readline
 * would also split at U+2028, which JSON allows inside a text). Ends early, without an error, once `signal` is
 * aborted.
 */
export async function* numberedLines(
  stream: NodeJS.ReadableStream,
  signal: AbortSignal,
): AsyncGenerator<{ readonly number: number; readonly line: string }> {
  const stop = (): void => {
    if (stream instanceof Readable) stream.destroy();
  };
  signal.addEventListener("abort", stop, { once: true });
  let number = 0;
  let rest: string[] = [];
  stream.setEncoding("utf8");
  try {
    for await (const chunk of stream) {
      const parts = String(chunk).split("\n");
      const last = parts.pop() ?? "";
      for (const part of parts) {
        const line = clean(rest.join("") + part, ++number);
        rest = [];
        if (line !== "") yield { number, line };
        if (signal.aborted) return;
      }
      rest.push(last);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    return;
  } finally {
    signal.removeEventListener("abort", stop);
  }
  const line = clean(rest.join(""), ++number);
  if (line !== "") yield { number, line };
}

function clean(line: string, number: number): string {
  return (number === 1 ? line.replace(/^\uFEFF/, "") : line).trim();
}

/**
 * Runs `work` on up to `limit` items at once and hands the results to `emit` in the order of the items, each as soon
 * as it and all before it are there. Rejects with the first error of either.
 */
export async function inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
  emit: (result: Result) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<Result>>();
  let waiting = 0;
  let emitted: Promise<void> = Promise.resolve();
  for await (const item of items) {
    const result = work(item);
    running.add(result);
    const done = (): boolean => running.delete(result);
    result.then(done, done);
    waiting++;
    emitted = emitted.then(async () => {
      await emit(await result);
      waiting--;
    });
    // Told at the end by awaiting `emitted`; without this Node would call it unhandled in between.
    emitted.catch(() => undefined);
    if (running.size >= limit) await Promise.race(running);
    // A slow line must not make those behind it pile up in memory.
    if (waiting >= limit * 32) await emitted;
  }
  await emitted;
}
