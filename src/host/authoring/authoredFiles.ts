// Which documents are files of the workspace's roadmaps, and what those roadmaps hold: what everything that helps an
// author asks first. Reads nothing itself: the library has the roadmaps.
import * as vscode from "vscode";
import type { FileRole } from "../../core/authoring/place";
import type { KnownNames } from "../../core/authoring/suggestions";
import { placedQuestions } from "../../core/roadmap/roadmap";
import { baseName, isMarkdownFile, isRoadmapFile } from "../../core/reading/fileNames";
import type { RoadmapLibrary, ShelvedRoadmap } from "../roadmaps/roadmapLibrary";

/** Time before the workspace is read unasked, in ms. */
const afterStart = 500;

/** A roadmap of the workspace. */
export type OwnRoadmap = ShelvedRoadmap & { readonly folder: vscode.Uri };

/** A file of one of them. */
export interface AuthoredFile {
  readonly role: FileRole;
  /** Relative to the roadmap's folder. */
  readonly path: string;
  readonly shelved: OwnRoadmap;
}

/** Answers from the last reading of the library. */
export class AuthoredFiles implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private own: readonly OwnRoadmap[] = [];
  private readonly subscription: vscode.Disposable;
  private readonly first: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly library: Pick<RoadmapLibrary, "all" | "onDidChange">) {
    this.subscription = library.onDidChange(() => void this.read());
    // A workspace with a roadmap is its author's, who sees what is wrong in it without asking for the sidebar. After
    // what the editor was started for.
    if (vscode.workspace.workspaceFolders?.length) this.first = setTimeout(() => void this.read(), afterStart);
  }

  /** The workspace's roadmaps as they were last read. */
  get roadmaps(): readonly OwnRoadmap[] {
    return this.own;
  }

  /** Calls the listener whenever the roadmaps were read, and at once if they were by now. */
  whenRead(listener: () => void): vscode.Disposable {
    if (this.own.length > 0) listener();
    return this.changed.event(listener);
  }

  /** The file that a document is; undefined where it belongs to no roadmap of the workspace. */
  find({ scheme, authority, path }: vscode.Uri): AuthoredFile | undefined {
    for (const shelved of this.own) {
      const { folder } = shelved;
      if (folder.scheme !== scheme || folder.authority !== authority || !path.startsWith(`${folder.path}/`)) continue;
      const inside = path.slice(folder.path.length + 1);
      const depth = inside.split("/").length;
      if (depth === 1 && isRoadmapFile(inside)) return { role: "roadmap", path: inside, shelved };
      if (depth === 2 && isMarkdownFile(inside)) return { role: "question", path: inside, shelved };
    }
    return undefined;
  }

  dispose(): void {
    clearTimeout(this.first);
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** Resolves once the workspace's roadmaps are known. */
  async read(): Promise<void> {
    const shelf = await this.library.all().catch(() => undefined);
    if (!shelf) return;
    this.own = shelf.flatMap((shelved) => (shelved.folder ? [{ ...shelved, folder: shelved.folder }] : []));
    this.changed.fire();
  }
}

/** What a file may name: its roadmap's topics, questions (unsound ones too) and ideas. */
export function knownNames({ path, shelved: { roadmap, findings } }: AuthoredFile): KnownNames {
  const broken = [...new Set(findings.map(({ file }) => file))].filter((file) => file.includes("/"));
  const topics = roadmap.topics.map(({ id, title, questions }) => {
    const files = broken.filter((file) => file.startsWith(`${id}/`)).map(baseName);
    return { id, title, questions: [...new Set([...questions.map((question) => question.id), ...files])] };
  });
  const ideas = placedQuestions(roadmap).flatMap(({ question }) => question.criteria.map(({ idea }) => idea));
  return { topics, ideas: [...new Set(ideas)], fileName: baseName(path) };
}

/** A document's text with `\n` at the ends of its lines, as the core reads it. */
export function textOf(document: vscode.TextDocument): string {
  return document.getText().replace(/\r\n?/g, "\n");
}
