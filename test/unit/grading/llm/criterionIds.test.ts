// Ids of criteria as models write them; and what may mean two of them, or none.
import { describe, expect, it } from "vitest";
import { idReader } from "../../../../src/grading/llm/criterionIds";

const read = idReader(["cold-start", "cold", "retry"]);

describe("a criterion's id", () => {
  it.each([
    "cold-start",
    " Cold-Start ",
    "COLD_START",
    "coldStart",
    "cold start",
    "cold‑start",
    "`cold-start`",
    "[cold-start]",
    "**cold-start**",
    "#cold-start",
    "criterion: cold-start",
    "Criterion 2: cold-start",
    "2. cold-start",
    "id=cold-start",
    "cold-start: the first call is slow",
    "cold-start (1 mark)",
    "cold-start – the first call",
  ])("%s is cold-start", (written) => {
    expect(read(written)).toBe("cold-start");
  });

  it.each(["", "warm", "cold-storage", "cold feet", "criterion 2", "2", "no retry", 2, null, undefined])(
    "%j is none of them",
    (written) => {
      expect(read(written)).toBeUndefined();
    },
  );

  it("that two of them share is taken as it stands only", () => {
    const twice = idReader(["a-bc", "ab-c"]);
    expect(twice("a-bc")).toBe("a-bc");
    expect(twice("ABC")).toBeUndefined();
  });
});
