// Questions as editor documents: the tutor: file system, opening, saving, mending, and moving the files under open
// editors.
import * as assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import * as vscode from "vscode";
import { answerHeader, parseAnswerDocument } from "../../src/core/answer/answer";
import type { PlacedQuestion } from "../../src/core/roadmap/roadmap";
import { AnswerDocuments } from "../../src/host/documents/answerDocuments";
import { AnswerPictures } from "../../src/host/documents/answerPictures";
import { saveDocument } from "../../src/host/documents/saveDocument";
import { DocumentStatus } from "../../src/host/documents/documentStatus";
import { TutorFileSystem, type QuestionSource } from "../../src/host/documents/tutorFileSystem";
import { Log } from "../../src/host/log";
import { QuestionPictures } from "../../src/host/roadmaps/questionPictures";
import { Settings } from "../../src/host/settings";
import { AnswerStore } from "../../src/host/storage/answerStore";
import type { MoveReport } from "../../src/host/commands/moveAnswers";
import { StorageLocation } from "../../src/host/storage/storageLocation";
import { samplePlaced } from "../unit/core/roadmap/samplePlaced";
import { newFolder, nextEvent, removeFolders, until } from "./support/folders";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (read: Uint8Array): string => new TextDecoder().decode(read);
const { fs } = vscode.workspace;

/** Opens a built-in question as a learner does and returns its editor. */
async function openQuestion(question: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand("tutor.openQuestion", { roadmap: "generative-ai", question });
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, "no editor was opened");
  return editor;
}

async function type(editor: vscode.TextEditor, words: string): Promise<void> {
  assert.ok(await editor.edit((edit) => edit.insert(editor.selection.active, words)));
}

describe("tutor: documents", () => {
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("opens a question with the cursor below the line, as a clean Markdown document that is no draft", async () => {
    const editor = await openQuestion("ethics");
    const { document } = editor;
    assert.equal(document.uri.toString(), "tutor:/generative-ai/ethics.md");
    assert.equal(document.languageId, "markdown");
    assert.equal(document.isDirty, false);
    const parsed = parseAnswerDocument(document.getText());
    assert.equal(parsed.kind, "answer");
    assert.ok(document.offsetAt(editor.selection.active) >= parsed.answerStart);
    const stat = await fs.stat(document.uri);
    assert.equal(stat.size, bytes(document.getText()).length);
    assert.equal((await fs.stat(document.uri)).mtime, stat.mtime);
    const names = (await fs.readDirectory(vscode.Uri.parse("tutor:/generative-ai"))).map(([name]) => name);
    assert.ok(!names.includes("ethics.md"));
  });

  it("saves what was typed, byte for byte, with an honest time and size", async () => {
    const editor = await openQuestion("creativity");
    await type(editor, "List<T> keeps its brackets.  \n\n```ts\nconst a = 1;\n```\n");
    const typed = editor.document.getText();
    const before = Date.now();
    assert.ok(await saveDocument(editor.document));
    const stat = await fs.stat(editor.document.uri);
    assert.equal(text(await fs.readFile(editor.document.uri)), typed);
    assert.equal(stat.size, bytes(typed).length);
    assert.ok(Math.abs(stat.mtime - before) < 60_000);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    assert.equal((await openQuestion("creativity")).document.getText(), typed);
    const names = (await fs.readDirectory(vscode.Uri.parse("tutor:/generative-ai"))).map(([name]) => name);
    assert.ok(names.includes("creativity.md"));
  });

  it("shows what another program wrote in an open, clean editor", async () => {
    const { document } = await openQuestion("healthcare");
    const changed = until(vscode.workspace.onDidChangeTextDocument, () =>
      document.getText().endsWith("from elsewhere\n"),
    );
    await fs.writeFile(document.uri, bytes(`${document.getText()}from elsewhere\n`));
    await changed;
    assert.equal(document.isDirty, false);
  });

  it("keeps one whole text of two writers at once", async () => {
    const uri = vscode.Uri.parse("tutor:/generative-ai/uncertainty.md");
    const texts = Array.from({ length: 8 }, (_, i) => String(i).repeat(30_000));
    await Promise.all(texts.map((t) => fs.writeFile(uri, bytes(t))));
    assert.ok(texts.includes(text(await fs.readFile(uri))));
  });

  it("refuses what would lose an answer, with VS Code's own errors", async () => {
    const at = (path: string): vscode.Uri => vscode.Uri.parse(`tutor:${path}`);
    const code = (wanted: string) => (error: unknown) =>
      error instanceof vscode.FileSystemError && error.code === wanted;
    await assert.rejects(async () => fs.stat(at("/generative-ai/no-such-question.md")), code("FileNotFound"));
    await assert.rejects(async () => fs.readFile(at("/generative-ai/no-such-question.md")), code("FileNotFound"));
    await assert.rejects(async () => fs.readFile(at("/generative-ai/../../etc.md")), code("FileNotFound"));
    await assert.rejects(async () => fs.writeFile(at("/Generative AI/x.md"), bytes("x")));
    await assert.rejects(async () => fs.delete(at("/generative-ai/creativity.md")), code("NoPermissions"));
    await assert.rejects(async () => fs.rename(at("/generative-ai/creativity.md"), at("/generative-ai/gone.md")));
    assert.equal((await fs.stat(at("/generative-ai"))).type, vscode.FileType.Directory);
  });

  it("moves answers to a folder and back under an open editor, losing nothing", async () => {
    const editor = await openQuestion("loss-functions");
    await type(editor, "My own words.\r\nList<T>\n");
    const typed = editor.document.getText();
    assert.ok(await saveDocument(editor.document));
    const folder = await newFolder();
    try {
      const there = await vscode.commands.executeCommand<MoveReport>("tutor.moveAnswers", { to: folder });
      assert.deepEqual(there.left, []);
      const file = vscode.Uri.joinPath(folder, "answers", "generative-ai", "loss-functions.md");
      assert.equal(text(await fs.readFile(file)), typed);
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
      assert.equal(vscode.workspace.getConfiguration("tutor").get("studyFolder"), folder.fsPath);
      assert.equal((await openQuestion("loss-functions")).document.uri.toString(), file.toString());
      const fresh = await openQuestion("text-to-image");
      assert.equal(fresh.document.uri.scheme, "file");
      assert.equal(fresh.document.isDirty, false);
      const back = await vscode.commands.executeCommand<MoveReport>("tutor.moveAnswers", { to: "own-storage" });
      assert.deepEqual(back.left, []);
      assert.equal(vscode.workspace.getConfiguration("tutor").get("studyFolder"), "");
      assert.equal(text(await fs.readFile(vscode.Uri.parse("tutor:/generative-ai/loss-functions.md"))), typed);
      assert.equal(vscode.window.activeTextEditor.document.uri.toString(), "tutor:/generative-ai/text-to-image.md");
      assert.deepEqual(await fs.readDirectory(folder), []);
    } finally {
      await vscode.workspace
        .getConfiguration("tutor")
        .update("studyFolder", undefined, vscode.ConfigurationTarget.Global);
      await removeFolders();
    }
  });
});

