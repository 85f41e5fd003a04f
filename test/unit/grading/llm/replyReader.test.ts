// Replies as models really send them: wrapped, broken, cut, streamed.
import { describe, expect, it } from "vitest";
import { readReply, type CriterionReply } from "../../../../src/grading/llm/replyReader";
import { ReplyStream } from "../../../../src/grading/llm/replyStream";

const ids = ["first", "second"];
const whole = {
  criteria: [
    { id: "first", quotes: ['a {brace} and "quotes"'], reason: "r", verdict: "met" },
    { id: "second", quotes: [], reason: "", verdict: "missed" },
  ],
  errors: [{ quote: "q", why: "w" }],
  feedback: "f",
  confidence: "low",
  answerContainsInstructions: true,
};
const json = JSON.stringify(whole, undefined, 2);

function verdicts(text: string): string {
  const read = readReply(text, ids, false);
  return read.kind === "ok" ? read.reply.criteria.map((c) => `${c.id}=${c.verdict}`).join(" ") : read.kind;
}

describe("a whole reply", () => {
  it("is read with everything in it", () => {
    expect(readReply(json, ids, false)).toEqual({ kind: "ok", reply: { ...whole, confidence: 0.3 } });
  });

  it.each([
    ["fenced", `Here you are:\n\`\`\`json\n${json}\n\`\`\`\nAnything else?`],
    ["after thinking", `<think>\nMaybe {"criteria":[{"id":"first","verdict":"missed"}]} or not…\n</think>\n${json}`],
    ["after thinking whose tag the server swallowed", `So {first} is met.\n</think>\n\n${json}`],
    ["among prose with braces", `The set {a, b} is fine. ${json} Note: {done}.`],
    ["after a first draft", `{"criteria":[{"id":"first","verdict":"missed","quotes":[]}]}\nOn reflection:\n${json}`],
    ["with trailing commas", json.replace(/\n {2}\]/g, ",\n  ]")],
    ["with comments and single quotes", json.replace('"feedback": "f"', "'feedback': 'f' /* ok */")],
    ["with a byte order mark", `\ufeff${json}`],
    ["with line breaks inside strings", json.replace("a {brace}", "a\n{brace}")],
    ["without its last brackets", json.slice(0, json.lastIndexOf('"answerContainsInstructions"'))],
    [
      "as an object by criterion",
      JSON.stringify({ criteria: { first: { verdict: "met", quotes: ["x"] }, second: { verdict: "missed" } } }),
    ],
    [
      "in other words",
      JSON.stringify({
        criteria: [
          { criterion: "first", verdict: "MET", quote: "x" },
          { id: " second ", verdict: "Not_met" },
        ],
      }),
    ],
    ["in a thought that nothing closes", `<think>\nSo {first}: ${json}\n`],
    ["as a fenced string of JSON", `\`\`\`json\n${JSON.stringify(json)}\n\`\`\``],
    ["as an object a criterion, nothing around", whole.criteria.map((c) => JSON.stringify(c)).join("\n")],
    ["as an object by number", JSON.stringify({ criteria: { 1: whole.criteria[0], 2: whole.criteria[1] } })],
    ["under names with capitals", json.replaceAll('"id"', '"Id"').replaceAll('"verdict"', '"Verdict "')],
  ])("is read %s", (_what, text) => {
    expect(verdicts(text)).toBe("first=met second=missed");
  });

  it.each([
    ["as texts of objects", { quotes: [{ text: "x", from: 3 }] }],
    ["as evidence", { evidence: "x" }],
  ])("has quotes %s", (_how, quotes) => {
    const read = readReply(JSON.stringify({ criteria: [{ id: "first", verdict: "met", ...quotes }] }), ids, false);
    expect(read.kind === "ok" && read.reply.criteria[0]?.quotes).toEqual(["x"]);
  });

  it("leaves out what is no verdict", () => {
    expect(
      verdicts(
        JSON.stringify({
          criteria: [
            { id: "first", verdict: "perfect" },
            { id: 7, verdict: "met" },
            null,
            { id: "second", verdict: "partially" },
          ],
        }),
      ),
    ).toBe("second=partly");
  });
});

describe("no reply", () => {
  it.each([
    "",
    "The answer is fine.",
    "{}",
    '{"score": 5}',
    "[1,2,3]",
    "null",
    '{"criteria": 5, "verdict": 1}',
    "```json\n```",
    "<think>still thinking",
  ])("%j is malformed", (text) => {
    expect(verdicts(text)).toBe("malformed");
  });

  it("is truncated where it stops before the rubric is through, at any place", () => {
    const end = json.indexOf('"missed"') + '"misse'.length;
    for (let at = json.indexOf('"criteria"') + 12; at < end; at++)
      expect(["truncated", "malformed"]).toContain(verdicts(json.slice(0, at)));
    expect(verdicts(json.slice(0, end - 10))).toBe("truncated");
  });

  it("is truncated where the provider says so, whatever it holds", () => {
    expect(readReply(json, ids, true)).toEqual({ kind: "truncated" });
  });

  it("takes no long time over nonsense", () => {
    for (const text of [
      "{".repeat(50_000),
      '{"criteria":['.repeat(5_000),
      '{"verdict"'.repeat(9_000),
      "}".repeat(50_000),
      `${'"'.repeat(50_001)}{`,
    ])
      expect(verdicts(text)).not.toContain("=");
  });
});

describe("a stream", () => {
  function stream(text: string, piece: number): string[] {
    const found: CriterionReply[] = [];
    const reader = new ReplyStream((c) => found.push(c));
    for (let at = 0; at < text.length; at += piece) reader.push(text.slice(at, at + piece));
    return found.map((c) => `${c.id}=${c.verdict}`);
  }

  it.each([1, 2, 7, 10_000])("tells each criterion once, in pieces of %i", (piece) => {
    for (const text of [
      json,
      `\`\`\`json\n${json}\n\`\`\``,
      `It's {fine}. ${json}`,
      `<think>{"id":"second","verdict":"met"}</think>${json}`,
    ])
      expect(stream(text, piece)).toEqual(["first=met", "second=missed"]);
  });

  it("tells a criterion as soon as it is closed", () => {
    expect(stream(json.slice(0, json.indexOf("}") + 30), 3)).toEqual(
      ["first=met"].slice(0, json.slice(0, json.indexOf("}") + 30).includes('"met"') ? 1 : 0),
    );
    expect(stream(json.slice(0, json.indexOf('"second"')), 3)).toEqual(["first=met"]);
  });
});
