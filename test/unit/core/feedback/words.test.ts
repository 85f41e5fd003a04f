// Words that everybody shares: a check's judge nothing, marks say whose they are, sentences are plain.
import { describe, expect, it } from "vitest";
import type { Amends } from "../../../../src/core/attempts/amendment";
import type { Attempt, Qualification } from "../../../../src/core/attempts/attempt";
import { observationIds, type ObservationId } from "../../../../src/core/marks/check";
import { foundText, headline, shortHeadline, tallyText } from "../../../../src/core/feedback/headline";
import { observationPhrase, observationSentence } from "../../../../src/core/feedback/observationWords";
import {
  flagSentence,
  remarkBody,
  remarkTitle,
  stateSign,
  stateWord,
  worstFirst,
} from "../../../../src/core/feedback/words";
import { tally } from "../../../../src/core/marks/marks";
import type { VerdictKind } from "../../../../src/core/roadmap/question";
import { standingOf, type Standing } from "../../../../src/core/attempts/standing";
import { sampleQuestion as question } from "../../../support/sampleQuestion";

/** What would be a verdict in the mouth of a check. */
const judgingWord = /\b(?:right|wrong|correct|incorrect|covered|missed|missing|good|bad|marks?|score)\b/;
const judging = new RegExp(`[✓✗✔✘◐○]|${judgingWord.source}`, "i");

describe("states", () => {
  it("have a sign each, and a check's are no verdict's", () => {
    const signs = worstFirst.map(stateSign);
    expect(new Set(signs).size).toBe(signs.length);
    for (const state of ["found", "not-found", "unread"] as const) {
      expect(stateSign(state)).not.toMatch(judging);
      expect(stateWord(state, "check")).not.toMatch(judging);
      expect(remarkTitle({ state, by: "check", idea: "lack of variety" })).not.toMatch(judging);
    }
  });

  it("title a remark by state and idea", () => {
    expect(remarkTitle({ state: "met", by: "model", idea: "lack of variety" })).toBe("Good · lack of variety");
    expect(remarkTitle({ state: "met", by: "learner", idea: "lack of variety" })).toBe("Yes · lack of variety");
    expect(remarkTitle({ state: "found", by: "check", idea: "lack of variety" })).toBe("Speaks of: lack of variety");
    expect(remarkTitle({ state: "contradicted", by: "model", idea: "" })).toBe("Not correct");
  });

  it("are not said twice where the remark begins with them", () => {
    const partly = { state: "partly", by: "model", idea: "why" } as const;
    expect(remarkBody({ ...partly, text: "Partly. say which." })).toBe("Say which.");
    expect(remarkBody({ ...partly, text: "Partly: why: say which." })).toBe("Say which.");
    expect(remarkBody({ ...partly, text: "Partly because of it." })).toBe("Partly because of it.");
  });
});

describe("observations", () => {
  it.each(observationIds)("say %s in a sentence and a phrase of their own that judge nothing", (id) => {
    const sentence = observationSentence({ id });
    expect(sentence).toMatch(/^[A-Z].+[.?]$/);
    if (id !== "other-language" && id !== "only-picture" && id !== "only-code") expect(sentence).not.toMatch(judging);
    expect(observationPhrase(id)).not.toMatch(judging);
    expect(flagSentence(id)).toBe(sentence);
  });

  it("are all different", () => {
    const all = (say: (id: ObservationId) => string): number => new Set(observationIds.map(say)).size;
    expect(all((id) => observationSentence({ id }))).toBe(observationIds.length);
    expect(all(observationPhrase)).toBe(observationIds.length);
  });

  it("ask about a misconception and do not assert it", () => {
    const sentence = observationSentence({ id: "common-misconception", misconception: "GANs need labels" });
    expect(sentence).toMatch(/^Did you mean: “GANs need labels”\?/);
  });
});

const base = {
  version: 2,
  id: "20260102T030405000Z-abcd1234",
  key: { roadmap: "r", question: question.id },
  at: "2026-01-02T03:04:05.000Z",
  answer: "It repeats itself.",
  asked: { title: question.title, prompt: question.prompt },
} as const;
const receipt = { answerHash: "a", rubricHash: "b", promptVersion: "1", ms: 1 } as const;
const now = { current: true, replayed: false };
const ids = question.criteria.map((c) => c.id);

function graded(kinds: readonly VerdictKind[], qualification: Qualification = "qualified"): Attempt {
  const verdicts = kinds.map((verdict, n) => ({ criterion: ids[n] ?? "", verdict, quotes: [], remark: "" }));
  return {
    ...base,
    kind: "graded",
    grade: { verdicts, errors: [], summary: "", flags: [] },
    receipt: { ...receipt, grader: "model", model: "gpt-x", qualification },
  };
}

