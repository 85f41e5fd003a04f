// Setting a model up: who is asked, with what, and what a test call measures.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openAiCompatible } from "../../../../src/grading/models/openAiCompatible";
import { isThisMachine } from "../../../../src/grading/models/baseUrl";
import { services, type Service } from "../../../../src/grading/models/knownServices";
import { listModels, probeLocal } from "../../../../src/grading/models/services";
import { testCall } from "../../../../src/grading/models/testCall";
import { honestScript, httpError, startModelServer, streamed, type ModelServer } from "../../../support/modelServer";

const never = new AbortController().signal;
let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer({ models: ["a", "b", "a"] });
});
afterAll(() => server.close());
beforeEach(() => {
  server.script(honestScript());
  server.clear();
});

function service(baseUrl: string): Service {
  return { id: "ollama", name: "Test", baseUrl, local: true, needsKey: "no" };
}

describe("local services", () => {
  it("are found where they answer, with their models", async () => {
    const found = await probeLocal(never, { among: [service("http://127.0.0.1:9/v1"), service(server.url)] });
    expect(found).toEqual([{ service: service(server.url), models: ["a", "b"] }]);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  it("are asked on this machine only", async () => {
    const asked: string[] = [];
    const spy: typeof fetch = (url) => {
      asked.push(url instanceof Request ? url.url : String(url));
      return Promise.reject(new TypeError("refused"));
    };
    expect(
      await probeLocal(never, {
        fetch: spy,
        among: [
          ...services,
          service("https://example.org/v1"),
          service("http://127.0.0.1.example.org/v1"),
          service("not a url"),
        ],
      }),
    ).toEqual([]);
    expect(asked).toEqual([
      "http://127.0.0.1:11434/v1/models",
      "http://127.0.0.1:1234/v1/models",
      "http://127.0.0.1:8080/v1/models",
      "http://127.0.0.1:8000/v1/models",
    ]);
  });

  it("are known by their host", () => {
    expect(["http://localhost:1/v1", "http://[::1]:1/", "http://127.0.0.1"].map(isThisMachine)).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      ["http://localhost.example.org", "https://api.openai.com/v1", "", "http://10.0.0.1"].map(isThisMachine),
    ).toEqual([false, false, false, false]);
  });
});

describe("the models of a service", () => {
  it("are listed with the key in the header only", async () => {
    expect(await listModels(`${server.url}/`, "sk-secret-1234567", never)).toEqual({
      kind: "ok",
      models: ["a", "b"],
      baseUrl: server.url,
    });
    expect(server.requests[0]).toMatchObject({
      path: "/v1/models",
      raw: "",
      headers: { authorization: "Bearer sk-secret-1234567" },
    });
  });

  it("or the reason why not", async () => {
    const answer =
      (status: number, body: string): typeof fetch =>
      () =>
        Promise.resolve(new Response(body, { status }));
    const list = (answering: typeof fetch, key?: string) =>
      listModels("http://127.0.0.1:1/v1", key, never, { fetch: answering });
    expect(await list(answer(401, "no key"))).toMatchObject({ reason: "no-key" });
    expect(await list(answer(401, "bad key sk-secret-1234567"), "sk-secret-1234567")).toEqual({
      kind: "failed",
      reason: "refused",
      detail: "401 bad key …",
      said: "bad key …",
    });
    expect(await list(answer(200, "<html>"))).toMatchObject({ reason: "wrong-address", cause: "web-page" });
    expect(await list(answer(200, '{"data":5}'))).toMatchObject({ reason: "wrong-address" });
    expect(await list(answer(200, '{"data":[{"id":"m"},{},null,{"id":3}]}'))).toMatchObject({
      kind: "ok",
      models: ["m"],
    });
    expect(await listModels("http://127.0.0.1:9/v1", undefined, never)).toMatchObject({ reason: "offline" });
    expect(await listModels("http://", undefined, never)).toMatchObject({ kind: "failed", reason: "wrong-address" });
    const slow: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(new Error("aborted"))));
    expect(await listModels("http://127.0.0.1:1/v1", undefined, never, { fetch: slow, timeout: 10 })).toMatchObject({
      reason: "timed-out",
    });
  });
});

describe("a test call", () => {
  const client = () => openAiCompatible({ baseUrl: server.url, model: "a", timeout: 5_000 });

  it("grades a tiny sample for real and says what it measured", async () => {
    const outcome = await testCall(client(), never);
    expect(outcome).toMatchObject({ kind: "ok", model: "a", mode: "json_schema", right: true });
    if (outcome.kind !== "ok") return;
    expect(outcome.firstTokenMs).toBeGreaterThan(0);
    expect(outcome.totalMs).toBeGreaterThanOrEqual(outcome.firstTokenMs);
  });

  it("says when the model is too weak, or cannot", async () => {
    server.script(() =>
      streamed(
        '{"criteria":[{"id":"density","quotes":[],"reason":"","verdict":"missed"},' +
          '{"id":"shrinks","quotes":[],"reason":"","verdict":"met"}]}',
      ),
    );
    expect(await testCall(client(), never)).toMatchObject({ kind: "ok", right: false });
    server.script(() => streamed("Hello!"));
    expect(await testCall(client(), never)).toMatchObject({ kind: "failed", reason: "malformed" });
    server.script(() => httpError(404, "no such model"));
    expect(await testCall(client(), never)).toMatchObject({ kind: "failed", reason: "no-model" });
  });
});