describe("answer documents", () => {
  const open: { dispose(): unknown }[] = [];
  let placed: PlacedQuestion | undefined = samplePlaced();
  const changed = new vscode.EventEmitter<void>();
  const questions: QuestionSource = {
    find: (key) =>
      Promise.resolve(key.roadmap === "generative-ai" && key.question === "mode-collapse" ? placed : undefined),
    onDidChange: changed.event,
  };
  const header = answerHeader(samplePlaced(), { marks: "4 marks", instruction: "Write." });

  async function setUp(roadmap?: vscode.Uri): Promise<{
    readonly base: vscode.Uri;
    readonly answers: AnswerStore;
    readonly documents: AnswerDocuments;
    readonly status: DocumentStatus;
    readonly files: TutorFileSystem;
    readonly pictures: AnswerPictures;
  }> {
    const base = await newFolder();
    const log = new Log();
    const location = new StorageLocation(base, new Settings(), log);
    const answers = new AnswerStore(location);
    const shelved = { roadmap: samplePlaced().roadmap, builtIn: false, folder: roadmap, problems: [], findings: [] };
    const library = { all: () => Promise.resolve(roadmap === undefined ? [] : [{ ...shelved, folder: roadmap }]) };
    const pictures = new AnswerPictures(location, new QuestionPictures(library));
    const files = new TutorFileSystem(answers, questions, pictures);
    const documents = new AnswerDocuments(location, answers, questions, pictures);
    open.push(log, location, answers, files, documents);
    return { base, answers, documents, status: new DocumentStatus(documents, questions), files, pictures };
  }

  async function openCopy(base: vscode.Uri, content: string): Promise<vscode.TextDocument> {
    const uri = vscode.Uri.joinPath(base, "copy.md");
    await fs.writeFile(uri, bytes(content));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    return document;
  }

  afterEach(async () => {
    placed = samplePlaced();
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    for (const disposable of open.splice(0)) disposable.dispose();
    await removeFolders();
  });

  it("knows a copy kept elsewhere by its comment, and follows the active editor", async () => {
    const { base, documents } = await setUp();
    const active = nextEvent(documents.onDidChangeActive, (key) => key?.question === "mode-collapse");
    const document = await openCopy(base, `${header}mine\n`);
    await active;
    assert.deepEqual(documents.keyOf(document), { roadmap: "generative-ai", question: "mode-collapse" });
    const none = nextEvent(documents.onDidChangeActive, (key) => key === undefined);
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: "markdown", content: "# Notes\n" }),
    );
    await none;
  });

  it("updates the prompt in one edit that Undo takes back, and leaves the answer alone", async () => {
    const { base, status, documents } = await setUp();
    const document = await openCopy(base, `${header}mine  \n\n<!-- roadmap-tutor:answer -->\n`);
    assert.equal(await status.of(document), "current");
    placed = samplePlaced({ prompt: "Another prompt." });
    assert.equal(await status.of(document), "changed");
    const before = document.getText();
    await status.updatePrompt(document.uri);
    assert.match(document.getText(), /Another prompt\./);
    assert.equal(await status.of(document), "current");
    const parsed = documents.parse(document);
    assert.ok(parsed.kind === "answer" && parsed.answer === "mine  \n\n<!-- roadmap-tutor:answer -->\n");
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), before);
  });

  it("keeps a picture beside an answer, gives it back, and lets go of it when its paste is undone", async () => {
    const { base, files } = await setUp();
    const uri = vscode.Uri.parse("tutor:/generative-ai/assets/image.png");
    const picture = bytes("picture");
    await assert.rejects(files.stat(uri), /EntryNotFound|FileNotFound/);
    files.createDirectory(vscode.Uri.parse("tutor:/generative-ai/assets"));
    await files.writeFile(uri, picture, { create: true, overwrite: false });
    await assert.rejects(
      files.writeFile(uri, bytes("other"), { create: true, overwrite: false }),
      /EntryExists|FileExists/,
    );
    assert.equal((await files.stat(uri)).size, picture.length);
    assert.equal((await files.stat(vscode.Uri.parse("tutor:/generative-ai/assets"))).type, vscode.FileType.Directory);
    assert.equal(text(await files.readFile(uri)), "picture");
    const kept = vscode.Uri.joinPath(base, "answers/generative-ai/assets/image.png");
    assert.equal(text(await fs.readFile(kept)), "picture");
    await files.delete(uri);
    await assert.rejects(files.readFile(uri), /EntryNotFound|FileNotFound/);
    await assert.rejects(files.delete(vscode.Uri.parse("tutor:/generative-ai/mode-collapse.md")), /NoPermissions/);
    const program = vscode.Uri.parse("tutor:/generative-ai/run.sh");
    await assert.rejects(files.writeFile(program, picture, { create: true, overwrite: true }), /NotFound/);
  });

  it("puts an answer's own pictures into a page, and no file that is none or lies elsewhere", async () => {
    const { base, files, pictures } = await setUp();
    const uri = vscode.Uri.parse("tutor:/generative-ai/assets/image.png");
    await files.writeFile(uri, bytes("picture"), { create: true, overwrite: false });
    await fs.writeFile(vscode.Uri.joinPath(base, "answers/other-road/image.png"), bytes("not mine"));
    const answer = "![a](assets/image.png) ![b](gone.png) ![c](../other-road/image.png) ![d](https://x.org/e.png)";
    const { folder, sources } = await pictures.load({ roadmap: "generative-ai", question: "mode-collapse" }, answer);
    assert.equal(folder, "");
    assert.deepEqual([...sources], [["assets/image.png", `data:image/png;base64,${btoa("picture")}`]]);
  });

  it("shows a question's pictures beside its answer, out of its roadmap's folder and no other", async () => {
    const roadmap = await newFolder();
    await fs.writeFile(vscode.Uri.joinPath(roadmap, "image-models/img/dot.png"), bytes("dot"));
    const { files } = await setUp(roadmap);
    const at = (path: string): vscode.Uri => vscode.Uri.parse(`tutor:/generative-ai/question-pictures/${path}`);
    assert.equal(text(await files.readFile(at("image-models/img/dot.png"))), "dot");
    assert.equal((await files.stat(at("image-models/img/dot.png"))).size, 3);
    await assert.rejects(files.readFile(at("image-models/img/none.png")), /NotFound/);
    await assert.rejects(files.readFile(at("roadmap.yaml")), /NotFound/);
  });

  it("says that a question vanished, and opens its document all the same", async () => {
    const { base, status } = await setUp();
    placed = undefined;
    const document = await openCopy(base, `${header}mine\n`);
    assert.equal(await status.of(document), "vanished");
    await status.updatePrompt(document.uri);
    assert.equal(document.getText(), `${header}mine\n`);
  });

  it("puts a lost answer line back below the prompt", async () => {
    const { base, status, documents } = await setUp();
    const document = await openCopy(base, `${header.replace(/<!-- roadmap-tutor:answer.*\n/, "")}mine\n`);
    assert.equal(await status.of(document), "no-line");
    await status.restoreAnswerLine(document.uri);
    const parsed = documents.parse(document);
    assert.ok(parsed.kind === "answer" && parsed.answer.trim() === "mine");
  });

  it("tells VS Code of another window's save of a watched document only", async () => {
    const { base, answers, files } = await setUp();
    const uri = vscode.Uri.parse("tutor:/generative-ai/mode-collapse.md");
    const otherWindow = new AnswerStore(new StorageLocation(base, new Settings(), new Log()));
    await answers.states();
    open.push(files.watch(uri));
    const told = nextEvent(files.onDidChangeFile);
    // Again until it is told: the watcher takes a moment to start, in a process of its own.
    let heard = false as boolean;
    void told.then(() => (heard = true));
    for (let n = 0; !heard; n += 1) {
      await otherWindow.writeDocument(
        { roadmap: "generative-ai", question: "mode-collapse" },
        bytes(`${header}other${n % 2 === 0 ? "" : " "}`),
      );
      await delay(100);
    }
    assert.deepEqual(
      (await told).map((change) => change.uri.toString()),
      [uri.toString()],
    );
    assert.equal(text(await files.readFile(uri)).trimEnd(), `${header}other`);
  });
});
