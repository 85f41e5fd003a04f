// Every roadmap at hand: the built-in ones, compiled at build time, and those found in the workspace.
// Parsing is roadmapReader's work; it is loaded only where the workspace has a roadmap.
import * as vscode from "vscode";
import { findQuestion, type PlacedQuestion, type Finding, type Roadmap } from "../../core/roadmap";
import type { QuestionKey } from "../../core/questionKey";
import { isRoadmapFile } from "../../core/reading/fileNames";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import { findWorkspaceRoadmaps, readWorkspaceRoadmap } from "./workspaceRoadmaps";

/** A roadmap with where it came from. */
export interface ShelvedRoadmap {
  readonly roadmap: Roadmap;
  readonly builtIn: boolean;
  /** The roadmap's folder; absent for a built-in one. */
  readonly folder?: vscode.Uri;
  /** What is wrong with its files, as far as it kept something out. */
  readonly problems: readonly Finding[];
  /** Everything found in its files, warnings too. */
  readonly findings: readonly Finding[];
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
  private ownWatcher: vscode.Disposable | undefined;
  /** Folders of the workspace's roadmaps, as URI texts. */
  private own: readonly string[] = [];
  private reloadTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
    private readonly loadModule: LoadModule,
  ) {}

  /** All roadmaps, built-in ones first. Rejects only where the built-in ones can't be read; the next call then tries again. */
  all(): Promise<readonly ShelvedRoadmap[]> {
    this.shelf ??= this.keep(this.load(), (shelf) => shelf.some((s) => !s.builtIn));
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

  /** As `find`, but does not wait for the workspace where a built-in roadmap has the question; `onDidChange` tells when the workspace has another. */
  async findAtHand(key: QuestionKey): Promise<PlacedQuestion | undefined> {
    const shelved = (await this.atHand()).find((s) => s.roadmap.id === key.roadmap);
    return (shelved && findQuestion(shelved.roadmap, key.question)) ?? this.find(key);
  }

  dispose(): void {
    clearTimeout(this.reloadTimer);
    this.watcher?.dispose();
    this.ownWatcher?.dispose();
    this.changed.dispose();
  }

  private async load(): Promise<readonly ShelvedRoadmap[]> {
    const builtIn = await this.builtInOnly();
    const own = await this.loadWorkspace();
    this.watch(own.flatMap((s) => s.folder ?? []));
    const taken = new Set(own.map((s) => s.roadmap.id));
    return [...builtIn.filter((s) => !taken.has(s.roadmap.id)), ...own];
  }

  private builtInOnly(): Promise<readonly ShelvedRoadmap[]> {
    if (this.builtIn === undefined) {
      const loading = this.loadBuiltIn();
      this.builtIn = loading;
      loading.catch(() => (this.builtIn = undefined));
    }
    return this.builtIn;
  }

  /** Makes a loading the shelf: what it comes to is at hand from then on; a failed one leaves the shelf of before, and the next call tries again. */
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

  private async loadWorkspace(): Promise<readonly ShelvedRoadmap[]> {
    const shelved: ShelvedRoadmap[] = [];
    for (const folder of await findWorkspaceRoadmaps()) {
      try {
        const { roadmap, problems: findings } = await readWorkspaceRoadmap(folder, this.loadModule);
        for (const { file, range, message } of findings)
          this.log.warn(`${vscode.workspace.asRelativePath(folder)}/${file}:${range.start.line + 1}: ${message}`);
        const id = roadmap?.id ?? folder.path.split("/").at(-1) ?? "roadmap";
        if (shelved.some((s) => s.roadmap.id === id)) {
          this.log.warn(
            `${vscode.workspace.asRelativePath(folder)}: another roadmap of the workspace has the id "${id}"; this one is left out.`,
          );
          continue;
        }
        shelved.push({
          roadmap: roadmap ?? { id, title: id, description: "", topics: [] },
          builtIn: false,
          folder,
          problems: findings.filter((finding) => finding.severity === "error"),
          findings,
        });
      } catch (error) {
        this.log.error(`The roadmap in ${folder.toString()} could not be read`, error);
      }
    }
    return shelved;
  }

  /** Watches for roadmaps that come, and for any change in those that are there; `own` are the folders of the latter. */
  private watch(own: readonly vscode.Uri[]): void {
    this.own = own.map((folder) => folder.toString());
    if (!vscode.workspace.workspaceFolders?.length) return;
    this.watcher ??= vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.reloadSoon()),
      this.watchFiles("**/*.[yY]*", (uri) => isRoadmapFile(uri.slice(uri.lastIndexOf("/") + 1))),
    );
    // A deleted folder is told of alone, without its files.
    if (own.length > 0)
      this.ownWatcher ??= this.watchFiles("**", (uri) =>
        this.own.some((folder) => uri.startsWith(`${folder}/`) || folder === uri || folder.startsWith(`${uri}/`)),
      );
  }

  private watchFiles(glob: string, concerns: (uri: string) => boolean): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(glob);
    const look = (uri: vscode.Uri): void => {
      if (concerns(uri.toString())) this.reloadSoon();
    };
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(look),
      watcher.onDidCreate(look),
      watcher.onDidDelete(look),
    );
  }

  /** Several files often change at once (a checkout): one reload serves them all. */
  private reloadSoon(): void {
    clearTimeout(this.reloadTimer);
    this.reloadTimer = setTimeout(() => {
      this.shelf = this.keep(this.load(), () => true);
    }, 200);
  }
}
