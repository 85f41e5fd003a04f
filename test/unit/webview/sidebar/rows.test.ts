// The tree as rows: order, depth, what is open, and the set sizes that screen readers hear.
import type { Finding } from "../../../../src/core/roadmap/roadmap";
import { describe, expect, test } from "vitest";
import { indexRoadmaps } from "../../../../src/webview/sidebar/filter";
import { buildRows, type TreeView } from "../../../../src/webview/sidebar/rows";
import { freshUiState, type UiState } from "../../../../src/webview/sidebar/uiState";
import type { NoticeRow, RoadmapRow } from "../../../../src/shared/sidebarMessages";
import { SearchTexts } from "../../../../src/webview/sidebar/texts";
import { ai, imageTexts, labels, nlp, roadmap, textsOf, topic } from "./sampleRoadmap";

function build(
  roadmaps: readonly RoadmapRow[],
  ui: Partial<UiState> = {},
  more: {
    readonly flipped?: readonly string[];
    readonly texts?: SearchTexts;
    readonly notices?: readonly NoticeRow[];
  } = {},
): TreeView {
  return buildRows({
    roadmaps: indexRoadmaps(roadmaps),
    texts: more.texts ?? new SearchTexts(),
    notices: more.notices ?? [],
    ui: { ...freshUiState, ...ui },
    flipped: new Set(more.flipped),
    labels,
  });
}

const outline = (view: TreeView): string[] =>
  view.rows.map((r) => {
    const sign = r.expanded === undefined ? "" : r.expanded ? " -" : " +";
    return `${"  ".repeat(r.level - 1)}${r.key} ${r.position}/${r.siblings}${sign}`;
  });

const lines = (first: number) => ({ start: { line: first - 1, character: 0 }, end: { line: first - 1, character: 5 } });
const twoProblems: readonly Finding[] = [
  { file: "roadmap.yaml", range: lines(3), code: "missing-key", severity: "error", message: "title is missing" },
  { file: "nlp/x.md", range: lines(1), code: "front-matter-start", severity: "error", message: "no front matter" },
];

describe("buildRows", () => {
  test("one roadmap has no level of its own", () => {
    expect(outline(build([ai]))).toEqual([
      "t:ai/nlp 1/2 -",
      "  q:ai/attention 1/2 +",
      "  q:ai/resume 2/2 +",
      "t:ai/image-models 2/2 -",
      "  n:ai/image-models 1/3 +",
      "  q:ai/gan 2/3 +",
      "  q:ai/vae 3/3 +",
    ]);
  });

  test("several roadmaps have one, and a closed one shows nothing below", () => {
    expect(outline(build([ai, roadmap("sql", [nlp])], { toggled: ["r:ai"] }))).toEqual([
      "r:ai 1/2 +",
      "r:sql 2/2 -",
      "  t:sql/nlp 1/1 -",
      "    q:sql/attention 1/2 +",
      "    q:sql/resume 2/2 +",
    ]);
  });

  test("closed topics, open prompts", () => {
    expect(outline(build([ai], { toggled: ["t:ai/nlp", "q:ai/gan"] })).filter((line) => !line.includes("n:"))).toEqual([
      "t:ai/nlp 1/2 +",
      "t:ai/image-models 2/2 -",
      "  q:ai/gan 2/3 -",
      "  q:ai/vae 3/3 +",
    ]);
  });
});

describe("buildRows during a search", () => {
  test("a search opens what matches, counts anew and leaves notes out", () => {
    const view = build([ai], { query: "gan training", toggled: ["t:ai/image-models"] });
    expect(outline(view)).toEqual(["t:ai/image-models 1/1 -", "  q:ai/gan 1/1 +"]);
    expect([view.shown, view.total]).toEqual([1, 4]);
  });

  test("what was closed during a search stays closed, and still counts", () => {
    const view = build([ai], { filter: "draft" }, { flipped: ["t:ai/image-models"] });
    expect(outline(view)).toEqual(["t:ai/image-models 1/1 +"]);
    expect(view.shown).toBe(1);
  });

  test("a search lists what matches by its words beyond the title, and notes", () => {
    const texts = textsOf([imageTexts]);
    expect(outline(build([ai], { query: "minibatch" }))).toEqual([]);
    const view = build([ai], { query: "minibatch" }, { texts });
    expect(outline(view)).toEqual(["t:ai/image-models 1/1 -", "  q:ai/gan 1/1 +"]);
    expect(view.rows.at(-1)).toMatchObject({ byText: true });
    expect(outline(build([ai], { query: "napkin" }, { texts }))).toEqual([
      "t:ai/image-models 1/1 -",
      "  n:ai/image-models 1/1 +",
    ]);
  });

  test("a topic that matches by its own words alone is listed closed and opens to all of it", () => {
    expect(outline(build([ai], { query: "diffusion" }))).toEqual(["t:ai/image-models 1/1 +"]);
    expect(outline(build([ai], { query: "diffusion" }, { flipped: ["t:ai/image-models"] }))).toEqual([
      "t:ai/image-models 1/1 -",
      "  q:ai/gan 1/2 +",
      "  q:ai/vae 2/2 +",
    ]);
  });
});

describe("buildRows with what is not a topic", () => {
  test("notices come before all else and open to one row each; a search leaves them out", () => {
    const notices: NoticeRow[] = [
      { kind: "second-version", path: "answers/ai/gan (1).md" },
      { kind: "unreadable", path: "answers/sql" },
    ];
    const one = [roadmap("sql", [topic("joins", "Joins", [])], { problems: twoProblems })];
    expect(outline(build(one, { toggled: ["s:"] }, { notices }))).toEqual([
      "s: 1/3 -",
      "  s:answers/ai/gan (1).md 1/2",
      "  s:answers/sql 2/2",
      "p:sql 2/3 +",
      "t:sql/joins 3/3 -",
    ]);
    expect(outline(build([ai, ...one], { toggled: ["r:ai", "r:sql"] }, { notices }))).toEqual([
      "s: 1/3 +",
      "r:ai 2/3 +",
      "r:sql 3/3 +",
    ]);
    expect(outline(build(one, { query: "joins" }, { notices }))).toEqual(["t:sql/joins 1/1 +"]);
  });

  test("problems come first and open to one row each", () => {
    const view = build([roadmap("sql", [topic("joins", "Joins", [])], { problems: twoProblems })], {
      toggled: ["p:sql"],
    });
    expect(outline(view)).toEqual(["p:sql 1/2 -", "  p:sql/0 1/2", "  p:sql/1 2/2", "t:sql/joins 2/2 -"]);
  });

  test("each row's parent is the row above it in the hierarchy", () => {
    const { rows } = build([ai, roadmap("sql", [nlp], { problems: twoProblems })], { toggled: ["p:sql"] });
    for (const row of rows) {
      expect(rows[row.parent]?.level ?? 0).toBe(row.level - 1);
      expect(rows.filter((r) => r.parent === row.parent).map((r) => r.position)).toEqual(
        Array.from({ length: row.siblings }, (_, i) => i + 1),
      );
    }
  });

  test("no roadmaps, no match", () => {
    expect(build([]).rows).toEqual([]);
    expect(build([ai], { query: "zzz" })).toMatchObject({ rows: [], shown: 0, total: 4 });
  });
});
