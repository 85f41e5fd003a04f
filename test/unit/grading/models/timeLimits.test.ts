// Limits that hold although nothing else does: after a garbage collection, on every Node that VS Code brings.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, describe, expect, it } from "vitest";
import { pieces } from "../../../../src/grading/models/boundedBody";
import { listModels } from "../../../../src/grading/models/services";
import { watch } from "../../../../src/grading/models/timeLimits";
import { chunk, complete, withServer, type Handler } from "./rawServer";

setFlagsFromString("--expose-gc");
const collect = setInterval(runInNewContext("gc") as () => void, 30);
afterAll(() => clearInterval(collect));

const stalls: Handler = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"data":[');
};

describe("a time limit", () => {
  it("ends a list that stalls", async () => {
    await withServer(stalls, async (origin) => {
      const list = await listModels(`${origin}/v1`, undefined, new AbortController().signal, { timeout: 300 });
      expect(list).toMatchObject({ reason: "timed-out" });
    });
  });

  it("ends a reply that stalls", async () => {
    const { outcome } = await complete(
      (response) => {
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.write(chunk({ content: "fi" }));
      },
      { stall: 300 },
    );
    expect(outcome).toMatchObject({ reason: "timed-out" });
  });

  it("ends a model on this machine that never says a word, after the time in all", async () => {
    const { outcome } = await complete(() => undefined, { timeout: 100, total: 400 });
    expect(outcome).toMatchObject({ reason: "timed-out", detail: expect.stringMatching(/^no end/) as string });
  });

  it("gives way to the learner's own", async () => {
    await withServer(stalls, async (origin) => {
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 150);
      expect(await listModels(`${origin}/v1`, undefined, stop.signal)).toMatchObject({ reason: "cancelled" });
    });
  });

  it("leaves no listener with the caller", () => {
    const caller = new AbortController();
    const watching = watch(caller.signal, { stall: 10, total: 10 });
    watching.stop();
    caller.abort();
    expect(watching.signal.aborted).toBe(false);
  });

  it("closes a body that is read no further", async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(10)),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const piece of pieces(body, () => 100, new AbortController().signal)) {
      expect(piece).toHaveLength(10);
      break;
    }
    expect(cancelled).toBe(true);
  });
});
