// Decoys and the second look: what is asked beside the rubric, who is not believed, and which quotes are doubted.
import { describe, expect, it } from "vitest";
import type { Question } from "../../../../src/core/roadmap/question";
import { newChecker } from "../../../../src/grading/check/checker";
import { english } from "../../../../src/grading/language/english";
import { chooseDecoys } from "../../../../src/grading/llm/decoys";
import { llmGrader, type LlmGraderOptions } from "../../../../src/grading/llm/llmGrader";
import { oracleOf, readRequest } from "../../../support/oracleModel";
import { fullAnswer, sampleQuestion } from "../../../support/sampleQuestion";
import { scriptedClient, type Scripted } from "../../../support/scriptedClient";
import { questions, roadmap } from "../qualification/roadmapQuestions";

const checker = newChecker(questions);
const signal = new AbortController().signal;
const oracle = oracleOf(questions);
const question = ((): Question => {
  const found = questions.find(({ id }) => id === "attention");
  if (!found) throw new Error("no such question");
  return found;
})();
const answer = question.goldens.find(({ kind }) => kind === "full")?.answer ?? "";

interface Item {
  readonly id: string;
  readonly verdict: string;
  readonly quotes: readonly string[];
}

/** Grades over a model that changes what the honest one would say. */
async function grade(
  change: (item: Item, call: number) => Partial<Item>,
  text = answer,
  options: LlmGraderOptions & { readonly of?: Question } = {},
) {
  const { of = question, ...more } = options;
  const client = scriptedClient(({ user }, call): Scripted => {
    const reply = oracle(user);
    return JSON.stringify({
      ...reply,
      criteria: reply.criteria.map((item) => ({ ...item, ...change(item, call) })),
    });
  }, 10_000);
  const grader = llmGrader(client, { checker, roadmap, newFence: () => "f3nce", ...more });
  const outcome = await grader.grade({ question: of, answer: text }, signal);
  const asked = client.requests.map(({ user }) => readRequest(user).asked);
  const own = new Set(of.criteria.map(({ id }) => id));
  return { outcome, requests: client.requests, asked, decoys: asked.map((ids) => ids.filter((id) => !own.has(id))) };
}

const isDecoy = ({ id }: Item): boolean => !question.criteria.some((c) => c.id === id);

