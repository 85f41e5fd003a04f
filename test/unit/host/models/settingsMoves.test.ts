// Old settings of a model under their new names: in which order, and what happens where both are there.
import { describe, expect, it } from "vitest";
import { settingsMoves, type SettingsMove } from "../../../../src/host/models/settingsMoves";

type Settings = Readonly<Record<string, unknown>>;

/** Reads as VS Code does: names below `model` are seen only while `model` itself has no value, and then make it an object. */
function reader(settings: Settings) {
  return (name: string): unknown => {
    if (name.startsWith("model.") && "model" in settings) return undefined;
    if (name === "model" && !("model" in settings)) {
      const below = Object.entries(settings).filter(([key]) => key.startsWith("model."));
      return below.length === 0 ? undefined : Object.fromEntries(below.map(([key, v]) => [key.slice(6), v]));
    }
    return settings[name];
  };
}

function after(settings: Settings, moves: readonly SettingsMove[]): Settings {
  const out: Record<string, unknown> = { ...settings };
  for (const move of moves) {
    if (move.kind === "set") out[move.name] = move.value;
    else Reflect.deleteProperty(out, move.name);
  }
  return out;
}

const old = { "model.baseUrl": "http://127.0.0.1:1/v1", "model.name": "m", "model.timeout": 33, grader: "model" };
const today = {
  "openai.baseUrl": "http://127.0.0.1:1/v1",
  "openai.model": "m",
  timeout: 33,
  model: "openai-compatible",
};

describe("settings under their first names", () => {
  it("move to those of today", () => {
    expect(after(old, settingsMoves(reader(old)))).toEqual(today);
  });

  it.each([
    ["auto", "auto"],
    ["built-in", "none"],
    ["model", "openai-compatible"],
  ])("grader %s becomes model %s", (grader, model) => {
    expect(after({ grader }, settingsMoves(reader({ grader })))).toEqual({ model });
  });

  it("are there, old or new, however early the move breaks off, and the next start finishes it", () => {
    const moves = settingsMoves(reader(old));
    expect(moves).toHaveLength(8);
    for (let made = 0; made <= moves.length; made++) {
      const broken = after(old, moves.slice(0, made));
      expect(after(broken, settingsMoves(reader(broken)))).toEqual(today);
    }
  });

  it("are hidden by no value above them while they are still to be read", () => {
    const moves = settingsMoves(reader(old));
    const valued = moves.findIndex((move) => move.kind === "set" && move.name === "model");
    const lastBelow = moves.findLastIndex((move) => move.name.startsWith("model."));
    expect(valued).toBeGreaterThan(lastBelow);
  });

  it("stay where the new name says something else, or where they are of no use", () => {
    const both = { ...today, grader: "built-in" };
    expect(settingsMoves(reader(both))).toEqual([]);
    expect(settingsMoves(reader({ "model.timeout": "soon", "model.name": 7, grader: "best" }))).toEqual([]);
  });

  it("that are new already are left alone", () => {
    expect(settingsMoves(reader(today))).toEqual([]);
    expect(settingsMoves(reader({}))).toEqual([]);
  });
});
