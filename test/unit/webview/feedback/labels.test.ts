// What a new state says aloud.
import { expect, test } from "vitest";
import { news } from "../../../../src/webview/feedback/labels";
import { answer, card } from "./sampleCards";

const state = answer([card("a")]);
const withHead = (change: Partial<typeof state.head>): typeof state => ({
  ...state,
  head: { ...state.head, ...change },
});

test("new marks, a failure and the beginning of a grading are said; the same again and another answer are not", () => {
  expect(news(state, withHead({ headline: "3 / 4 · gpt-x" }))).toBe("3 / 4 · gpt-x");
  expect(news(state, withHead({ notGraded: "Not graded: offline." }))).toBe("Not graded: offline.");
  expect(news(state, withHead({ unkept: "Not kept: full." }))).toBe("Not kept: full.");
  const grading = withHead({ progress: { text: "Grading…", done: 0, of: 3 } });
  expect(news(state, grading)).toBe("Grading…");
  expect(news(grading, withHead({ progress: { text: "Grading 1 of 3…", done: 1, of: 3 } }))).toBe("");
  expect(news(state, state)).toBe("");
  expect(news(undefined, state)).toBe("");
  expect(news(state, { ...withHead({ headline: "4 / 4" }), document: "tutor:/ai/vae.md" })).toBe("");
});