describe("decoys", () => {
  it("are one or two in each call, the same for the same answer, others for another", async () => {
    const [one, again, other] = await Promise.all([
      grade(() => ({})),
      grade(() => ({})),
      grade(() => ({}), `${answer} That is all.`),
    ]);
    expect(one.decoys[0]?.length).toBeGreaterThanOrEqual(1);
    expect(one.decoys[0]?.length).toBeLessThanOrEqual(2);
    expect(again.asked).toEqual(one.asked);
    expect(other.asked).not.toEqual(one.asked);
    expect(one.outcome).toMatchObject({
      kind: "graded",
      receipt: { decoys: { asked: one.decoys[0]?.length, met: 0 } },
      facts: { calls: 1 },
    });
  });

  it("stand at changing places", async () => {
    const places = new Set<number>();
    for (let i = 0; i < 12; i++) {
      const { asked, decoys } = await grade(() => ({}), `${answer} ${"Once more. ".repeat(i)}`);
      places.add(asked[0]?.indexOf(decoys[0]?.[0] ?? "") ?? -1);
    }
    expect(places.size).toBeGreaterThan(2);
  });

  it("come of far topics, and share no telling word with the answer", async () => {
    for (const asked of questions) {
      const home = roadmap.topics.find(({ questions: of }) => of.includes(asked));
      for (const { answer: shown } of asked.goldens.filter(({ kind }) => kind !== "other-language")) {
        const about = { question: asked, roadmap, shown, readable: true, checker, language: english };
        for (const { id, statement } of (await chooseDecoys({ ...about, promptVersion: "p" })) ?? []) {
          const topic = roadmap.topics.find(({ questions: of }) =>
            of.some(({ criteria }) => criteria.some((c) => c.id === id && c.statement === statement)),
          );
          if (topic === undefined) continue;
          expect(topic).not.toBe(home);
          expect(home?.prerequisites).not.toContain(topic.id);
          expect(topic.prerequisites).not.toContain(home?.id);
          const from = topic.questions.find(({ criteria }) => criteria.some((c) => c.statement === statement));
          const check = from && (await checker.check(from, shown));
          const found =
            check?.kind === "checked" && check.check.criteria.find(({ criterion }) => criterion === id)?.found;
          expect(found).toBe(false);
        }
      }
    }
  });

  it("are statements of ours where there is no roadmap, or the answer is in a language that cannot be read", async () => {
    const client = scriptedClient(() => JSON.stringify({ criteria: [], errors: [] }));
    await llmGrader(client).grade({ question: sampleQuestion, answer: fullAnswer }, signal);
    const { asked } = readRequest(client.requests[0]?.user ?? "");
    expect(asked).toHaveLength(6);
    const german = question.goldens.find(({ kind }) => kind === "other-language")?.answer ?? "";
    const { decoys } = await grade(() => ({}), german);
    const known = new Set(questions.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
    expect(decoys[0]).toHaveLength(2);
    for (const id of decoys[0] ?? []) expect(known.has(id)).toBe(false);
  });

  it("may be left out of a reply", async () => {
    const { outcome } = await grade((item) => (isDecoy(item) ? { id: "left-out" } : {}));
    expect(outcome).toMatchObject({ kind: "graded" });
  });

  it("called met or partly get one strict look with every yes beside them; who stays with it is not believed", async () => {
    const { outcome, asked, requests } = await grade((item) => (isDecoy(item) ? { verdict: "partly" } : {}));
    expect(outcome).toMatchObject({
      kind: "not-graded",
      reason: "said-yes-to-decoys",
      message: expect.stringMatching(/^scripted said yes to a statement that your answer does not make/) as string,
    });
    expect(requests).toHaveLength(2);
    expect(requests[1]?.user).toContain("said yes too easily");
    const yes = oracle(requests[0]?.user ?? "").criteria.filter(({ verdict }) => verdict === "met");
    for (const { id } of yes) expect(asked[1]).toContain(id);
    expect(outcome.kind === "not-graded" && outcome.facts?.decoys).toEqual({
      asked: asked[1]?.length === undefined ? 0 : asked[1].length - yes.length,
      met: asked[1]?.length === undefined ? 0 : asked[1].length - yes.length,
    });
  });

  it("taken back are forgiven, and the strict reading of the others stands", async () => {
    const { outcome } = await grade((item, call) =>
      call === 0 ? (isDecoy(item) ? { verdict: "met", quotes: [] } : {}) : { verdict: "missed", quotes: [] },
    );
    expect(outcome).toMatchObject({ kind: "graded", receipt: { decoys: { met: 0 } } });
    if (outcome.kind !== "graded") return;
    expect(outcome.grade.verdicts.filter(({ verdict }) => verdict === "met")).toEqual([]);
  });

  it("are no part of the grade", async () => {
    const { outcome } = await grade(() => ({}));
    if (outcome.kind !== "graded") throw new Error(outcome.kind);
    expect(outcome.grade.verdicts.map(({ criterion }) => criterion)).toEqual(question.criteria.map(({ id }) => id));
  });

  it("are one in each call where criteria are asked one by one", async () => {
    const { decoys } = await grade(() => ({}), answer, { strict: true });
    expect(decoys.slice(0, question.criteria.length).every((ids) => ids.length === 1)).toBe(true);
  });
});

describe("a quote that stands in the answer", () => {
  const [first = ""] = answer.split(/(?<=[.!?])\s+/);

  it("is looked at again where it serves three criteria or more, and proves nothing that it shares no word with", async () => {
    const { outcome, requests } = await grade((item) => (isDecoy(item) ? {} : { verdict: "met", quotes: [first] }));
    expect(requests).toHaveLength(2);
    expect(requests[1]?.user).toContain("the same words as proof of this and of several others");
    if (outcome.kind !== "graded") throw new Error(outcome.kind);
    expect(outcome.grade.verdicts.filter(({ verdict }) => verdict === "unclear").length).toBeGreaterThan(0);
  });

  it("may serve two", async () => {
    const two = question.criteria.slice(0, 2).map(({ id }) => id);
    const { requests } = await grade((item) => (two.includes(item.id) ? { verdict: "met", quotes: [first] } : {}));
    for (const { user } of requests) expect(user).not.toContain("several others");
  });

  it("is looked at again where it shares no telling word with its criterion and another sentence does", async () => {
    const text = `${answer} I wrote this on a rainy afternoon at home.`;
    const [target] = question.criteria;
    const { requests, outcome } = await grade(
      (item, call) =>
        item.id === target?.id && call === 0 ? { verdict: "met", quotes: ["I wrote this on a rainy afternoon"] } : {},
      text,
    );
    expect(requests[1]?.user).toContain(`- ${target?.id ?? ""}: a first reading's quote may be about something else`);
    expect(outcome).toMatchObject({ kind: "graded" });
  });
});
