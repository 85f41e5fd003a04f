// Which files of a folder are read, through a file system in memory.
import { describe, expect, it } from "vitest";
import type { FolderEntry, FolderReader } from "../../../../src/core/reading/folderFiles";
import { readRoadmapFolder } from "../../../../src/core/reading/roadmapReader";
import { placedQuestions } from "../../../../src/core/roadmap/roadmap";
import { changed, roadmapYaml, tcpQuestion } from "./sampleRoadmap";

const other = (id: string): string => changed(tcpQuestion, "id: tcp", `id: ${id}`);

/** Files by path; a folder of `links` is one that a link leads to. */
class MemoryFolder implements FolderReader {
  readonly asked: string[] = [];
  pauses = 0;
  constructor(
    private readonly files: Readonly<Record<string, string | Error>>,
    private readonly links: readonly string[] = [],
  ) {}

  list(folder: string): Promise<readonly FolderEntry[]> {
    this.asked.push(folder);
    const lead = folder === "" ? "" : `${folder}/`;
    const inside = Object.keys(this.files).filter((path) => path.startsWith(lead));
    const names = new Map(
      inside.map((path) => path.slice(lead.length).split("/")).map(([name = "", ...rest]) => [name, rest]),
    );
    return Promise.resolve(
      [...names].map(([name, rest]) => ({
        name,
        kind: rest.length > 0 ? "folder" : "file",
        linked: this.links.includes(lead + name),
      })),
    );
  }

  read(path: string): Promise<string> {
    const file = this.files[path] ?? new Error(`no ${path}`);
    return file instanceof Error ? Promise.reject(file) : Promise.resolve(file);
  }

  pause(): Promise<void> {
    this.pauses++;
    return Promise.resolve();
  }
}

const idsIn = async (folder: FolderReader) => {
  const { roadmap, problems, paths } = await readRoadmapFolder(folder);
  return { ids: roadmap && placedQuestions(roadmap).map(({ question }) => question.id), problems, paths };
};

describe("a folder", () => {
  it.each(["roadmap.yaml", "roadmap.yml", "ROADMAP.YAML", "Roadmap.Yml"])("is a roadmap with %s", async (name) => {
    const read = await idsIn(new MemoryFolder({ [name]: roadmapYaml, "transport/tcp.MD": tcpQuestion }));
    expect(read).toMatchObject({ ids: ["tcp"], problems: [] });
    expect([...read.paths]).toEqual([["tcp", "transport/tcp.MD"]]);
  });

  it("may hold what projects hold besides, hidden files, drafts, and another roadmap", async () => {
    const read = await idsIn(
      new MemoryFolder({
        "roadmap.yaml": roadmapYaml,
        "transport/tcp.md": tcpQuestion,
        "README.md": `---\ncriteria:\n---\n`,
        "CONTRIBUTING.md": "Write:\n\n```\n---\nid: x\ncriteria:\n---\n```\n",
        "transport/Readme.md": "Notes.",
        "_template.md": other("template"),
        ".github/issue.md": other("issue"),
        "node_modules/x/y.md": other("y"),
        "old/roadmap.yaml": roadmapYaml,
        "old/transport/tcp.md": tcpQuestion,
        "guide.md": "# Guide\n\n---\n\ncriteria: none",
      }),
    );
    expect(read).toMatchObject({ ids: ["tcp"], problems: [] });
  });

  it("is read through links, once around", async () => {
    const folder = new MemoryFolder(
      { "roadmap.yaml": roadmapYaml, "transport/tcp.md": tcpQuestion, "transport/deep/tcp.md": tcpQuestion },
      ["transport"],
    );
    expect(await idsIn(folder)).toMatchObject({ ids: ["tcp"], problems: [] });
    expect(folder.asked).toEqual(["", "transport"]);
  });

  it("tells of files that cannot be read, and reads the others", async () => {
    const read = await idsIn(
      new MemoryFolder({
        "roadmap.yaml": roadmapYaml,
        "transport/tcp.md": tcpQuestion,
        "transport/udp.md": new Error("not permitted"),
      }),
    );
    expect(read.ids).toEqual(["tcp"]);
    expect(read.problems.map(({ file, code, message }) => [file, code, message])).toEqual([
      ["transport/udp.md", "file-unreadable", "not permitted"],
    ]);
  });

  it("of many questions lets others work in between", async () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`transport/q${i}.md`, other(`q${i}`)]));
    const folder = new MemoryFolder({ "roadmap.yaml": changed(roadmapYaml, "    questions: [tcp]\n", ""), ...many });
    expect((await idsIn(folder)).ids).toHaveLength(80);
    expect(folder.pauses).toBeGreaterThanOrEqual(3);
  });
});

