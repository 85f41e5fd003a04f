// Amendments' files, as they were written and as a stranger might write them.
import { expect, it } from "vitest";
import type { Amends } from "../../../../src/core/attempts/amendment";
import { newAmendment, parseAmendment, serialiseAmendment } from "../../../../src/core/attempts/amendments";
import { sampleAmendment, sampleAttempt } from "./sampleAttempt";

const id = sampleAttempt().id;
const amended = (amends: object | string, change: object = {}) =>
  parseAmendment(JSON.stringify({ ...sampleAmendment(1, { kind: "dismiss", criterion: "few" }), amends, ...change }));

it.each<Amends>([
  { kind: "mark", criterion: "few", verdict: "partly" },
  { kind: "dismiss", criterion: "error:1" },
  { kind: "dispute", criterion: "few", words: "I did say it: “repeats”." },
  { kind: "undo", amendment: id },
])("reads what was written: $kind", (amends) => {
  const amendment = sampleAmendment(1, amends);
  expect(parseAmendment(serialiseAmendment(amendment))).toEqual({ kind: "read", value: amendment });
});

it("points to its attempt and question", () => {
  const attempt = sampleAttempt(3);
  const made = { now: new Date(0), random: "beef01" };
  expect(newAmendment(attempt, { kind: "dismiss", criterion: "few" }, made)).toEqual({
    version: 1,
    id: "19700101T000000000Z-beef01",
    key: attempt.key,
    at: "1970-01-01T00:00:00.000Z",
    attempt: attempt.id,
    amends: { kind: "dismiss", criterion: "few" },
  });
});

it.each<{ readonly amends: object | string; readonly change?: object }>([
  { amends: { kind: "mark", criterion: "few", verdict: "contradicted" } },
  { amends: { kind: "mark", criterion: "error:0", verdict: "met" } },
  { amends: { kind: "mark", criterion: "few", verdict: "met" }, change: { attempt: "../x" } },
  { amends: { kind: "mark", criterion: "few", verdict: "met" }, change: { key: { roadmap: "r", question: ".." } } },
  { amends: { kind: "dismiss", criterion: "../few" } },
  { amends: { kind: "undo", amendment: 3 } },
  { amends: { kind: "praise" } },
  { amends: "mark" },
])("refuses $amends $change", ({ amends, change }) => {
  expect(amended(amends, change)).toMatchObject({ kind: "refused" });
});

it("tells a newer version, and cuts an endless sentence", () => {
  expect(amended({ kind: "undo", amendment: id }, { version: 2 })).toEqual({ kind: "newer", version: 2 });
  expect(amended({ kind: "dispute", criterion: "few", words: "x".repeat(1e6) })).toMatchObject({
    value: { amends: { words: "x".repeat(2000) } },
  });
});