function checked(found: number, change: Partial<Extract<Attempt, { kind: "checked" }>> = {}): Attempt {
  const criteria = ids.map((criterion, n) => ({ criterion, found: n < found, quotes: [] }));
  return {
    ...base,
    kind: "checked",
    check: { criteria, observations: [] },
    receipt: { ...receipt, grader: "check" },
    ...change,
  };
}

function said(attempt: Attempt, own: readonly Own[] = [], origin = now): string {
  return headline(standing(attempt, own), origin);
}

type Own = "met" | "partly" | "missed";

function standing(attempt: Attempt, own: readonly Own[] = []): Standing {
  const amendments = own.map((verdict, n) => ({
    version: 1 as const,
    id: `20260102T03040600${n}Z-abcd1234`,
    key: base.key,
    at: base.at,
    attempt: base.id,
    amends: { kind: "mark", criterion: ids[n] ?? "", verdict } satisfies Amends,
  }));
  return standingOf(attempt, amendments, question);
}

describe("the headline", () => {
  it("of a check counts ideas and no marks", () => {
    expect(said(checked(3))).toBe("3 of 4 ideas spoken of · not judged");
    expect(said(checked(3))).not.toMatch(judging);
    expect(foundText({ found: 1, of: 1 })).toBe("1 of 1 idea spoken of");
  });
  it("of a check that could not read counts nothing", () => {
    const criteria = ids.map((criterion) => ({ criterion, found: false, quotes: [] }));
    const attempt = checked(0, { check: { criteria, observations: [{ id: "other-language" }] } });
    expect(said(attempt)).toBe("the check cannot read this · not judged");
  });
  it("of the first version's estimate shows none of its marks", () => {
    expect(said(checked(3, { earlier: true }))).toBe("checked (an earlier version)");
  });
  it("says whose marks they are", () => {
    expect(said(graded(["met", "met", "partly", "missed"]))).toBe("2½ / 4 · gpt-x");
    expect(said(graded(["met", "met", "partly", "unclear"]))).toBe("2½–3½ / 4 · gpt-x");
    expect(said(checked(3), ["met", "met", "partly", "missed"])).toBe("2½ / 4 · marked by you");
    expect(said(graded(["met", "met", "met", "met"]), ["missed"])).toBe("3 / 4 · gpt-x · 1 idea marked by you");
  });
  it("calls marks that others are still to join “so far”", () => {
    expect(said(checked(3), ["met", "partly"])).toBe("1½ so far · 2 of 4 marked by you");
  });
  it("gives no marks of a model that has not earned the right", () => {
    expect(said(graded(["met", "met", "met", "met"], "unfit"))).toBe("gpt-x · remarks without marks");
    const remarks = graded(["met", "met", "met", "met"], "remarks-only");
    expect(said(remarks, ["met"])).toBe("1 so far · 1 of 4 marked by you");
  });
  it("says of which text it is", () => {
    const full = graded(["met", "met", "met", "met"]);
    expect(said(full, [], { current: false, replayed: true })).toBe("4 / 4 · gpt-x · of an earlier text");
    expect(said(full, [], { current: true, replayed: true })).toBe("4 / 4 · gpt-x · replayed");
    expect(said(checked(3), [], { current: false, replayed: false })).toBe(
      "3 of 4 ideas spoken of · not judged · of an earlier text",
    );
  });
  it("in few words keeps whose the marks are, or that they are of an earlier text", () => {
    const few = (attempt: Attempt, own: readonly Own[] = [], current = true): string =>
      shortHeadline(standing(attempt, own), { current });
    expect(few(checked(3))).toBe("3 of 4 ideas spoken of");
    expect(few(checked(3), [], false)).toBe("of an earlier text");
    expect(few(checked(3), ["met", "partly"])).toBe("1½ so far · 2 of 4 marked by you");
    expect(few(checked(3), ["met", "met", "partly", "missed"], false)).toBe("2½ / 4 · of an earlier text");
    expect(few(graded(["met", "met", "met", "met"]), ["missed"])).toBe("3 / 4 · gpt-x");
    expect(few(graded(["met", "met", "met", "met"], "unfit"))).toBe("remarks without marks");
    expect(few(checked(3, { earlier: true }))).toBe("checked (an earlier version)");
  });
  it("says nothing in numbers where nobody has judged", () => {
    expect(tallyText(tally(question, []))).toBe("");
    expect(tallyText(tally(question, [{ criterion: "why", verdict: "met", by: "learner" }]))).toBe("1 so far");
  });
});
