// The guards between host and Feedback view.
import { describe, expect, test } from "vitest";
import { disputeLimit, isFromFeedback, isToFeedback } from "../../../src/shared/feedbackMessages";

const about = { document: "tutor:/a/b.md", criterion: "c" };

describe("what the page may send", () => {
  test.each([
    { type: "ready" },
    { type: "leave" },
    { type: "goTo", ...about, quote: 0 },
    { type: "goToObservation", document: "d", index: 1 },
    { type: "mark", n: 1, ...about, verdict: "partly" },
    { type: "dismiss", n: 1, ...about },
    { type: "dispute", n: 1, ...about, words: "No." },
    { type: "undo", n: 1, document: "d" },
    { type: "undo", n: 1, ...about },
    { type: "askPassage", ...about },
    { type: "acceptWording", ...about },
    { type: "current", ...about },
    { type: "command", command: "tutor.gradeAnswer" },
  ])("%j", (message) => {
    expect(isFromFeedback(message)).toBe(true);
  });

  test.each([
    undefined,
    "ready",
    {},
    { type: "goTo", ...about, quote: -1 },
    { type: "goTo", ...about, quote: 0.5 },
    { type: "mark", n: 1, ...about, verdict: "contradicted" },
    { type: "mark", ...about, verdict: "met" },
    { type: "dispute", n: 1, ...about, words: "x".repeat(disputeLimit + 1) },
    { type: "undo", n: 1, document: "d", criterion: 3 },
    { type: "command", command: "workbench.action.quit" },
  ])("not %j", (message) => {
    expect(isFromFeedback(message)).toBe(false);
  });
});

test("what the host may send", () => {
  expect(isToFeedback({ type: "state", state: { status: "none" } })).toBe(true);
  expect(isToFeedback({ type: "passage", ...about, html: "<p></p>", whole: true })).toBe(true);
  expect([{ type: "state" }, { type: "passage", ...about }, { type: "other" }, 1].map(isToFeedback)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
