// What must not be told: keys, credentials, words of the answer and of a reply, however a service echoes them.
import { describe, expect, it } from "vitest";
import { cleanKey, readApiKey } from "../../../../src/grading/models/apiKey";
import { KeyFilter } from "../../../../src/grading/models/keyFilter";
import { scrub } from "../../../../src/grading/models/scrub";

const key = ["sk", "unit", "0123456789abcdef"].join("-");

describe("a failure's words", () => {
  it.each([
    ["the key", `bad key ${key}!`],
    ["the key in a URL", `GET /v1?key=${encodeURIComponent(key)}`],
    ["the key in capitals", `bad key ${key.toUpperCase()}`],
    ["the key on two lines", `bad key ${key.slice(0, 14)}\\n${key.slice(14)}`],
    ["another key", `your key ${["gsk", "0123456789abcdef"].join("_")} is old`],
    ["a bearer token", "Authorization: Bearer 0123456789abcdef"],
    ["a named key", '{"api_key":"0123456789abcdef"}'],
    ["credentials", "http://me:0123456789abcdef@example.org/v1 refused"],
  ])("are told without %s", (_what, words) => {
    const told = scrub(words, { key });
    expect(told.toLowerCase()).not.toMatch(/0123456789abcdef|56789abcdef/);
  });

  it.each([
    ["as they are", (text: string) => text],
    ["in JSON", (text: string) => JSON.stringify({ input: text })],
    ["in JSON twice", (text: string) => JSON.stringify(JSON.stringify({ input: text }))],
    ["cut", (text: string) => text.slice(9, 60)],
    ["in capitals", (text: string) => text.toUpperCase()],
    ["with escapes", (text: string) => text.replace(/[^ -~]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`)],
  ])("are told without the answer, %s", (_how, echo) => {
    const answer = 'The table "grows", naïve as it is,\nand every key is put in again.';
    const told = scrub(`Value error, input was: ${echo(answer)} (type=value_error)`, {
      texts: [`## Answer\n${answer}`],
    });
    expect(told.toLowerCase()).not.toMatch(/every key|put in again|table.{0,3}grows/);
    expect(told).toContain("Value error");
    expect(told).toContain("value_error");
  });

  it("stay as they are where they hold no secret", () => {
    expect(scrub("maximum context length is 4096 tokens", { key, texts: ["## Question\n\nWhat is context?"] })).toBe(
      "maximum context length is 4096 tokens",
    );
  });

  it("are short", () => {
    expect(scrub("word ".repeat(10_000), {}).length).toBeLessThanOrEqual(600);
  });
});

describe("a reply that echoes the key", () => {
  it.each([1, 3, 7, 100])("is shown without it, in pieces of %i", (size) => {
    const filter = new KeyFilter(key);
    const text = `a ${key} b ${key.slice(0, 9)} c`;
    let shown = "";
    for (let at = 0; at < text.length; at += size) shown += filter.push(text.slice(at, at + size));
    shown += filter.end();
    expect(shown).toBe(`a … b ${key.slice(0, 9)} c`);
    expect(filter.whole(text)).toBe(shown);
  });

  it("keeps a word that is only a placeholder for a key", () => {
    expect(new KeyFilter("ollama").whole("It runs in ollama.")).toBe("It runs in ollama.");
  });
});

describe("a key", () => {
  it.each([
    [`${key}\u200b`],
    [` ${key}\r\n`],
    [`"${key}"`],
    [`Bearer ${key}`],
    [`export SOME_API_KEY="${key}"`],
    [`\ufeff${key}`],
    [`"Bearer ${key}"`],
    [`api-key: ${key}`],
    [`{"apiKey": "${key}"}`],
    [`AUTH_TOKEN='${key}'`],
  ])("is read from %j", (pasted) => {
    expect(cleanKey(pasted)).toBe(key);
  });

  it("is none, or unusable, where no header can hold it", () => {
    expect(readApiKey(undefined).kind).toBe("none");
    expect(readApiKey("\u200b ").kind).toBe("none");
    expect(readApiKey("Bearer ").kind).toBe("none");
    expect(readApiKey("sk–with–dashes").kind).toBe("unusable");
    expect(readApiKey("two words").kind).toBe("unusable");
  });
});
