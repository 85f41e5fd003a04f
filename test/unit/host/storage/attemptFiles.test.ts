import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { attemptId, latest, summarise } from "../../../../src/core/attempts/attempts";
import { largestFile } from "../../../../src/core/attempts/storedJson";
import { AttemptFiles } from "../../../../src/host/storage/attemptFiles";
import { StorageError } from "../../../../src/host/storage/files";
import type { StorageNotice } from "../../../../src/host/storage/notices";
import { SafeFolder } from "../../../../src/host/storage/safeFolder";
import { NodeFiles } from "../../../support/nodeFiles";
import { tempFolder } from "../../../support/tempFolder";
import { sampleAttempt, sampleCheck } from "../../core/attempts/sampleAttempt";

const key = sampleAttempt().key;
const questionFolder = "attempts/generative-ai/mode-collapse";

async function setUp() {
  const files = new NodeFiles(await tempFolder());
  const warnings: string[] = [];
  const notices: StorageNotice[] = [];
  const open = () =>
    new AttemptFiles(
      new SafeFolder(files),
      (message) => warnings.push(message),
      (notice) => notices.push(notice),
    );
  const put = async (name: string, text: string) => {
    await mkdir(join(files.root, questionFolder), { recursive: true });
    await writeFile(join(files.root, questionFolder, name), text);
  };
  return { files, warnings, notices, attempts: open(), open, put };
}

it("keeps attempts and lists them, in another window too", async () => {
  const { attempts, open } = await setUp();
  const all = [sampleAttempt(1), sampleCheck(2), sampleAttempt(3)];
  for (const attempt of all) await attempts.keep(attempt);
  expect(await attempts.list(key)).toEqual(all);
  expect(await open().list(key)).toEqual(all);
  expect(await open().latest()).toEqual(new Map([["generative-ai/mode-collapse", summarise(sampleAttempt(3))]]));
});

it("lists in the order of keeping, whatever the clock said", async () => {
  const { files, attempts, open } = await setUp();
  const kept = [30, 5, 20, 10, 31, 6].map((second) => sampleAttempt(second));
  for (const attempt of kept) await attempts.keep(attempt);
  expect(await open().list(key)).toEqual(kept);
  expect(latest(await open().list(key))).toEqual(kept.at(-1));
  expect((await open().latest()).get("generative-ai/mode-collapse")?.id).toBe(sampleAttempt(6).id);
  const names = await readdir(join(files.root, questionFolder));
  expect(names.every((name) => name.length < 80)).toBe(true);
});

it("lets an attempt of the year 2099 hide nothing made after it", async () => {
  const { attempts, put } = await setUp();
  const future = sampleAttempt(0, { id: attemptId(new Date(Date.UTC(2099, 0, 1)), "aaaa") });
  await put(`${future.id}.json`, JSON.stringify(future));
  for (const second of [1, 2, 3]) await attempts.keep(sampleAttempt(second));
  expect((await attempts.list(key)).map((a) => a.id)).toEqual([
    future.id,
    ...[1, 2, 3].map((second) => sampleAttempt(second).id),
  ]);
});

it("loses nothing of two windows that keep at once", async () => {
  const { attempts, open } = await setUp();
  const other = open();
  const all = Array.from({ length: 20 }, (_, second) => sampleAttempt(59 - second));
  await Promise.all(all.map((attempt, at) => (at % 2 ? attempts : other).keep(attempt)));
  expect(new Set((await open().list(key)).map((a) => a.id))).toEqual(new Set(all.map((a) => a.id)));
});

it("takes the same attempt twice, at any place, but never replaces one", async () => {
  const { attempts } = await setUp();
  for (const second of [9, 1, 1]) await attempts.keep(sampleAttempt(second));
  await expect(attempts.keep(sampleAttempt(1, { answer: "Another answer." }))).rejects.toThrow(StorageError);
  expect(await attempts.list(key)).toEqual([sampleAttempt(9), sampleAttempt(1)]);
});

it("shows an attempt once that two homes kept at two places", async () => {
  const { attempts, put } = await setUp();
  await attempts.keep(sampleAttempt(1));
  await put(`${sampleAttempt(5).id}~000001~${sampleAttempt(1).id}.json`, JSON.stringify(sampleAttempt(1)));
  expect(await attempts.list(key)).toEqual([sampleAttempt(1)]);
});

