// What is wrong with the workspace's roadmaps, in the Problems panel and under the words. The library has the findings
// of the files as they are saved; a file that is being written is read by itself, shortly after each change.
import * as vscode from "vscode";
import { listNames } from "../../core/reading/folderFiles";
import type { Finding } from "../../core/roadmap/roadmap";
import { textOf, type AuthoredFiles } from "../authoring/authoredFiles";
import type { LoadModule } from "../lazyModules";
import { folderReader } from "../roadmaps/workspaceRoadmaps";
import { FindingFixes } from "./findingFixes";
import type { LaterFindings } from "./laterFindings";
import { ShownFindings, type FileFindings } from "./shownFindings";

/** Waits for the author to pause, in ms. */
const pauseInWriting = 250;
/** Longer files are read again when they are saved, in UTF-16 units. */
const longestWritten = 200_000;

/** Keeps the Problems panel in step with the files. */
export class RoadmapDiagnostics implements vscode.Disposable {
  private readonly shown = new ShownFindings();
  private fixes: FindingFixes | undefined;
  /** What was found in the files as they are saved, by their URIs. */
  private saved: ReadonlyMap<string, FileFindings> = new Map();
  /** What was found in documents with unsaved changes. */
  private readonly written = new Map<string, FileFindings>();
  /** Files that were saved since the library read: what it found is of the text before, and its places too. */
  private readonly behind = new Set<string>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly files: AuthoredFiles,
    private readonly load: LoadModule,
    private readonly later: Pick<LaterFindings, "of" | "written" | "onDidChange">,
  ) {
    this.subscription = vscode.Disposable.from(
      files.whenRead(() => {
        this.behind.clear();
        this.takeSaved();
      }),
      later.onDidChange(() => this.takeSaved()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // That a document has unsaved changes may be told after the changes, in an event of its own.
        if ((contentChanges.length > 0 || document.isDirty) && files.find(document.uri)) this.readSoon(document);
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (files.find(uri)) this.behind.add(uri.toString());
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forgetWritten(uri)),
    );
  }

  dispose(): void {
    this.subscription.dispose();
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.shown.dispose();
    this.fixes?.dispose();
  }

  private takeSaved(): void {
    const before = this.saved;
    this.saved = this.foundInFiles();
    const dirty = new Set(
      vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
    );
    const others = new Map<string, vscode.Uri>();
    for (const [key, { uri }] of this.written) {
      if (!dirty.has(key)) this.written.delete(key);
      others.set(key, uri);
    }
    for (const [key, { uri }] of [...before, ...this.saved])
      if (!isSame(before.get(key)?.findings, this.saved.get(key)?.findings)) others.set(key, uri);
    this.show([...others.values()]);
    this.readUnsaved();
  }

  private foundInFiles(): ReadonlyMap<string, FileFindings> {
    const saved = new Map<string, { uri: vscode.Uri; findings: Finding[] }>();
    for (const shelved of this.files.roadmaps) {
      const { folder, findings } = shelved;
      for (const finding of [...findings, ...this.later.of(shelved)]) {
        const uri = vscode.Uri.joinPath(folder, finding.file);
        const known = saved.get(uri.toString());
        if (known) known.findings.push(finding);
        else saved.set(uri.toString(), { uri, findings: [finding] });
      }
    }
    return saved;
  }

  /** What was written before its roadmap was known: by an editor that was restored, or while this was loaded. */
  private readUnsaved(): void {
    for (const document of vscode.workspace.textDocuments) {
      const known = this.written.has(document.uri.toString());
      if (document.isDirty && !known && this.files.find(document.uri)) this.readSoon(document);
    }
  }

  private show(uris: readonly vscode.Uri[]): void {
    const files = uris.map((uri): FileFindings => {
      const key = uri.toString();
      return { uri, findings: (this.written.get(key) ?? this.saved.get(key))?.findings ?? [] };
    });
    if (files.some(({ findings }) => findings.length > 0))
      this.fixes ??= new FindingFixes((document) => this.findingsOf(document));
    this.shown.show(files);
  }

  /** What is found in a document as it stands in the editor. */
  private async findingsOf(document: vscode.TextDocument): Promise<readonly Finding[]> {
    const key = document.uri.toString();
    if (document.isDirty || this.behind.has(key)) return (await this.readAlone(document)) ?? [];
    return this.saved.get(key)?.findings ?? [];
  }

  private readSoon(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        void this.readWritten(document);
      }, pauseInWriting),
    );
  }

  private async readWritten(document: vscode.TextDocument): Promise<void> {
    const { version, uri } = document;
    // Undone or saved.
    if (!document.isDirty) {
      this.forgetWritten(uri);
      return;
    }
    const findings = await this.readAlone(document);
    // What was written meanwhile is read after its own pause; what was saved meanwhile comes with the library.
    if (document.isClosed || document.version !== version || !findings) return;
    this.written.set(uri.toString(), { uri, findings });
    this.show([uri]);
  }

  private async readAlone(document: vscode.TextDocument): Promise<readonly Finding[] | undefined> {
    const file = this.files.find(document.uri);
    const text = textOf(document);
    if (!file || text.length > longestWritten) return undefined;
    const { findingsAlone } = await this.load("roadmapReader");
    const folder = folderReader(file.shelved.folder);
    const [findings, later] = await Promise.all([
      findingsAlone(file.path, text, (inside) => listNames(folder, inside)),
      file.role === "question" ? this.later.written(file, text) : [],
    ]);
    return [...findings, ...later];
  }

  private forgetWritten(uri: vscode.Uri): void {
    if (this.written.delete(uri.toString())) this.show([uri]);
  }
}

/** Whether these are the very same findings: what was not read again, nor placed again, has those of before. */
function isSame(one: readonly Finding[] = [], other: readonly Finding[] = []): boolean {
  return one.length === other.length && one.every((finding, i) => finding === other[i]);
}
