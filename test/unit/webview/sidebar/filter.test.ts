// Searching and filtering questions.
import { describe, expect, test } from "vitest";
import { fold, indexRoadmaps, matchRanges, questionFilter, searchWords } from "../../../../src/webview/sidebar/filter";
import type { StateFilter } from "../../../../src/webview/sidebar/uiState";
import { ai } from "./sampleRoadmap";

function found(query: string, filter: StateFilter = "all"): string[] {
  return indexRoadmaps([ai]).flatMap((r) =>
    r.topics.flatMap((t) => t.questions.filter(questionFilter(query, filter)).map((q) => q.row.id)),
  );
}

describe("questionFilter", () => {
  test.each([
    ["", ["attention", "resume", "gan", "vae"]],
    ["   ", ["attention", "resume", "gan", "vae"]],
    ["SELF", ["attention"]],
    ["resume", ["resume"]],
    ["résumé", ["resume"]],
    ["image", ["gan", "vae"]],
    ["diffusion", ["gan", "vae"]],
    ["image blurs", ["vae"]],
    ["blurs image", ["vae"]],
    ["attention image", []],
    ["zzz", []],
  ])("query %j", (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  test.each([
    ["new", ["attention"]],
    ["draft", ["gan"]],
    ["graded", ["vae"]],
    ["stale", ["resume"]],
  ] as const)("state %s", (filter, ids) => {
    expect(found("", filter)).toEqual(ids);
  });

  test("query and state together", () => {
    expect(found("image", "draft")).toEqual(["gan"]);
    expect(found("nlp", "draft")).toEqual([]);
  });
});

describe("matchRanges", () => {
  const marked = (title: string, query: string): string[] =>
    matchRanges(title, searchWords(query)).map(({ start, end }) => title.slice(start, end));
  test.each([
    ["Mode collapse in GANs", "MODE gan", ["Mode", "GAN"]],
    ["Mode collapse", "mo mode", ["Mode"]],
    ["Mode collapse", "ode mod", ["Mod", "e"]],
    ["Mode collapse", "", []],
    ["Mode collapse", "zzz", []],
    ["Résumé parsing", "resume", ["Résumé"]],
    ["ﬁne-tuning", "fine", []],
  ])("%j for %j", (title, query, parts) => {
    expect(marked(title, query)).toEqual(parts);
  });
});

test("fold lowers and drops accents", () => {
  expect(fold("ÉCOLE Ångström ASCII")).toBe("ecole angstrom ascii");
});
