// Pictures of a prompt whose file no learner would have: found in the folder's reading, in one file alone, and mended.
import { describe, expect, it } from "vitest";
import type { FolderEntry, FolderReader } from "../../../../src/core/reading/folderFiles";
import { findingsAlone, readRoadmapFolder, RoadmapFolder } from "../../../../src/core/reading/roadmapReader";
import { placedQuestions } from "../../../../src/core/roadmap";
import { applied } from "./applied";
import { changed, roadmapYaml, tcpQuestion } from "./sampleRoadmap";

const asking = (picture: string): string => changed(tcpQuestion, "## Prompt\n", `## Prompt\n\n${picture}\n`);

/** A folder whose pictures are names alone. */
function folder(question: string, pictures: readonly string[]): FolderReader & { pictures: readonly string[] } {
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
    read: (path) => Promise.resolve(path === "roadmap.yaml" ? roadmapYaml : question),
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
