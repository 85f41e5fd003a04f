// Pictures of a prompt, a reference or a topic's notes whose file no learner would have: found in the folder's reading,
// in one file alone, and mended.
import { describe, expect, it } from "vitest";
import type { FolderEntry, FolderReader } from "../../../../src/core/reading/folderFiles";
import { findingsAlone, readRoadmapFolder, RoadmapFolder } from "../../../../src/core/reading/roadmapReader";
import { placedQuestions } from "../../../../src/core/roadmap/roadmap";
import { applied } from "./applied";
import { changed, roadmapYaml, tcpQuestion } from "./sampleRoadmap";

const asking = (picture: string): string => changed(tcpQuestion, "## Prompt\n", `## Prompt\n\n${picture}\n`);

/** A folder whose pictures are names alone. */
function folder(
  question: string,
  pictures: readonly string[],
  yaml = roadmapYaml,
): FolderReader & { pictures: readonly string[] } {
  return {
    pictures,
    list(path): Promise<readonly FolderEntry[]> {
      const lead = path === "" ? "" : `${path}/`;
      const all = ["roadmap.yaml", "transport/tcp.md", ...this.pictures].filter((file) => file.startsWith(lead));
      const entries = all.map((file): FolderEntry => {
        const [name = "", ...rest] = file.slice(lead.length).split("/");
        return { name, kind: rest.length > 0 ? "folder" : "file", linked: false };
      });
      return entries.length > 0 ? Promise.resolve(entries) : Promise.reject(new Error(`no ${path}`));
    },
    read: (path) => Promise.resolve(path === "roadmap.yaml" ? yaml : question),
  };
}

