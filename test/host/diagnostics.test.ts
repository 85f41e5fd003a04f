// Findings of a roadmap in the Problems panel of a real editor, as saved and as written, and their quick fixes.
import * as assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import * as vscode from "vscode";
import { readRoadmap } from "../../src/core/reading/roadmapReader";
import { placedQuestions, type Roadmap } from "../../src/core/roadmap/roadmap";
import type { RoadmapFile } from "../../src/core/reading/folderFiles";
import { AuthoredFiles } from "../../src/host/authoring/authoredFiles";
import { LaterFindings } from "../../src/host/diagnostics/laterFindings";
import { RoadmapDiagnostics } from "../../src/host/diagnostics/roadmapDiagnostics";
import { lazyModules } from "../../src/host/lazyModules";
import type { ShelvedRoadmap } from "../../src/host/roadmaps/roadmapLibrary";
import { messFaults, messFiles } from "../unit/core/authoring/mess";
import { changed, roadmapYaml, sampleFolder, tcpQuestion } from "../unit/core/reading/sampleRoadmap";
import { newFolder, nextEvent, removeFolders, until } from "./support/folders";

const { fs } = vscode.workspace;
const path = "transport/tcp.md";
const wrong = changed(
  changed(tcpQuestion, "title: What TCP gives", "title: TCP: what it gives"),
  "- flow: met",
  "- flow: mett",
);

/** A library of one roadmap, read again when told to. */
class OneRoadmap {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private shelf: readonly ShelvedRoadmap[] = [];

  constructor(private readonly folder: vscode.Uri) {}

  all(): Promise<readonly ShelvedRoadmap[]> {
    return Promise.resolve(this.shelf);
  }

  read(files: readonly RoadmapFile[]): void {
    const { roadmap, problems, paths } = readRoadmap(files);
    assert.ok(roadmap);
    this.shelf = [{ roadmap, builtIn: false, folder: this.folder, paths, problems, findings: problems }];
    this.changed.fire();
  }
}

/** The file with a comment more above its title. */
const faultyBelow = (text: string): string =>
  changed(text, "title: ", "# A line more, and all below it moves.\ntitle: ");

