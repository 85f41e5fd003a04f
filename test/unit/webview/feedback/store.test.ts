// The Feedback view's state: what a state, a mark, an undo or a walk changes, and what is asked of the host.
import { describe, expect, test } from "vitest";
import type { AnswerFeedback, FromFeedback } from "../../../../src/shared/feedbackMessages";
import { FeedbackStore } from "../../../../src/webview/feedback/store";
import { freshPlace, readUiState, withPlace, type UiState } from "../../../../src/webview/feedback/uiState";
import { answer, card, marked } from "./sampleCards";

const [a, b, c] = [card("a"), card("b"), card("c")];

function opened(state: AnswerFeedback = answer([a, b, c]), saved?: unknown) {
  const posted: FromFeedback[] = [];
  const store = new FeedbackStore(
    readUiState(saved),
    (message) => posted.push(message),
    () => undefined,
  );
  store.receive(state);
  const asked = (): FromFeedback[] => posted.filter((m) => m.type !== "current");
  return { store, asked, posted };
}

describe("a mark", () => {
  test("is given with the statement in sight: a closed card opens instead", () => {
    const { store, asked } = opened();
    expect(store.mark("b", "met")).toBe(false);
    expect([asked(), store.isOpen("b"), store.current?.id]).toEqual([[], true, "b"]);
    expect(store.mark("b", "met")).toBe(true);
    expect(asked()).toEqual([{ type: "mark", n: 1, document: "tutor:/ai/gan.md", criterion: "b", verdict: "met" }]);
  });

  test("shows at once, and as the host has it from the state that has it on", () => {
    const { store } = opened();
    store.setOpen("a", true);
    store.mark("a", "partly");
    expect(store.card("a")).toMatchObject({ own: "partly", open: false });
    store.receive(answer([a, b, c]));
    expect(store.card("a")?.own, "a state from before").toBe("partly");
    store.receive(answer([a, b, c], { applied: 1 }));
    expect(store.card("a")?.own, "the host refused it").toBeUndefined();
  });

  test("is refused where the host says that nothing can be marked", () => {
    const { store, asked } = opened(answer([card("a", { markable: false })]));
    store.setOpen("a", true);
    store.mark("a", "met");
    expect(asked()).toEqual([]);
  });
});

describe("the walk", () => {
  test("goes through what waits, one card open at a time, and ends", () => {
    const { store } = opened(answer([a, marked(b), c]));
    store.startWalk();
    expect([store.current?.id, store.place.open, store.walk]).toEqual(["a", ["a"], { at: 1, of: 2 }]);
    store.mark("a", "met");
    expect([store.current?.id, store.place.open, store.walk]).toEqual(["c", ["c"], { at: 2, of: 2 }]);
    store.mark("c", "missed");
    expect([store.place.open, store.walk]).toEqual([[], { of: 2 }]);
  });

  test("takes up what was skipped before it ends", () => {
    const { store } = opened();
    store.startWalk();
    store.moveTo("b");
    store.setOpen("b", true);
    store.mark("b", "met");
    expect(store.current?.id).toBe("c");
    store.mark("c", "met");
    expect([store.current?.id, store.walk]).toEqual(["a", { at: 3, of: 3 }]);
  });

  test("leaves cards that a full group makes needless", () => {
    const { store } = opened();
    store.startWalk();
    store.mark("a", "met");
    store.receive(answer([marked(a), { ...b, open: false, section: "spare" }, c], { applied: 1 }));
    expect([store.current?.id, store.walk]).toEqual(["c", { at: 2, of: 2 }]);
    store.mark("c", "met");
    store.receive(answer([marked(a), { ...b, open: false, section: "spare" }, marked(c)], { applied: 2 }));
    expect([store.current?.id, store.walk]).toEqual(["c", { of: 2 }]);
  });

  test("comes back to a card whose mark is taken back", () => {
    const { store, asked } = opened();
    store.startWalk();
    store.mark("a", "met");
    expect(store.undo()).toBe(true);
    expect([store.current?.id, store.place.open, store.walk]).toEqual(["a", ["a"], { at: 1, of: 3 }]);
    expect(asked().map((m) => m.type)).toEqual(["mark", "undo"]);
  });

  test("does not begin where nothing waits", () => {
    const { store } = opened(answer([marked(a)]));
    store.startWalk();
    expect(store.walk).toBeUndefined();
  });
});