describe("a prompt's picture", () => {
  it.each([
    ["![net](net.png)", "transport/net.png"],
    ["![net](img/net%20a.svg)", "transport/img/net a.svg"],
    ["![net](../_img/net.png)", "_img/net.png"],
    ["![net][n]\n\n[n]: img/net.png", "transport/img/net.png"],
    ["![net](https://example.org/net.png)", "roadmap.png"],
    ["`![net](net.png)`", "roadmap.png"],
    ["<!-- ![net](net.png) <img src=net.png> -->", "roadmap.png"],
    ["<img alt='a > b' src='net.png'>", "transport/net.png"],
    ["![the net,\nwith a switch](net.png)", "transport/net.png"],
    ["![net](data:image/png;base64,AA==)", "roadmap.png"],
  ])("is fine: %j", async (picture, file) => {
    const { problems, roadmap } = await readRoadmapFolder(folder(asking(picture), [file]));
    expect(problems).toEqual([]);
    expect(roadmap && placedQuestions(roadmap)).toHaveLength(1);
  });

  it.each([
    ["![net](net.png)", /no picture transport\/net\.png/, undefined],
    ["![net](img/net.png)", /no picture transport\/img\/net\.png/, undefined],
    ["![net](../../net.png)", /outside the roadmap's folder/, undefined],
    ["![net](/home/me/net.png)", /outside the roadmap's folder/, undefined],
    ["![net](Net.PNG)", /no picture/, undefined],
    ["![net](file:///home/me/nets.png)", /outside the roadmap's folder/, undefined],
    ['<img src="img/net.png" width="200">', /no picture transport\/img\/net\.png/, undefined],
    ["<img src=NETS.png>", /called "nets\.png"/, "<img src=nets.png>"],
    ["![net](the nets.png)", /Blanks end the address/, "![net](<the nets.png>)"],
    ["![net](tcp.md)", /tcp\.md is no picture/, undefined],
    ["![net](NETS.png)", /called "nets\.png"/, "![net](nets.png)"],
    ["![net](.\\nets.png)", /write \.\/nets\.png/, "![net](./nets.png)"],
  ])("is told of where it stands: %j", async (picture, message, mended) => {
    const text = asking(picture);
    const { problems, roadmap } = await readRoadmapFolder(folder(text, ["transport/nets.png"]));
    expect(problems).toMatchObject([{ file: "transport/tcp.md", code: "broken-picture", severity: "error" }]);
    const [problem] = problems;
    if (problem === undefined) throw new Error("nothing was found");
    expect(problem.message).toMatch(message);
    const line = text.split("\n")[problem.range.start.line] ?? "";
    expect(line.slice(problem.range.start.character, problem.range.end.character)).toBe(picture);
    // The question is asked without it rather than not at all.
    expect(roadmap && placedQuestions(roadmap)).toHaveLength(1);
    expect(problem.fix && applied(text, problem.fix)).toBe(mended && asking(mended));
  });

  it("is found as it is written, and again when it comes or goes", async () => {
    const text = asking("![net](net.png)");
    const reader = folder(text, []);
    const names = (path: string) => reader.list(path).then((entries) => entries.map(({ name }) => name));
    expect(await findingsAlone("transport/tcp.md", text, names)).toMatchObject([{ code: "broken-picture" }]);
    const read = new RoadmapFolder(reader);
    expect((await read.read()).problems).toHaveLength(1);
    reader.pictures = ["transport/net.png"];
    expect((await read.read({ files: ["transport/net.png"], listed: true })).problems).toEqual([]);
    reader.pictures = [];
    expect((await read.read({ files: ["transport/net.png"], listed: true })).problems).toHaveLength(1);
  });
});

describe("a reference's picture", () => {
  it("is looked for like a prompt's, with its place in the file", async () => {
    const text = changed(tcpQuestion, "Lost segments are sent again. The", "![states](states.png)\n\nThe");
    const { problems } = await readRoadmapFolder(folder(text, []));
    expect(problems).toMatchObject([{ file: "transport/tcp.md", code: "broken-picture" }]);
    const [problem] = problems;
    const line = text.split("\n")[problem?.range.start.line ?? -1] ?? "";
    expect(line.slice(problem?.range.start.character, problem?.range.end.character)).toBe("![states](states.png)");
    expect((await readRoadmapFolder(folder(text, ["transport/states.png"]))).problems).toEqual([]);
  });
});

describe("a picture in a topic's notes", () => {
  const noted = (notes: string): string => changed(roadmapYaml, "|\n      Start with **TCP**.", notes);

  it.each([
    ["a block", "|\n      Look:\n\n      ![map](MAP.png)"],
    ["one line", "Look at ![map](MAP.png) first."],
    ["quotes", '"Look at ![map](MAP.png)"'],
    ["the second of two", "|\n      Second:\n      ![map](map.png) and\n      ![map](MAP.png)"],
  ])("in %s is told of where it stands, and mended", async (_, notes) => {
    const yaml = noted(notes);
    const { problems } = await readRoadmapFolder(folder(tcpQuestion, ["map.png"], yaml));
    expect(problems).toMatchObject([{ file: "roadmap.yaml", code: "broken-picture" }]);
    const [problem] = problems;
    if (problem === undefined) throw new Error("nothing was found");
    const line = yaml.split("\n")[problem.range.start.line] ?? "";
    expect(line.slice(problem.range.start.character, problem.range.end.character)).toBe("![map](MAP.png)");
    expect(problem.fix && applied(yaml, problem.fix)).toMatch(/!\[map\]\(map\.png\)/);
  });

  it("whose words were escaped is told of where the notes are", async () => {
    const yaml = noted('"Look at ![the \\u006dap](map.png)"');
    const { problems } = await readRoadmapFolder(folder(tcpQuestion, [], yaml));
    expect(problems).toMatchObject([{ code: "broken-picture", range: { start: { line: 8 } } }]);
    expect(problems[0]?.fix).toBeUndefined();
  });

  it("lies beside roadmap.yaml, or is the web's matter", async () => {
    const yaml = noted("|\n      ![map](transport/map.png) ![far](https://example.org/far.png)");
    expect((await readRoadmapFolder(folder(tcpQuestion, ["transport/map.png"], yaml))).problems).toEqual([]);
    const names = (): Promise<readonly string[]> => Promise.resolve([]);
    expect(await findingsAlone("roadmap.yaml", yaml, names)).toMatchObject([{ code: "broken-picture" }]);
  });
});