describe("diagnostics of a roadmap", () => {
  let folder: vscode.Uri;
  let source: OneRoadmap;
  let files: AuthoredFiles;
  let later: LaterFindings;
  let diagnostics: RoadmapDiagnostics;
  const at = (file: string): vscode.Uri => vscode.Uri.joinPath(folder, file);
  const ours = (uri: vscode.Uri): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === "Roadmap Tutor");
  const told = (uri: vscode.Uri) => ours(uri).map(({ code, range }) => [code, range.start.line]);
  const shownAfter = async (uri: vscode.Uri, act: () => unknown): Promise<void> => {
    const changedThere = nextEvent(vscode.languages.onDidChangeDiagnostics, ({ uris }) =>
      uris.some((changedUri) => changedUri.toString() === uri.toString()),
    );
    await act();
    await changedThere;
  };
  const mends = async (uri: vscode.Uri, diagnostic: vscode.Diagnostic): Promise<vscode.CodeAction[]> => {
    const asked = vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      uri,
      diagnostic.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    // VS Code takes the question back where the document changes meanwhile: as none, it is asked again.
    const found = await asked.then(undefined, (error: unknown): readonly vscode.CodeAction[] => {
      if (error instanceof Error && error.name === "Canceled") return [];
      throw error;
    });
    // The command gives back title, kind and edit, and not what an action is about.
    return found.filter(({ edit }) => edit !== undefined);
  };

  /** The same, asked again until there is one: what is found while one writes comes a moment later. */
  const mendsOnceThere = async (uri: vscode.Uri, diagnostic: vscode.Diagnostic): Promise<vscode.CodeAction[]> => {
    for (let tries = 0; tries < 100; tries++) {
      const found = await mends(uri, diagnostic);
      if (found.length > 0) return found;
      await delay(50);
    }
    return [];
  };

  before(async () => {
    folder = await newFolder();
    source = new OneRoadmap(folder);
    files = new AuthoredFiles(source);
    const extension = vscode.extensions.getExtension("roadmap-tutor.roadmap-tutor");
    assert.ok(extension);
    const load = lazyModules(extension.extensionUri);
    const check = async (roadmap: Roadmap) => {
      const { newChecker } = await load("checker");
      return { checker: newChecker(placedQuestions(roadmap).map(({ question }) => question)) };
    };
    later = new LaterFindings(files, { check }, load, { error: (message) => assert.fail(message) });
    diagnostics = new RoadmapDiagnostics(files, load, later);
  });

  after(async () => {
    diagnostics.dispose();
    later.dispose();
    files.dispose();
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await removeFolders();
  });

  it("show each finding of a file at its words, with code and source", async () => {
    await fs.writeFile(at(path), new TextEncoder().encode(wrong));
    await shownAfter(at(path), () => source.read(sampleFolder({ [path]: wrong })));
    assert.deepEqual(told(at(path)), [
      ["needs-quotes", 2],
      ["unknown-verdict", 54],
    ]);
  });

  it("follow what is written, and are mended one after the other without saving between", async () => {
    const uri = at(path);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    for (const left of [1, 0]) {
      const [first] = ours(uri);
      assert.ok(first);
      const [mend] = await mendsOnceThere(uri, first);
      assert.ok(mend?.edit, "there is no quick fix");
      await vscode.workspace.applyEdit(mend.edit);
      await until(vscode.languages.onDidChangeDiagnostics, () => ours(uri).length === left);
    }
    assert.equal(document.isDirty, true);
    assert.equal(document.getText(), changed(tcpQuestion, "title: What TCP gives", 'title: "TCP: what it gives"'));
  });

  it("are mended by the text as it is where it was saved and not read again yet", async () => {
    const own = "transport/moved.md";
    const uri = at(own);
    const faulty = changed(wrong, "id: tcp", "id: moved");
    await fs.writeFile(uri, new TextEncoder().encode(faulty));
    const listed = changed(roadmapYaml, "questions: [tcp]", "questions: [moved]");
    await shownAfter(uri, () => source.read(sampleFolder({ "roadmap.yaml": listed, [path]: null, [own]: faulty })));
    const document = await vscode.workspace.openTextDocument(uri);
    const longer = new vscode.WorkspaceEdit();
    longer.insert(
      uri,
      document.positionAt(document.getText().indexOf("title: ")),
      "# A line more, and all below it moves.\n",
    );
    await vscode.workspace.applyEdit(longer);
    assert.ok(await document.save());
    const verdict = ours(uri).find(({ code }) => code === "unknown-verdict");
    assert.ok(verdict);
    const [mend] = await mendsOnceThere(uri, verdict);
    assert.ok(mend?.edit, "there is no quick fix");
    await vscode.workspace.applyEdit(mend.edit);
    assert.equal(document.getText(), changed(faultyBelow(faulty), "- flow: mett", "- flow: met"));
    await document.save();
  });

  it("tell of a golden that the check does not find as it expects, at its heading, as saved and as written", async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    // A file of its own: an extension host may hold the text of one that was just closed.
    const own = "transport/udp.md";
    const uri = at(own);
    const sound = changed(tcpQuestion, "id: tcp", "id: udp");
    const full = sound.indexOf("## Golden: full");
    const end = sound.indexOf("### Expect", full);
    const unfound = `${sound.slice(0, full)}## Golden: full\n\nCats sleep.\n\n${sound.slice(end)}`;
    const line = unfound.split("\n").indexOf("## Golden: full");
    await fs.writeFile(uri, new TextEncoder().encode(unfound));
    const listed = changed(roadmapYaml, "questions: [tcp]", "questions: [udp]");
    source.read(sampleFolder({ "roadmap.yaml": listed, [path]: null, [own]: unfound }));
    await until(vscode.languages.onDidChangeDiagnostics, () => told(uri).length === 1);
    assert.deepEqual(told(uri), [["golden-bounds", line]]);
    const [found] = ours(uri);
    assert.match(found?.message ?? "", /No sentence is found that speaks of reliable/);
    assert.equal(unfound.split("\n")[line]?.length, found?.range.end.character);
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    const lines =
      "TCP delivers bytes reliably by retransmitting lost segments. Bytes arrive in the order in which they were " +
      "sent. Flow control keeps a fast sender from flooding a slow receiver.";
    await editor.edit((edit) => edit.replace(document.lineAt(line + 2).range, lines));
    await until(vscode.languages.onDidChangeDiagnostics, () => told(uri).length === 0);
    assert.equal(document.isDirty, true);
  });

  it("of twenty files with a fault each are twenty, each at its place, and most are mended by their quick fix", async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    for (const { path: file, text } of messFiles) await fs.writeFile(at(file), new TextEncoder().encode(text));
    await shownAfter(at("roadmap.yaml"), () => source.read(messFiles));
    assert.deepEqual(
      messFaults.map((fault) => [fault.path, ...told(at(fault.path)).flat()]),
      messFaults.map(({ path: file, code, line }) => [file, code, line - 1]),
    );
    const left: string[] = [];
    for (const fault of messFaults.filter(({ mendable }) => mendable)) {
      const uri = at(fault.path);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      const [diagnostic] = ours(uri);
      assert.ok(diagnostic);
      const [mend] = await mends(uri, diagnostic);
      assert.ok(mend?.edit, `${fault.path} has no quick fix`);
      await vscode.workspace.applyEdit(mend.edit);
      await until(vscode.languages.onDidChangeDiagnostics, () => !ours(uri).some(({ code }) => code === fault.code));
      // Twenty questions in the same words: the check can tell none from another, and that is told of all of them.
      const own = ours(uri).filter(({ code }) => code !== "todo" && code !== "golden-bounds");
      left.push(...own.map(() => fault.path));
      await document.save();
    }
    assert.deepEqual(left, []);
  });
});
