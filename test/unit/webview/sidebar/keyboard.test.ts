// What each key does on the tree.
import { describe, expect, test } from "vitest";
import { indexRoadmaps } from "../../../../src/webview/sidebar/filter";
import { treeAction, TypeAhead, type KeyPress } from "../../../../src/webview/sidebar/keyboard";
import { buildRows, type TreeRow } from "../../../../src/webview/sidebar/rows";
import { freshUiState } from "../../../../src/webview/sidebar/uiState";
import { SearchTexts } from "../../../../src/webview/sidebar/texts";
import { ai, labels } from "./sampleRoadmap";

// 0 topic NLP, 1 attention, 2 résumé, 3 topic image models, 4 notes, 5 GAN, 6 VAE
function rowsOf(toggled: readonly string[]): readonly TreeRow[] {
  const ui = { ...freshUiState, toggled };
  const source = { roadmaps: indexRoadmaps([ai]), texts: new SearchTexts(), notices: [], flipped: new Set<string>() };
  return buildRows({ ...source, ui, labels }).rows;
}
const rows = rowsOf([]);
const closed = rowsOf(["t:ai/nlp", "t:ai/image-models"]);

function act(key: string, at: number, modifiers: Partial<KeyPress> = {}, on: readonly TreeRow[] = rows): unknown {
  return treeAction({ key, command: false, shift: false, alt: false, ...modifiers }, on, at, 3, new TypeAhead(), 0);
}
const move = (to: number): unknown => ({ kind: "move", to });

describe("treeAction", () => {
  test.each([
    ["ArrowDown", 0, move(1)],
    ["ArrowDown", 6, move(6)],
    ["ArrowUp", 0, move(0)],
    ["ArrowUp", 3, move(2)],
    ["Home", 5, move(0)],
    ["End", 0, move(6)],
    ["PageDown", 0, move(2)],
    ["PageUp", 6, move(4)],
    ["PageUp", 1, move(0)],
    ["ArrowRight", 0, move(1)],
    ["ArrowRight", 1, { kind: "expand", at: [1], open: true }],
    ["ArrowLeft", 0, { kind: "expand", at: [0], open: false }],
    ["ArrowLeft", 6, move(3)],
    ["Enter", 5, { kind: "activate", at: 5, beside: false }],
    [" ", 5, { kind: "activate", at: 5, beside: false }],
    ["/", 5, { kind: "search" }],
    ["Tab", 0, undefined],
    ["F5", 0, undefined],
    ["Escape", 0, undefined],
  ])("%s on row %i", (key, at, action) => {
    expect(act(key, at)).toEqual(action);
  });

  test("Ctrl or Cmd with Enter opens beside; other chords are left to VS Code", () => {
    expect(act("Enter", 5, { command: true })).toEqual({ kind: "activate", at: 5, beside: true });
    expect(act("c", 5, { command: true })).toBeUndefined();
    expect(act("ArrowDown", 5, { alt: true })).toBeUndefined();
  });

  test("a closed topic opens; at the top, Left leads nowhere; * opens the siblings", () => {
    expect(act("ArrowRight", 1, {}, closed)).toEqual({ kind: "expand", at: [1], open: true });
    expect(act("ArrowLeft", 1, {}, closed)).toBeUndefined();
    expect(act("*", 1, {}, closed)).toEqual({ kind: "expand", at: [0, 1], open: true });
    expect(act("*", 5)).toEqual({ kind: "expand", at: [5, 6], open: true });
  });

  test("an empty tree answers no key", () => {
    expect(act("ArrowDown", -1, {}, [])).toBeUndefined();
  });
});

describe("TypeAhead", () => {
  test("letters join while they come quickly, and start anew after a pause", () => {
    const typeAhead = new TypeAhead();
    expect(typeAhead.type("t", rows, 0, 0)).toBe(5);
    expect(typeAhead.type("r", rows, 5, 100)).toBe(5);
    expect(typeAhead.type("x", rows, 5, 200)).toBeUndefined();
    expect(typeAhead.type("w", rows, 5, 2000)).toBe(6);
  });

  test("goes on from the current row, wraps, and ignores case and accents", () => {
    expect(new TypeAhead().type("N", rows, 0, 0)).toBe(4);
    expect(new TypeAhead().type("n", rows, 4, 0)).toBe(0);
    expect(new TypeAhead().type("r", rows, 0, 0)).toBe(2);
  });

  test("the same letter again goes to the next row that begins with it", () => {
    const typeAhead = new TypeAhead();
    expect(typeAhead.type("n", rows, 1, 0)).toBe(4);
    expect(typeAhead.type("n", rows, 4, 100)).toBe(0);
  });

  test("a space belongs to a word being typed", () => {
    const typeAhead = new TypeAhead();
    const press = (key: string, now: number): unknown =>
      treeAction({ key, command: false, shift: false, alt: false }, rows, 0, 3, typeAhead, now);
    for (const letter of "image") press(letter, 0);
    expect(press(" ", 100)).toEqual(move(3));
  });
});
