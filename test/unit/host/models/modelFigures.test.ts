// What set-up learned of a model is found again by endpoint and name, and read as if a stranger had written it.
import { beforeEach, describe, expect, it } from "vitest";
import { ModelFigures } from "../../../../src/host/models/modelFigures";

const endpoint = "https://models.example.org/v1";
const speed = { secondsPerTokenIn: 0.001, secondsPerTokenOut: 0.02 };
const price = { input: 0.4, output: 1.6, currency: "USD" };

describe("figures of a model", () => {
  let stored: unknown;
  let figures: ModelFigures;
  beforeEach(() => {
    stored = undefined;
    figures = new ModelFigures({
      keys: () => [],
      get: () => stored as never,
      update: (_key: string, value: unknown) => {
        stored = JSON.parse(JSON.stringify(value));
        return Promise.resolve();
      },
    });
  });

  it("are kept by endpoint and name", async () => {
    await figures.keep(`${endpoint}/`, "m", { speed, price });
    await figures.keep(endpoint, "other", { speed });
    expect(figures.of(endpoint, "m")).toEqual({ speed, price });
    expect(figures.of(endpoint, "other")).toEqual({ speed });
    expect(figures.of("https://elsewhere.example.org/v1", "m")).toEqual({});
  });

  it("give way to later ones, also where these know less", async () => {
    await figures.keep(endpoint, "m", { speed, price });
    await figures.keep(endpoint, "m", { speed });
    expect(figures.of(endpoint, "m")).toEqual({ speed });
  });

  it("are those of the last twenty models", async () => {
    for (let i = 0; i < 30; i++) await figures.keep(endpoint, `m${String(i)}`, { speed });
    expect(figures.of(endpoint, "m9")).toEqual({});
    expect(figures.of(endpoint, "m10")).toEqual({ speed });
    expect(stored).toHaveLength(20);
  });

  it.each([7, null, ["x"], [{ id: 3 }], [{ id: `${endpoint}\nm`, speed: { secondsPerTokenIn: -1 }, price: "a lot" }]])(
    "%j holds none",
    (value) => {
      stored = value;
      expect(figures.of(endpoint, "m")).toEqual({});
    },
  );
});
