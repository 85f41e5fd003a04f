// The roadmaps of the workspace, each read whole once and then again by file. Who asks, when, is the library's matter.
import * as vscode from "vscode";
import type { ReadRoadmap } from "../../core/reading/assembling";
import type { RoadmapFolder } from "../../core/reading/roadmapReader";
import type { FolderRead } from "../../core/reading/sameId";
import { earlierOfSameId, sameIdFinding } from "../../core/reading/sameId";
import type { Finding } from "../../core/roadmap/roadmap";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import type { ShelvedRoadmap } from "./roadmapLibrary";
import type { WorkspaceChanges } from "./workspaceChanges";
import { findWorkspaceRoadmaps, openRoadmapFolder } from "./workspaceRoadmaps";

interface KnownFolder {
  readonly uri: vscode.Uri;
  readonly linked: boolean;
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
    for (const { folder, linked } of await findWorkspaceRoadmaps())
      known.push({ uri: folder, linked, folder: await openRoadmapFolder(folder, this.load) });
    return known;
  }

  private async readOne(one: KnownFolder, changes: WorkspaceChanges | undefined): Promise<void> {
    const own = changes?.of(one.uri.toString());
    if (changes !== undefined && own === undefined && one.read !== undefined) return;
    try {
      const passedBefore = new Set(one.read?.passedOver);
      const before = new Set(one.read?.problems.map(({ file, message }) => `${file}: ${message}`));
      one.read = await one.folder.read(one.read && own);
      for (const { file, range, message } of one.read.problems)
        if (!before.has(`${file}: ${message}`))
          this.log.warn(`${vscode.workspace.asRelativePath(one.uri)}/${file}:${range.start.line + 1}: ${message}`);
      for (const path of one.read.passedOver)
        if (!passedBefore.has(path))
          this.log.info(`${shown(one.uri)}/${path}: no question of a topic; it is passed over.`);
    } catch (error) {
      delete one.read;
      this.log.error(`The roadmap in ${one.uri.toString()} could not be read`, error);
    }
  }

  private shelve(known: readonly KnownFolder[]): ShelvedRoadmap[] {
    const read = known.flatMap(({ uri, linked, read }) => (read === undefined ? [] : [{ place: uri, linked, read }]));
    const leftOut = earlierOfSameId(read);
    const shelved = read.filter(({ place, read: { foreign } }) => {
      if (foreign) this.log.info(`${shown(place)}: this roadmap is another tool's; it is passed over.`);
      return !foreign && !leftOut.has(place);
    });
    return shelved.map(({ place, read: { roadmap, problems, paths } }): ShelvedRoadmap => {
      const id = roadmap?.id ?? place.path.split("/").at(-1) ?? "roadmap";
      // What a link leads to is most likely the same roadmap once more.
      const others = read.filter((other) => leftOut.get(other.place) === place && !other.linked);
      const findings = [...problems, ...others.flatMap((other) => this.findingsBeside(place, other))];
      return {
        roadmap: roadmap ?? { id, title: id, description: "", topics: [] },
        builtIn: false,
        folder: place,
        paths,
        problems: findings.filter((finding) => finding.severity === "error"),
        findings,
      };
    });
  }

  /** What is found in a roadmap that another one of its id keeps out: shown with that one, under its own files. */
  private findingsBeside(
    holder: vscode.Uri,
    { place, read }: FolderRead<vscode.Uri> & { read: ReadRoadmap },
  ): Finding[] {
    this.log.warn(`${shown(place)}: the roadmap in ${shown(holder)} has its id; this one is left out.`);
    const path = pathFrom(holder, place);
    if (path === undefined) return [];
    const findings = [sameIdFinding(read, shown(holder)), ...read.problems];
    return findings.map((finding) => ({ ...finding, file: `${path}/${finding.file}` }));
  }
}

/** As a person knows it; of a folder that is open itself, VS Code would give the whole path. */
function shown(folder: vscode.Uri): string {
  const opened = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder.toString());
  return opened?.name ?? vscode.workspace.asRelativePath(folder);
}

/** The path that leads from one folder to another of the same file system; undefined where none does. */
function pathFrom(from: vscode.Uri, to: vscode.Uri): string | undefined {
  if (from.scheme !== to.scheme || from.authority !== to.authority) return undefined;
  const [start, end] = [from.path.split("/"), to.path.split("/")];
  const shared = start.findIndex((name, i) => name !== end[i]);
  const common = shared < 0 ? start.length : shared;
  return [...start.slice(common).map(() => ".."), ...end.slice(common)].join("/");
}
