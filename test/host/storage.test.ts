// Answers and attempts on a real disk through VS Code's own file service: whole files, two windows, one clear error.
import * as assert from "node:assert/strict";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import { attemptId } from "../../src/core/attempts/attempts";
import { Log } from "../../src/host/log";
import { Settings } from "../../src/host/settings";
import { homeFolder, studyFolderSetting, studyFolderUri } from "../../src/host/storage/baseFolder";
import { AnswerStore } from "../../src/host/storage/answerStore";
import { AmendmentStore } from "../../src/host/storage/amendmentStore";
import { AttemptFiles } from "../../src/host/storage/attemptFiles";
import { AttemptStore } from "../../src/host/storage/attemptStore";
import { StorageError } from "../../src/host/storage/files";
import { copyAll, deleteCopied } from "../../src/host/storage/moveFiles";
import { SafeFolder } from "../../src/host/storage/safeFolder";
import { StorageLocation } from "../../src/host/storage/storageLocation";
import { toFileSystemError, VscodeFiles } from "../../src/host/storage/vscodeFiles";
import { sampleAmendment, sampleAttempt } from "../unit/core/attempts/sampleAttempt";
import { newFolder, nextEvent, removeFolders } from "./support/folders";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (read: Uint8Array | undefined): string | undefined =>
  read === undefined ? undefined : new TextDecoder().decode(read);
const key = sampleAttempt().key;
const failOn = (message: string): void => {
  assert.fail(message);
};

/** What a test opened; closed behind it. */
const open: { dispose(): unknown }[] = [];

/** What one window has: its own location and stores over a base folder. */
function openWindow(base: vscode.Uri) {
  const log = new Log();
  const location = new StorageLocation(base, new Settings(), log);
  const stores = {
    answers: new AnswerStore(location),
    attempts: new AttemptStore(location, log),
    amendments: new AmendmentStore(location, log),
  };
  open.push(log, location, stores.answers, stores.attempts, stores.amendments);
  return { location, ...stores };
}

async function closeAll(): Promise<void> {
  for (const disposable of open.splice(0)) disposable.dispose();
  await removeFolders();
}

describe("storage of two windows", () => {
  afterEach(closeAll);

  it("writes whole files where two windows write at once, and leaves no temporary file", async () => {
    const base = await newFolder();
    const [a, b] = [new SafeFolder(new VscodeFiles(base)), new SafeFolder(new VscodeFiles(base))];
    const texts = Array.from({ length: 12 }, (_, i) => String(i % 10).repeat(20_000));
    await Promise.all(texts.map((t, i) => (i % 2 === 0 ? a : b).write("answers/r/q.md", bytes(t))));
    assert.ok(texts.includes(text(await a.read("answers/r/q.md")) ?? ""));
    assert.deepEqual(await readdir(join(base.fsPath, "answers", "r")), ["q.md"]);
    assert.equal(await a.create("answers/r/q.md", bytes("other")), false);
  });

  it("loses no attempt of two windows that keep theirs at once, and tells each of the other's", async () => {
    const base = await newFolder();
    const [a, b] = [openWindow(base), openWindow(base)];
    await b.attempts.latest();
    const heard = nextEvent(b.attempts.onDidChange);
    const all = Array.from({ length: 20 }, (_, second) => sampleAttempt(second));
    await Promise.all(all.map((attempt, i) => (i % 2 === 0 ? a : b).attempts.keep(attempt)));
    await heard;
    for (const { attempts } of [a, b]) {
      const ids = (await attempts.list(key)).map((attempt) => attempt.id);
      assert.deepEqual(ids.sort(), all.map((attempt) => attempt.id).sort());
    }
    const third = openWindow(base);
    await third.attempts.latest();
    await third.attempts.list(key);
    const newer = nextEvent(third.attempts.onDidChange);
    await a.attempts.keep(sampleAttempt(50));
    await newer;
    assert.equal((await third.attempts.latest()).get("generative-ai/mode-collapse")?.id, sampleAttempt(50).id);
  });

  it("hears of what the learner says of an attempt in another window", async () => {
    const base = await newFolder();
    const [a, b] = [openWindow(base), openWindow(base)];
    const said = sampleAmendment(1, { kind: "mark", criterion: "few", verdict: "met" });
    await b.amendments.all();
    assert.deepEqual(await b.amendments.list(key), []);
    const heard = nextEvent(b.amendments.onDidChange);
    await a.amendments.keep(said);
    await heard;
    assert.deepEqual(await b.amendments.list(key), [said]);
  });

  it("hears of an answer that another window saves", async () => {
    const base = await newFolder();
    const [a, b] = [openWindow(base), openWindow(base)];
    await a.answers.writeDocument(key, bytes("first"));
    await b.answers.states();
    const heard = nextEvent(b.answers.onDidChange);
    await a.answers.writeDocument(key, bytes("second"));
    await heard;
    assert.equal(text(await b.answers.readDocument(key)), "second");
  });
});

