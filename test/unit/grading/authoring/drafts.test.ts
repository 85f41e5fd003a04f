// What a model drafts for an author: held as strictly as any text. What reads back otherwise, brings a finding or is
// of another question never reaches the file; what is accepted stands there by one change.
import { describe, expect, test } from "vitest";
import { addGolden, type changeBetween } from "../../../../src/core/authoring/goldenEdit";
import { readFileAlone } from "../../../../src/core/reading/roadmapReader";
import type { Question } from "../../../../src/core/roadmap/question";
import { draftsAsOneChange, reviewDrafts } from "../../../../src/grading/authoring/draftReview";
import { askDrafts, draftEstimate, draftRequest, draftsIn, type Draft } from "../../../../src/grading/authoring/drafts";
import { newChecker } from "../../../../src/grading/check/checker";
import { tcpQuestion } from "../../core/reading/sampleRoadmap";
import { scriptedClient, type Scripted } from "../../../support/scriptedClient";

const path = "transport/tcp.md";
const tcp = readFileAlone(path, tcpQuestion).question as Question;
const file = { path, text: tcpQuestion, checker: newChecker([tcp]) };
const never = new AbortController().signal;

const wording = (words: string, criterion = "reliable"): Draft => ({ kind: "wording", criterion, words });
const golden = (
  answer: string,
  expect: Record<string, "met" | "missed">,
  kind: "full" | "partial" = "partial",
): Draft => ({
  kind: "golden",
  golden: { kind, answer, expect },
});
const right = wording("What did not arrive goes out once more.");
const sample = golden("Lost segments are sent again, however often.", { reliable: "met" });

/** The text after a change, by lines and columns as the editor counts them. */
function after(text: string, { range, newText }: ReturnType<typeof changeBetween>): string {
  const lines = text.split("\n");
  const at = ({ line, character }: { readonly line: number; readonly character: number }): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return text.slice(0, at(range.start)) + newText + text.slice(at(range.end));
}

describe("a reply", () => {
  test("is read as far as it is about this question", () => {
    const reply = {
      wordings: [
        { criterion: "reliable", wording: "Again." },
        { criterion: "speed", wording: "Fast." },
        { criterion: "order", wording: 7 },
        "no",
      ],
      goldens: [
        {
          kind: "full",
          answer: "All.",
          expect: [
            { criterion: "order", verdict: "met" },
            { criterion: "x", verdict: "met" },
          ],
        },
        { kind: "grand", answer: "All.", expect: [] },
      ],
    };
    expect(draftsIn(`\`\`\`json\n${JSON.stringify(reply)}\n\`\`\``, tcp)).toEqual([
      wording("Again."),
      { kind: "golden", golden: { kind: "full", answer: "All.", expect: { order: "met" } } },
    ]);
  });

  test.each(["", "I cannot do that.", "[]", '{"criteria": []}', "x".repeat(300_000)])(
    "%# that is none is told",
    (reply) => {
      expect(draftsIn(reply, tcp)).toBeUndefined();
    },
  );

  test.each([
    ["offline", { kind: "failed", reason: "offline", detail: "d" }],
    ["malformed", "I cannot do that."],
    ["truncated", { kind: "ok", text: "{", finish: "length", mode: "text", firstTokenMs: 1 }],
  ] satisfies [string, Scripted][])("%s ends where failures are told", async (reason, reply) => {
    const outcome = await askDrafts(
      scriptedClient(() => reply),
      tcp,
      never,
    );
    expect(outcome).toMatchObject({ kind: "not-done", failure: { kind: "not-graded", reason } });
  });

  test("the request is one, and names each criterion", async () => {
    const client = scriptedClient(() => JSON.stringify({ wordings: [], goldens: [] }));
    expect(await askDrafts(client, tcp, never)).toEqual({ kind: "done", drafts: [] });
    expect(client.requests).toEqual([draftRequest(tcp)]);
    for (const { id } of tcp.criteria) expect(client.requests[0]?.user).toContain(`"id":"${id}"`);
  });
});