describe("undo", () => {
  test("takes back what the host says it would, and opens that card's fold", () => {
    const spare = card("s", { section: "spare", open: false });
    const { store, asked } = opened(answer([a, spare], { undoable: { criterion: "s", text: "“No” for s" } }));
    expect(store.visible.map((v) => v.id)).toEqual(["a"]);
    store.undo();
    expect(asked()).toEqual([{ type: "undo", n: 1, document: "tutor:/ai/gan.md" }]);
    expect([store.current?.id, store.place.folds]).toEqual(["s", ["spare"]]);
  });

  test("of one card names it; without anything to take back it says so", () => {
    const { store, asked } = opened();
    expect(store.undo()).toBe(false);
    store.undo("b");
    expect(asked()).toEqual([{ type: "undo", n: 1, document: "tutor:/ai/gan.md", criterion: "b" }]);
  });
});

describe("its place", () => {
  test("is kept for each answer, and while verdicts stream in", () => {
    const { store } = opened();
    store.moveTo("b");
    store.setOpen("b", true);
    store.receive(answer([a, { ...b, remark: "New." }, c]));
    expect([store.current?.id, store.isOpen("b")]).toEqual(["b", true]);
    store.receive(answer([a], { document: "tutor:/ai/vae.md" }));
    expect([store.current?.id, store.place.open]).toEqual(["a", []]);
    store.receive(answer([a, b, c]));
    expect([store.current?.id, store.isOpen("b")]).toEqual(["b", true]);
  });

  test("is told to the host once a move", () => {
    const { store, posted } = opened();
    store.moveTo("b");
    store.moveTo("b");
    store.moveTo("not there");
    expect(posted).toEqual([{ type: "current", document: "tutor:/ai/gan.md", criterion: "b" }]);
  });

  test("of a card that is gone is the first card's", () => {
    const { store } = opened();
    store.moveTo("c");
    store.receive(answer([a, b]));
    expect(store.current?.id).toBe("a");
  });
});

describe("a passage", () => {
  test("is asked for each time it opens, and only after an attempt", () => {
    const { store, asked } = opened(answer([a, { ...b, statement: undefined } as never]));
    store.togglePassage("b");
    store.togglePassage("a");
    expect([asked().length, store.passage("a"), store.isOpen("a")]).toEqual([1, "asked", true]);
    store.takePassage("a", { html: "<p>x</p>", whole: false });
    expect(store.passage("a")).toEqual({ html: "<p>x</p>", whole: false });
    store.togglePassage("a");
    expect(store.passage("a")).toBeUndefined();
    store.togglePassage("a");
    expect(asked().length).toBe(2);
  });
});

test("a card that is opened after a walk stays open when the next state comes", () => {
  const { store } = opened(answer([a]));
  store.startWalk();
  store.mark("a", "met");
  store.receive(answer([marked(a)], { applied: 1 }));
  expect([store.walk?.at, store.isOpen("a")]).toEqual([undefined, false]);
  store.setOpen("a", true);
  store.receive(answer([{ ...marked(a), nearMiss: true }], { applied: 1 }));
  expect(store.isOpen("a")).toBe(true);
});

describe("accepting words", () => {
  test("is asked of a near-miss alone", () => {
    const { store, posted } = opened(answer([a, { ...b, nearMiss: true }]));
    expect([store.accept("a"), store.accept("b"), store.accept("gone")]).toEqual([false, true, false]);
    expect(posted).toEqual([{ type: "acceptWording", document: "tutor:/ai/gan.md", criterion: "b" }]);
  });
});

describe("what is remembered", () => {
  test.each([undefined, null, 3, {}, { places: 3 }, { places: [{}, null, { document: 1 }] }])(
    "%j is nothing",
    (saved) => {
      expect(readUiState(saved)).toEqual({ places: [] });
    },
  );

  test("is read field by field", () => {
    const saved = { places: [{ document: "d", open: ["a", 1], current: 2, scrollTop: -4, walk: ["a"], more: 1 }] };
    expect(readUiState(saved).places).toEqual([
      { document: "d", open: ["a"], current: "", folds: [], scrollTop: 0, walk: ["a"] },
    ]);
  });

  test("is of the latest answers only", () => {
    const documents = Array.from({ length: 30 }, (_, n) => `d${n}`);
    const ui = documents.reduce<UiState>((all, d) => withPlace(all, d, freshPlace), { places: [] });
    expect(ui.places).toHaveLength(20);
    expect(ui.places[0]?.document).toBe("d29");
  });
});
