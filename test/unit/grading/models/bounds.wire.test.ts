// Bodies that never end: one call, a bounded number of bytes, and the process goes on answering meanwhile.
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { listModels } from "../../../../src/grading/models/services";
import { chunk, complete, json, withServer, type Handler } from "./rawServer";
import { cpuTime } from "../../../support/cpuTime";

const never = new AbortController().signal;
let written = 0;

/** Writes `piece` as fast as it is taken, for ever. */
function pour(response: ServerResponse, piece: string): void {
  if (response.destroyed) return;
  written += piece.length;
  response.write(piece, () => pour(response, piece));
}

const pouring =
  (type: string, piece: string, before = "", status = 200): Handler =>
  (response) => {
    response.writeHead(status, { "content-type": type });
    if (before !== "") response.write(before);
    pour(response, piece);
  };
const stream = "text/event-stream";
const bomb = gzipSync(Buffer.alloc(32 << 20, 0x20));
const packed =
  (status: number): Handler =>
  (response) =>
    void response.writeHead(status, { "content-type": "application/json", "content-encoding": "gzip" }).end(bomb);

describe("a reply that never ends", () => {
  it.each<readonly [string, Handler]>([
    ["white space", pouring("application/json", " ".repeat(65_536))],
    ["one object", pouring("application/json", "x".repeat(65_536), '{"choices":[{"message":{"content":"')],
    ["a line of a stream", pouring(stream, "x".repeat(65_536))],
    ["one event", pouring(stream, "x".repeat(65_536), "data: ")],
    ["words", pouring(stream, chunk({ content: "word ".repeat(50) }).repeat(50))],
    ["thinking", pouring(stream, chunk({ reasoning_content: "hm ".repeat(50) }).repeat(50))],
    ["a refusal", pouring(stream, chunk({ refusal: "no ".repeat(50) }).repeat(50))],
    ["a tool call", pouring(stream, chunk({ tool_calls: [{ function: { arguments: "x".repeat(150) } }] }).repeat(50))],
    ["empty events", pouring(stream, "data:\n\n".repeat(4_000))],
    ["comments", pouring(stream, ": alive\n\n".repeat(4_000))],
    ["an error", pouring("application/json", "e".repeat(16_384), "", 500)],
    ["a packed reply", packed(200)],
    ["a packed error", packed(429)],
  ])("of %s is told as too long, after one request", async (_what, handle) => {
    written = 0;
    let longest = 0;
    let at = cpuTime();
    const look = setInterval(() => {
      longest = Math.max(longest, cpuTime() - at);
      at = cpuTime();
    }, 5);
    const { outcome, asked } = await complete(handle);
    clearInterval(look);
    expect(outcome).toMatchObject({ kind: "failed", reason: "too-long-reply" });
    expect(asked).toHaveLength(1);
    // What the sockets hold between the two comes on top of the bound.
    expect(written).toBeLessThan(24 << 20);
    // The server runs in the same process, and other tests beside it: a bound that a stall cannot pass.
    expect(longest).toBeLessThan(400);
  });

  it("as a list of models", async () => {
    await withServer(pouring("application/json", '{"id":"m"},'.repeat(1_000), '{"data":['), async (origin, asked) => {
      expect(await listModels(`${origin}/v1`, undefined, never)).toMatchObject({ reason: "too-long-reply" });
      expect(asked).toHaveLength(1);
    });
  });

  it("is not one that is long", async () => {
    const words = "word ".repeat(50_000);
    const { outcome } = await complete((response) =>
      json(response, 200, { choices: [{ message: { content: words }, finish_reason: "stop" }] }),
    );
    expect(outcome).toMatchObject({ kind: "ok", text: words });
  });
});
