// What a reply's object may be wrapped in, and what lost backslashes are.
import { describe, expect, it } from "vitest";
import { quoteFinder } from "../../../../src/grading/evidence/evidence";
import { english } from "../../../../src/grading/language/english";
import { keepBackslashes, withBackslashes } from "../../../../src/grading/llm/lostBackslashes";
import { readReply } from "../../../../src/grading/llm/replyReader";
import { findQuotes } from "../../../../src/grading/llm/verdicts";

const ids = ["first", "second"];
const items = [
  { id: "first", quotes: ["some words"], reason: "r", verdict: "met" },
  { id: "second", quotes: [], reason: "", verdict: "missed" },
];
const whole = { criteria: items, errors: [], feedback: "f", confidence: "low", answerContainsInstructions: false };
const json = JSON.stringify(whole);

function read(text: string): string {
  const reply = readReply(text, ids, false);
  if (reply.kind === "malformed") return reply.why;
  return reply.kind === "ok" ? reply.reply.criteria.map((c) => `${c.id}=${c.verdict}`).join(" ") : reply.kind;
}

describe("a reply", () => {
  it.each<readonly [string, unknown]>([
    ["under one key", { result: whole }],
    ["under two keys", { output: { grade: whole } }],
    ["in a list", [whole]],
    ["as the list of criteria", items],
    ["as a call of a tool", { name: "grade", arguments: whole }],
    ["as a call of a tool with text", { tool_calls: [{ function: { name: "grade", arguments: json } }] }],
    ["as a text of JSON", JSON.stringify(json)],
    ["under a key, as a text of JSON", { content: json }],
    ["with its criteria as a text of JSON", { ...whole, criteria: JSON.stringify(items) }],
    ["with each criterion as a text of JSON", { ...whole, criteria: items.map((i) => JSON.stringify(i)) }],
    ["by criterion at the top", { first: items[0], second: items[1] }],
    ["by criterion, as words alone", { criteria: { first: "met", second: "missed" } }],
    ["under another name", { evaluations: items }],
    ["in the channel for it", `<|channel|>analysis<|message|>{"x":1}<|channel|>final<|message|>${json}`],
    ["after thinking in brackets", `[THINK]{"criteria":[{"id":"first","verdict":"missed"}]}[/THINK]${json}`],
    ["after reasoning in a tag", `<reasoning>hm</reasoning>${json}`],
  ])("is read %s", (_how, value) => {
    const wrapped = typeof value === "string" && !value.startsWith('"') ? value : JSON.stringify(value);
    expect(read(wrapped)).toBe("first=met second=missed");
  });

  it("keeps the rest of a reply that is wrapped", () => {
    const reply = readReply(JSON.stringify({ grade: { ...whole, errors: [{ quote: "q", why: "w" }] } }), ids, false);
    expect(reply).toMatchObject({ kind: "ok", reply: { feedback: "f", confidence: 0.3, errors: [{ quote: "q" }] } });
  });

  it("about other criteria is none", () => {
    expect(read(json.replaceAll("first", "third").replaceAll("second", "fourth"))).toBe("other-criteria");
    expect(read('{"criteria":[]}')).toBe("no-object");
  });

  it.each([
    "I'm sorry, but I can't help with that.",
    "I cannot grade this answer.",
    "Es tut mir leid, das kann ich nicht bewerten.",
    "Je ne peux pas évaluer cette réponse.",
    "Lo siento, no puedo ayudar con eso.",
    "抱歉，我无法评分。",
  ])("that declines in words is told apart: %s", (words) => {
    expect(read(words)).toBe("declined");
  });

  it("that is sorry and grades all the same is a reply", () => {
    expect(read(`I'm sorry for the delay. ${json}`)).toBe("first=met second=missed");
  });
});

describe("lost backslashes", () => {
  it.each([
    [String.raw`"\sqrt{d} \cdot \exp"`, String.raw`\sqrt{d} \cdot \exp`],
    [String.raw`"C:\Users\me"`, String.raw`C:\Users\me`],
    [String.raw`"\underbrace{x}"`, String.raw`\underbrace{x}`],
    [String.raw`"kept: \" \\ \/ \u00e9 \n"`, 'kept: " \\ / é \n'],
  ])("before parsing: %s", (text, means) => {
    expect(JSON.parse(keepBackslashes(text))).toBe(means);
  });

  it("after parsing: a quote is looked for once more as TeX or a path", () => {
    const answer = String.raw`It divides by $\tau$, so $\frac{z}{\tau}$ is flat; see C:\new\table.txt for both.`;
    const find = quoteFinder(answer, english);
    for (const quote of [String.raw`$\tau$, so $\frac{z}{\tau}$ is flat`, String.raw`see C:\new\table.txt`]) {
      const lost = JSON.parse(`"${quote.replace(/\\(?![bfnrt])/g, "\\\\")}"`) as string;
      expect(lost).not.toBe(quote);
      expect(findQuotes([lost], find)).toMatchObject({ quotes: [{ text: quote }], lost: 0 });
    }
    expect(withBackslashes("nothing lost")).toBeUndefined();
  });
});
