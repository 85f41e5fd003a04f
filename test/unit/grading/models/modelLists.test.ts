// Lists of models as services really send them, and where they are found.
import { describe, expect, it } from "vitest";
import { listModels } from "../../../../src/grading/models/services";
import { json, withServer, type Handler } from "./rawServer";

const never = new AbortController().signal;

async function listed(handle: Handler, path = "/v1", key?: string) {
  return withServer(handle, async (origin, asked) => {
    const list = await listModels(`${origin}${path}`, key, never);
    return { list, asked, base: list.kind === "ok" ? list.baseUrl?.replace(origin, "") : "" };
  });
}

describe("a list of models", () => {
  it.each([
    [{ data: [{ id: "a" }, { id: "b" }] }, ["a", "b"]],
    [{ object: "list", data: null }, []],
    [{ data: [] }, []],
    [{ models: [{ name: "models/a" }, { model: "b" }] }, ["models/a", "b"]],
    [{ data: [{ name: "a" }, {}, null, 5, { id: "" }] }, ["a"]],
    [[{ id: "a" }, { id: "a" }], ["a"]],
    [
      ["a", "b"],
      ["a", "b"],
    ],
    [{ data: { models: [{ id: "a" }] } }, ["a"]],
    [{ models: { a: { size: 1 }, b: {} } }, ["a", "b"]],
    [{ result: [{ id: "a" }] }, ["a"]],
  ])("%j is read", async (body, models) => {
    const { list } = await listed((response) => json(response, 200, body));
    expect(list).toMatchObject({ kind: "ok", models });
  });

  it("has prices where the service names them", async () => {
    const data = [
      { id: "a", pricing: { prompt: "0.0000004", completion: "0.0000016", request: "0" } },
      { id: "b", pricing: { prompt: "0", completion: "0" } },
      { id: "depends", pricing: { prompt: "-1", completion: "-1" } },
      { id: "by request", pricing: { prompt: "0.1", completion: "0.1", request: "0.05" } },
      { id: "half", pricing: { prompt: "0.1" } },
      { id: "words", pricing: { prompt: "a lot", completion: "" } },
      { id: "none" },
    ];
    const { list } = await listed((response) => json(response, 200, { data }));
    if (list.kind !== "ok") throw new Error(list.reason);
    expect(list.models).toHaveLength(data.length);
    expect([...(list.prices ?? [])].map(([name]) => name)).toEqual(["a", "b"]);
    expect(list.prices?.get("a")?.input).toBeCloseTo(0.4, 9);
    expect(list.prices?.get("a")?.output).toBeCloseTo(1.6, 9);
    expect(list.prices?.get("b")).toEqual({ input: 0, output: 0, currency: "USD" });
  });

  it.each([[{ status: "ok" }], [null], [7], ["<html>"], ["{"]])("%j is none", async (body) => {
    const { list } = await listed((response) => json(response, 200, body));
    expect(list).toMatchObject({ kind: "failed", reason: "wrong-address" });
  });

  it.each([
    ["", "/v1/models", "/v1"],
    ["/v1/chat/completions", "/v1/models", "/v1"],
    ["/x?api-version=preview", "/x/models?api-version=preview", "/x?api-version=preview"],
  ])("is found from %j, and it is told where", async (path, real, base) => {
    const found = await listed(
      (response, { url }) => json(response, url === real ? 200 : 404, url === real ? { data: [] } : "not here"),
      path,
    );
    expect(found.list.kind).toBe("ok");
    expect(found.base).toBe(base);
  });

  it("of Azure's is asked for with Azure's header, and with the usual one where that is refused", async () => {
    const key = "0123456789abcdef";
    const { list, asked } = await listed(
      (response, { headers }) =>
        headers.authorization === undefined ? json(response, 401, { error: "no" }) : json(response, 200, []),
      "/openai/v1?api-version=preview",
      key,
    );
    expect(list.kind).toBe("ok");
    expect(asked.map((a) => a.headers["api-key"])).toEqual([key, undefined]);
  });

  it("is followed in the same place only, with the key", async () => {
    const key = "0123456789abcdef";
    const { list, asked } = await listed(
      (response, { url }) =>
        url === "/v1/models" ? void response.writeHead(308, { location: "/new" }).end() : json(response, 200, []),
      "/v1",
      key,
    );
    expect(list.kind).toBe("ok");
    expect(asked.at(-1)).toMatchObject({ url: "/new", headers: { authorization: `Bearer ${key}` } });
  });
});
