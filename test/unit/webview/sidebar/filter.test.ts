// Searching and filtering questions.
import { describe, expect, test } from "vitest";
import { indexRoadmaps, matchLines, Narrowing } from "../../../../src/webview/sidebar/filter";
import { excerpt, fold, matchRanges, searchWords } from "../../../../src/webview/sidebar/fold";
import { SearchTexts } from "../../../../src/webview/sidebar/texts";
import type { StateFilter } from "../../../../src/webview/sidebar/uiState";
import { ai, imageTexts, textsOf } from "./sampleRoadmap";

/** Ids of what is left: questions, and topics that match by themselves in brackets. */
function found(query: string, filter: StateFilter = "all", texts = new SearchTexts()): string[] {
  const narrowing = new Narrowing(query, filter, texts);
  return indexRoadmaps([ai]).flatMap((r) =>
    r.topics.flatMap((t) => {
      const match = narrowing.topic(t);
      if (match === undefined) return [];
      const questions = match.questions.map(({ question, byText }) => `${question.row.id}${byText ? "*" : ""}`);
      return [...(match.itself ? [`(${t.row.id})`] : []), ...(match.notes ? ["notes"] : []), ...questions];
    }),
  );
}

describe("Narrowing", () => {
  test.each([
    ["SELF", ["attention"]],
    ["resume", ["resume"]],
    ["résumé", ["resume"]],
    ["image", ["(image-models)"]],
    ["diffusion", ["(image-models)"]],
    ["image blurs", ["vae"]],
    ["blurs image", ["vae"]],
    ["gan", ["(image-models)", "gan"]],
    ["attention image", []],
    ["zzz", []],
  ])("query %j", (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  test.each([
    ["minibatch", ["gan*"]],
    ["mitigate collapse", ["gan*"]],
    ["training minibatch", ["gan*"]],
    ["napkin", ["notes"]],
    ["image napkin", ["notes"]],
    ["napkin minibatch", []],
  ])("query %j with prompts, ideas and notes", (query, ids) => {
    expect(found(query, "all", textsOf([imageTexts]))).toEqual(ids);
  });

  test.each([
    ["new", ["attention"]],
    ["draft", ["gan"]],
    ["graded", ["vae"]],
    ["stale", ["resume"]],
    ["checked", []],
  ] as const)("state %s", (filter, ids) => {
    expect(found("", filter)).toEqual(ids);
  });

  test("query and state together", () => {
    expect(found("training", "draft")).toEqual(["gan"]);
    expect(found("training", "graded")).toEqual([]);
    expect(found("nlp", "draft")).toEqual([]);
  });
});

test("a match beyond the title is shown with where it stands", () => {
  const lines = (query: string): unknown =>
    matchLines("q:ai/gan", "Training a GAN", searchWords(query), textsOf([imageTexts]));
  expect(lines("training minibatch")).toEqual([{ where: "idea", text: "Minibatch discrimination" }]);
  expect(lines("mitigate")).toEqual([{ where: "prompt", text: "…training, and two ways to mitigate a collapse." }]);
});

test("an excerpt is cut at spaces around the first word found", () => {
  const long = `${"word ".repeat(40)}needle ${"tail ".repeat(60)}`;
  const cut = excerpt(long, ["needle"]);
  expect(cut).toMatch(/^…word .*needle tail .*tail…$/);
  expect(cut.length).toBeLessThan(150);
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
