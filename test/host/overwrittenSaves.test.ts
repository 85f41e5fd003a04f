// A plain file that another program replaces in the moment of a save: what was saved is kept beside it, and only where
// words of it would be lost.
import * as assert from "node:assert/strict";
import { readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import * as vscode from "vscode";
import { newFolder, removeFolders, until } from "./support/folders";

const mine = "Ordered by the time of its last use, the oldest entry is dropped first.";

describe("an answer in the study folder that is replaced as it is saved", () => {
  const set = (name: string, value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);

  before(async () => {
    await set("tutor.studyFolder", (await newFolder()).fsPath);
  });
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));
  after(async () => {
    await set("tutor.studyFolder", undefined);
    await removeFolders();
  });

  /** The question's document with `text` at its end, saved. */
  async function saved(question: string, text: string): Promise<vscode.TextDocument> {
    await vscode.commands.executeCommand("tutor.openQuestion", { roadmap: "generative-ai", question });
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), text);
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
    return document;
  }

  /** Puts another text on disk, and waits until the editor shows it. */
  async function replacedBy(document: vscode.TextDocument, change: (text: string) => string): Promise<void> {
    const text = change(document.getText());
    await writeFile(document.uri.fsPath, text);
    await until(vscode.workspace.onDidChangeTextDocument, () => document.getText() === text);
  }

  /** Names of the versions that are kept beside it. */
  async function keptBeside({ uri }: vscode.TextDocument): Promise<string[]> {
    const stem = basename(uri.fsPath, ".md");
    return (await readdir(dirname(uri.fsPath))).filter((name) => name.startsWith(`${stem}.other-`));
  }

  /** What is kept beside it, once something is. */
  async function keptText(document: vscode.TextDocument): Promise<string> {
    let names: string[] = [];
    while (names.length === 0) {
      await delay(20);
      names = await keptBeside(document);
    }
    assert.equal(names.length, 1);
    return readFile(vscode.Uri.joinPath(document.uri, "..", names[0] ?? "").fsPath, "utf8");
  }

  /** After the second look at the disk, which comes two seconds after a save, and the time that it takes. */
  async function nothingKept(document: vscode.TextDocument): Promise<void> {
    await delay(3_000);
    assert.deepEqual(await keptBeside(document), []);
  }

  it("is kept beside the other text, once", async () => {
    const document = await saved("gan-training", mine);
    const whole = document.getText();
    await replacedBy(document, (text) => text.replace(mine, "Whatever was read least goes."));
    assert.equal(await keptText(document), whole);
    assert.match(document.getText(), /Whatever was read least goes/);
  });

  it("is kept where VS Code takes the other text for its own, and that is shown then", async () => {
    const document = await saved("attention", mine);
    const whole = document.getText();
    // By its time and size the file is the one that was just saved: so it is where the other window wrote in between.
    const { atime, mtime } = await stat(document.uri.fsPath);
    const other = whole.replace("oldest entry", "newest entry");
    await writeFile(document.uri.fsPath, other);
    await utimes(document.uri.fsPath, atime, mtime);
    assert.equal(await keptText(document), whole);
    await until(vscode.workspace.onDidChangeTextDocument, () => document.getText() === other);
  });

  it("is not, where a formatter went over it or words were added", async () => {
    const document = await saved("mode-collapse", mine);
    await replacedBy(document, (text) => `${text.replace("use, the", "use,\nthe")}\n`);
    await replacedBy(document, (text) => `${text}\nAnd more.\n`);
    await nothingKept(document);
  });

  it("is not, where the learner saves again and takes words out", async () => {
    const document = await saved("creativity", mine);
    for (const word of ["oldest ", "last ", "dropped "]) {
      const edit = new vscode.WorkspaceEdit();
      const at = document.getText().indexOf(word);
      edit.delete(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + word.length)));
      await vscode.workspace.applyEdit(edit);
      assert.ok(await document.save());
    }
    await nothingKept(document);
  });

  it("is not, where another window comes to change it a while later", async () => {
    const document = await saved("ethics", mine);
    const text = document.getText().replace("oldest entry", "entry");
    // Until it has been asked when the file was saved.
    await delay(1_000);
    await writeFile(document.uri.fsPath, text);
    const later = new Date(Date.now() + 5_000);
    await utimes(document.uri.fsPath, later, later);
    await until(vscode.workspace.onDidChangeTextDocument, () => document.getText() === text);
    await nothingKept(document);
  });
});
