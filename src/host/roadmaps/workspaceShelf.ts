// The roadmaps of the workspace, each read whole once and then again by file. Who asks, when, is the library's matter.
import * as vscode from "vscode";
import type { ReadRoadmap, RoadmapFolder } from "../../core/reading/roadmapReader";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import type { ShelvedRoadmap } from "./roadmapLibrary";
import type { WorkspaceChanges } from "./workspaceChanges";
import { findWorkspaceRoadmaps, openRoadmapFolder } from "./workspaceRoadmaps";

interface KnownFolder {
  readonly uri: vscode.Uri;
  readonly folder: RoadmapFolder;
  /** Absent where the last reading failed. */
  read?: ReadRoadmap;
}

/** Remembers what it read. Not to be asked twice at a time. */
export class WorkspaceShelf {
  private known: readonly KnownFolder[] | undefined;

  constructor(
    private readonly log: Log,
    private readonly load: LoadModule,
  ) {}

  /** Folders of the roadmaps that were found. */
  get folders(): readonly vscode.Uri[] {
    return this.known?.map(({ uri }) => uri) ?? [];
  }

  /** Reads what may have changed, or all; one roadmap that cannot be read leaves out itself alone. */
  async read(changes?: WorkspaceChanges): Promise<readonly ShelvedRoadmap[]> {
    const whole = changes === undefined || changes.all || this.known === undefined;
    const known = whole ? await this.find() : (this.known ?? []);
    this.known = known;
    for (const one of known) await this.readOne(one, whole ? undefined : changes);
    return this.shelve(known);
  }

  private async find(): Promise<KnownFolder[]> {
    const known: KnownFolder[] = [];
    for (const uri of await findWorkspaceRoadmaps())
      known.push({ uri, folder: await openRoadmapFolder(uri, this.load) });
    return known;
  }

  private async readOne(one: KnownFolder, changes: WorkspaceChanges | undefined): Promise<void> {
    const own = changes?.of(one.uri.toString());
    if (changes !== undefined && own === undefined && one.read !== undefined) return;
    try {
      const before = new Set(one.read?.problems.map(({ file, message }) => `${file}: ${message}`));
      one.read = await one.folder.read(one.read && own);
      for (const { file, range, message } of one.read.problems)
        if (!before.has(`${file}: ${message}`))
          this.log.warn(`${vscode.workspace.asRelativePath(one.uri)}/${file}:${range.start.line + 1}: ${message}`);
    } catch (error) {
      delete one.read;
      this.log.error(`The roadmap in ${one.uri.toString()} could not be read`, error);
    }
  }

  private shelve(known: readonly KnownFolder[]): ShelvedRoadmap[] {
    const shelved: ShelvedRoadmap[] = [];
    for (const { uri, read } of known) {
      if (read === undefined) continue;
      const { roadmap, problems: findings, foreign } = read;
      if (foreign) {
        this.log.info(`${vscode.workspace.asRelativePath(uri)}: this roadmap is another tool's; it is passed over.`);
        continue;
      }
      const id = roadmap?.id ?? uri.path.split("/").at(-1) ?? "roadmap";
      if (shelved.some((s) => s.roadmap.id === id)) {
        const path = vscode.workspace.asRelativePath(uri);
        this.log.warn(`${path}: another roadmap of the workspace has the id "${id}"; this one is left out.`);
        continue;
      }
      shelved.push({
        roadmap: roadmap ?? { id, title: id, description: "", topics: [] },
        builtIn: false,
        folder: uri,
        problems: findings.filter((finding) => finding.severity === "error"),
        findings,
      });
    }
    return shelved;
  }
}