test("what the call takes is known before: its tokens, and time and price where those are known", () => {
  const { system, user } = draftRequest(tcp);
  const speed = { secondsPerTokenIn: 0.001, secondsPerTokenOut: 0.02 };
  const takes = draftEstimate(tcp, { speed, price: { input: 1, output: 2, currency: "EUR" } });
  expect(takes.calls).toBe(1);
  expect(takes.tokensIn).toBe(Math.round((system.length + user.length) / 4));
  expect(takes.seconds).toBe(Math.ceil(takes.tokensIn * 0.001 + takes.tokensOut * 0.02));
  expect(takes.cost?.amount).toBeCloseTo((takes.tokensIn + 2 * takes.tokensOut) / 1e6);
  const larger = draftEstimate({ ...tcp, criteria: [...tcp.criteria, ...tcp.criteria] });
  expect(larger.tokensOut).toBeGreaterThan(takes.tokensOut);
  expect(larger).not.toHaveProperty("seconds");
  expect(larger).not.toHaveProperty("cost");
});

describe("a proposal", () => {
  const bad: readonly [string, Draft, RegExp][] = [
    ["that is there already", wording("Lost segments are sent again."), /already/],
    ["that waits for somebody", wording("TODO"), /TODO/],
    ["without words", wording("…"), /no words/],
    ["with a section of its own", golden("Yes.\n\n## Reference\n\nNo.", { reliable: "met" }), /./],
    ["with a fence that nothing closes", golden("```\nLost segments are sent again.", { reliable: "met" }), /./],
    [
      "whose verdicts are not those of its kind",
      golden("Lost segments are sent again, however often.", { reliable: "met" }, "full"),
      /adds up to/,
    ],
    ["in which nothing is found", golden("Cats sleep.", { reliable: "met" }), /No sentence is found/],
  ];

  test.each(bad)("%s is left out, with why", async (_, draft, why) => {
    const [reviewed] = await reviewDrafts(file, [draft]);
    expect(reviewed?.refused).toMatch(why);
    expect(await draftsAsOneChange(file, [draft])).toMatchObject({ written: 0, newText: "" });
  });

  test("that is sound stands, each at its place, by one change that leaves the rest as it was", async () => {
    expect(await reviewDrafts(file, [right, sample])).toEqual([{ draft: right }, { draft: sample }]);
    const { written, ...change } = await draftsAsOneChange(file, [right, ...bad.map(([, draft]) => draft), sample]);
    const text = after(tcpQuestion, change);
    const { question, findings } = readFileAlone(path, text);
    expect([written, findings]).toEqual([2, readFileAlone(path, tcpQuestion).findings]);
    expect(question?.criteria[0]?.accepted).toEqual([
      ...(tcp.criteria[0]?.accepted ?? []),
      "What did not arrive goes out once more.",
    ]);
    expect(question?.goldens.slice(0, -1)).toEqual(tcp.goldens);
    expect(question?.goldens.at(-1)).toMatchObject({ kind: "partial", name: "draft", expect: { reliable: "met" } });
  });

  test("twice is written once; a second golden of its kind has a name of its own", async () => {
    const other = golden("Nothing gets lost on the way because it is repeated.", { reliable: "met" });
    const { written, ...change } = await draftsAsOneChange(file, [right, right, sample, sample, other]);
    const { question } = readFileAlone(path, after(tcpQuestion, change));
    expect(written).toBe(3);
    expect(question?.goldens.slice(-2).map(({ name }) => name)).toEqual(["draft", "draft 2"]);
  });
});

test("a golden of a kind that the file lacks has no name, and stands behind whatever the file ends with", () => {
  for (const end of ["", "\n", "\n\n\n"]) {
    const bare = tcpQuestion.slice(0, tcpQuestion.indexOf("## Golden: full")).trimEnd() + end;
    const edited = addGolden(path, bare, {
      kind: "full",
      answer: "Lost segments are sent again.",
      expect: { reliable: "met" },
    });
    expect(edited.kind === "edited" ? edited.question.goldens : edited.why).toMatchObject([{ kind: "full", name: "" }]);
  }
});
