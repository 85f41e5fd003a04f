// Lines out of chunks, and order under concurrency.
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { inOrder, numberedLines } from "../../../src/cli/lines";

async function linesOf(chunks: readonly (string | Buffer)[]): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for await (const { number, line } of numberedLines(
    Readable.from(chunks.map((c) => Buffer.from(c))),
    new AbortController().signal,
  ))
    lines.push([number, line]);
  return lines;
}

async function* items(n: number): AsyncGenerator<number> {
  for (let i = 0; i < n; i++) yield await Promise.resolve(i);
}

describe("numberedLines", () => {
  it("joins lines across chunks, also within a character", async () => {
    const bytes = Buffer.from("aé🙂\n\r\n b\u2028c \r\nlast");
    const pieces = [...bytes].map((byte) => Buffer.from([byte]));
    expect(await linesOf(pieces)).toEqual([
      [1, "aé🙂"],
      [3, "b\u2028c"],
      [4, "last"],
    ]);
  });

  it("gives nothing for an empty stream", async () => {
    expect(await linesOf([])).toEqual([]);
    expect(await linesOf(["\n\n"])).toEqual([]);
  });

  it("ends without an error once aborted", async () => {
    const stop = new AbortController();
    const endless = new Readable({ read() {} });
    endless.push("one\ntwo\n");
    const seen: string[] = [];
    for await (const { line } of numberedLines(endless, stop.signal)) {
      seen.push(line);
      stop.abort();
    }
    expect(seen).toEqual(["one"]);
    expect(endless.destroyed).toBe(true);
  });
});

describe("inOrder", () => {
  it("emits in order although later work ends first, and never runs more than the limit", async () => {
    const release: (() => void)[] = [];
    let running = 0;
    let most = 0;
    const emitted: number[] = [];
    const done = inOrder(
      items(6),
      3,
      async (i) => {
        most = Math.max(most, ++running);
        await new Promise<void>((resolve) => {
          release[i] = resolve;
          // The first is let go by the third, which ends before it.
          if (i === 2) [release[1], release[2], release[0]].forEach((go) => go?.());
          if (i > 2) resolve();
        });
        running--;
        return i;
      },
      (i) => {
        emitted.push(i);
        return Promise.resolve();
      },
    );
    await done;
    expect(emitted).toEqual([0, 1, 2, 3, 4, 5]);
    expect(most).toBe(3);
  });

  it("passes on the first error of writing", async () => {
    await expect(
      inOrder(
        items(100),
        2,
        (i) => Promise.resolve(i),
        (i) => (i === 5 ? Promise.reject(new Error("full disk")) : Promise.resolve()),
      ),
    ).rejects.toThrow("full disk");
  });
});
