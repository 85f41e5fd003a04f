// How states, figures and totals read.
import { describe, expect, test } from "vitest";
import { openTally } from "../../../../src/core/marks/marks";
import {
  marksWord,
  progressLine,
  progressMeaning,
  progressWord,
  tallyText,
} from "../../../../src/core/progress/progressWords";

const states = ["new", "draft", "checked", "graded", "marked", "stale"] as const;
const model = (low: number, high = low, open = 0) => ({ model: { low, high }, own: 0, open, max: 4 });
const own = (marks: number, open = 0) => ({ model: { low: 0, high: 0 }, own: marks, open, max: 4 });

describe("progressLine", () => {
  test.each([
    [{ state: "new", max: 4 }, "new · 4 marks"],
    [{ state: "new", max: 1 }, "new · 1 mark"],
    [{ state: "draft", max: 4 }, "draft · 4 marks"],
    [{ state: "checked", max: 4, tally: openTally(4), found: { found: 5, of: 6 } }, "5 of 6 ideas · checked"],
    [{ state: "checked", max: 4, tally: openTally(4), earlier: true }, "checked (an earlier version) · 4 marks"],
    [{ state: "checked", max: 4, tally: openTally(4), remarksOnly: true }, "remarks only · 4 marks"],
    [{ state: "graded", max: 4, tally: model(3) }, "3 / 4 · graded"],
    [{ state: "graded", max: 4, tally: model(0) }, "0 / 4 · graded"],
    [{ state: "graded", max: 4, tally: model(2, 3) }, "2–3 / 4 · graded"],
    [{ state: "marked", max: 4, tally: own(2.5) }, "2½ / 4 · marked by you"],
    [{ state: "marked", max: 4, tally: own(1, 2), found: { found: 5, of: 6 } }, "1 / 4 so far · marked by you"],
    [{ state: "stale", max: 4, tally: own(2) }, "2 / 4 · stale"],
  ] as const)("%j", (row, line) => {
    expect(progressLine(row)).toBe(line);
  });
});

test("each state has a word and a meaning of its own", () => {
  expect(new Set(states.map((state) => progressWord(state))).size).toBe(states.length);
  expect(new Set(states.map((state) => progressMeaning(state))).size).toBe(states.length);
});

test("a total keeps a model's marks, one's own and what nobody judged apart", () => {
  const parts = { model: { low: 12, high: 13 }, own: 3.5, open: 5, max: 68 };
  expect(tallyText(parts)).toBe("12–13 by a model · 3½ marked by you · 5 not judged of 68");
  expect(tallyText(own(2))).toBe("2 marked by you of 4");
  expect(tallyText(openTally(8))).toBe("8 not judged of 8");
  expect(marksWord(1)).toBe("1 mark");
});
