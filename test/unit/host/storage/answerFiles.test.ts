import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { answerHeader } from "../../../../src/core/answer/answer";
import { answerState } from "../../../../src/core/progress/progress";
import { AnswerFiles } from "../../../../src/host/storage/answerFiles";
import { StorageError } from "../../../../src/host/storage/files";
import type { StorageNotice } from "../../../../src/host/storage/notices";
import { answerPath, keyOfAnswerFile, recordFolder } from "../../../../src/host/storage/paths";
import { SafeFolder } from "../../../../src/host/storage/safeFolder";
import { NodeFiles } from "../../../support/nodeFiles";
import { tempFolder } from "../../../support/tempFolder";
import { samplePlaced } from "../../core/roadmap/samplePlaced";

const key = { roadmap: "generative-ai", question: "mode-collapse" };
const header = answerHeader(samplePlaced(), { marks: "4 marks", instruction: "Write." });
const bytes = (text: string) => new TextEncoder().encode(text);

async function setUp() {
  const files = new NodeFiles(await tempFolder());
  const notices: StorageNotice[] = [];
  // As StorageLocation does, each path once.
  const notice = (said: StorageNotice): void => {
    if (!notices.some(({ path }) => path === said.path)) notices.push(said);
  };
  return { files, notices, answers: new AnswerFiles(new SafeFolder(files), notice) };
}

it("gives the answer back byte for byte", async () => {
  const { answers } = await setUp();
  const answer = "List<T> & <b>\r\n\u{1F600}\n\n";
  await answers.writeDocument(key, bytes(header + answer));
  expect(await answers.read(key)).toBe(answer);
  expect(await answers.read({ ...key, question: "other" })).toBeUndefined();
  expect(await answers.keys()).toEqual([key]);
});

it("reads a file for progress again only after it changed", async () => {
  const { files, answers } = await setUp();
  await answers.writeDocument(key, bytes(`${header}one`));
  expect(await answers.states()).toEqual(new Map([["generative-ai/mode-collapse", answerState("one")]]));
  const reads = files.counts.read;
  await answers.states();
  expect(files.counts.read).toBe(reads);
  await answers.writeDocument(key, bytes(`${header}three`));
  expect((await answers.states()).get("generative-ai/mode-collapse")).toEqual(answerState("three"));
});

it("counts a document without its answer line as a draft, never as nothing", async () => {
  const { answers } = await setUp();
  await answers.writeDocument(key, bytes("my text"));
  expect((await answers.states()).get("generative-ai/mode-collapse")?.blank).toBe(false);
});

it("makes paths of ids only, valid on every system", () => {
  expect(answerPath(key)).toBe("answers/generative-ai/mode-collapse.md");
  expect(answerPath({ roadmap: "con", question: "nul" })).toBe("answers/_con/_nul.md");
  expect(keyOfAnswerFile("_con/_nul.md")).toEqual({ roadmap: "con", question: "nul" });
  for (const question of ["..", "a/b", "a\\b", "", "A", "a.b", "con ", "é"]) {
    expect(() => answerPath({ roadmap: "r", question })).toThrow(RangeError);
    expect(keyOfAnswerFile(`r/${question}.md`)).toBeUndefined();
  }
  expect(() => recordFolder("attempts", { roadmap: "r", question: "../../x" })).toThrow(RangeError);
  expect(keyOfAnswerFile("_generative-ai/x.md")).toBeUndefined();
});

it("tells of second versions whatever tool named them, and counts none", async () => {
  const { files, notices, answers } = await setUp();
  const names = [
    "mode-collapse (1).md",
    "mode-collapse (conflicted copy 2026-11-25).md",
    "mode-collapse.sync-conflict-20261125-101010-ABCDEFG.md",
    "mode-collapse-DESKTOP-1.md",
    "Kopie von mode-collapse.md",
  ];
  await answers.writeDocument(key, bytes(`${header}mine`));
  for (const name of names) await files.write(`answers/generative-ai/${name}`, bytes(`${header}other`));
  await files.write("answers/generative-ai/notes of mine.md", bytes("# Notes"));
  await files.write("answers/generative-ai/mode-collapse.other-2026-11-23.md", bytes(`${header}kept at a move`));
  expect([...(await answers.states()).keys()]).toEqual(["generative-ai/mode-collapse"]);
  await answers.states();
  expect(notices.map(({ kind, path }) => `${kind} ${path}`).sort()).toEqual(
    names.map((name) => `second-version answers/generative-ai/${name}`).sort(),
  );
});

it("takes no document for a question's answer that names another question", async () => {
  const { notices, answers } = await setUp();
  const other = { ...key, question: "ethics" };
  await answers.writeDocument(other, bytes(`${header}of mode collapse`));
  expect(await answers.read(other)).toBeUndefined();
  expect(await answers.states()).toEqual(new Map());
  expect(new Set(notices.map((n) => n.kind))).toEqual(new Set(["other-question"]));
  expect(notices[0]?.path).toBe("answers/generative-ai/ethics.md");
});

it("tells of half a file that a killed first save left", async () => {
  const { files, notices, answers } = await setUp();
  const path = "answers/generative-ai/.mode-collapse.md.abcd1234.tmp";
  await files.write(path, bytes(`${header}half a sent`));
  await utimes(join(files.root, path), new Date(0), new Date(0));
  expect(await answers.read(key)).toBeUndefined();
  expect(await answers.states()).toEqual(new Map());
  expect(notices).toEqual([{ kind: "half-saved", path }]);
});

it("leaves out one roadmap whose folder cannot be read, not all", async () => {
  const { files, notices, answers } = await setUp();
  await answers.writeDocument(key, bytes(`${header}mine`));
  await files.write("answers/locked/q.md", bytes("mine"));
  files.before = (operation, path) => {
    if (operation === "list" && path.endsWith("/locked")) throw new StorageError("not-allowed", "no permission");
  };
  expect(await answers.keys()).toEqual([key]);
  expect(notices).toEqual([{ kind: "unreadable", path: "answers/locked" }]);
});

it("takes a file that was moved or renamed by hand for its question's answer, and saves where it is", async () => {
  const { files, notices, answers } = await setUp();
  const moved = "answers/my notes/Mode collapse.md";
  await files.write(moved, bytes(`${header}mine`));
  expect(await answers.read(key)).toBe("mine");
  expect([...(await answers.states()).keys()]).toEqual(["generative-ai/mode-collapse"]);
  expect(await answers.createDocument(key, bytes(`${header}new`))).toBe(false);
  await answers.writeDocument(key, bytes(`${header}more`));
  expect(new TextDecoder().decode(await files.read(moved))).toBe(`${header}more`);
  expect(await answers.placeOf(key)).toBe(moved);
  expect(notices).toEqual([]);
  // Once there is a file of the question's name, that one counts.
  await files.write(answerPath(key), bytes(`${header}named`));
  await answers.keys();
  expect(await answers.read(key)).toBe("named");
  expect(notices).toEqual([{ kind: "second-version", path: moved }]);
});

it("takes a name in other letters for the same file", async () => {
  const { files, notices, answers } = await setUp();
  await files.write("answers/generative-ai/Mode-Collapse.MD", bytes(`${header}mine`));
  expect(await answers.keys()).toEqual([key]);
  expect(await answers.read(key)).toBe("mine");
  expect(notices).toEqual([]);
});
