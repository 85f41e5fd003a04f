// Findings of a roadmap in the Problems panel of a real editor.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { readRoadmap } from "../../src/core/reading/roadmapReader";
import type { Finding } from "../../src/core/roadmap";
import { RoadmapDiagnostics, type FindingSource } from "../../src/host/diagnostics/roadmapDiagnostics";
import { changed, sampleFolder, tcpQuestion } from "../unit/core/reading/sampleRoadmap";
import { newFolder, nextEvent, removeFolders } from "./support/folders";

const { fs } = vscode.workspace;
const path = "transport/tcp.md";
const wrong = changed(
  changed(tcpQuestion, "title: What TCP gives", "title: TCP: what it gives"),
  "- flow: met",
  "- flow: mett",
);

/** A library of one roadmap, read again when told to. */
class OneRoadmap implements FindingSource {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private findings: readonly Finding[] = [];

  constructor(private readonly folder: vscode.Uri) {}

  all(): Promise<readonly { readonly folder: vscode.Uri; readonly findings: readonly Finding[] }[]> {
    return Promise.resolve([{ folder: this.folder, findings: this.findings }]);
  }

  read(text: string): void {
    this.findings = readRoadmap(sampleFolder({ [path]: text })).problems;
    this.changed.fire();
  }
}

describe("diagnostics of a roadmap", () => {
  let folder: vscode.Uri;
  let uri: vscode.Uri;
  let source: OneRoadmap;
  let diagnostics: RoadmapDiagnostics;
  const shown = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri);
  const shownAfter = async (text: string): Promise<readonly vscode.Diagnostic[]> => {
    const changedThere = nextEvent(vscode.languages.onDidChangeDiagnostics, ({ uris }) =>
      uris.some((changedUri) => changedUri.toString() === uri.toString()),
    );
    source.read(text);
    await changedThere;
    return shown();
  };

  before(async () => {
    folder = await newFolder();
    uri = vscode.Uri.joinPath(folder, path);
    source = new OneRoadmap(folder);
    diagnostics = new RoadmapDiagnostics(source);
    await fs.writeFile(uri, new TextEncoder().encode(wrong));
  });

  after(async () => {
    diagnostics.dispose();
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await removeFolders();
  });

  it("show each finding of a file at its words, with code and source", async () => {
    const found = await shownAfter(wrong);
    assert.deepEqual(
      found.map(({ code, source: from, severity, range }) => [code, from, severity, range.start.line]),
      [
        ["needs-quotes", "Roadmap Tutor", vscode.DiagnosticSeverity.Error, 2],
        ["unknown-verdict", "Roadmap Tutor", vscode.DiagnosticSeverity.Error, 54],
      ],
    );
  });
});
