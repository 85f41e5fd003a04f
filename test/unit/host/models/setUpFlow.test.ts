// The order of the set-up, without VS Code: when a key is asked for, when it is kept, and which address is.
import { describe, expect, it } from "vitest";
import type { ModelListOutcome } from "../../../../src/grading/llm/modelClient";
import { services } from "../../../../src/grading/models/knownServices";
import type { TestCall } from "../../../../src/grading/models/testCall";
import { setUp, type SetUpScreens, type SetUpWork } from "../../../../src/host/models/setUpFlow";

const baseUrl = "https://models.example.org/v1";
const custom = services.find((s) => s.id === "custom");
if (custom === undefined) throw new Error("no custom service");
const chosen = { service: custom, baseUrl };
const listed: ModelListOutcome = { kind: "ok", models: ["m1", "m2"], baseUrl };
const speed = { secondsPerTokenIn: 0.001, secondsPerTokenOut: 0.02 };
const times = { firstTokenMs: 1, totalMs: 2, speed };
const worked: TestCall = { kind: "ok", model: "m1", ...times, mode: "json_schema", right: true };
const refused = { kind: "failed", reason: "refused", detail: "" } as const;

/** Runs the set-up; `log` is what was asked, in order, and what was kept. */
async function run(
  given: {
    readonly stored?: string;
    readonly keys?: readonly (string | undefined)[];
    readonly list?: (key: string | undefined) => ModelListOutcome;
    readonly test?: (key: string | undefined) => TestCall;
    readonly model?: SetUpScreens["pickModel"];
    readonly use?: SetUpScreens["pickUse"];
    readonly failed?: SetUpScreens["listFailed"];
    readonly service?: typeof chosen;
  } = {},
): Promise<string[]> {
  const log: string[] = [];
  const keys = [...(given.keys ?? [])];
  const screens: SetUpScreens = {
    pickService: () => Promise.resolve(given.service ?? chosen),
    askKey: (_baseUrl, why) => {
      log.push(`key? ${why}`);
      return Promise.resolve(keys.shift());
    },
    pickModel: given.model ?? (() => Promise.resolve({ model: "m1" })),
    listFailed: given.failed ?? (() => Promise.resolve(undefined)),
    pickUse: given.use ?? (() => Promise.resolve("use")),
  };
  const work: SetUpWork = {
    storedKey: () => Promise.resolve(given.stored),
    list: (_baseUrl, key) => {
      log.push(`list ${key ?? "-"}`);
      return Promise.resolve(given.list?.(key) ?? listed);
    },
    test: (_baseUrl, model, key) => {
      log.push(`test ${model} ${key ?? "-"}`);
      return Promise.resolve(given.test?.(key) ?? worked);
    },
    keep: (url, model, key, { speed: kept, price }) => {
      expect(kept).toBe(speed);
      log.push(`keep ${url} ${model} ${key ?? "-"}${price === undefined ? "" : ` at ${String(price.output)}`}`);
      return Promise.resolve();
    },
    warn: () => undefined,
  };
  await setUp(screens, work);
  return log;
}

describe("setting up a model", () => {
  it("keeps what was tried, and nothing before", async () => {
    expect(await run()).toEqual(["list -", "test m1 -", `keep ${baseUrl} m1 -`]);
    expect(await run({ use: () => Promise.resolve(undefined) })).toEqual(["list -", "test m1 -"]);
  });

  it("keeps the price of the model where its service names one", async () => {
    const prices = new Map([["m1", { input: 1, output: 3, currency: "USD" }]]);
    const list = (): ModelListOutcome => ({ ...listed, prices });
    expect((await run({ list })).at(-1)).toBe(`keep ${baseUrl} m1 - at 3`);
    const other: SetUpScreens["pickModel"] = () => Promise.resolve({ model: "m2" });
    expect((await run({ list, model: other })).at(-1)).toBe(`keep ${baseUrl} m2 -`);
  });

  it("asks for another key where the list is public and the test call refuses it", async () => {
    const right = (key: string | undefined): TestCall => (key === "right" ? worked : refused);
    expect(await run({ stored: "wrong", keys: ["right"], test: right })).toEqual([
      "list wrong",
      "test m1 wrong",
      "key? refused",
      "test m1 right",
      `keep ${baseUrl} m1 right`,
    ]);
    expect(await run({ stored: "wrong", keys: [undefined], test: right })).toEqual([
      "list wrong",
      "test m1 wrong",
      "key? refused",
    ]);
  });

  it("asks on the spot where the list wants a key, until one can be right", async () => {
    const list = (key: string | undefined): ModelListOutcome =>
      key === "right" ? listed : { kind: "failed", reason: key === undefined ? "no-key" : "refused", detail: "" };
    expect(await run({ keys: ["wrong", "no–key", " right\u200b"], list })).toEqual([
      "list -",
      "key? missing",
      "list wrong",
      "key? refused",
      "key? unusable",
      "list right",
      "test m1 right",
      `keep ${baseUrl} m1 right`,
    ]);
  });

  it("does not ask for a key where the refusal is about something else", async () => {
    const test = (): TestCall => ({ kind: "failed", reason: "refused", cause: "no-credit", detail: "" });
    expect(await run({ stored: "k1", test })).toEqual(["list k1", "test m1 k1"]);
  });

  it("takes another key at any step", async () => {
    let asked = 0;
    const model: SetUpScreens["pickModel"] = () => Promise.resolve(asked++ === 0 ? "other-key" : { model: "m2" });
    const use: SetUpScreens["pickUse"] = () => Promise.resolve(asked++ === 2 ? "other-key" : "use");
    expect(await run({ stored: "k1", keys: ["k2", "k3"], model, use })).toEqual([
      "list k1",
      "key? other",
      "list k2",
      "test m2 k2",
      "key? other",
      "test m2 k3",
      `keep ${baseUrl} m2 k3`,
    ]);
  });

  it("keeps the address that answered", async () => {
    const typed = { service: custom, baseUrl: "https://models.example.org" };
    expect((await run({ service: typed })).at(-1)).toBe(`keep ${baseUrl} m1 -`);
    const found = `${baseUrl}/v1`;
    expect((await run({ test: () => ({ ...worked, baseUrl: found }) })).at(-1)).toBe(`keep ${found} m1 -`);
  });

  it("lets a model be named where none is listed, or tries again", async () => {
    let times = 0;
    const list = (): ModelListOutcome => ({ kind: "failed", reason: "server-error", detail: "" });
    const failed: SetUpScreens["listFailed"] = () => Promise.resolve(times++ === 0 ? "again" : "by-hand");
    expect(await run({ list, failed })).toEqual(["list -", "list -", "test m1 -", `keep ${baseUrl} m1 -`]);
  });
});
