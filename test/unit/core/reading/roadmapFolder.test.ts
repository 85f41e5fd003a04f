// A folder that is read again by file comes to what reading it whole would, and looks at nothing else.
import { describe, expect, it } from "vitest";
import type { FolderEntry, FolderReader } from "../../../../src/core/reading/folderFiles";
import { RoadmapFolder, readRoadmapFolder } from "../../../../src/core/reading/roadmapReader";
import { changed, roadmapYaml, tcpQuestion } from "./sampleRoadmap";

const question = (id: string): string => changed(tcpQuestion, "id: tcp", `id: ${id}`);

/** Files by path, as they are now; keeps which of them were read and how often folders were listed. */
class ChangingFolder implements FolderReader {
  readonly files = new Map<string, string>([
    ["roadmap.yaml", roadmapYaml],
    ["transport/tcp.md", tcpQuestion],
    ["transport/udp.md", question("udp")],
  ]);
  readsSince: string[] = [];
  lists = 0;

  list(folder: string): Promise<readonly FolderEntry[]> {
    this.lists++;
    const inside = [...this.files.keys()].filter((path) => folder === "" || path.startsWith(`${folder}/`));
    const names = new Set(inside.map((path) => path.slice(folder === "" ? 0 : folder.length + 1).split("/")[0] ?? ""));
    const kindOf = (name: string): FolderEntry["kind"] => (/\.\w+$/.test(name) ? "file" : "folder");
    return Promise.resolve([...names].map((name) => ({ name, kind: kindOf(name), linked: false })));
  }

  read(path: string): Promise<string> {
    this.readsSince.push(path);
    const text = this.files.get(path);
    return text === undefined ? Promise.reject(new Error(`no ${path}`)) : Promise.resolve(text);
  }
}

async function opened() {
  const disk = new ChangingFolder();
  const folder = new RoadmapFolder(disk);
  const first = await folder.read();
  disk.readsSince = [];
  disk.lists = 0;
  return { disk, folder, first };
}

describe("a folder read again", () => {
  it("reads the one file that changed, and keeps the questions of the others", async () => {
    const { disk, folder, first } = await opened();
    disk.files.set("transport/udp.md", changed(question("udp"), "title: What TCP gives", "title: What UDP gives"));
    const again = await folder.read({ files: ["transport/udp.md"], listed: false });
    expect(disk).toMatchObject({ readsSince: ["transport/udp.md"], lists: 0 });
    const [tcp, udp] = again.roadmap?.topics[0]?.questions ?? [];
    expect(udp?.title).toBe("What UDP gives");
    expect(tcp).toBe(first.roadmap?.topics[0]?.questions[0]);
  });

  it("finds files that came and went, and reads those that came", async () => {
    const { disk, folder } = await opened();
    disk.files.delete("transport/tcp.md");
    disk.files.set("transport/quic.md", question("quic"));
    const again = await folder.read({ files: ["transport/quic.md"], listed: true });
    expect(disk.readsSince).toEqual(["transport/quic.md"]);
    expect(again.roadmap?.topics[0]?.questions.map(({ id }) => id)).toEqual(["quic", "udp"]);
    expect(again.problems.map(({ file, code }) => [file, code])).toEqual([["roadmap.yaml", "unknown-question"]]);
  });

  it("looks for a file of which nothing was known, and minds one that is gone since", async () => {
    const { disk, folder } = await opened();
    disk.files.set("transport/quic.md", question("quic"));
    const again = await folder.read({ files: ["transport/quic.md"], listed: false });
    expect(again.roadmap?.topics[0]?.questions.map(({ id }) => id)).toEqual(["tcp", "quic", "udp"]);
    disk.files.delete("transport/udp.md");
    const { problems } = await folder.read({ files: ["transport/udp.md"], listed: false });
    expect(problems.map(({ file, code }) => [file, code])).toEqual([["transport/udp.md", "file-unreadable"]]);
  });

  it("tells each finding once, however often it is placed anew", async () => {
    const { disk, folder } = await opened();
    disk.files.set("transport/tcp (1).md", tcpQuestion);
    disk.files.set("transport/misnamed.md", question("other"));
    await folder.read({ files: [], listed: true });
    disk.files.set("roadmap.yaml", changed(roadmapYaml, "title: Networks", "title: Nets"));
    const again = await folder.read({ files: ["roadmap.yaml"], listed: false });
    expect(again).toEqual(await readRoadmapFolder(disk));
    expect(again.problems.map(({ file, code }) => [file, code])).toEqual([
      ["transport/misnamed.md", "id-not-file-name"],
      ["transport/tcp (1).md", "copied-file"],
    ]);
  });

  it("stays as it was where it cannot be listed, and is read whole once it can", async () => {
    const { disk, folder } = await opened();
    const list = disk.list.bind(disk);
    disk.list = () => Promise.reject(new Error("not permitted"));
    await expect(folder.read({ files: [], listed: true })).rejects.toThrow("not permitted");
    disk.list = list;
    expect((await folder.read()).roadmap?.topics[0]?.questions).toHaveLength(2);
    expect(disk.readsSince).toHaveLength(3);
  });

  it("leaves the other topics the very ones that they were where only questions of one are others", async () => {
    const { disk, folder } = await opened();
    disk.files.set("links/ethernet.md", question("ethernet"));
    const before = await folder.read({ files: ["links/ethernet.md"], listed: true });
    disk.files.set("transport/udp.md", changed(question("udp"), "title: What TCP gives", "title: What UDP gives"));
    const again = await folder.read({ files: ["transport/udp.md"], listed: false });
    expect(again.roadmap?.topics[1]).toBe(before.roadmap?.topics[1]);
    expect(again.roadmap?.topics[0]).not.toBe(before.roadmap?.topics[0]);
    expect(again.paths).toBe(before.paths);
  });
});

describe("whatever becomes of one file, and of it again", () => {
  const texts = {
    "another title": changed(question("udp"), "title: What TCP gives", "title: What UDP gives"),
    "broken front matter": changed(question("udp"), "marks: 4", "marks: four"),
    "a heading twice": `${question("udp")}\n## Prompt\n\nOnce more.\n`,
    "a picture that is not there": changed(question("udp"), "## Prompt\n", "## Prompt\n\n![Map](map.png)\n"),
    "another id": question("quic"),
    "the id of the file beside it": tcpQuestion,
    "no id": changed(question("udp"), "id: udp\n", ""),
    "no question": "# Notes\n\nTo be written.\n",
    nothing: "",
    "what it was": question("udp"),
  };
  const all = Object.entries(texts);

  it.each(all)("%s: it comes to what reading all would", async (_, first) => {
    const { disk, folder } = await opened();
    for (const text of [first, ...all.map(([, then]) => then), first]) {
      disk.files.set("transport/udp.md", text);
      const again = await folder.read({ files: ["transport/udp.md"], listed: false });
      expect(again).toEqual(await readRoadmapFolder(disk));
    }
  });

  it.each(["transport", "misplaced", "transport/deep"])("with one of its name in %s, too", async (place) => {
    const { disk, folder } = await opened();
    disk.files.set(`${place}/udp.markdown`, question("udp"));
    await folder.read({ files: [], listed: true });
    for (const [, text] of all)
      for (const path of [`${place}/udp.markdown`, "transport/udp.md"]) {
        disk.files.set(path, text);
        expect(await folder.read({ files: [path], listed: false })).toEqual(await readRoadmapFolder(disk));
      }
  });
});
