// A plain file that another program replaces in the moment of a save: what was saved is kept beside it, and only where
// words of it would be lost.
import * as assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
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

  it("is kept beside the other text, once", async () => {
    const document = await saved("gan-training", mine);
    const whole = document.getText();
    await replacedBy(document, (text) => text.replace(mine, "Whatever was read least goes."));
    let names: string[] = [];
    while (names.length === 0) {
      await delay(20);
      names = await keptBeside(document);
    }
    assert.equal(names.length, 1);
    assert.equal(await readFile(vscode.Uri.joinPath(document.uri, "..", names[0] ?? "").fsPath, "utf8"), whole);
    assert.match(document.getText(), /Whatever was read least goes/);
  });

  it("is not, where a formatter went over it or words were added", async () => {
    const document = await saved("mode-collapse", mine);
    await replacedBy(document, (text) => `${text.replace("use, the", "use,\nthe")}\n`);
    await replacedBy(document, (text) => `${text}\nAnd more.\n`);
    // Long enough for a look at the disk.
    await delay(500);
    assert.deepEqual(await keptBeside(document), []);
  });
});
