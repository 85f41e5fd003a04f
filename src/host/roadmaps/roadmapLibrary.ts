// Every roadmap at hand: the built-in ones, compiled at build time, and those found in the workspace.
// Those of the workspace are workspaceShelf's work; here is who asks for them, when, and the watching.
import * as vscode from "vscode";
import { findQuestion, type PlacedQuestion, type Finding, type Roadmap } from "../../core/roadmap/roadmap";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import { WorkspaceChanges, type WatchedEvent } from "./workspaceChanges";
import { WorkspaceShelf } from "./workspaceShelf";

/** A roadmap with where it came from. */
export interface ShelvedRoadmap {
  readonly roadmap: Roadmap;
  readonly builtIn: boolean;
  /** The roadmap's folder; absent for a built-in one. */
  readonly folder?: vscode.Uri;
  /** The file of each question by its id, relative to that folder; absent for a built-in one. */
  readonly paths?: ReadonlyMap<string, string>;
  /** What is wrong with its files, as far as it kept something out. */
  readonly problems: readonly Finding[];
  /** Everything found in its files, warnings too. */
  readonly findings: readonly Finding[];
}

/**
 * Loads once on first use, and again what changed when a roadmap's file does. A workspace roadmap takes the place of a
 * built-in one of the same id.
 */
export class RoadmapLibrary implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires after the shelf was read again. */
  readonly onDidChange = this.changed.event;
  private builtIn: Promise<readonly ShelvedRoadmap[]> | undefined;
  private shelf: Promise<readonly ShelvedRoadmap[]> | undefined;
  private loaded: readonly ShelvedRoadmap[] | undefined;
  private watcher: vscode.Disposable | undefined;
  private ownWatcher: vscode.Disposable | undefined;
  private readonly workspace: WorkspaceShelf;
  private reading: Promise<unknown> = Promise.resolve();
  private changes = new WorkspaceChanges();
  private reloadTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
    loadModule: LoadModule,
  ) {
    this.workspace = new WorkspaceShelf(log, loadModule);
  }

  /**
   * All roadmaps, the workspace's own first. Rejects only where the built-in ones can't be read; the next call then
   * tries again.
   */
  all(): Promise<readonly ShelvedRoadmap[]> {
    this.shelf ??= this.keep(this.load(), (shelf) => shelf.some((s) => !s.builtIn));
    return this.shelf;
  }

  /**
   * What can be shown at once: all, or the built-in ones alone while the workspace is still being read; `onDidChange`
   * tells when there is more.
   */
  async atHand(): Promise<readonly ShelvedRoadmap[]> {
    void this.all();
    return this.loaded ?? this.builtInOnly();
  }

  /** The question of that key, or undefined where its roadmap or the question is gone. */
  async find(key: QuestionKey): Promise<PlacedQuestion | undefined> {
    const shelved = (await this.all()).find((s) => s.roadmap.id === key.roadmap);
    return shelved && findQuestion(shelved.roadmap, key.question);
  }

  /**
   * As `find`, but does not wait for the workspace where a built-in roadmap has the question; `onDidChange` tells when
   * the workspace has another.
   */
  async findAtHand(key: QuestionKey): Promise<PlacedQuestion | undefined> {
    const shelved = (await this.atHand()).find((s) => s.roadmap.id === key.roadmap);
    return (shelved && findQuestion(shelved.roadmap, key.question)) ?? this.find(key);
  }

  /** Reads the workspace anew: for who has just written into it and cannot wait for the file system to tell. */
  readAgain(): Promise<readonly ShelvedRoadmap[]> {
    this.changes.addAll();
    return this.reload();
  }

  dispose(): void {
    clearTimeout(this.reloadTimer);
    this.watcher?.dispose();
    this.ownWatcher?.dispose();
    this.changed.dispose();
  }

  /** One reading waits for the other: each goes by what the last one read. */
  private async load(changes?: WorkspaceChanges): Promise<readonly ShelvedRoadmap[]> {
    const builtIn = await this.builtInOnly();
    const reading = this.reading.then(() => this.workspace.read(changes));
    this.reading = reading.catch(() => undefined);
    const own = await reading;
    this.watch();
    const taken = new Set(own.map((s) => s.roadmap.id));
    return [...own, ...builtIn.filter((s) => !taken.has(s.roadmap.id))];
  }

  private builtInOnly(): Promise<readonly ShelvedRoadmap[]> {
    if (this.builtIn === undefined) {
      const loading = this.loadBuiltIn();
      this.builtIn = loading;
      loading.catch(() => (this.builtIn = undefined));
    }
    return this.builtIn;
  }

  /**
   * Makes a loading the shelf: what it comes to is at hand from then on; a failed one leaves the shelf of before, and
   * the next call tries again.
   */
  private keep(
    loading: Promise<readonly ShelvedRoadmap[]>,
    tell: (shelf: readonly ShelvedRoadmap[]) => boolean,
  ): Promise<readonly ShelvedRoadmap[]> {
    loading.then(
      (shelf) => {
        if (this.shelf !== loading) return;
        this.loaded = shelf;
        if (tell(shelf)) this.changed.fire();
      },
      (error: unknown) => {
        this.log.error("The roadmaps could not be read", error);
        if (this.shelf === loading) this.shelf = undefined;
      },
    );
    return loading;
  }

  private async loadBuiltIn(): Promise<readonly ShelvedRoadmap[]> {
    const file = vscode.Uri.joinPath(this.extensionUri, "dist", "builtInRoadmaps.json");
    const roadmaps = JSON.parse(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(file)),
    ) as readonly Roadmap[];
    return roadmaps.map((roadmap) => ({ roadmap, builtIn: true, problems: [], findings: [] }));
  }

  /** Watches for roadmaps that come, and for any change in those that are there. */
  private watch(): void {
    if (!vscode.workspace.workspaceFolders?.length) return;
    this.watcher ??= vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.changes.addAll();
        this.reloadSoon();
      }),
      this.watchFiles("**/*.[yY]*"),
    );
    if (this.workspace.folders.length > 0) this.ownWatcher ??= this.watchFiles("**");
  }

  private watchFiles(glob: string): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(glob);
    const look =
      (event: WatchedEvent) =>
      (uri: vscode.Uri): void => {
        const folders = this.workspace.folders.map((folder) => folder.toString());
        if (this.changes.add(uri.toString(), event, folders)) this.reloadSoon();
      };
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(look("changed")),
      watcher.onDidCreate(look("created")),
      watcher.onDidDelete(look("deleted")),
    );
  }

  /** Several files often change at once (a checkout): one reload serves them all. */
  private reloadSoon(): void {
    clearTimeout(this.reloadTimer);
    this.reloadTimer = setTimeout(() => void this.reload(), 200);
  }

  private reload(): Promise<readonly ShelvedRoadmap[]> {
    clearTimeout(this.reloadTimer);
    const { changes } = this;
    this.changes = new WorkspaceChanges();
    this.shelf = this.keep(this.load(changes), () => true);
    return this.shelf;
  }
}
