// Going from remark to remark by the caret alone: each place once, the ones without words too, and round.
import { describe, expect, it } from "vitest";
import { emptyLayout, type Layout } from "../../../../src/core/feedback/layout";
import { nextStop, remarkStops } from "../../../../src/core/feedback/remarkStops";

const layout: Layout = {
  ...emptyLayout,
  highlights: [
    { look: "met", start: 20, end: 25, remarks: [1] },
    { look: "partly", start: 5, end: 9, remarks: [0] },
    { look: "found", start: 5, end: 15, remarks: [2] },
  ],
};

describe("stops", () => {
  const stops = remarkStops(layout, [3, 4], 40);

  it("stand in the order of the text, one for each beginning, the ideas without words at the end", () => {
    expect(stops).toEqual([
      { start: 5, end: 15, remarks: [0, 2] },
      { start: 20, end: 25, remarks: [1] },
      { start: 40, end: 40, remarks: [3, 4] },
    ]);
  });

  it("are all reached forwards and backwards from where the caret was put, and round", () => {
    const walk = (direction: 1 | -1): string[] => {
      let caret = 0;
      return Array.from({ length: 4 }, () => {
        const next = nextStop(stops, caret, direction);
        caret = next?.stop.start ?? -1;
        return `${caret}${next?.wrapped ? " round" : ""}`;
      });
    };
    expect(walk(1)).toEqual(["5", "20", "40", "5 round"]);
    expect(walk(-1)).toEqual(["40 round", "20", "5", "40 round"]);
  });

  it("are none without remarks", () => {
    expect(nextStop(remarkStops(emptyLayout, [], 0), 3, 1)).toBeUndefined();
  });
});
