import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { summarise } from "../../../../src/core/attempts";
import { AttemptFiles } from "../../../../src/host/storage/attemptFiles";
import { StorageError } from "../../../../src/host/storage/files";
import { SafeFolder } from "../../../../src/host/storage/safeFolder";
import { NodeFiles } from "../../../support/nodeFiles";
import { tempFolder } from "../../../support/tempFolder";
import { sampleAttempt } from "../../core/sampleAttempt";

const key = sampleAttempt().key;

async function setUp() {
  const files = new NodeFiles(await tempFolder());
  const warnings: string[] = [];
  const open = () => new AttemptFiles(new SafeFolder(files), (message) => warnings.push(message));
  return { files, warnings, attempts: open(), open };
}

it("keeps attempts and lists them oldest first, in another window too", async () => {
  const { attempts, open } = await setUp();
  const all = [3, 1, 2].map((second) => sampleAttempt(second));
  await Promise.all(all.map((a) => attempts.keep(a)));
  const sorted = [1, 2, 3].map((second) => sampleAttempt(second));
  expect(await attempts.list(key)).toEqual(sorted);
  expect(await open().list(key)).toEqual(sorted);
  expect(await open().listAll()).toEqual(sorted);
  expect(await open().latest()).toEqual(new Map([["generative-ai/mode-collapse", summarise(sampleAttempt(3))]]));
});

it("takes the same attempt twice, but never replaces one", async () => {
  const { attempts } = await setUp();
  await attempts.keep(sampleAttempt(1));
  await attempts.keep(sampleAttempt(1));
  await expect(attempts.keep(sampleAttempt(1, { answer: "Another answer." }))).rejects.toThrow(StorageError);
  expect(await attempts.list(key)).toEqual([sampleAttempt(1)]);
});

it("leaves broken, moved and foreign files out, with one log line each, and shows the rest", async () => {
  const { files, warnings, attempts } = await setUp();
  for (const second of [1, 2, 3]) await attempts.keep(sampleAttempt(second));
  const at = (name: string) => join(files.root, "attempts/generative-ai/mode-collapse", name);
  await writeFile(at(`${sampleAttempt(3).id}.json`), "{ cut");
  await writeFile(at(`${sampleAttempt(4).id}.json`), JSON.stringify(sampleAttempt(1)));
  await writeFile(at("notes.txt"), "mine");
  const fresh = new AttemptFiles(new SafeFolder(files), (message) => warnings.push(message));
  expect(await fresh.list(key)).toEqual([sampleAttempt(1), sampleAttempt(2)]);
  await fresh.list(key);
  expect(warnings).toHaveLength(2);
  expect([...(await fresh.latest()).values()]).toEqual([summarise(sampleAttempt(2))]);
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
  await attempts.keep(sampleAttempt(30));
  expect([...(await fresh.latest()).values()]).toEqual([summarise(sampleAttempt(30))]);
});

it("shows the other questions' marks where one question's folder cannot be read", async () => {
  const { files, warnings, attempts, open } = await setUp();
  const other = { ...key, question: "other" };
  await attempts.keep(sampleAttempt(1));
  await attempts.keep(sampleAttempt(2, { key: other }));
  files.before = (operation, path) => {
    if (operation === "list" && path.endsWith("/other")) throw new StorageError("not-allowed", "no permission");
  };
  const fresh = open();
  expect([...(await fresh.latest()).keys()]).toEqual(["generative-ai/mode-collapse"]);
  expect(await fresh.listAll()).toEqual([sampleAttempt(1)]);
  expect(warnings).toHaveLength(1);
  await expect(fresh.list(other)).rejects.toThrow(StorageError);
});
