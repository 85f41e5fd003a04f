// What is read again after which event of a file watcher.
import { describe, expect, it } from "vitest";
import { WorkspaceChanges, type WatchedEvent } from "../../../../src/host/roadmaps/workspaceChanges";

const folder = "file:///work/questions/nets";
const folders = [folder, "file:///work/questions/nets/old"];

function after(...events: readonly (readonly [string, WatchedEvent])[]) {
  const changes = new WorkspaceChanges();
  const concerns = events.map(([path, event]) => changes.add(`file:///work/${path}`, event, folders));
  return { concerns, all: changes.all, nets: changes.of(folder), old: changes.of(`${folder}/old`) };
}

describe("events in a roadmap's folder", () => {
  it("name the files, once each, and whether the folder is to be listed", () => {
    const edited = after(["questions/nets/a/tcp.md", "changed"], ["questions/nets/a/tcp.md", "changed"]);
    expect(edited).toMatchObject({ concerns: [true, true], all: false });
    expect(edited.nets).toEqual({ files: ["a/tcp.md"], listed: false });
    expect(edited.old).toBeUndefined();
    const renamed = after(["questions/nets/a/tcp.md", "deleted"], ["questions/nets/a/udp.md", "created"]);
    expect(renamed.nets).toEqual({ files: ["a/tcp.md", "a/udp.md"], listed: true });
  });

  it("belong to the nearest roadmap, and are named as the disk names them", () => {
    const { nets, old } = after(["questions/nets/old/a%20b/%C3%BC.md", "changed"]);
    expect(nets).toBeUndefined();
    expect(old).toEqual({ files: ["a b/ü.md"], listed: false });
  });

  it("are an edit where its roadmap.yaml changed, and no more", () => {
    const { all, nets } = after(["questions/nets/roadmap.yaml", "changed"]);
    expect({ all, nets }).toEqual({ all: false, nets: { files: ["roadmap.yaml"], listed: false } });
  });
});

it("Git's own files and what stands in a picture concern no roadmap, that a picture comes or goes does", () => {
  const { concerns, nets } = after(
    ["questions/nets/.git/index.lock", "created"],
    ["questions/nets/.git/HEAD", "changed"],
    ["questions/nets/a/map.png", "changed"],
    ["questions/nets/a/map.png", "deleted"],
  );
  expect(concerns).toEqual([false, false, false, true]);
  expect(nets).toEqual({ files: ["a/map.png"], listed: true });
});

describe("all roadmaps are looked for again", () => {
  it.each<[string, string, WatchedEvent]>([
    ["a roadmap came", "other/roadmap.yml", "created"],
    ["a roadmap may have come with a file that was there", "other/Roadmap.yaml", "changed"],
    ["a roadmap's own file went", "questions/nets/roadmap.yaml", "deleted"],
    ["a roadmap's folder went", "questions/nets", "deleted"],
    ["a folder above went", "questions", "deleted"],
  ])("where %s", (_, path, event) => {
    expect(after([path, event])).toMatchObject({ concerns: [true], all: true });
  });

  it("and not where anything else of the workspace changed", () => {
    expect(after(["src/main.ts", "changed"], ["settings.yaml", "created"], ["questions", "changed"])).toEqual({
      concerns: [false, false, false],
      all: false,
    });
  });
});