describe("a file that lies beside another one", () => {
  const copies = [
    "tcp (1)",
    "tcp (conflicted copy 2024-01-02)",
    "tcp.sync-conflict-20240102-100000-ABCDEFG",
    "Copy of tcp",
    "tcp-PC7",
  ];
  it.each(copies)("is told to be its copy: %s", async (name) => {
    const files = {
      "roadmap.yaml": roadmapYaml,
      "transport/tcp.md": tcpQuestion,
      [`transport/${name}.md`]: tcpQuestion,
    };
    const { ids, problems } = await idsIn(new MemoryFolder(files));
    expect(ids).toEqual(["tcp"]);
    expect(problems.map((p) => [p.file, p.code])).toEqual([[`transport/${name}.md`, "copied-file"]]);
    expect(problems[0]?.message).not.toMatch(/write id/);
    expect(problems[0]?.fix).toBeUndefined();
  });

  it.each(["roadmap (1).yaml", "roadmap.yml", "roadmap.sync-conflict-20240102-100000-ABCDEFG.yaml"])(
    "is told not to be read: %s",
    async (name) => {
      const files = { "roadmap.yaml": roadmapYaml, "transport/tcp.md": tcpQuestion, [name]: "id: other\n" };
      const { ids, problems } = await idsIn(new MemoryFolder(files));
      expect(ids).toEqual(["tcp"]);
      expect(problems.map((p) => [p.file, p.code])).toEqual([[name, "second-roadmap-file"]]);
    },
  );
});

describe("names that do not agree", () => {
  const problemsOf = async (files: Readonly<Record<string, string>>) =>
    (await idsIn(new MemoryFolder(files))).problems.map((p) => [p.file, p.range.start.line + 1, p.code]);

  it.each<[string, Readonly<Record<string, string>>, [string, number, string]]>([
    [
      "a topic's folder was renamed",
      { "roadmap.yaml": roadmapYaml, "transports/tcp.md": tcpQuestion },
      ["roadmap.yaml", 5, "topic-without-folder"],
    ],
    [
      "a listed file was renamed",
      { "roadmap.yaml": roadmapYaml, "transport/tcp-gives.md": tcpQuestion },
      ["transport/tcp-gives.md", 2, "id-not-file-name"],
    ],
    [
      "a listed question is misspelt",
      { "roadmap.yaml": changed(roadmapYaml, "[tcp]", "[tpc]"), "transport/tcp.md": tcpQuestion },
      ["roadmap.yaml", 11, "unknown-question"],
    ],
    [
      "a topic's id is a number",
      { "roadmap.yaml": changed(roadmapYaml, "id: links", "id: 101"), "transport/tcp.md": tcpQuestion },
      ["roadmap.yaml", 12, "needs-quotes"],
    ],
    [
      "a criterion was renamed, and its goldens were not",
      {
        "roadmap.yaml": roadmapYaml,
        "transport/tcp.md": changed(tcpQuestion, "- id: reliable", "- id: reliably"),
      },
      ["transport/tcp.md", 6, "unknown-criterion"],
    ],
  ])("are told once: %s", async (_, files, finding) => {
    expect(await problemsOf(files)).toEqual([finding]);
  });
});