it("leaves broken, moved and foreign files out, with one log line each, and shows the rest", async () => {
  const { warnings, attempts, open, put } = await setUp();
  for (const second of [1, 2]) await attempts.keep(sampleAttempt(second));
  await put(`${sampleAttempt(3).id}.json`, "{ cut");
  await put(`${sampleAttempt(4).id}.json`, JSON.stringify(sampleAttempt(1)));
  const foreign = { ...key, question: "other" };
  await put(`${sampleAttempt(5).id}.json`, JSON.stringify(sampleAttempt(5, { key: foreign })));
  await put(`${sampleAttempt(6).id}.json`, " ".repeat(largestFile + 1));
  await put("notes.txt", "mine");
  const fresh = open();
  expect(await fresh.list(key)).toEqual([sampleAttempt(1), sampleAttempt(2)]);
  await fresh.list(key);
  expect(warnings.map((w) => w.replace(/^Left out of the attempts, (.*): .*$/, "$1")).sort()).toEqual([
    "it is of another question",
    "its file is broken",
    "its file is too large",
    "its file was renamed",
  ]);
  expect([...(await fresh.latest()).values()]).toEqual([summarise(sampleAttempt(2))]);
});

it("says once how many attempts a newer version made", async () => {
  const { warnings, notices, attempts, put } = await setUp();
  await attempts.keep(sampleAttempt(1));
  for (const second of [2, 3])
    await put(`${sampleAttempt(second).id}.json`, JSON.stringify({ ...sampleAttempt(second), version: 3 }));
  await attempts.list(key);
  await attempts.list(key);
  await attempts.latest();
  expect(warnings).toEqual([`Left out of the attempts, 2 made by a newer version: ${questionFolder}`]);
  expect(new Set(notices.map(({ kind, path }) => `${kind} ${path}`))).toEqual(
    new Set([`newer-version ${questionFolder}`]),
  );
});

it("tells of a full disk and keeps again once there is room", async () => {
  const { files, attempts } = await setUp();
  files.before = (operation) => {
    if (operation === "write") throw new StorageError("disk-full", "the disk is full.");
  };
  await expect(attempts.keep(sampleAttempt(1))).rejects.toMatchObject({ problem: "disk-full" });
  files.before = () => undefined;
  expect(await attempts.list(key)).toEqual([]);
  await attempts.keep(sampleAttempt(1));
  expect(await attempts.list(key)).toEqual([sampleAttempt(1)]);
});

it("reads one file a question for progress, and only once", async () => {
  const { files, attempts, open } = await setUp();
  for (let second = 0; second < 20; second += 1) await attempts.keep(sampleAttempt(second));
  const fresh = open();
  files.counts.read = 0;
  await fresh.latest();
  await fresh.latest();
  expect(files.counts.read).toBe(1);
  files.counts.list = 0;
  await fresh.latest();
  expect(files.counts.list).toBe(0);
  await attempts.keep(sampleAttempt(30));
  fresh.changed(key);
  expect([...(await fresh.latest()).values()]).toEqual([summarise(sampleAttempt(30))]);
});

it("leaves out only the question, or the roadmap, whose folder cannot be read", async () => {
  const { files, warnings, notices, attempts, open } = await setUp();
  const other = { ...key, question: "other" };
  const elsewhere = { roadmap: "elsewhere", question: "q" };
  await attempts.keep(sampleAttempt(1));
  await attempts.keep(sampleAttempt(2, { key: other }));
  await attempts.keep(sampleAttempt(3, { key: elsewhere }));
  files.before = (operation, path) => {
    if (operation === "list" && /\/(?:other|elsewhere)$/.test(path))
      throw new StorageError("not-allowed", "no permission");
  };
  const fresh = open();
  expect([...(await fresh.latest()).keys()]).toEqual(["generative-ai/mode-collapse"]);
  expect(warnings).toHaveLength(2);
  expect(notices.map(({ kind }) => kind)).toEqual(["unreadable", "unreadable"]);
  await expect(fresh.list(other)).rejects.toThrow(StorageError);
});
