// How long services ask to wait: numbers that a person can use, or none.
import { describe, expect, it } from "vitest";
import { waitOf } from "../../../../src/grading/models/waits";

const now = Date.parse("2026-01-01T00:00:00Z");
const headers = (values: Readonly<Record<string, string>>) => ({ get: (name: string) => values[name] ?? null });

describe("a wait", () => {
  it.each([
    [{ "retry-after": "20" }, 20_000],
    [{ "retry-after": " 1.5 " }, 1_500],
    [{ "retry-after-ms": "250" }, 250],
    [{ "retry-after": "Thu, 01 Jan 2026 00:01:30 GMT" }, 90_000],
    [{ "retry-after": "Wed, 31 Dec 2025 00:00:00 GMT" }, 0],
    [{ "retry-after": "1e300" }, undefined],
    [{ "retry-after": "-5" }, undefined],
    [{ "retry-after": "999999999" }, undefined],
    [{ "retry-after": "soon" }, undefined],
  ] as const)("in headers %j", (values, ms) => {
    expect(waitOf(headers(values), "", now)).toBe(ms);
  });

  it.each([
    ["Please try again in 20s.", 20_000],
    ["Please try again in 1m2.5s.", 62_500],
    ["Please try again in 240ms", 240],
    ["Please retry in 12.7s", 12_700],
    ["try again in 2 minutes", 120_000],
    ["Wait 5 seconds and retry", 5_000],
    ["Please retry after 1 hour 5 minutes", 3_900_000],
    ['{"error":{"retry_after": 7}}', 7_000],
    ['{"error":{"retry_after_ms":700}}', 700],
    ['{"details":[{"retryDelay":"41s"}]}', 41_000],
    ['{"error":"Model x is currently loading","estimated_time":18.5}', 18_500],
    ['{"retry_after":1e308}', undefined],
    ["You may try again in the morning.", undefined],
    ["limit 30000 per minute", undefined],
  ])("in the words %j", (words, ms) => {
    expect(waitOf(undefined, words, now)).toBe(ms);
  });

  it("in a header counts more than one in words", () => {
    expect(waitOf(headers({ "retry-after": "3" }), "try again in 60s", now)).toBe(3_000);
  });
});
