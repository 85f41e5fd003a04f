// Every roadmap at hand: the built-in ones, compiled at build time, and those found in the workspace.
// Parsing is roadmapReader's work; it is loaded only where the workspace has a roadmap.
import * as vscode from "vscode";
import { findQuestion, type PlacedQuestion, type Problem, type Roadmap } from "../../core/roadmap";
import type { QuestionKey } from "../../core/attempt";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import { findWorkspaceRoadmaps, readRoadmapFolder } from "./workspaceRoadmaps";

/** A roadmap with where it came from. */
export interface ShelvedRoadmap {
  readonly roadmap: Roadmap;
  readonly builtIn: boolean;
  /** The roadmap's folder; absent for a built-in one. */
  readonly folder?: vscode.Uri;
  readonly problems: readonly Problem[];
}

/** Loads once on first use and again when a roadmap's file changes. A workspace roadmap takes the place of a built-in one of the same id. */
export class RoadmapLibrary implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires after the shelf was read again. */
  readonly onDidChange = this.changed.event;
  private builtIn: Promise<readonly ShelvedRoadmap[]> | undefined;
  private shelf: Promise<readonly ShelvedRoadmap[]> | undefined;
  private loaded: readonly ShelvedRoadmap[] | undefined;
  private watcher: vscode.Disposable | undefined;
  private reloadTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
    private readonly loadModule: LoadModule,
  ) {}

  /** All roadmaps, built-in ones first. Rejects only where the built-in ones can't be read. */
  all(): Promise<readonly ShelvedRoadmap[]> {
    if (this.shelf === undefined) {
      this.shelf = this.load();
      void this.shelf.then((shelf) => {
        this.loaded = shelf;
        if (shelf.some((s) => !s.builtIn)) this.changed.fire();
      });
    }
    return this.shelf;
  }

  /** What can be shown at once: all, or the built-in ones alone while the workspace is still being read; `onDidChange` tells when there is more. */
  async atHand(): Promise<readonly ShelvedRoadmap[]> {
    void this.all();
    return this.loaded ?? this.builtInOnly();
  }

  /** The question of that key, or undefined where its roadmap or the question is gone. */
  async find(key: QuestionKey): Promise<PlacedQuestion | undefined> {
    const shelved = (await this.all()).find((s) => s.roadmap.id === key.roadmap);
    return shelved && findQuestion(shelved.roadmap, key.question);
  }

  dispose(): void {
    clearTimeout(this.reloadTimer);
    this.watcher?.dispose();
    this.changed.dispose();
  }

  private async load(): Promise<readonly ShelvedRoadmap[]> {
    const builtIn = await this.builtInOnly();
    const own = await this.loadWorkspace();
    this.watch();
    const taken = new Set(own.map((s) => s.roadmap.id));
    return [...builtIn.filter((s) => !taken.has(s.roadmap.id)), ...own];
  }

  private builtInOnly(): Promise<readonly ShelvedRoadmap[]> {
    this.builtIn ??= this.loadBuiltIn();
    return this.builtIn;
  }

  private async loadBuiltIn(): Promise<readonly ShelvedRoadmap[]> {
    const file = vscode.Uri.joinPath(this.extensionUri, "dist", "builtInRoadmaps.json");
    const roadmaps = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as readonly Roadmap[];
    return roadmaps.map((roadmap) => ({ roadmap, builtIn: true, problems: [] }));
  }

  private async loadWorkspace(): Promise<readonly ShelvedRoadmap[]> {
    const shelved: ShelvedRoadmap[] = [];
    for (const folder of await findWorkspaceRoadmaps()) {
      try {
        const { roadmap, problems } = await readRoadmapFolder(folder, this.loadModule);
        for (const p of problems) this.log.warn(`${vscode.workspace.asRelativePath(folder)}/${p.file}:${p.line}: ${p.message}`);
        const id = roadmap?.id ?? folder.path.split("/").at(-1) ?? "roadmap";
        if (shelved.some((s) => s.roadmap.id === id)) {
          this.log.warn(`${vscode.workspace.asRelativePath(folder)}: another roadmap of the workspace has the id "${id}"; this one is left out.`);
          continue;
        }
        shelved.push({ roadmap: roadmap ?? { id, title: id, description: "", topics: [] }, builtIn: false, folder, problems });
      } catch (error) {
        this.log.error(`The roadmap in ${folder.toString()} could not be read`, error);
      }
    }
    return shelved;
  }

  private watch(): void {
    if (this.watcher !== undefined || !vscode.workspace.workspaceFolders?.length) return;
    const lists = vscode.workspace.createFileSystemWatcher("**/roadmap.yaml");
    const folders = vscode.workspace.onDidChangeWorkspaceFolders(() => this.reloadSoon());
    const questions = vscode.workspace.onDidSaveTextDocument(async (document) => {
      if (document.languageId !== "markdown") return;
      const shelved = await this.all();
      if (shelved.some((s) => s.folder !== undefined && document.uri.toString().startsWith(`${s.folder.toString()}/`))) this.reloadSoon();
    });
    const subscriptions = [lists, folders, questions, lists.onDidChange(() => this.reloadSoon()), lists.onDidCreate(() => this.reloadSoon()), lists.onDidDelete(() => this.reloadSoon())];
    this.watcher = vscode.Disposable.from(...subscriptions);
  }

  /** Several files often change at once (a checkout): one reload serves them all. */
  private reloadSoon(): void {
    clearTimeout(this.reloadTimer);
    this.reloadTimer = setTimeout(() => {
      this.shelf = this.load();
      void this.shelf.then((shelf) => {
        this.loaded = shelf;
        this.changed.fire();
      });
    }, 200);
  }
}
