import { readdir, readFile, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { answerHeader } from "../../../../src/core/answer/answer";
import { StorageError } from "../../../../src/host/storage/files";
import { copyAll, deleteCopied, filesToMove } from "../../../../src/host/storage/moveFiles";
import { SafeFolder } from "../../../../src/host/storage/safeFolder";
import { Killed, NodeFiles } from "../../../support/nodeFiles";
import { tempFolder } from "../../../support/tempFolder";
import { sampleAmendment, sampleAttempt } from "../../core/attempts/sampleAttempt";
import { samplePlaced } from "../../core/roadmap/samplePlaced";

const header = answerHeader(samplePlaced(), { marks: "4 marks", instruction: "Write." });
const bytes = (text: string) => new TextEncoder().encode(text);
const answer = "answers/generative-ai/mode-collapse.md";
const attempt = (second: number) => `attempts/generative-ai/mode-collapse/${sampleAttempt(second).id}.json`;
const amendment = sampleAmendment(4, { kind: "dismiss", criterion: "few" });
const amendmentPath = `amendments/generative-ai/mode-collapse/${amendment.id}.json`;
const date = "2026-11-23";

async function place() {
  const files = new NodeFiles(await tempFolder());
  return { files, folder: new SafeFolder(files) };
}

/** Every file below a folder with its text. */
async function contents(files: NodeFiles): Promise<Record<string, string>> {
  const entries = await readdir(files.root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  return Object.fromEntries(
    await Promise.all(
      paths.sort().map(async (p) => [p.slice(files.root.length + 1), await readFile(p, "utf8")] as const),
    ),
  );
}

async function fill(folder: SafeFolder): Promise<void> {
  await folder.write(answer, bytes(`${header}mine\r\n`));
  await folder.write("answers/generative-ai/ethics.md", bytes(`${header}\uFEFFother`));
  for (const second of [1, 2, 3]) await folder.write(attempt(second), bytes(JSON.stringify(sampleAttempt(second))));
  await folder.write(amendmentPath, bytes(JSON.stringify(amendment)));
}

async function move(from: SafeFolder, to: SafeFolder) {
  const report = await copyAll(from, to, date);
  return { ...report, left: await deleteCopied(from, to, report.verified) };
}

it("moves there and back byte for byte and leaves nothing behind", async () => {
  const [a, b] = [await place(), await place()];
  await fill(a.folder);
  const before = await contents(a.files);
  expect(await move(a.folder, b.folder)).toMatchObject({ keptBoth: [], unsure: [], left: [] });
  expect(await contents(b.files)).toEqual(before);
  expect(await readdir(a.files.root)).toEqual([]);
  await move(b.folder, a.folder);
  expect(await contents(a.files)).toEqual(before);
});

it("leaves what is not ours where it is", async () => {
  const [a, b] = [await place(), await place()];
  await fill(a.folder);
  for (const path of ["notes.md", "answers/generative-ai/notes.txt", "attempts/readme.json"])
    await a.files.write(path, bytes("x"));
  await move(a.folder, b.folder);
  expect(Object.keys(await contents(a.files))).toEqual([
    "answers/generative-ai/notes.txt",
    "attempts/readme.json",
    "notes.md",
  ]);
});

it("takes the pictures along that stand beside answers, and keeps both where two differ", async () => {
  const [a, b] = [await place(), await place()];
  await fill(a.folder);
  const pictures = ["answers/generative-ai/image.png", "answers/generative-ai/assets/mode-collapse/sketch 1.JPG"];
  for (const path of pictures) await a.files.write(path, bytes(path));
  const kept = await contents(a.files);
  await move(a.folder, b.folder);
  expect(await contents(b.files)).toEqual(kept);
  expect(await readdir(a.files.root)).toEqual([]);
  await a.files.write(pictures[0] ?? "", bytes("another"));
  await move(b.folder, a.folder);
  expect(Object.keys(await contents(b.files))).toEqual([pictures[0]]);
  expect(await contents(a.files)).toEqual({ ...kept, [pictures[0] ?? ""]: "another" });
});

it("finishes when run again after a kill at any step, with every text kept", async () => {
  let killed = 0;
  for (let step = 1; ; step += 1) {
    const [a, b] = [await place(), await place()];
    await fill(a.folder);
    await b.folder.write("answers/generative-ai/ethics.md", bytes(`${header}an older answer`));
    const old = new Date(0);
    await utimes(join(b.files.root, "answers/generative-ai/ethics.md"), old, old);
    let left = step;
    for (const files of [a.files, b.files])
      files.before = () => {
        left -= 1;
        if (left <= 0) throw new Killed();
      };
    await move(a.folder, b.folder).catch(() => undefined);
    const [from, to] = [new SafeFolder(new NodeFiles(a.files.root)), new SafeFolder(new NodeFiles(b.files.root))];
    await move(from, to);
    const visible = Object.entries(await contents(b.files)).filter(([path]) => !path.includes("/."));
    expect(visible.map(([path]) => path)).toEqual(
      [
        answer,
        "answers/generative-ai/ethics.md",
        `answers/generative-ai/ethics.other-${date}.md`,
        attempt(1),
        attempt(2),
        attempt(3),
        amendmentPath,
      ].sort(),
    );
    expect(Object.fromEntries(visible)[`answers/generative-ai/ethics.other-${date}.md`]).toBe(
      `${header}an older answer`,
    );
    expect(await filesToMove(from)).toEqual([]);
    if (left > 0) break;
    killed += 1;
  }
  expect(killed).toBeGreaterThan(30);
});

it("keeps both answers where they differ: the newer one under the question's name", async () => {
  const [a, b] = [await place(), await place()];
  await a.folder.write(answer, bytes(`${header}older`));
  const old = new Date(0);
  await utimes(join(a.files.root, answer), old, old);
  await b.folder.write(answer, bytes(`${header}newer`));
  const second = `answers/generative-ai/mode-collapse.other-${date}.md`;
  expect(await move(a.folder, b.folder)).toMatchObject({ keptBoth: [second], left: [] });
  expect(await contents(b.files)).toEqual({ [answer]: `${header}newer`, [second]: `${header}older` });
  await a.folder.write(answer, bytes(`${header}third`));
  const ahead = new Date(Date.now() + 60_000);
  await utimes(join(a.files.root, answer), ahead, ahead);
  await move(a.folder, b.folder);
  expect(await contents(b.files)).toEqual({
    [answer]: `${header}third`,
    [second]: `${header}older`,
    [second.replace(date, `${date}-2`)]: `${header}newer`,
  });
});

it("lets a blank answer give way without telling of it", async () => {
  const [a, b] = [await place(), await place()];
  await a.folder.write(answer, bytes(`${header}mine`));
  await b.folder.write(answer, bytes(`${header}\n`));
  expect(await move(a.folder, b.folder)).toMatchObject({ keptBoth: [], left: [] });
  expect((await contents(b.files))[answer]).toBe(`${header}mine`);
});

it("unites attempts, and leaves one that differs under the same name where it is", async () => {
  const [a, b] = [await place(), await place()];
  await fill(a.folder);
  await b.folder.write(attempt(2), bytes("{ broken"));
  await b.folder.write(attempt(9), bytes("{}"));
  expect(await move(a.folder, b.folder)).toMatchObject({ unsure: [attempt(2)] });
  expect(Object.keys(await contents(a.files))).toEqual([attempt(2)]);
  expect(Object.keys(await contents(b.files))).toEqual(
    expect.arrayContaining([attempt(1), attempt(2), attempt(3), attempt(9), amendmentPath]),
  );
});

it("touches nothing of the source when the target's disk is full", async () => {
  const [a, b] = [await place(), await place()];
  await fill(a.folder);
  const before = await contents(a.files);
  let room = 2;
  b.files.before = (operation) => {
    if (operation === "write" && --room < 0) throw new StorageError("disk-full", "the disk is full.");
  };
  await expect(copyAll(a.folder, b.folder, date)).rejects.toMatchObject({ problem: "disk-full" });
  expect(await contents(a.files)).toEqual(before);
});

it("does not delete what was saved again after it was copied", async () => {
  const [a, b] = [await place(), await place()];
  await fill(a.folder);
  const { verified } = await copyAll(a.folder, b.folder, date);
  await a.folder.write(answer, bytes(`${header}saved by another window`));
  expect(await deleteCopied(a.folder, b.folder, verified)).toEqual([answer]);
  expect(await contents(a.files)).toEqual({ [answer]: `${header}saved by another window` });
});
