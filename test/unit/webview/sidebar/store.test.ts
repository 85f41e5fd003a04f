// The sidebar's state: what a message, a search or an expansion changes, and what is kept.
import { describe, expect, test } from "vitest";
import { Store, type Change } from "../../../../src/webview/sidebar/store";
import { freshUiState, readUiState, type UiState } from "../../../../src/webview/sidebar/uiState";
import { imageTexts, readyState } from "./sampleRoadmap";

function store(saved: UiState = freshUiState): {
  readonly store: Store;
  readonly changes: Change[];
  readonly keys: () => string[];
} {
  const changes: Change[] = [];
  const made = new Store(saved, (change) => changes.push(change));
  made.receive(readyState());
  changes.length = 0;
  return { store: made, changes, keys: () => made.view.rows.map((r) => r.key) };
}

describe("Store", () => {
  test("expansion is toggled from its default and remembered", () => {
    const { store: s, changes } = store();
    s.expand(["t:ai/nlp", "q:ai/gan"], false);
    expect(s.ui.toggled).toEqual(["t:ai/nlp"]);
    s.expand(["q:ai/gan"], true);
    expect(s.ui.toggled).toEqual(["t:ai/nlp", "q:ai/gan"]);
    s.expand(["t:ai/nlp"], true);
    expect(s.ui.toggled).toEqual(["q:ai/gan"]);
    expect(changes).toEqual(["rows", "rows", "rows"]);
  });

  test("closing a topic during a search does not outlive the search", () => {
    const { store: s, keys } = store();
    s.search("training");
    s.expand(["t:ai/image-models"], false);
    expect(keys()).toEqual(["t:ai/image-models"]);
    expect(s.ui.toggled).toEqual([]);
    s.search("training ga");
    s.search("training");
    expect(keys()).toEqual(["t:ai/image-models", "q:ai/gan"]);
  });

  test("narrowing starts at the top; clearing brings all back", () => {
    const { store: s, keys } = store({ ...freshUiState, scrollTop: 90 });
    const all = keys();
    s.filter("draft");
    expect([s.ui.scrollTop, keys()]).toEqual([0, ["t:ai/image-models", "q:ai/gan"]]);
    s.clear();
    expect(keys()).toEqual(all);
  });
});

describe("what the store asks the host for, and what it keeps", () => {
  test("a row's content is wanted once after each state, and the old one shows meanwhile", () => {
    const { store: s } = store();
    expect([s.wantsContent("q:ai/gan"), s.wantsContent("q:ai/gan")]).toEqual([true, false]);
    s.takeContent({ roadmap: "ai", question: "gan" }, "Why?");
    s.receive(readyState());
    expect([s.content("q:ai/gan"), s.wantsContent("q:ai/gan")]).toEqual(["Why?", true]);
  });

  test("moving to the same row again changes nothing", () => {
    const { store: s, changes } = store();
    s.moveTo("q:ai/gan");
    s.moveTo("q:ai/gan");
    expect(changes).toEqual(["current"]);
  });

  test("texts are wanted once a search begins and again once they may have changed", () => {
    const { store: s, changes, keys } = store();
    expect(s.wantsTexts()).toBe(false);
    s.search("minibatch");
    expect([s.wantsTexts(), s.wantsTexts(), keys()]).toEqual([true, false, []]);
    s.takeTexts(1, [imageTexts], false);
    expect(keys()).toEqual([]);
    changes.length = 0;
    s.takeTexts(1, [], true);
    expect([keys(), changes]).toEqual([["t:ai/image-models", "q:ai/gan"], ["texts"]]);
    s.receive(readyState());
    expect(s.wantsTexts()).toBe(false);
    s.receive(readyState(undefined, { texts: 2 }));
    expect([s.wantsTexts(), keys()]).toEqual([true, ["t:ai/image-models", "q:ai/gan"]]);
  });

  test("an error empties the tree and keeps the UI state", () => {
    const { store: s, keys } = store({ ...freshUiState, query: "gan" });
    s.receive({ status: "error", message: "No." });
    expect([keys(), s.ui.query]).toEqual([[], "gan"]);
  });
});

describe("readUiState", () => {
  test.each([
    undefined,
    null,
    3,
    "x",
    {},
    [],
    { query: 1, filter: "none", toggled: "x", current: null, scrollTop: Number.NaN },
  ])("%j is a fresh state", (saved) => {
    expect(readUiState(saved)).toEqual(freshUiState);
  });

  test("keeps what is readable, field by field", () => {
    expect(
      readUiState({ query: "a", filter: "stale", toggled: ["t:a/b", 1], current: 2, scrollTop: -5, other: 1 }),
    ).toEqual({ query: "a", filter: "stale", toggled: ["t:a/b"], current: "", scrollTop: 0 });
  });
});