describe("storage of one window", () => {
  afterEach(closeAll);

  it("tells once of a second version of an answer", async () => {
    const base = await newFolder();
    const { location, answers } = openWindow(base);
    const copy = "<!-- roadmap-tutor:question generative-ai/mode-collapse -->\n<!-- roadmap-tutor:answer -->\nother\n";
    await mkdir(join(base.fsPath, "answers", "generative-ai"), { recursive: true });
    for (const name of ["mode-collapse.md", "mode-collapse (1).md"])
      await writeFile(join(base.fsPath, "answers", "generative-ai", name), copy);
    const heard: string[] = [];
    open.push(location.onDidNotice(({ path }) => heard.push(path)));
    await answers.states();
    await answers.states();
    assert.deepEqual(heard, ["answers/generative-ai/mode-collapse (1).md"]);
    assert.equal(location.notices.length, 1);
  });

  it("says what happened when a folder cannot be written, and loses nothing", async () => {
    const base = await newFolder();
    await writeFile(join(base.fsPath, "attempts"), "a file where the folder should be");
    const { attempts } = openWindow(base);
    await assert.rejects(attempts.keep(sampleAttempt()), StorageError);
    assert.deepEqual(await readdir(base.fsPath), ["attempts"]);
    const full = toFileSystemError(new Error("ENOSPC: no space left on device, write"), base);
    assert.match(full.message, /disk is full/);
  });

  it("moves there and back through VS Code's file service without losing a byte", async () => {
    const [a, b] = [
      new SafeFolder(new VscodeFiles(await newFolder())),
      new SafeFolder(new VscodeFiles(await newFolder())),
    ];
    const header = "# t\r\n<!-- roadmap-tutor:question r/q 0123456789ab -->\r\n<!-- roadmap-tutor:answer -->\r\n";
    const answer = `${header}List<T> \u{1F600}\uFEFF\n`;
    await a.write("answers/r/q.md", bytes(answer));
    const kept = new AttemptFiles(a, failOn);
    for (let second = 0; second < 5; second += 1) await kept.keep(sampleAttempt(second));
    const there = await copyAll(a, b, "2026-11-23");
    assert.deepEqual(await deleteCopied(a, b, there.verified), []);
    assert.deepEqual(await a.list(""), []);
    const back = await copyAll(b, a, "2026-11-23");
    assert.deepEqual(await deleteCopied(b, a, back.verified), []);
    assert.equal(text(await a.read("answers/r/q.md")), answer);
    assert.equal((await new AttemptFiles(a, failOn).list(key)).length, 5);
  });
});

describe("storage at size, and where it is", () => {
  afterEach(closeAll);

  it("finds the latest of 1,000 attempts by reading one file a question", async () => {
    const base = await newFolder();
    const folder = new SafeFolder(new VscodeFiles(base));
    const writes = Array.from({ length: 1000 }, (_, i) => {
      const id = attemptId(new Date(Date.UTC(2026, 0, 1) + i * 1000), "abcd12");
      const attempt = sampleAttempt(0, { id, key: { roadmap: "generative-ai", question: `q-${String(i % 20)}` } });
      return folder.files.write(
        `attempts/generative-ai/q-${String(i % 20)}/${id}.json`,
        bytes(JSON.stringify(attempt)),
      );
    });
    await Promise.all(writes);
    const begin = performance.now();
    const latest = await new AttemptFiles(folder, failOn).latest();
    const first = performance.now();
    const all = await new AttemptFiles(folder, failOn).list({ roadmap: "generative-ai", question: "q-0" });
    const [latestTime, listTime] = [first - begin, performance.now() - first];
    console.log(
      `1,000 attempts of 20 questions: latest ${latestTime.toFixed(0)} ms, one list ${listTime.toFixed(0)} ms`,
    );
    assert.equal(latest.size, 20);
    assert.equal(all.length, 50);
  });

  it("takes an absolute path, ~ or a URI as the study folder, and nothing else", () => {
    assert.equal(studyFolderUri("/home/me/study", undefined)?.toString(), "file:///home/me/study");
    assert.equal(studyFolderUri("~/study", "/home/me")?.path, "/home/me/study");
    assert.equal(studyFolderUri("vscode-remote://host/a%20b", undefined)?.path, "/a b");
    assert.equal(studyFolderUri("study", "/home/me"), undefined);
    assert.equal(studyFolderUri("~/study", undefined), undefined);
    assert.equal(studyFolderUri("~other/study", "/home/me"), undefined);
    assert.ok(homeFolder());
    const folder = vscode.Uri.file("/a b/c#d");
    assert.equal(studyFolderUri(studyFolderSetting(folder), undefined)?.toString(), folder.toString());
  });
});
