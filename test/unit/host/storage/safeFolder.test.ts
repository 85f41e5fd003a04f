import { writeFileSync } from "node:fs";
import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { StorageError, type Files } from "../../../../src/host/storage/files";
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

it("sweeps old leftovers of its own file only, and keeps what a kill cut short", async () => {
  const { files, folder } = await setUp();
  const old = new Date(Date.now() - 3_600_000);
  const [whole, young, others, half] = [".a.md.1234-1.tmp", ".a.md.5678-1.tmp", ".b.md.1234-1.tmp", ".a.md.9999-5.tmp"];
  for (const name of [whole, young, others, half]) await files.write(name, bytes("x"));
  for (const name of [whole, others, half]) await utimes(join(files.root, name), old, old);
  await folder.write("a.md", bytes("1"));
  expect((await readdir(files.root)).sort()).toEqual([young, half, others, "a.md"]);
});

it("never passes half a file off as the file, keeps it and tells of it", async () => {
  const { files, folder } = await setUp();
  const [cut, unknown] = [".a.md.abcd1234-9.tmp", ".b.md.abcd1234.tmp"];
  for (const name of [cut, unknown]) await files.write(`r/${name}`, bytes("half"));
  expect((await folder.look("r")).halves).toEqual([]);
  const old = new Date(Date.now() - 3_600_000);
  for (const name of [cut, unknown]) await utimes(join(files.root, "r", name), old, old);
  expect(await folder.look("r")).toEqual({ entries: [], halves: [`r/${cut}`, `r/${unknown}`] });
  expect(await folder.read("r/a.md")).toBeUndefined();
  expect(await folder.stat("r/a.md")).toBeUndefined();
  await folder.write("r/a.md", bytes("1"));
  await folder.remove("r/a.md");
  expect((await readdir(join(files.root, "r"))).sort()).toEqual([cut, unknown]);
});

it("tells the loser of two windows that save in the same instant, and keeps the winner's text", async () => {
  const { files, folder } = await setUp();
  const other = new SafeFolder(new NodeFiles(files.root));
  await folder.writeAlone("a.md", bytes("first"));
  let meanwhile = true;
  files.before = (operation) => {
    if (operation === "write" && meanwhile) {
      meanwhile = false;
      writeFileSync(join(files.root, "a.md"), "of the other window");
    }
  };
  await expect(folder.writeAlone("a.md", bytes("second"))).rejects.toBeInstanceOf(StorageError);
  expect(text(await other.read("a.md"))).toBe("of the other window");
  expect(await readdir(files.root)).toEqual(["a.md"]);
  await folder.writeAlone("a.md", bytes("second"));
  expect(text(await folder.read("a.md"))).toBe("second");
});

/** Files that other windows use too: each operation begins and ends after some turns of theirs, chosen by chance. */
function slowed(root: string, turns: () => number): Files {
  const files = new NodeFiles(root);
  // As VS Code's file service renames.
  files.midRename = () => undefined;
  const slow = async <T>(operation: () => Promise<T>): Promise<T> => {
    for (let left = turns(); left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve));
    return operation();
  };
  return {
    read: (path) => slow(() => files.read(path)),
    write: (path, text) => slow(() => files.write(path, text)),
    rename: (from, to, overwrite) => slow(() => files.rename(from, to, overwrite)),
    delete: (path) => slow(() => files.delete(path)),
    stat: (path) => slow(() => files.stat(path)),
    list: (path) => slow(() => files.list(path)),
  };
}

it.each([2, 3])("of %i windows in the same instant one saves at most, and each other one is told", async (windows) => {
  const root = await tempFolder();
  let seed = windows;
  const chance = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
  let saved = 0;
  for (let round = 0; round < 60; round += 1) {
    const path = `${round % 2 === 0 ? "a" : `new${round}`}.md`;
    const outcomes = await Promise.all(
      Array.from({ length: windows }, async (_, window) => {
        const folder = new SafeFolder(
          slowed(root, () => chance(6)),
          () => `w${chance(9)}${chance(9)}${window}x`,
        );
        const own = `round ${round}, window ${window}`;
        return folder.writeAlone(path, bytes(own)).then(
          () => own,
          (error: unknown) => {
            expect(error).toMatchObject({ problem: "exists" });
            return undefined;
          },
        );
      }),
    );
    const winners = outcomes.filter((outcome) => outcome !== undefined);
    expect(winners.length).toBeLessThanOrEqual(1);
    if (winners.length === 0) continue;
    saved += 1;
    expect(text(await new SafeFolder(new NodeFiles(root)).readStanding(path))).toBe(winners[0]);
  }
  expect(saved).toBeGreaterThan(30);
  expect((await readdir(root)).filter((name) => name.startsWith("."))).toEqual([]);
});

it("tells nobody where both windows saved the same text", async () => {
  const { files, folder } = await setUp();
  files.before = (operation) => {
    if (operation === "write") writeFileSync(join(files.root, "a.md"), "same");
  };
  await folder.writeAlone("a.md", bytes("same"));
  expect(await readdir(files.root)).toEqual(["a.md"]);
});

it("is not held up for ever by what a killed window left", async () => {
  const { files, folder } = await setUp();
  const old = new Date(Date.now() - 30_000);
  await files.write(".a.md.0000-4.tmp", bytes("left"));
  await utimes(join(files.root, ".a.md.0000-4.tmp"), old, old);
  await folder.writeAlone("a.md", bytes("mine"));
  expect(text(await folder.readStanding("a.md"))).toBe("mine");
});
