import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { StorageError } from "../../../../src/host/storage/files";
import { SafeFolder } from "../../../../src/host/storage/safeFolder";
import { Killed, NodeFiles } from "../../../support/nodeFiles";
import { tempFolder } from "../../../support/tempFolder";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (read: Uint8Array | undefined) => (read === undefined ? undefined : new TextDecoder().decode(read));

async function setUp() {
  const files = new NodeFiles(await tempFolder());
  return { files, folder: new SafeFolder(files) };
}

it("writes, replaces, lists and removes, leaving no temporary file", async () => {
  const { files, folder } = await setUp();
  await folder.write("a/b/c.md", bytes("1"));
  await folder.write("a/b/c.md", bytes("2"));
  expect(text(await folder.read("a/b/c.md"))).toBe("2");
  expect(await readdir(join(files.root, "a/b"))).toEqual(["c.md"]);
  expect(await folder.list("a")).toEqual([{ name: "b", kind: "folder" }]);
  await folder.remove("a/b/c.md");
  await folder.remove("a/b/c.md");
  expect(await folder.read("a/b/c.md")).toBeUndefined();
  expect(await folder.stat("a/b/c.md")).toBeUndefined();
  expect(await folder.list("nowhere")).toEqual([]);
});

it("creates once and never overwrites", async () => {
  const { folder } = await setUp();
  expect(await folder.create("x.json", bytes("1"))).toBe(true);
  expect(await folder.create("x.json", bytes("2"))).toBe(false);
  expect(text(await folder.read("x.json"))).toBe("1");
});

it("keeps the old text and no litter when the disk is full", async () => {
  const { files, folder } = await setUp();
  await folder.write("a.md", bytes("old"));
  files.before = (operation) => {
    if (operation === "write") throw new StorageError("disk-full", "the disk is full.");
  };
  await expect(folder.write("a.md", bytes("new"))).rejects.toMatchObject({ problem: "disk-full" });
  await expect(folder.create("b.md", bytes("new"))).rejects.toMatchObject({ problem: "disk-full" });
  expect(text(await folder.read("a.md"))).toBe("old");
  expect(await readdir(files.root)).toEqual(["a.md"]);
});

it("has the old or the new text after a kill at any step", async () => {
  for (let step = 1; step <= 12; step += 1) {
    const { files, folder } = await setUp();
    await folder.write("a.md", bytes("old"));
    let left = step;
    const die = () => {
      left -= 1;
      if (left <= 0) throw new Killed();
    };
    files.before = die;
    files.midRename = die;
    await folder.write("a.md", bytes("new")).catch(() => undefined);
    const afterwards = new SafeFolder(new NodeFiles(files.root));
    expect(["old", "new"]).toContain(text(await afterwards.read("a.md")));
    expect((await afterwards.stat("a.md"))?.size).toBe(3);
    expect((await afterwards.list("")).filter((e) => e.name !== "a.md")).toEqual([]);
  }
});

it("keeps the only copy where a rename fails after deleting its target", async () => {
  const { files, folder } = await setUp();
  await folder.write("a.md", bytes("old"));
  files.midRename = () => {
    throw new StorageError("unavailable", "gone");
  };
  await expect(folder.write("a.md", bytes("new"))).rejects.toMatchObject({ problem: "unavailable" });
  expect(text(await folder.read("a.md"))).toBe("new");
  files.midRename = undefined;
  await folder.write("a.md", bytes("newer"));
  expect(text(await folder.read("a.md"))).toBe("newer");
});

it("lets two windows write one file at once: one of the two texts stands, whole", async () => {
  const { files, folder } = await setUp();
  files.midRename = () => undefined;
  const other = new SafeFolder(new NodeFiles(files.root));
  const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(5000));
  await Promise.all(texts.map((t, i) => (i % 2 ? folder : other).write("a.md", bytes(t))));
  expect(texts).toContain(text(await folder.read("a.md")));
  expect(await readdir(files.root)).toEqual(["a.md"]);
});

it("lists, reads and removes a file of which a crash left only the temporary one", async () => {
  const { files, folder } = await setUp();
  files.midRename = () => undefined;
  files.before = (operation) => {
    if (operation === "rename") throw new Killed();
  };
  await folder.write("a.md", bytes("text")).catch(() => undefined);
  const afterwards = new SafeFolder(new NodeFiles(files.root));
  expect(await readdir(files.root)).toHaveLength(1);
  expect(await afterwards.list("")).toEqual([{ name: "a.md", kind: "file" }]);
  expect(text(await afterwards.read("a.md"))).toBe("text");
  expect(await afterwards.readStanding("a.md")).toBeUndefined();
  await afterwards.remove("a.md");
  expect(await readdir(files.root)).toEqual([]);
});

it("sweeps old leftovers of its own file only", async () => {
  const { files, folder } = await setUp();
  for (const name of [".a.md.1234.tmp", ".a.md.5678.tmp", ".b.md.1234.tmp"]) await files.write(name, bytes("x"));
  const old = new Date(Date.now() - 3_600_000);
  await utimes(join(files.root, ".a.md.1234.tmp"), old, old);
  await utimes(join(files.root, ".b.md.1234.tmp"), old, old);
  await folder.write("a.md", bytes("1"));
  expect((await readdir(files.root)).sort()).toEqual([".a.md.5678.tmp", ".b.md.1234.tmp", "a.md"]);
});
