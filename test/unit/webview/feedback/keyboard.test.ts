// What each key does in the Feedback view.
import { describe, expect, test } from "vitest";
import { feedbackAction, type KeyPlace } from "../../../../src/webview/feedback/keyboard";

const onTitle: KeyPlace = { at: 1, count: 3, onTitle: true };
const onButton: KeyPlace = { at: 1, count: 3, onTitle: false };
const outside: KeyPlace = { at: -1, count: 3, onTitle: false };

const act = (key: string, place: KeyPlace = onTitle, code = "", chord = false): unknown =>
  feedbackAction({ key, code, chord }, place);

describe("a key", () => {
  test.each([
    ["ArrowDown", onTitle, { kind: "move", to: 2 }],
    ["ArrowDown", onButton, { kind: "move", to: 2 }],
    ["ArrowDown", outside, { kind: "move", to: 0 }],
    ["ArrowDown", { ...onTitle, at: 2 }, { kind: "move", to: 2 }],
    ["ArrowUp", onTitle, { kind: "move", to: 0 }],
    ["ArrowUp", outside, undefined],
    ["Home", onTitle, { kind: "move", to: 0 }],
    ["End", onTitle, { kind: "move", to: 2 }],
    ["ArrowRight", onTitle, { kind: "open", open: true }],
    ["ArrowLeft", onTitle, { kind: "open", open: false }],
    ["ArrowLeft", onButton, undefined],
    ["Enter", onTitle, { kind: "goTo" }],
    ["Enter", onButton, undefined],
    [" ", onTitle, undefined],
    ["y", onButton, { kind: "mark", verdict: "met" }],
    ["P", onTitle, { kind: "mark", verdict: "partly" }],
    ["n", onTitle, { kind: "mark", verdict: "missed" }],
    ["d", onTitle, { kind: "disagree" }],
    ["r", onTitle, { kind: "passage" }],
    ["a", onTitle, { kind: "accept" }],
    ["a", outside, undefined],
    ["y", outside, undefined],
    ["u", outside, { kind: "undo" }],
    ["Escape", outside, { kind: "leave" }],
    ["j", onTitle, undefined],
    ["k", onTitle, undefined],
    ["Tab", onTitle, undefined],
  ])("%s at %j", (key, place, action) => {
    expect(act(key, place)).toEqual(action);
  });

  test("with Ctrl, Alt or Cmd is VS Code's", () => {
    expect(act("y", onTitle, "KeyY", true)).toBeUndefined();
    expect(act("ArrowDown", onTitle, "", true)).toBeUndefined();
  });

  test("of another script counts by its place, of another Latin layout by its letter", () => {
    expect(act("н", onTitle, "KeyY")).toEqual({ kind: "mark", verdict: "met" });
    expect(act("y", onTitle, "KeyZ")).toEqual({ kind: "mark", verdict: "met" });
    expect(act("1", onTitle, "Digit1")).toBeUndefined();
  });

  test("does nothing where there is no card", () => {
    expect(act("ArrowDown", { at: -1, count: 0, onTitle: false })).toBeUndefined();
  });
});
